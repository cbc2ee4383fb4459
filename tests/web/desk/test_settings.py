"""Dated settings: what each says and how sure it is, where a gap is, and two people for a new value."""

import re
from datetime import date

import pytest
from django.urls import reverse

from ondiris.domains.legislation.models import EnteredValue
from ondiris.law.parameters import Parameters
from tests.web.desk.browsing import done, look, queries_of, send, words

RATE = {"value": "16.25", "valid_from": "2026-09-08", "known_until": "2026-12-01", "source": "Resolution 7"}
MOVES = "deadlines.moves_to_a_working_day"
IN_YEAR = "deadlines.last_day_in_a_year"


def enter(keeper, name: str, **typed: str):
    return send(keeper, "enter-value", name, **{"valid_from": "2024-01-01", "source": "Order 5", **typed})


def confirm_all(second) -> None:
    for one in EnteredValue.objects.filter(state="entered"):
        assert done(send(second, "confirm-value", one.parameter, one.number))


def test_every_declared_setting_is_listed(made, desk):
    page = look(desk("officer"), "settings")
    assert all(str(one.label) in page for one in Parameters.load().declared.values())
    assert "Whether a last day that is no working day moves" in page
    assert "example, to be confirmed by the authority" in page


@pytest.mark.parametrize(
    ("asked", "there", "absent"),
    [
        ({"show": "example"}, "Least number of days that an applicant has", "Base rate of the National Bank"),
        ({"show": "gap"}, "Base rate of the National Bank", "Days in a year for interest"),
        ({"text": "interest DAYS"}, "Days in a year for interest", "Base rate of the National Bank"),
        ({"text": "46.2"}, "Least share of voting shares", "Days in a year for interest"),
        ({"show": "entered"}, "No setting is found", "Base rate of the National Bank"),
    ],
)
def test_the_list_is_narrowed(made, desk, today, asked, there, absent):
    today(date(2026, 9, 20))
    page = look(desk("officer"), "settings", **asked)
    assert there in page
    assert absent not in page


def test_what_waits_for_a_second_person_is_found(made, desk):
    enter(desk("keeper"), "base_rate", **RATE)
    assert "1 value waits for a second person" in look(desk("officer"), "settings", show="entered")


def test_a_setting_shows_its_values_with_their_sources_and_the_gap(made, desk, today):
    today(date(2026, 9, 20))
    page = look(desk("officer"), "setting", "base_rate")
    assert "Nothing is established from 8 September 2026." in page
    assert "from 8 September 2026 not established" in page
    assert "16.75 per cent a year" in page
    assert "Enter a new value" not in page


def test_an_example_says_that_it_is_one_and_what_the_law_says_does_too(made, desk):
    assert "this one was chosen for the system" in look(desk("officer"), "setting", MOVES)
    said = look(desk("officer"), "setting", "customers.least_share")
    assert "An act itself says the value of today." in said
    assert "this one was chosen" not in said


def test_a_value_counts_when_a_second_person_has_confirmed_it(made, desk, today):
    today(date(2026, 9, 20))
    keeper, second = desk("keeper"), desk("second_keeper")
    assert done(enter(keeper, "base_rate", **RATE))
    number = EnteredValue.objects.get().number
    assert "Nothing is established from" in look(keeper, "setting", "base_rate")
    assert "Confirm the value" not in look(keeper, "setting", "base_rate")
    refused = keeper.get(reverse("desk:confirm-value", args=["base_rate", number]))
    assert refused.status_code == 403
    assert "A second person confirms: you entered this value." in words(refused)
    confirm_all(second)
    page = look(keeper, "setting", "base_rate")
    assert "Nothing is established from" not in page
    assert "8 September 2026 – 30 November 2026 16.25 per cent a year Resolution 7 (read in the act)" in page
    assert "Madina" in page


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        (MOVES, {"value": "true"}, "yes"),
        ("programme_accounts.silent_clause", {"value": "return"}, "it goes back to the budget"),
        ("questions.days_to_answer", {"value": "15"}, "15 days"),
        ("recovery.rounding", {"value": "100"}, "100.00 ₸"),
        ("customers.counts_in_full_from", {"value": "51"}, "51%"),
        ("industrial_grant.own_share", {"value": "33.5"}, "33.5 per cent of the project's cost"),
        (IN_YEAR, {"value": "04-30", "category": "national-report"}, "30 April"),
        (
            "monthly_calculation_index",
            {"value": "4 000", "category": "benefits", "known_until": "2025-01-01"},
            "Social benefits: 4,000.00 ₸",
        ),
    ],
)
def test_a_value_of_every_type_is_entered_and_shown(made, desk, name, typed, shown):
    assert done(enter(desk("keeper"), name, **typed))
    assert shown in look(desk("second_keeper"), "setting", name)
    confirm_all(desk("second_keeper"))
    assert shown.rpartition(": ")[2] in look(desk("officer"), "settings", text=name) or name == IN_YEAR


def test_a_yes_or_no_is_asked_as_such_and_a_choice_has_its_words(made, desk):
    keeper = desk("keeper")
    yes_no = keeper.get(reverse("desk:enter-value", args=[MOVES])).content.decode()
    assert re.findall(r'<input type="radio" name="value" value="(\w+)"', yes_no) == ["true", "false"]
    assert "it is carried over to the next year" in look(keeper, "enter-value", "programme_accounts.silent_clause")
    assert "The National Report, submitted" not in look(keeper, "enter-value", MOVES)
    assert "Fines, taxes and everything else" in look(keeper, "enter-value", "monthly_calculation_index")


def test_what_an_act_says_is_entered_with_a_warning(made, desk):
    keeper = desk("keeper")
    warning = "Enter another where that act was changed"
    assert warning in look(keeper, "enter-value", "customers.least_share")
    assert warning not in look(keeper, "enter-value", MOVES)


def test_a_value_is_rejected_with_a_reason(made, desk):
    enter(desk("keeper"), "base_rate", **RATE)
    number = EnteredValue.objects.get().number
    second = desk("second_keeper")
    assert "This field is required." in words(send(second, "reject-value", "base_rate", number, reason=""))
    assert done(send(second, "reject-value", "base_rate", number, reason="The day is wrong."))
    assert EnteredValue.objects.get().state == "rejected"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"value": "sixteen"}, "value"),
        ({"value": "-1"}, "value"),
        ({"value": "16.1234567"}, "value"),
        ({"value": ""}, "value"),
        ({"known_until": "2026-09-08"}, "known_until"),
        ({"known_until": "2026-01-01"}, "known_until"),
        ({"known_until": ""}, "known_until"),
        ({"valid_from": "the eighth"}, "valid_from"),
        ({"source": ""}, "source"),
    ],
)
def test_what_cannot_be_a_rate_is_refused_beside_its_field(made, desk, changed, field):
    response = enter(desk("keeper"), "base_rate", **{**RATE, **changed})
    assert f'id="id_{field}_error"' in response.content.decode()
    assert not EnteredValue.objects.exists()


@pytest.mark.parametrize(
    ("name", "typed", "field", "said"),
    [
        (IN_YEAR, {"value": "02-29", "category": "national-report"}, "value", "written as 03-31"),
        (IN_YEAR, {"value": "04-30"}, "category", "required"),
        (MOVES, {}, "value", "required"),
        ("deadlines.days_after_a_quarter", {"value": "0", "category": "map-projects"}, "value", "not less than 1"),
        ("customers.least_share", {"value": "101"}, "value", "not greater than 100"),
    ],
)
def test_what_cannot_be_a_value_is_refused_beside_its_field_and_kept_as_typed(made, desk, name, typed, field, said):
    response = enter(desk("keeper"), name, **typed)
    assert f'id="id_{field}_error"' in response.content.decode()
    assert said in words(response)
    assert 'value="Order 5"' in response.content.decode()
    assert not EnteredValue.objects.exists()


def test_a_double_press_enters_one_value(made, desk):
    keeper = desk("keeper")
    assert done(enter(keeper, "base_rate", **RATE))
    assert "already waits for its second person" in words(enter(keeper, "base_rate", **RATE))
    assert EnteredValue.objects.count() == 1


def test_a_confirmation_of_what_has_moved_on_writes_nothing(made, desk):
    enter(desk("keeper"), "base_rate", **RATE)
    number = EnteredValue.objects.get().number
    second = desk("second_keeper")
    assert done(send(second, "confirm-value", "base_rate", number))
    again = second.post(reverse("desk:confirm-value", args=["base_rate", number]), {"version": 1})
    assert again.status_code == 409


def test_only_keepers_enter_and_nobody_what_is_not_there(made, desk):
    assert desk("officer").get(reverse("desk:enter-value", args=["base_rate"])).status_code == 403
    look(desk("officer"), "setting", "nothing", status=404)
    look(desk("keeper"), "enter-value", "nothing", status=404)
    enter(desk("keeper"), "base_rate", **RATE)
    number = EnteredValue.objects.get().number
    look(desk("second_keeper"), "confirm-value", "base_rate", "VAL-2024-99999", status=404)
    look(desk("second_keeper"), "confirm-value", MOVES, number, status=404)


def test_the_pages_ask_no_more_when_more_is_entered(made, desk):
    keeper = desk("keeper")
    counts = []
    for day in ("2026-09-08", "2026-10-08", "2026-11-08"):
        enter(keeper, "base_rate", **{**RATE, "valid_from": day})
        counts.append((queries_of(keeper, "settings"), queries_of(keeper, "setting", "base_rate")))
    assert counts[0] == counts[1] == counts[2]


def test_the_calendar_follows_a_confirmed_setting(made, desk, client, today):
    """30 May 2026, the last day of the customers' plans for the list of goods, is a Saturday. (47.1)"""
    today(date(2026, 3, 2))

    def calendar() -> str:
        return words(client.get("/en/calendar/", {"year": "2026"}))

    def feed() -> str:
        return client.get(f"/en/calendar/bodies/{made.institute.bin}.ics").content.decode()

    assert "30 May 2026" in calendar()
    sequences = re.findall(r"SEQUENCE:(\d+)", feed())
    enter(desk("keeper"), MOVES, value="true", valid_from="2022-01-08")
    assert "30 May 2026" in calendar()
    confirm_all(desk("second_keeper"))
    assert "1 June 2026" in calendar()
    assert "30 May 2026, no working day, and a setting moves it" in calendar()
    assert re.findall(r"SEQUENCE:(\d+)", feed()) == [str(int(one) + 1) for one in sequences]


def test_a_day_set_for_a_duty_without_one_is_shown_to_its_body(made, desk, today):
    today(date(2026, 3, 2))
    assert "30 November 2026" not in look(desk("follower"), "duties", year="2026")
    enter(desk("keeper"), IN_YEAR, value="11-30", category="scrap-reports")
    enter(desk("keeper"), IN_YEAR, value="11-30", category="national-report")
    confirm_all(desk("second_keeper"))
    assert "30 November 2026" in look(desk("follower"), "duties", year="2026")
