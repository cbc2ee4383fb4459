"""Deadlines and duties: what the public pages show, for programs."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ondiris.domains.legislation.actions.value import confirm, enter
from ondiris.law.deadlines import deadlines
from tests.api.conftest import Program
from tests.domains.calendar.marking import marked
from tests.factories import actor

JUNE = date(2026, 6, 10)


def duties(**query):
    answer = Program().get("/duties", **query)
    assert answer.status_code == 200, answer.json()
    return answer.json()


def duty(deadline, **query):
    return next(one for one in duties(**query)["duties"] if one["deadline"] == deadline)


def test_every_deadline_of_the_law_is_there_with_its_words():
    shown = {one["id"]: one for one in Program().get("/deadlines").json()["deadlines"]}
    assert list(shown) == list(deadlines())
    assert (shown["effectiveness-information"]["by"], shown["effectiveness-information"]["before"]) == ("03-31", None)
    assert shown["national-report-information"]["before"] == "03-01"
    assert set(shown["assembly-cure"]["event"]) == {"kk", "ru", "en"}
    assert (shown["assembly-cure"]["months"], shown["assembly-cure"]["recurrence"]) == (3, "triggered")


def test_a_duty_says_by_when_and_how_late(made, on_the_day):
    on_the_day(JUNE)
    late = duty("purchase-needs", body=made.institute.bin)
    assert (late["last_day"], late["state"], late["days_late"], late["done_on"]) == ("2026-05-20", "late", 21, None)
    assert late["body"] == {"bin": made.institute.bin, "name": made.institute.name}
    marked(made, "purchase-needs", date(2026, 5, 22), on=JUNE)
    done = duty("purchase-needs", body=made.institute.bin)
    assert (done["state"], done["days_late"], done["done_on"]) == ("done", 2, "2026-05-22")


def test_what_was_handed_over_is_not_told(made, on_the_day):
    on_the_day(JUNE)
    marked(made, "purchase-needs", date(2026, 5, 19), on=JUNE)
    assert "handed_over" not in duty("purchase-needs")
    assert "Letter" not in str(duties())


def test_a_day_that_a_setting_gave_names_it_and_one_that_it_moved_too(made, on_the_day):
    on_the_day(JUNE)
    keeper, second = actor(made, "keeper", JUNE), actor(made, "second_keeper", JUNE)
    for name, category, value in (
        ("deadlines.last_day_in_a_year", "national-report", "05-30"),
        ("deadlines.moves_to_a_working_day", "", True),
    ):
        what = {"parameter": name, "category": category, "value": value}
        confirm(second, enter(keeper, **what, valid_from=date(2022, 1, 8), source="Order 5").number)
    moved = duty("national-report", body=made.authority.bin)
    assert (moved["written"], moved["last_day"]) == ("2026-05-30", "2026-06-01")
    assert moved["set_by"] == {"source": "Order 5", "certainty": "act"}
    assert duty("purchase-needs")["set_by"] is None


def test_all_bodies_or_one_of_this_year_or_another(made, on_the_day):
    on_the_day(JUNE)
    assert {one["body"]["bin"] for one in duties()["duties"]} == {made.authority.bin, made.institute.bin}
    one = duties(body=made.institute.bin, year=2025)
    assert (one["year"], {row["body"]["bin"] for row in one["duties"]}) == (2025, {made.institute.bin})
    assert "2025-05-20" in {row["last_day"] for row in one["duties"]}


@pytest.mark.parametrize(("name", "value"), [("year", "2021"), ("year", "soon"), ("body", "999999999999"), ("on", "x")])
def test_what_cannot_be_asked_is_named(made, name, value):
    answer = Program().get("/duties", **{name: value})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [name]


def test_an_enterprise_is_no_public_body(made):
    assert Program().get("/duties", body=made.enterprise.bin).status_code == 422


def test_the_queries_do_not_grow_with_the_marks(made, on_the_day):
    on_the_day(JUNE)

    def queries() -> int:
        with CaptureQueriesContext(connection) as counted:
            duties()
        return len(counted)

    before = queries()
    marked(made, "purchase-needs", date(2026, 5, 19), on=JUNE)
    assert queries() == before
