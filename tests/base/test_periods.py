"""A period has its first day and not its end; the database's conditions mean the same."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ondiris.base.periods import Period, in_force, overlapping
from ondiris.domains.classifiers.models import Region
from ondiris.domains.parties.models import BodyRole, Organisation
from ondiris.domains.parties.terms import OrganisationKind, Role
from tests.factories.country import bin_number

FIRST = date(2024, 1, 1)
DAYS = st.integers(0, 40).map(lambda n: FIRST + timedelta(days=n))
LENGTHS = st.none() | st.integers(1, 20)


def period(first: date, length: int | None) -> Period:
    return Period(first, None if length is None else first + timedelta(days=length))


def test_the_first_day_belongs_and_the_end_does_not():
    january = Period(FIRST, date(2024, 2, 1))
    assert FIRST in january
    assert date(2024, 1, 31) in january
    assert date(2024, 2, 1) not in january
    assert january.days == 31


def test_an_open_period_never_ends_and_has_no_length():
    since = Period(FIRST)
    assert date(9999, 12, 31) in since
    with pytest.raises(ValueError, match="no length"):
        _ = since.days


def test_a_reversed_period_is_refused():
    with pytest.raises(ValueError, match="before it begins"):
        Period(FIRST, date(2023, 12, 31))


@pytest.fixture
def body(db) -> Organisation:
    region = Region.objects.create(code="100000000", name_kk="А", name_ru="А", name_en="A")
    return Organisation.objects.create(bin=bin_number(1), name="Body", kind=OrganisationKind.PUBLIC_BODY, region=region)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(DAYS, LENGTHS, DAYS, LENGTHS)
def test_the_database_counts_days_as_periods_do(body, first, length, other_first, other_length):
    kept, asked = period(first, length), period(other_first, other_length)
    BodyRole.objects.all().delete()
    BodyRole.objects.create(organisation=body, role=Role.INDUSTRY_AUTHORITY, valid_from=kept.first, valid_to=kept.end)
    for day in (asked.first, kept.first, kept.end or asked.first):
        assert BodyRole.objects.filter(in_force(day)).exists() == (day in kept)
    shared = max(kept.first, asked.first) in kept and max(kept.first, asked.first) in asked
    assert BodyRole.objects.filter(overlapping(asked.first, asked.end)).exists() == shared
