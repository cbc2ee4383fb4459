"""How much comes back when counter-obligations were not fulfilled? (27.4)

The law gives three elements: the money received, the level of fulfilment reached and the base rate of the National Bank;
the formula is left to rules whose text is not at hand. This one is an EXAMPLE that the authority must confirm:
for each payment, the unfulfilled share of the amount that no earlier demand asked back, plus interest on it by the base
rate of each day from the day of payment (included) to the day of the demand (excluded). Exact fractions throughout;
rounded once, at the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from ondiris.base.money import round_half_up


@dataclass(frozen=True, slots=True)
class Payment:
    """Money paid to the recipient, in tenge, and the part of it, 0 to 1, that earlier demands asked back."""

    on: date
    amount: Decimal
    asked: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Segment:
    """Days from `first` to before `end` with one base rate, per cent a year; None where none is established.

    `source` says where the rate was read, `certainty` how sure that is (a `law.parameters.Certainty`).
    """

    first: date
    end: date
    rate: Decimal | None
    source: str = ""
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """The parameters of the example formula."""

    days_in_year: int
    rounding: Decimal


@dataclass(frozen=True, slots=True)
class Interest:
    """One segment's part: share × rate / 100 × days / days in a year."""

    segment: Segment
    days: int
    exact: Fraction


@dataclass(frozen=True, slots=True)
class PaymentStep:
    """What one payment contributes: its unfulfilled share and the interest on that."""

    payment: Payment
    share: Fraction
    interest: tuple[Interest, ...]

    @property
    def exact(self) -> Fraction:
        return self.share + sum((part.exact for part in self.interest), Fraction(0))


@dataclass(frozen=True, slots=True)
class Sheet:
    """Every step of the sum. `due` is None where a day has no established rate; `gap` then names the days."""

    demand_on: date
    level: Fraction
    steps: tuple[PaymentStep, ...]
    exact: Fraction | None
    due: Decimal | None
    rules: Rules
    gap: Segment | None = None


def shortfall_sheet(
    payments: Sequence[tuple[Payment, Sequence[Segment]]], level: Fraction, demand_on: date, rules: Rules
) -> Sheet:
    """The sheet for payments, each with the rate's segments from its day to the demand's, at a level from 0 to 1.

    ValueError for a level outside 0..1 or a demand before a payment.
    """
    if not 0 <= level <= 1:
        raise ValueError("the level of fulfilment lies between 0 and 1")
    steps: list[PaymentStep] = []
    gap: Segment | None = None
    for payment, segments in payments:
        if demand_on < payment.on:
            raise ValueError("a demand cannot come before a payment")
        share = Fraction(payment.amount) * max(Fraction(0), 1 - level - payment.asked)
        parts = []
        for segment in segments:
            days = (segment.end - segment.first).days
            if segment.rate is None:
                gap = gap or segment
                continue
            exact = share * Fraction(segment.rate) / 100 * days / rules.days_in_year
            parts.append(Interest(segment, days, exact))
        steps.append(PaymentStep(payment, share, tuple(parts)))
    if gap is not None and any(step.share for step in steps):
        return Sheet(demand_on, level, tuple(steps), None, None, rules, gap)
    exact_sum = sum((step.exact for step in steps), Fraction(0))
    return Sheet(demand_on, level, tuple(steps), exact_sum, round_half_up(exact_sum, rules.rounding), rules)
