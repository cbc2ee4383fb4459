"""Does everybody see how far the law is carried out, by what and by which tests, and can they take it away?"""

import csv
import io
import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from ondiris.law.coverage import Reach, coverage
from ondiris.law.provisions.load import register
from ondiris.law.provisions.terms import Bearer
from ondiris.web.showing.systems import SYSTEMS


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def taken(client: Client, query: str = "") -> list[dict[str, str]]:
    text = read(client, f"/en/law/coverage/coverage.csv{query}")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_counts_every_provision(page: Client, language: str) -> None:
    html = read(page, f"/{language}/law/coverage/")
    for reach in Reach:
        assert f"?state={reach.value}#provisions" in html
        count = sum(1 for row in coverage().values() if row.reach is reach)
        assert f'<td class="end">{count}</td>' in html


def test_shares_of_all_states_make_the_whole(page: Client) -> None:
    assert len(taken(page)) == len(register()) == len(coverage())


def test_filters_narrow_the_list_and_the_files_alike(page: Client) -> None:
    query = "?article=27&state=carried_out&bearer=industrial_innovation_entity&system="
    expected = [
        str(row.id)
        for row in coverage().values()
        if str(row.id.article) == "27"
        and row.reach is Reach.CARRIED_OUT
        and Bearer.INDUSTRIAL_INNOVATION_ENTITY in register()[row.id].bearers
    ]
    assert expected
    html = read(page, f"/en/law/coverage/{query}")
    assert [id for id in ("27.1", "27.2", "27.4", "25.5") if f'<a href="/en/law/{id}/">{id}</a>' in html] == [
        id for id in ("27.1", "27.2", "27.4") if id in expected
    ]
    assert [row["provision"] for row in taken(page, query)] == expected
    as_json = json.loads(read(page, f"/en/law/coverage/coverage.json{query}"))
    assert [row["id"] for row in as_json["provisions"]] == expected


def test_a_filter_that_is_none_is_said_and_takes_nothing(page: Client) -> None:
    html = read(page, "/en/law/coverage/?state=done")
    assert "done is not one of the available choices" in html
    assert taken(page, "?state=done") == []


def test_the_list_goes_on_with_its_filters(page: Client) -> None:
    html = read(page, "/en/law/coverage/?state=not_yet")
    assert "?state=not_yet&amp;page=2#provisions" in html
    assert "?state=not_yet&amp;page=1#provisions" in read(page, "/en/law/coverage/?state=not_yet&page=2")


def test_a_provision_says_what_carries_it_out_and_by_which_test(page: Client) -> None:
    html = read(page, "/en/law/25.5:1/")
    assert '<a href="/en/measures/industrial-grant/">' in html
    assert "is_oriented_to_the_list" in html
    assert "tests/domains/measures/industrial_grant/test_rules.py::test_is_oriented_to_the_list" in html


def test_a_provision_that_nothing_carries_out_says_so(page: Client) -> None:
    row = next(row for row in coverage().values() if row.reach is Reach.NOT_YET)
    html = read(page, f"/en/law/{row.id}/")
    assert "not yet carried out" in html
    assert escape(f"Nothing yet. It belongs to: {SYSTEMS[row.systems[0]]}") in html


def test_a_provision_that_needs_nothing_says_why(page: Client) -> None:
    assert "a principle: other provisions follow it" in read(page, "/en/law/4.2/")


def test_the_page_asks_the_database_nothing_for_its_rows(page: Client) -> None:
    with CaptureQueriesContext(
        connection,
    ) as few:
        read(page, "/en/law/coverage/?article=67")
    with CaptureQueriesContext(connection) as many:
        read(page, "/en/law/coverage/")
    assert len(many) == len(few)
