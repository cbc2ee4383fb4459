"""Values over time: which holds on a day, where a gap lies, and what officials lay over what is shipped."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.law.parameters import Certainty, Gap, Parameter, Parameters, UnknownParameter, Value
from ondiris.law.types import Count, Percent

RATE = Parameter("rate", "Rate", Percent(), "27.4")
CAPACITY = Parameter("capacity", "Capacity", Count(), "63.2.1", categories=("car", "bus"))


def rate(first: date, percent: str, until: date | None = None) -> Value:
    return Value("rate", Decimal(percent), first, "a resolution", Certainty.ACT, known_until=until)


def capacity(first: date, count: int, category: str | None) -> Value:
    return Value("capacity", count, first, "an act", Certainty.ACT, category=category)


TWO_RATES = Parameters(
    [RATE, CAPACITY], [rate(date(2024, 3, 1), "9", until=date(2024, 5, 1)), rate(date(2024, 2, 1), "8")]
)


@pytest.mark.parametrize(
    ("day", "percent"),
    [(date(2024, 2, 1), "8"), (date(2024, 2, 29), "8"), (date(2024, 3, 1), "9"), (date(2024, 4, 30), "9")],
)
def test_a_value_holds_from_its_first_day_to_the_next_ones(day: date, percent: str) -> None:
    assert TWO_RATES.value("rate", day).value == Decimal(percent)


def test_before_the_first_value_nothing_is_established() -> None:
    gap = TWO_RATES.value("rate", date(2024, 1, 31))
    assert gap == Gap("rate", None, date(2024, 2, 1))
    assert str(gap) == "rate: not established before 2024-02-01"


def test_a_value_is_not_carried_beyond_the_day_it_is_known_until() -> None:
    gap = TWO_RATES.value("rate", date(2024, 5, 1))
    assert gap == Gap("rate", date(2024, 5, 1), None)
    assert str(gap) == "rate: known until before 2024-05-01, later not established"


def test_a_gap_between_two_values_names_both_ends() -> None:
    later = TWO_RATES.with_values([rate(date(2024, 7, 1), "10")])
    assert later.value("rate", date(2024, 6, 1)) == Gap("rate", date(2024, 5, 1), date(2024, 7, 1))


def test_segments_cover_a_period_without_its_last_day() -> None:
    segments = TWO_RATES.segments("rate", date(2024, 1, 30), date(2024, 5, 3))
    assert [(s.days, getattr(s.value, "value", None)) for s in segments] == [
        (2, None),
        (29, Decimal(8)),
        (61, Decimal(9)),
        (2, None),
    ]


def test_a_period_of_no_day_has_no_segments() -> None:
    assert TWO_RATES.segments("rate", date(2024, 3, 5), date(2024, 3, 5)) == []


def test_a_reversed_period_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        TWO_RATES.segments("rate", date(2024, 3, 5), date(2024, 3, 4))


days = st.dates(date(2024, 1, 1), date(2024, 12, 31))


@given(days, days)
def test_segments_join_without_hole_and_agree_with_single_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    segments = TWO_RATES.segments("rate", first, last)
    assert sum(segment.days for segment in segments) == (last - first).days
    assert all(a.last == b.first for a, b in pairwise(segments))
    assert all(segment.value == TWO_RATES.value("rate", segment.first) for segment in segments)


def test_an_entered_value_replaces_the_shipped_one_of_the_same_day() -> None:
    entered = TWO_RATES.with_values([rate(date(2024, 3, 1), "11", until=date(2024, 9, 1))])
    assert entered.value("rate", date(2024, 8, 31)).value == Decimal(11)
    assert TWO_RATES.value("rate", date(2024, 3, 1)).value == Decimal(9)


def test_a_shipped_value_does_not_come_back_when_an_entered_one_ends() -> None:
    open_ended = Parameters([RATE], [rate(date(2024, 1, 1), "8")])
    entered = open_ended.with_values([rate(date(2024, 2, 1), "9", until=date(2024, 3, 1))])
    assert isinstance(entered.value("rate", date(2024, 3, 1)), Gap)


def test_over_time_the_gaps_between_and_after_the_values_are_named() -> None:
    later = TWO_RATES.with_values([rate(date(2024, 7, 1), "10"), rate(date(2024, 8, 1), "11", until=date(2024, 9, 1))])
    assert [(one.first, one.end, one.value and one.value.value) for one in later.stretches("rate")] == [
        (date(2024, 2, 1), date(2024, 3, 1), 8),
        (date(2024, 3, 1), date(2024, 5, 1), 9),
        (date(2024, 5, 1), date(2024, 7, 1), None),
        (date(2024, 7, 1), date(2024, 8, 1), 10),
        (date(2024, 8, 1), date(2024, 9, 1), 11),
        (date(2024, 9, 1), None, None),
    ]


def test_a_value_that_replaces_another_from_its_day_is_counted_beside_it() -> None:
    once = TWO_RATES.with_values([rate(date(2024, 3, 1), "10"), rate(date(2024, 3, 1), "11")])
    assert once.value("rate", date(2024, 3, 1)).value == 11
    assert [one.times_set("rate") for one in (TWO_RATES, once, once.with_values([]))] == [2, 4, 4]


@pytest.mark.parametrize(("bounds", "count"), [({"least": 1}, 0), ({"most": 366}, 367)])
def test_what_cannot_be_reckoned_with_is_refused(bounds: dict[str, int], count: int) -> None:
    days = Parameter("days", "Days", Count(), "25.5", **bounds)
    with pytest.raises(ValueError, match="days from 2024-01-01"):
        Parameters([days], [Value("days", count, date(2024, 1, 1), "an act", Certainty.ACT)])


CAPACITIES = Parameters([CAPACITY], [capacity(date(2022, 1, 8), 10, None), capacity(date(2023, 1, 1), 25, "car")])


def test_a_value_without_category_is_that_of_all() -> None:
    assert CAPACITIES.value("capacity", date(2022, 6, 1), "car").value == 10


def test_a_value_of_one_category_leaves_the_others() -> None:
    on = date(2023, 6, 1)
    assert [CAPACITIES.value("capacity", on, category).value for category in ("car", "bus")] == [25, 10]


def test_an_unknown_category_has_no_value() -> None:
    assert isinstance(CAPACITIES.value("capacity", date(2023, 6, 1), "tractor"), Gap)


@pytest.mark.parametrize(("name", "category"), [("nothing", None), ("capacity", None)])
def test_a_name_that_says_no_parameter_is_refused(name: str, category: str | None) -> None:
    with pytest.raises(UnknownParameter):
        CAPACITIES.value(name, date(2023, 6, 1), category)


@pytest.mark.parametrize(
    "value",
    [
        Value("rate", 8.5, date(2024, 1, 1), "a source", Certainty.ACT),
        Value("rate", 8, date(2024, 1, 1), "a source", Certainty.ACT),
        Value("rate", Decimal("-1"), date(2024, 1, 1), "a source", Certainty.ACT),
        Value("rate", Decimal("NaN"), date(2024, 1, 1), "a source", Certainty.ACT),
        Value("rate", Decimal(8), date(2024, 1, 1), "", Certainty.ACT),
        Value("rate", Decimal(8), date(2024, 1, 1), "a source", Certainty.ACT, known_until=date(2024, 1, 1)),
    ],
)
def test_a_value_of_another_type_without_source_or_reversed_is_refused(value: Value) -> None:
    with pytest.raises(ValueError, match="rate from 2024-01-01"):
        Parameters([RATE], [value])


def test_two_values_from_one_day_are_refused() -> None:
    with pytest.raises(ValueError, match="two values"):
        Parameters([RATE], [rate(date(2024, 1, 1), "8"), rate(date(2024, 1, 1), "9")])
