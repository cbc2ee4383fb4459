"""The programme that raises in-country value: handed over, late, and its targets against facts. (48.5)"""

from datetime import date
from decimal import Decimal

import pytest

from ondiris.base.errors import BadInput, NotPermitted, WrongState
from ondiris.domains.contracts.actions import programme as acts
from ondiris.domains.contracts.programme import Stage, programme_of
from ondiris.domains.planning.terms import ContractKind
from tests.factories import upload

JUNE = date(2025, 6, 1)
TARGETS = {2025: Decimal(30), 2026: Decimal("35.5"), 2027: Decimal(45)}


def hand_over(one, on: date = JUNE, targets=TARGETS):
    return acts.deliver_programme(
        one.supplier(on), one.contract.number, upload=upload("programme.pdf"), targets=targets
    )


def report(one, year: int, fact: str, on: date):
    return acts.report_value(
        one.supplier(on), one.contract.number, year=year, fact=Decimal(fact), upload=upload("value.pdf")
    )


def refused(call, *args, **data) -> set[str]:
    with pytest.raises(BadInput) as refusal:
        call(*args, **data)
    return set(refusal.value.fields)


@pytest.mark.parametrize(
    ("on", "stage", "late_by"),
    [(date(2025, 9, 1), Stage.AHEAD, 0), (date(2025, 9, 2), Stage.LATE, 1), (date(2026, 9, 1), Stage.LATE, 365)],
)
def test_the_programme_is_late_after_its_last_day(deal, on, stage, late_by):
    found = programme_of(deal().contract, on)
    assert (found.stage, found.late_by) == (stage, late_by)


def test_a_programme_handed_over_late_stays_late_by_those_days(deal):
    one = deal()
    hand_over(one, date(2025, 9, 11))
    found = programme_of(one.contract, date(2026, 6, 1))
    assert (found.stage, found.delivered_on, found.late_by) == (Stage.DELIVERED, date(2025, 9, 11), 10)


def test_the_contract_stays_in_force(deal):
    assert hand_over(deal()).state == "in_force"


def test_each_year_left_has_a_target(deal):
    one = deal()
    hand_over(one)
    assert {row.year: row.target for row in programme_of(one.contract, JUNE).years} == TARGETS


def test_years_that_are_over_have_none(deal):
    left = {year: target for year, target in TARGETS.items() if year > 2025}
    assert hand_over(deal(), date(2026, 1, 1), left).state == "in_force"


@pytest.mark.parametrize(
    "targets",
    [
        {**TARGETS, 2026: Decimal("29.999999")},
        {**TARGETS, 2026: Decimal("100.000001")},
        {**TARGETS, 2026: Decimal("35.0000001")},
        {**TARGETS, 2026: Decimal("NaN")},
        {year: target for year, target in TARGETS.items() if year != 2026},
    ],
)
def test_a_target_below_the_minimum_above_hundred_or_missing_is_refused(deal, targets):
    assert refused(hand_over, deal(), targets=targets) == {"target_2026"}


def test_a_target_outside_the_term_is_refused(deal):
    assert refused(hand_over, deal(), targets={**TARGETS, 2028: Decimal(50)}) == {"target_2028"}


def test_the_programme_is_handed_over_once(deal):
    one = deal()
    hand_over(one)
    with pytest.raises(WrongState, match="already"):
        hand_over(one)


def test_contract_procurement_has_no_programme(deal):
    with pytest.raises(WrongState):
        hand_over(deal(kind=ContractKind.CONTRACT_PROCUREMENT))


def test_the_customer_hands_over_no_programme(deal):
    one = deal()
    with pytest.raises(NotPermitted):
        acts.deliver_programme(one.customer(JUNE), one.contract.number, upload=upload("programme.pdf"), targets=TARGETS)


def test_a_fact_below_the_target_shows_by_how_much(deal):
    one = deal()
    hand_over(one)
    report(one, 2025, "28.25", date(2026, 2, 1))
    assert [row.below for row in programme_of(one.contract, date(2026, 2, 1)).years] == [Decimal("1.75"), None, None]


def test_a_fact_above_the_target_falls_short_by_nothing(deal):
    one = deal()
    hand_over(one)
    report(one, 2025, "31", date(2026, 2, 1))
    assert programme_of(one.contract, date(2026, 2, 1)).years[0].below == 0


def test_a_year_that_is_over_without_a_fact_is_named(deal):
    one = deal()
    hand_over(one)
    found = [programme_of(one.contract, day).unreported for day in (date(2025, 12, 31), date(2026, 1, 1))]
    assert found == [(), (2025,)]


def test_a_year_that_is_not_over_is_not_reported(deal):
    one = deal()
    hand_over(one)
    assert refused(report, one, 2025, "30", date(2025, 12, 31)) == {"year"}


def test_a_year_without_a_target_is_not_reported(deal):
    one = deal()
    hand_over(one)
    assert refused(report, one, 2024, "30", date(2026, 2, 1)) == {"year"}


def test_a_year_is_reported_once(deal):
    one = deal()
    hand_over(one)
    report(one, 2025, "30", date(2026, 2, 1))
    assert refused(report, one, 2025, "40", date(2026, 2, 1)) == {"year"}


@pytest.mark.parametrize("fact", ["-1", "100.1", "NaN"])
def test_a_fact_outside_nought_to_hundred_is_refused(deal, fact):
    one = deal()
    hand_over(one)
    assert refused(report, one, 2025, fact, date(2026, 2, 1)) == {"fact"}
