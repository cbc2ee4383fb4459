"""A series has no gap and no double, however many take from it."""

import pytest
from django.db import transaction

from ondiris.base.numbering.models import Counter
from ondiris.base.numbering.next import next_number
from tests.databases import at_once


@pytest.mark.django_db
def test_each_series_of_each_year_counts_from_one():
    assert [next_number("IG", 2026), next_number("IG", 2026)] == ["IG-2026-00001", "IG-2026-00002"]
    assert (next_number("IG", 2027), next_number("REP", 2026)) == ("IG-2027-00001", "REP-2026-00001")


@pytest.mark.django_db
def test_a_number_does_not_end_at_its_five_digits():
    next_number("IG", 2026)
    Counter.objects.update(last=99_999)
    assert next_number("IG", 2026) == "IG-2026-100000"


@pytest.mark.usefixtures("own_database")
def test_parallel_takers_some_of_whom_fail_leave_no_gap_and_no_double():
    def take(place: int) -> str:
        with transaction.atomic():
            number = next_number("IG", 2026)
            if place % 5 == 0:
                raise RuntimeError("this one fails after it took a number")
        return number

    taken = at_once(take, range(100), threads=8)
    numbers = sorted(one for one in taken if isinstance(one, str))
    assert numbers == [f"IG-2026-{n:05d}" for n in range(1, 81)]
