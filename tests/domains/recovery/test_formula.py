"""The example formula of 27.4: sums worked out by hand, and what holds for all of them."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ondiris.base.money import round_half_up
from ondiris.domains.agreements.fulfilment import Indicator, YearOf, fulfilment
from ondiris.domains.recovery.formula import Payment, Rules, Segment, Sheet, shortfall_sheet
from ondiris.domains.recovery.queries import rules_on, segments
from ondiris.law.parameters import Parameters

EXAMPLES = yaml.safe_load((Path(__file__).parent / "formula.yaml").read_text(encoding="utf-8"))
SHIPPED = Parameters.load()
RULES = Rules(days_in_year=365, rounding=Decimal(1))
DEMAND = date(2024, 7, 25)

LEVELS = st.fractions(0, 1, max_denominator=1000)
AMOUNTS = st.decimals(Decimal("0.01"), Decimal(10**12), places=2)
RATES = st.decimals(Decimal(0), Decimal(50), places=2)
DAYS = st.integers(0, 900).map(lambda n: DEMAND - timedelta(days=n))


@st.composite
def paid(draw: st.DrawFn) -> tuple[Payment, list[Segment]]:
    """A payment with the rates from its day to the demand's, cut at a few days."""
    first = draw(DAYS)
    cuts = sorted({first, DEMAND, *(day for day in draw(st.lists(DAYS, max_size=3)) if day > first)})
    rated = [Segment(a, b, draw(RATES)) for a, b in pairwise(cuts)]
    return Payment(first, draw(AMOUNTS)), rated


PAYMENTS = st.lists(paid(), max_size=3)


def exact(payments: list[tuple[Payment, list[Segment]]], level: Fraction) -> Fraction:
    found = shortfall_sheet(payments, level, DEMAND, RULES).exact
    assert found is not None
    return found


def of(example: dict[str, Any]) -> Sheet:
    """The sheet for an example, by the shipped parameters."""
    on = example["demanded on"]
    payments = [Payment(p["paid on"], Decimal(p["amount"])) for p in example["payments"]]
    rated = [(payment, segments(SHIPPED, payment.on, on)) for payment in payments]
    return shortfall_sheet(rated, Fraction(str(example["level"])), on, rules_on(SHIPPED, on))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["case"])
def test_the_level_worked_out_by_hand(example):
    rows = [
        Indicator("", "export", "", 1, (YearOf(2024, Decimal(row["target"]), Decimal(row["reached"]), due=True),))
        for row in example["indicators"]
    ]
    found = fulfilment(rows, Fraction(1))
    assert [one.level for one in found.indicators] == [Fraction(str(row["level"])) for row in example["indicators"]]
    assert found.level == Fraction(str(example["level"]))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["case"])
def test_every_step_worked_out_by_hand(example):
    sheet = of(example)
    for step, payment in zip(sheet.steps, example["payments"], strict=True):
        assert step.share == Fraction(str(payment["unfulfilled share"]))
        assert [(p.segment.first, p.segment.end, p.days, p.segment.rate, p.exact) for p in step.interest] == [
            (row["from"], row["before"], row["days"], Decimal(str(row["rate"])), Fraction(str(row["sum"])))
            for row in payment["interest"]
        ]
    assert (sheet.exact, sheet.due) == (Fraction(str(example["exact sum"])), Decimal(example["due"]))


@given(PAYMENTS, LEVELS, LEVELS)
def test_who_fulfils_more_returns_no_more(payments, one, other):
    less, more = sorted((one, other))
    assert exact(payments, less) >= exact(payments, more)


@given(PAYMENTS)
def test_who_fulfils_everything_returns_nothing(payments):
    assert exact(payments, Fraction(1)) == 0


@given(PAYMENTS)
def test_who_fulfils_nothing_returns_at_least_what_was_paid(payments):
    assert exact(payments, Fraction(0)) >= sum(Fraction(payment.amount) for payment, _rates in payments)


@given(paid(), LEVELS, st.data())
def test_a_segment_may_be_cut_anywhere(payment, level, data):
    one, rated = payment
    cut = [
        part
        for whole in rated
        for day in [data.draw(st.dates(whole.first, whole.end))]
        for part in (Segment(whole.first, day, whole.rate), Segment(day, whole.end, whole.rate))
    ]
    assert exact([(one, cut)], level) == exact([(one, rated)], level)


@given(paid(), LEVELS, st.integers(1, 99))
def test_a_payment_may_be_paid_in_two_parts(payment, level, percent):
    whole, rated = payment
    part = (whole.amount * percent / 100).quantize(Decimal("0.01"))
    parts = [(Payment(whole.on, part), rated), (Payment(whole.on, whole.amount - part), rated)]
    assert exact(parts, level) == exact([payment], level)


@given(PAYMENTS, LEVELS, st.sampled_from([Decimal(1), Decimal("0.01"), Decimal(1000)]))
def test_the_sum_is_rounded_once_at_the_end(payments, level, unit):
    sheet = shortfall_sheet(payments, level, DEMAND, Rules(365, unit))
    assert sheet.exact == sum((step.exact for step in sheet.steps), Fraction(0))
    assert sheet.due == round_half_up(sheet.exact, unit)


def test_a_demand_before_a_payment_is_refused():
    with pytest.raises(ValueError, match="before a payment"):
        shortfall_sheet([(Payment(DEMAND + timedelta(days=1), Decimal(1)), [])], Fraction(0), DEMAND, RULES)


@pytest.mark.parametrize("level", [Fraction(-1, 1000), Fraction(1001, 1000)])
def test_a_level_outside_its_bounds_is_refused(level):
    with pytest.raises(ValueError, match="between 0 and 1"):
        shortfall_sheet([], level, DEMAND, RULES)


def test_days_without_a_rate_leave_the_sum_open_and_are_named():
    """The register knows no base rate from 8 September 2026 on."""
    on = date(2026, 10, 1)
    payment = Payment(date(2026, 9, 1), Decimal(1000))
    sheet = shortfall_sheet([(payment, segments(SHIPPED, payment.on, on))], Fraction(1, 2), on, RULES)
    assert (sheet.exact, sheet.due, sheet.gap) == (None, None, Segment(date(2026, 9, 8), on, None))
    assert sheet.steps[0].share == 500


def test_days_without_a_rate_do_not_matter_where_nothing_is_owed():
    on = date(2026, 10, 1)
    payment = Payment(date(2026, 9, 1), Decimal(1000))
    sheet = shortfall_sheet([(payment, segments(SHIPPED, payment.on, on))], Fraction(1), on, RULES)
    assert (sheet.due, sheet.gap) == (0, None)
