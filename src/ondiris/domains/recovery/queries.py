"""What would come back if it were asked for on a day?"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ondiris.domains.agreements.fulfilment import Fulfilment
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.agreements.queries import fulfilment_of
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.recovery.formula import Payment, Rules, Segment, Sheet, shortfall_sheet
from ondiris.domains.recovery.terms import ClaimState
from ondiris.law.parameters import Gap, Parameters


def payments_of(agreement: Agreement) -> list[Payment]:
    """The money paid under the agreement, in the order of days, each with what was asked back of it before."""
    paid = agreement.instalments.exclude(transfer=None).select_related("transfer")
    made = agreement.claims.filter(state__in=[ClaimState.DEMANDED, ClaimState.RETURNED]).values_list("sheet", flat=True)
    asked: dict[tuple[str, str], Fraction] = {}
    for sheet in made:
        for step in sheet["payments"]:
            key = step["on"], step["amount"]
            asked[key] = max(asked.get(key, Fraction(0)), 1 - as_fraction(sheet["level"]))
    payments = (
        Payment(t.on, t.amount, asked.get((t.on.isoformat(), format(t.amount, "f")), Fraction(0)))
        for t in (i.transfer for i in paid)
        if t is not None
    )
    return sorted(payments, key=lambda p: p.on)


def is_claimed(agreement: Agreement) -> bool:
    """Whether a demand is drawn up or made, and not answered yet."""
    return agreement.claims.filter(state__in=[ClaimState.DRAWN, ClaimState.DEMANDED]).exists()


def segments(parameters: Parameters, first: date, end: date) -> list[Segment]:
    """The base rate from `first` to before `end`, cut where it changes; a gap has no rate."""
    return [
        Segment(s.first, s.last, None)
        if isinstance(s.value, Gap)
        else Segment(s.first, s.last, s.value.value, s.value.source, s.value.certainty)
        for s in parameters.segments("base_rate", first, end)
    ]


def rules_on(parameters: Parameters, on: date) -> Rules:
    """The example formula's parameters on a day. ValueError where one is not set."""
    days = parameters.value("recovery.days_in_year", on)
    unit = parameters.value("recovery.rounding", on)
    if isinstance(days, Gap) or isinstance(unit, Gap):
        raise ValueError("the formula's parameters are not set on this day")
    return Rules(days.value, unit.value)


def due_on(agreement: Agreement, on: date) -> tuple[Fulfilment, Sheet | None]:
    """The level of fulfilment and the sheet of what would be due on a day; no sheet while the level is unknown."""
    reached = fulfilment_of(agreement, on)
    payments = [p for p in payments_of(agreement) if p.on <= on]
    if reached.level is None or not payments:
        return reached, None
    parameters = parameters_on()
    with_rates: Sequence[tuple[Payment, Sequence[Segment]]] = [(p, segments(parameters, p.on, on)) for p in payments]
    return reached, shortfall_sheet(with_rates, reached.level, on, rules_on(parameters, on))


def due_until_gap(sheet: Sheet) -> Sheet | None:
    """The sum as of the first day of the sheet's gap, at the sheet's level; None where a payment came after that day."""
    if sheet.gap is None:
        return None
    until = sheet.gap.first
    payments = [step.payment for step in sheet.steps]
    if any(payment.on > until for payment in payments):
        return None
    parameters = parameters_on()
    with_rates = [(p, segments(parameters, p.on, until)) for p in payments]
    return shortfall_sheet(with_rates, sheet.level, until, rules_on(parameters, until))


def exact_text(exact: Fraction | None) -> str | None:
    """A fraction as `numerator/denominator`, None for none."""
    return None if exact is None else f"{exact.numerator}/{exact.denominator}"


def kept(reached: Fulfilment, sheet: Sheet) -> dict[str, Any]:
    """The sheet as plain JSON, every step with its exact fraction: what a claim stores and a page shows."""
    return {
        "demand_on": sheet.demand_on.isoformat(),
        "level": exact_text(sheet.level),
        "indicators": [
            {
                "name": one.indicator.name,
                "direction": one.indicator.direction,
                "unit": one.indicator.unit,
                "weight": one.indicator.weight,
                "level": exact_text(one.level),
                "years": [
                    {
                        "year": year.year,
                        "target": format(year.target.normalize(), "f"),
                        "reached": None if year.reached is None else format(year.reached.normalize(), "f"),
                        "level": exact_text(level),
                    }
                    for year, level in one.by_year
                ],
            }
            for one in reached.indicators
        ],
        "payments": [
            {
                "on": step.payment.on.isoformat(),
                "amount": format(step.payment.amount, "f"),
                "asked": exact_text(step.payment.asked),
                "share": exact_text(step.share),
                "interest": [
                    {
                        "first": part.segment.first.isoformat(),
                        "end": part.segment.end.isoformat(),
                        "rate": format(part.segment.rate or Decimal(0), "f"),
                        "source": part.segment.source,
                        "certainty": part.segment.certainty,
                        "days": part.days,
                        "exact": exact_text(part.exact),
                    }
                    for part in step.interest
                ],
                "exact": exact_text(step.exact),
            }
            for step in sheet.steps
        ],
        "days_in_year": sheet.rules.days_in_year,
        "rounding": format(sheet.rules.rounding, "f"),
        "exact": exact_text(sheet.exact),
        "due": None if sheet.due is None else format(sheet.due, "f"),
        "gap": None if sheet.gap is None else {"first": sheet.gap.first.isoformat(), "end": sheet.gap.end.isoformat()},
    }


def as_fraction(text: str) -> Fraction:
    """The fraction that `exact_text` wrote."""
    return Fraction(text)
