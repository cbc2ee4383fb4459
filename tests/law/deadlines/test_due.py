"""By which day is a duty due, and how does it stand on a day?"""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.law.deadlines import Recurrence, State, deadlines, occurrence, occurrences, stands, triggered
from ondiris.law.deadlines.due import AFTER_QUARTER, IN_YEAR, MOVES, Occurrence, months_after
from ondiris.law.deadlines.working import is_working_day
from ondiris.law.parameters import Certainty, Parameters, Value

SHIPPED = Parameters.load()
FIRST = date(2022, 1, 8)
EVERY = deadlines()


def with_setting(name: str, value: Any, category: str | None = None, since: date = FIRST) -> Parameters:
    return SHIPPED.with_values([Value(name, value, since, "order 1", Certainty.ACT, category=category)])


def last_day(name: str, year: int, parameters: Parameters = SHIPPED) -> date | None:
    (one,) = occurrences(EVERY[name], year, parameters)
    return one.last_day


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("national-report-information", date(2026, 2, 28)),
        ("effectiveness-information", date(2026, 3, 31)),
        ("purchase-needs", date(2026, 5, 20)),
        ("goods-list-drawn", date(2026, 5, 30)),
        ("goods-list-agreed", date(2026, 7, 1)),
        ("goods-list-approved", date(2026, 8, 1)),
        ("grants-account-balance", date(2026, 12, 31)),
    ],
)
def test_the_last_day_is_as_the_law_writes_it(name, last):
    assert last_day(name, 2026) == last


def test_before_1_march_is_29_february_in_a_leap_year():
    assert last_day("national-report-information", 2024) == date(2024, 2, 29)


def test_30_may_2026_is_a_saturday_and_stays_unless_a_setting_moves_it():
    assert not is_working_day(date(2026, 5, 30))
    moving = with_setting(MOVES, True)
    assert last_day("goods-list-drawn", 2026, moving) == date(2026, 6, 1)
    (one,) = occurrences(EVERY["goods-list-drawn"], 2026, moving)
    assert one.written == date(2026, 5, 30)


def test_a_moving_setting_counts_from_its_first_day():
    moving = with_setting(MOVES, True, since=date(2026, 6, 1))
    assert last_day("goods-list-drawn", 2026, moving) == date(2026, 5, 30)
    assert last_day("goods-list-approved", 2026, moving) == date(2026, 8, 3)


def test_a_holiday_and_the_rest_in_place_of_one_are_no_working_days():
    assert not is_working_day(date(2026, 5, 7))
    assert not is_working_day(date(2026, 5, 11))  # Victory Day fell on a Saturday
    assert is_working_day(date(2026, 5, 12))


def test_a_quarter_is_told_of_when_it_is_over():
    made = occurrences(EVERY["map-projects"], 2026, SHIPPED)
    assert [one.period for one in made] == ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"]
    assert [one.opens_on for one in made] == [date(2026, month, 1) for month in (1, 4, 7, 10)]
    assert [one.last_day for one in made] == [date(2026, month, 20) for month in (1, 4, 7, 10)]


def test_a_duty_without_a_day_gets_one_from_a_setting_alone():
    assert last_day("national-report-to-the-president", 2026) is None
    set_by = with_setting(IN_YEAR, "06-15", "national-report-to-the-president", date(2026, 1, 1))
    assert last_day("national-report-to-the-president", 2026, set_by) == date(2026, 6, 15)
    assert last_day("national-report-to-the-president", 2025, set_by) is None


def test_no_duty_is_asserted_for_days_whose_wording_is_not_held():
    assert occurrences(EVERY["effectiveness-information"], 2023, SHIPPED) == ()
    assert occurrences(EVERY["offtake-register"], 2024, SHIPPED) == ()
    assert len(occurrences(EVERY["offtake-register"], 2025, SHIPPED)) == 1


@pytest.mark.parametrize(
    ("sent", "last"),
    [
        (date(2025, 11, 30), date(2026, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 8, 31), date(2026, 11, 30)),
        (date(2026, 1, 15), date(2026, 4, 15)),
        (date(2026, 12, 1), date(2027, 3, 1)),
    ],
)
def test_three_months_from_the_sending_of_the_notice(sent, last):
    assert triggered(EVERY["assembly-cure"], "T-1", sent, SHIPPED).last_day == last


def test_the_termination_after_it_has_no_day():
    assert triggered(EVERY["assembly-termination"], "T-1", date(2026, 3, 1), SHIPPED).last_day is None


@pytest.mark.parametrize("period", ["2026-Q5", "26", "2026-Q1", "2026-01", "", "next"])
def test_what_is_no_period_has_no_occurrence(period):
    assert occurrence(EVERY["purchase-needs"], period, SHIPPED) is None


DAYS = st.dates(date(2022, 1, 8), date(2060, 12, 31))
NAMES = st.sampled_from([name for name, one in EVERY.items() if one.recurrence is not Recurrence.TRIGGERED])
YEARS = st.integers(2025, 2050)


@given(NAMES, YEARS)
def test_due_days_grow_with_the_years(name, year):
    two = [*occurrences(EVERY[name], year, SHIPPED), *occurrences(EVERY[name], year + 1, SHIPPED)]
    days = [one.last_day or one.closes_on for one in two]
    assert days == sorted(set(days))
    assert all(one.opens_on.year == year for one in two[: len(two) // 2])


@given(NAMES, YEARS)
def test_an_occurrence_is_found_again_by_its_period(name, year):
    made = occurrences(EVERY[name], year, SHIPPED)
    assert [occurrence(EVERY[name], one.period, SHIPPED) for one in made] == list(made)


@given(NAMES, YEARS)
def test_a_moved_last_day_is_the_next_working_day(name, year):
    for one in occurrences(EVERY[name], year, with_setting(MOVES, True)):
        if one.last_day and one.written:
            assert is_working_day(one.last_day)
            passed = range((one.last_day - one.written).days)
            assert not any(is_working_day(one.written + timedelta(days=n)) for n in passed)


@given(DAYS, st.integers(1, 36))
def test_months_never_skip_a_month_and_keep_the_order(day, months):
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
    assert later <= months_after(day + timedelta(days=1), months)


@given(st.integers(2022, 2050), st.integers(1, 4), st.integers(1, 60))
def test_the_days_after_a_quarter_are_counted_from_its_end(year, quarter, days):
    one = occurrence(EVERY["map-projects"], f"{year}-Q{quarter}", with_setting(AFTER_QUARTER, days, "map-projects"))
    assert one is not None
    assert one.last_day is not None
    assert (one.last_day - (one.opens_on - timedelta(days=1))).days == days
    assert one.opens_on.day == 1
    assert one.opens_on.month in (1, 4, 7, 10)


def made(name: str, year: int) -> Occurrence:
    return occurrences(EVERY[name], year, SHIPPED)[0]


@given(NAMES, YEARS, st.none() | DAYS, DAYS)
def test_a_duty_is_in_one_state_a_day(name, year, done_on, on):
    one = made(name, year)
    at = stands(one, done_on, on)
    done = done_on is not None and done_on <= on
    assert (at.state is State.DONE) == done
    assert (at.state is State.LATE) == (not done and one.last_day is not None and on > one.last_day)
    assert (at.state is State.NO_DAY) == (not done and one.last_day is None)
    assert at.days > 0 if at.state is State.LATE else at.days >= 0


@given(NAMES, YEARS, DAYS)
def test_nothing_is_late_without_a_day(name, year, on):
    one = made(name, year)
    if one.last_day is None:
        assert stands(one, None, on).state is State.NO_DAY
        assert stands(one, on, on).days == 0


@pytest.mark.parametrize(
    ("on", "state", "days"),
    [
        (date(2026, 4, 19), State.AHEAD, 0),
        (date(2026, 4, 20), State.DUE, 0),
        (date(2026, 5, 20), State.DUE, 0),
        (date(2026, 5, 21), State.LATE, 1),
        (date(2026, 6, 20), State.LATE, 31),
    ],
)
def test_the_last_day_is_not_late_and_the_next_one_is(on, state, days):
    at = stands(made("purchase-needs", 2026), None, on)
    assert (at.state, at.days) == (state, days)


def test_a_quarter_is_not_due_before_it_is_over():
    one = occurrence(EVERY["map-projects"], "2026-Q1", SHIPPED)
    assert one is not None
    assert stands(one, None, date(2026, 3, 31)).state is State.AHEAD
    assert stands(one, None, date(2026, 4, 1)).state is State.DUE


def test_what_was_done_late_says_by_how_many_days():
    at = stands(made("purchase-needs", 2026), date(2026, 5, 26), date(2026, 6, 1))
    assert (at.state, at.days, at.done_on) == (State.DONE, 6, date(2026, 5, 26))
