"""The floors of 48.2: what is met, what is not, what stays open, and what is warned of during a year."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from ondiris.domains.contracts import counting
from ondiris.domains.contracts.actions import deliver
from ondiris.domains.contracts.counting import sentence, years_of, years_of_all
from ondiris.domains.contracts.models import Good, Version, Volume
from ondiris.domains.contracts.terms import VersionState
from ondiris.domains.contracts.years import Counted, Judged, Reading, Result, Shares, judge
from ondiris.domains.planning.terms import ContractKind
from ondiris.law.parameters import Certainty, Parameters, Value
from tests.domains.contracts.conftest import contract

SHARES = Shares(first=Decimal(100), later=Decimal(50), margin=Decimal(10))
READING = Reading(
    offtake=True,
    starts_on=date(2025, 1, 1),
    ends_on=date(2028, 12, 31),
    long_term_months=12,
    first_year=2025,
)
AFTER = date(2030, 1, 1)
VOLUMES = st.decimals(Decimal("0.0001"), Decimal(10**9), places=4)
PARTS = st.decimals(Decimal(0), Decimal(10**9), places=4)


def counted(**became: object) -> Counted:
    return Counted(Decimal(100), Decimal(10), **{name: Decimal(str(value)) for name, value in became.items()})


def judged(year: int = 2026, on: date = AFTER, reading: Reading = READING, **became: object) -> Judged:
    return judge(counted(**became), year, reading, SHARES, on)


def test_the_floors_are_those_of_the_law():
    shipped = Parameters.load()
    found = [shipped.value(f"contracts.floor_{years}", date(2026, 12, 31)) for years in ("first_year", "later_years")]
    assert [(one.value, str(one.certainty)) for one in found] == [(100, "act"), (50, "act")]


def test_exactly_half_is_enough_in_a_later_year():
    assert judged(accepted=50, by_customer=50).result == Result.MET


def test_a_hair_below_half_is_not_enough_in_a_later_year():
    assert judged(accepted="49.9999", by_customer="50.0001").result == Result.NOT_MET


def test_half_is_not_enough_in_the_first_year():
    assert judged(2025, accepted=50, by_customer=50).result == Result.NOT_MET


def test_the_whole_volume_is_needed_in_the_first_year():
    assert judged(2025, accepted=100).result == Result.MET


def test_a_supplier_that_offered_too_little_leaves_nothing_to_judge():
    assert judged(accepted=30, by_customer="19.9999").result == Result.NOT_JUDGED


def test_what_was_refused_by_the_suppliers_fault_was_not_duly_offered():
    assert judged(accepted=30, by_supplier=70).result == Result.NOT_JUDGED


def test_a_contested_fault_on_which_the_answer_hangs_leaves_it_open():
    assert judged(accepted=30, contested=20).result == Result.UNDETERMINED


def test_a_contested_fault_on_which_nothing_hangs_does_not():
    assert judged(accepted=30, by_customer=20, contested=50).result == Result.NOT_MET


def test_a_delivery_that_waits_and_would_be_enough_leaves_it_open():
    assert judged(accepted=30, waiting=20).result == Result.UNDETERMINED


def test_a_delivery_that_waits_and_may_be_the_suppliers_fault_leaves_it_open():
    assert judged(2025, accepted=30, by_customer=60, waiting=10).result == Result.UNDETERMINED


@pytest.mark.parametrize(
    ("unpaid", "on", "said"),
    [
        ("0", AFTER, Result.MET),
        ("10", AFTER, Result.MET),
        ("10.0001", AFTER, Result.UNDETERMINED),
        ("60", AFTER, Result.UNDETERMINED),
        ("60", date(2026, 12, 31), Result.NOT_OVER),
    ],
)
def test_what_is_accepted_and_not_paid_for_is_not_met_yet(unpaid, on, said):
    assert judged(on=on, accepted=60, unpaid=unpaid).result == said


def test_enough_is_met_before_the_year_is_over():
    assert judged(on=date(2026, 3, 1), accepted=50).result == Result.MET


def test_the_last_day_of_a_year_still_belongs_to_it():
    results = [judged(on=day, accepted=1, by_customer=99).result for day in (date(2026, 12, 31), date(2027, 1, 1))]
    assert results == [Result.NOT_OVER, Result.NOT_MET]


@pytest.mark.parametrize(("ends_on", "result"), [(date(2025, 12, 31), "not_judged"), (date(2026, 1, 1), "not_met")])
def test_a_contract_is_long_term_when_its_term_is_longer_than_a_year(ends_on, result):
    assert judged(2025, reading=replace(READING, ends_on=ends_on), by_customer=100).result == result


@pytest.mark.parametrize("unknown", [{"long_term_months": None}, {"first_year": None}])
def test_a_setting_that_is_not_established_leaves_it_open(unknown):
    assert judged(reading=replace(READING, **unknown), by_customer=100).result == Result.UNDETERMINED


def test_contract_procurement_has_no_floor():
    assert judged(reading=replace(READING, offtake=False), by_customer=100).result == Result.NOT_JUDGED


def test_the_steps_tell_how_the_answer_came_about():
    found = judged(accepted="12.5", by_customer=60)
    assert [(sentence(step), step.provision) for step in found.steps] == [
        ("The term is longer than 12 months: the contract is long-term.", "48.2p2"),
        ("2026 is a later year; the first of the contract was 2025.", "48.2p2:2"),
        ("50% of the year's volume of 100 is 50; accepted are 12.5.", "48.2p3"),
        ("The supplier duly offered 72.5, not less than 50, and less was accepted.", "48.2p2"),
    ]


@given(VOLUMES, PARTS, PARTS, PARTS, PARTS, PARTS, st.sampled_from([2025, 2026]))
def test_accepting_more_never_turns_met_into_not_met(contracted, accepted, more, refused, contested, waiting, year):
    before = Counted(contracted, Decimal(1), accepted, by_customer=refused, contested=contested, waiting=waiting)
    after = replace(before, accepted=accepted + more)
    if judge(before, year, READING, SHARES, AFTER).result == Result.MET:
        assert judge(after, year, READING, SHARES, AFTER).result == Result.MET


@given(VOLUMES, PARTS, PARTS)
def test_not_met_only_where_the_supplier_duly_offered_the_floor(contracted, accepted, refused):
    one = Counted(contracted, Decimal(1), accepted, by_customer=refused)
    if judge(one, 2026, READING, SHARES, AFTER).result == Result.NOT_MET:
        assert accepted + refused >= Fraction(contracted) / 2 > accepted


@given(VOLUMES)
def test_half_of_any_volume_is_met_exactly(contracted):
    whole = Counted(contracted * 2, Decimal(1), contracted, by_customer=contracted)
    less = replace(whole, accepted=contracted - Decimal("0.0001"), by_customer=contracted + Decimal("0.0001"))
    found = [judge(one, 2026, READING, SHARES, AFTER).result for one in (whole, less)]
    assert found == [Result.MET, Result.NOT_MET]


def test_acceptance_behind_the_pace_is_warned_of():
    # 2 July is day 183 of 365: of a floor of 50, 25.07 should be there, and 5 less is still no warning
    found = [judged(on=date(2026, 7, 2), accepted=a, by_customer=90).pace for a in ("20.0684", "20.0686")]
    assert [(one.late, one.not_offered) for one in found] == [(True, False), (False, False)]


def test_a_warning_says_where_too_little_was_offered():
    assert judged(on=date(2026, 7, 2), accepted=10).pace.not_offered


def test_the_pace_is_that_of_the_days_within_the_term():
    begun = replace(READING, starts_on=date(2025, 12, 1), ends_on=date(2027, 12, 31))
    assert judged(2025, on=date(2025, 12, 1), reading=begun).pace.expected == Fraction(100, 31)


def test_a_year_that_lies_ahead_has_no_pace():
    assert judged(2027, on=date(2026, 12, 31)).pace is None


# As they are counted from a contract's rows


@pytest.fixture
def shortfall(deal):
    """800 of 1,000 accepted in the first year, 200 refused without fault."""
    one = deal()
    one.accept("800", date(2025, 6, 1))
    one.refuse("200", date(2025, 7, 1))
    return one


def result(one, year: int, on: date) -> str:
    return next(found.result for found in years_of(one.contract, on) if found.year == year)


def test_the_first_year_is_that_of_the_first_volume(deal):
    one = deal(volumes={2026: "1000", 2027: "1000"})
    one.accept("500", date(2026, 3, 1))
    one.refuse("500", date(2026, 4, 1))
    assert result(one, 2026, date(2027, 1, 1)) == Result.NOT_MET


def test_by_the_other_reading_it_is_that_of_conclusion(deal, monkeypatch):
    name = "contracts.first_year_is_of_first_volume"
    read = Parameters.load().with_values([Value(name, False, date(2022, 1, 8), "an order", Certainty.ACT)])
    monkeypatch.setattr(counting, "parameters_on", lambda: read)
    one = deal(volumes={2026: "1000", 2027: "1000"})
    one.buy("500", date(2026, 3, 1))
    one.refuse("500", date(2026, 4, 1))
    assert result(one, 2026, date(2027, 1, 1)) == Result.MET


def test_a_shortfall_of_the_first_year_is_not_met_once_it_is_over(shortfall):
    found = [result(shortfall, 2025, day) for day in (date(2025, 12, 31), date(2026, 1, 1))]
    assert found == [Result.NOT_OVER, Result.NOT_MET]


def test_what_was_delivered_in_a_year_counts_for_it_whenever_it_is_accepted(deal):
    one = deal()
    one.offer("1000", date(2025, 12, 31))
    late = date(2026, 1, 20)
    accepted = deliver.accept(one.customer(late), one.contract.deliveries.get().number, volume=Decimal(1000))
    assert result(one, 2025, date(2026, 2, 1)) == Result.UNDETERMINED
    one.pay(accepted, late)
    assert result(one, 2025, date(2026, 2, 1)) == Result.MET


def test_silence_counts_as_refusal_only_after_the_days_to_answer(deal):
    one = deal()
    one.offer("1000", date(2025, 12, 20))
    found = [result(one, 2025, day) for day in (date(2026, 1, 19), date(2026, 1, 20))]
    assert found == [Result.UNDETERMINED, Result.NOT_MET]


def test_silence_is_counted_from_the_day_of_the_offer(deal):
    one = deal()
    late = date(2026, 3, 1)
    number = one.contract.number
    deliver.offer_delivery(
        one.supplier(late), contract=number, good=1, delivered_on=date(2025, 6, 1), volume=Decimal(1000)
    )
    assert result(one, 2025, date(2026, 3, 31)) == Result.UNDETERMINED


def test_a_year_is_counted_by_the_version_that_held_at_its_end(shortfall):
    raised = Version.objects.get(contract=shortfall.contract)
    Version.objects.filter(pk=raised.pk).update(state=VersionState.REPLACED)
    raised.pk, raised.place, raised.state, raised.in_force_on = None, 2, VersionState.IN_FORCE, date(2026, 5, 1)
    raised.save()
    good = Good.objects.create(version=raised, place=1, code="848180", name_kk="Ы", name_ru="З", unit="pieces")
    Volume.objects.bulk_create(Volume(good=good, year=y, volume=2000, price=3000) for y in (2025, 2026, 2027))
    found = years_of(shortfall.contract, date(2026, 6, 1))
    assert [one.goods[0].judged.counted.contracted for one in found] == [1000, 2000, 2000]


def test_a_term_shortened_later_does_not_free_a_year_that_is_over(shortfall):
    first = Version.objects.get(contract=shortfall.contract)
    Version.objects.filter(pk=first.pk).update(state=VersionState.REPLACED)
    volume = Volume.objects.get(good__version=first, year=2025)
    first.pk, first.place, first.state, first.in_force_on = None, 2, VersionState.IN_FORCE, date(2026, 1, 10)
    first.ends_on = date(2026, 1, 31)
    first.save()
    good = Good.objects.create(version=first, place=1, code="848180", name_kk="Ы", name_ru="З", unit="pieces")
    Volume.objects.create(good=good, year=2025, volume=volume.volume, price=volume.price)
    assert result(shortfall, 2025, date(2026, 2, 1)) == Result.NOT_MET


def test_a_running_year_is_warned_of(deal):
    found = years_of(deal().contract, date(2025, 12, 1))[0]
    assert [one.good.name_ru for one in found.warned] == ["Задвижки"]


def test_many_contracts_are_counted_with_as_few_queries_as_one(made):
    some = [contract(made, number=f"OFT-2025-{n:05d}") for n in range(5)]
    with CaptureQueriesContext(connection) as one:
        years_of_all(some[:1], AFTER)
    with CaptureQueriesContext(connection) as many:
        found = years_of_all(some, AFTER)
    assert (len(many), len(found)) == (len(one), 5)


def test_a_contract_without_volumes_has_no_years(made):
    assert years_of(contract(made, kind=ContractKind.CONTRACT_PROCUREMENT, volumes={}), AFTER) == []
