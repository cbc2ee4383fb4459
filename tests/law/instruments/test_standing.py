"""Where does an act stand on a day, by what is recorded of it?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.law.instruments.standing import Record, ends, standing
from ondiris.law.instruments.terms import Status

FIRST = date(2024, 1, 1)
records = st.lists(
    st.builds(
        lambda status, day, place: Record("rules", status, FIRST + timedelta(day), number=str(place), place=place),
        st.sampled_from(Status),
        st.integers(0, 20),
        st.integers(0, 9),
    ),
    max_size=8,
    unique_by=lambda record: record.place,
)
days = st.integers(-2, 25).map(lambda n: FIRST + timedelta(n))


def record(status: Status, month: int, number: str = "") -> Record:
    return Record("rules", status, date(2024, month, 1), number=number, place=month)


DRAFTED = record(Status.TO_DRAFT, 1)
AGREED = record(Status.AGREED, 2)
APPROVED = record(Status.APPROVED, 3, "7")
IN_FORCE = record(Status.IN_FORCE, 4, "7")
NEXT_AGREED = record(Status.AGREED, 5)
NEXT_IN_FORCE = record(Status.IN_FORCE, 6, "9")
GONE = record(Status.REPLACED, 8, "11")
ALL = [GONE, NEXT_IN_FORCE, DRAFTED, AGREED, APPROVED, IN_FORCE, NEXT_AGREED]


@pytest.mark.parametrize(
    ("day", "holds", "coming"),
    [
        (date(2023, 12, 31), None, None),
        (date(2024, 1, 1), DRAFTED, None),
        (date(2024, 2, 28), AGREED, None),
        (date(2024, 3, 1), APPROVED, None),
        (date(2024, 4, 1), IN_FORCE, None),
        (date(2024, 5, 1), IN_FORCE, NEXT_AGREED),
        (date(2024, 6, 1), NEXT_IN_FORCE, None),
        (date(2024, 7, 31), NEXT_IN_FORCE, None),
        (date(2024, 8, 1), GONE, None),
    ],
)
def test_an_act_goes_its_way(day, holds, coming):
    at = standing(ALL, day)
    assert (at.holds, at.coming) == (holds, coming)


def test_the_one_before_ends_where_the_next_begins():
    assert ends(ALL) == {IN_FORCE: date(2024, 6, 1), NEXT_IN_FORCE: date(2024, 8, 1)}


def test_a_new_draft_after_the_end_is_what_there_is():
    draft = record(Status.TO_DRAFT, 9)
    assert standing([*ALL, draft], date(2024, 9, 1)).status is Status.TO_DRAFT


def test_nothing_recorded_is_nothing_known():
    assert standing([], FIRST).status is None


@given(records, days)
def test_what_comes_later_changes_nothing_before(found, day):
    assert standing(found, day) == standing([one for one in found if one.valid_from <= day], day)


@given(records, days)
def test_the_order_of_entry_in_a_list_does_not_matter(found, day):
    assert standing(found, day) == standing(reversed(found), day)


@given(records, days)
def test_an_act_in_force_has_not_ended(found, day):
    at = standing(found, day)
    if at.status is Status.IN_FORCE:
        end = ends(found).get(at.holds)
        assert end is None or end > day


@given(records, days)
def test_nothing_is_known_only_where_nothing_is_recorded(found, day):
    assert (standing(found, day).status is None) == (not any(one.valid_from <= day for one in found))
