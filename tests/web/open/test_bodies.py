"""Do the pages of bodies show what the law demands of each on a day, and who holds the role?"""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from ondiris.domains.parties.queries import holders
from ondiris.law.bodies.load import bodies
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.terms import Bearer

WORDS_OF_9_25 = register()[ProvisionId.parse("9.25")].summary


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(("language", "name"), [("en", "Industry authority"), ("ru", "/ru/"), ("kk", "/kk/")])
def test_every_body_is_in_the_list(page: Client, language: str, name: str) -> None:
    html = read(page, f"/{language}/law/bodies/")
    assert name in html
    assert all(f"/{language}/law/bodies/{slug}/" in html for slug in bodies())


@pytest.mark.parametrize("slug", sorted(bodies()))
def test_every_body_has_a_page(page: Client, slug: str) -> None:
    read(page, f"/en/law/bodies/{slug}/")


@pytest.mark.parametrize(
    ("language", "words"), [("en", WORDS_OF_9_25.en), ("ru", WORDS_OF_9_25.ru), ("kk", WORDS_OF_9_25.kk)]
)
def test_a_competence_stands_in_the_reader_s_words(page: Client, language: str, words: str) -> None:
    assert escape(words) in read(page, f"/{language}/law/bodies/industry-authority/")


def test_duties_come_before_competences_and_those_in_the_law_s_order(page: Client) -> None:
    html = read(page, "/en/law/bodies/industry-authority/?on=2026-03-02")
    places = [html.index(f'id="{kind}"') for kind in ("duty", "prohibition", "condition", "competence")]
    assert places == sorted(places)
    competences = html[html.index('id="competence"') :]
    assert competences.index(">9.6</a>") < competences.index(">9.10</a>") < competences.index(">60.1p2</a>")


def test_an_earlier_wording_that_is_not_held_is_said_and_today_s_words_are_not_shown(page: Client) -> None:
    html = read(page, "/en/law/bodies/industry-authority/?on=2022-06-01")
    assert "earlier wording, which is not held here" in html
    assert escape(WORDS_OF_9_25.en) not in html


def test_what_begins_later_is_not_in_force_before(page: Client) -> None:
    before = read(page, "/en/law/bodies/scrap-legal-entity/?on=2022-02-01")
    assert before.index('id="otherwise"') < before.index(">9.39:1</a>")
    assert 'id="otherwise"' not in read(page, "/en/law/bodies/scrap-legal-entity/?on=2024-02-01")


def test_the_holder_of_a_role_is_the_organisation_that_has_it_on_the_day(page: Client, made: Any) -> None:
    holder = holders(date(2026, 3, 2))[Bearer.INDUSTRY_AUTHORITY][0].name
    assert escape(holder) in read(page, "/en/law/bodies/industry-authority/?on=2026-03-02")
    assert "no organisation of the register on this day" in read(
        page, "/en/law/bodies/industry-authority/?on=1999-01-01"
    )
    assert "not kept in the register of organisations" in read(page, "/en/law/bodies/court/")


def test_a_competence_leads_to_the_page_where_it_is_exercised(page: Client) -> None:
    html = read(page, "/en/law/bodies/industry-authority/?on=2026-03-02")
    row = html[html.index(">9.28</a>") :].partition("</li>")[0]
    assert 'href="/en/desk/lists/">Approve the edition</a> (for officials)' in row


def test_a_body_names_the_acts_that_it_drafts_and_approves(page: Client) -> None:
    html = read(page, "/en/law/bodies/statistics-authority/")
    assert re.search(r"It agrees.*/en/law/instruments/administrative-data-forms/", html, re.DOTALL)


def test_provisions_that_only_name_a_body_are_said_to_do_so(page: Client) -> None:
    html = read(page, "/en/law/bodies/national-bank/")
    assert html.index('id="named"') < html.index(">27.4</a>")


def test_a_body_that_the_law_does_not_know_is_not_found(page: Client) -> None:
    assert page.get("/en/law/bodies/ministry-of-silly-walks/").status_code == 404


def test_a_day_that_is_none_is_said_beside_the_field_and_kept(page: Client) -> None:
    for address in ("/en/law/bodies/", "/en/law/bodies/government/"):
        html = read(page, f"{address}?on=31.31.2024")
        assert 'id="id_on_error"' in html
        assert 'value="31.31.2024"' in html


def test_the_list_of_all_bodies_costs_no_more_queries_than_one_body(page: Client) -> None:
    counts = []
    for address in ("/en/law/bodies/", "/en/law/bodies/industry-authority/"):
        read(page, address)
        with CaptureQueriesContext(connection) as queries:
            read(page, address)
        counts.append(len(queries))
    assert counts[0] <= counts[1]


def test_a_large_body_costs_no_more_queries_than_a_small_one(page: Client, django_assert_num_queries: Any) -> None:
    read(page, "/en/law/bodies/")
    with CaptureQueriesContext(connection) as small:
        read(page, "/en/law/bodies/central-state-body/")
    with django_assert_num_queries(len(small)):
        read(page, "/en/law/bodies/industry-authority/?on=2026-03-02")
