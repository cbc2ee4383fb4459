"""Do the pages of acts under the law say who makes each, where it stands on a day, and what rests on it?"""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from ondiris.domains.legislation.actions.instrument import confirm, enter
from ondiris.law.instruments.load import instruments
from tests.factories import actor

GRANT_RULES = instruments()["industrial-grant-rules"]
ADDRESS = "/en/law/instruments/industrial-grant-rules/"


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def recorded(made: Any, valid_from: date, number: str, status: str = "in_force") -> None:
    day = date(2026, 3, 2)
    data = {"act_number": number, "dated": valid_from, "address": f"https://example.org/{number}"}
    made_record = enter(
        actor(made, "keeper", day), instrument=GRANT_RULES.id, status=status, valid_from=valid_from, **data
    )
    confirm(actor(made, "second_keeper", day), made_record.number)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_act_is_in_the_list_and_has_a_page_in_each_language(page: Client, language: str) -> None:
    html = read(page, f"/{language}/law/instruments/")
    for one in instruments().values():
        assert f'href="/{language}/law/instruments/{one.id}/"' in html
        assert escape({"en": one.name.en, "ru": one.name.ru, "kk": one.name.kk}[language]) in html
    assert escape(GRANT_RULES.name.kk) in read(page, "/kk/law/instruments/industrial-grant-rules/")


def test_an_approver_that_the_law_does_not_name_is_said_to_be_not_named(page: Client) -> None:
    assert "approver not named" in read(page, "/en/law/instruments/commission-statute/")
    html = read(page, "/en/law/instruments/")
    assert html.index("Approved by: Government") < html.index("Approver not named in the law")
    unnamed = html[html.index("Approver not named in the law") :]
    assert all(
        f"/{one}/" in unnamed for one in ("commission-statute", "map-inclusion-rules", "information-services-list")
    )


def test_nothing_is_said_of_where_an_act_stands_before_officials_have(page: Client) -> None:
    html = read(page, ADDRESS)
    assert "not known here" in html
    assert "That says nothing of whether there was one." in html


def test_an_act_is_shown_as_it_stood_on_the_day(page: Client, made: Any) -> None:
    recorded(made, date(2024, 5, 1), "12")
    recorded(made, date(2025, 6, 1), "40")
    assert "not known here" in read(page, f"{ADDRESS}?on=2024-04-30")
    then, now = (read(page, f"{ADDRESS}?on={day}") for day in ("2024-05-01", "2025-06-01"))
    assert '<a href="https://example.org/12" rel="noopener">No. 12 of 1 May 2024</a>' in then.partition("<aside")[0]
    assert "No. 40 of 1 June 2025" in now.partition("What is recorded")[0]
    assert "1 May 2024 – 31 May 2025" in now
    assert "No. 12 of 1 May 2024" in read(page, "/en/law/instruments/?on=2024-05-01")


def test_what_waits_for_a_second_person_is_not_shown(page: Client, made: Any) -> None:
    keeper = actor(made, "keeper", date(2026, 3, 2))
    enter(keeper, instrument=GRANT_RULES.id, status="to_draft", valid_from=date(2024, 1, 1))
    assert "not known here" in read(page, ADDRESS)


def test_settings_and_rules_that_rest_on_it_are_named(page: Client) -> None:
    html = read(page, ADDRESS)
    assert "Least share of the project&#x27;s cost that the enterprise pays itself" in html
    assert "20 per cent of the project&#x27;s cost" in html
    assert "older than the act in force" not in html
    rules = read(page, "/en/law/instruments/priority-goods-list/")
    assert "The enterprise is oriented exclusively to goods on the priority list" in rules
    assert "No setting rests on it yet." in rules


def test_a_setting_older_than_the_act_in_force_is_marked(page: Client, made: Any) -> None:
    recorded(made, date(2024, 5, 1), "12")
    assert "older than the act in force" in read(page, f"{ADDRESS}?on=2024-05-01")
    assert "older than the act in force" not in read(page, f"{ADDRESS}?on=2024-04-30")


def test_a_provision_of_an_act_leads_to_its_page_on_the_day(page: Client) -> None:
    assert 'href="/en/law/9.25/?on=2024-02-01"' in read(page, f"{ADDRESS}?on=2024-02-01")


def test_a_provision_names_the_acts_that_it_calls_for(page: Client) -> None:
    html = read(page, "/en/law/9.23/?on=2024-06-01")
    for one in ("vehicle-assembly-rules", "vehicle-assembly-agreement"):
        assert f'href="/en/law/instruments/{one}/?on=2024-06-01"' in html
    assert "Acts under the law" not in read(page, "/en/law/9.1/")


def test_an_act_that_the_law_does_not_call_for_is_not_found(page: Client) -> None:
    assert page.get("/en/law/instruments/a-poem/").status_code == 404


def test_the_list_costs_the_same_with_many_records(page: Client, made: Any, django_assert_num_queries: Any) -> None:
    read(page, "/en/law/instruments/")
    with CaptureQueriesContext(connection) as few:
        read(page, "/en/law/instruments/")
    for number in range(1, 5):
        recorded(made, date(2024, number, 1), str(number))
    with django_assert_num_queries(len(few)):
        read(page, "/en/law/instruments/")
