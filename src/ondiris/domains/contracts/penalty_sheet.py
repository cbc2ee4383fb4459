"""What does the customer owe for goods that it did not buy, step by step? (48.4)

The law leaves the size to rules whose text is not at hand. This formula is an EXAMPLE that the authority must confirm:
the volume refused not by the supplier's fault, as far as it had to be taken, at the contract's price, times a rate.
Exact fractions throughout; rounded half up to the tiyn once, at the end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ondiris.base.money import TIYN, round_half_up
from ondiris.domains.contracts.years import Judged


@dataclass(frozen=True, slots=True)
class Rules:
    """The example formula's settings: the rate in per cent, and whether only what had to be taken counts."""

    rate: Decimal
    below_floor_only: bool


@dataclass(frozen=True, slots=True)
class GoodOf:
    """A good of the sheet, as it is called, with its year."""

    place: int
    name_kk: str
    name_ru: str
    unit: str
    judged: Judged


@dataclass(frozen=True, slots=True)
class GoodStep:
    """What one good contributes. `owed` is the volume that was to be taken, `volume` what of it the penalty is for."""

    good: GoodOf
    owed: Fraction
    volume: Fraction
    value: Fraction
    exact: Fraction


@dataclass(frozen=True, slots=True)
class Sheet:
    """Every step of a penalty; `amount` is in tenge."""

    year: int
    rules: Rules
    steps: tuple[GoodStep, ...]
    exact: Fraction
    amount: Decimal


def penalty_sheet(year: int, goods: Sequence[GoodOf], rules: Rules) -> Sheet:
    """The sheet of a year. A good without a floor (its contract is not long-term) is owed in its agreed volume."""
    steps = []
    for good in goods:
        counted, floor = good.judged.counted, good.judged.floor
        owed = floor if rules.below_floor_only and floor is not None else Fraction(counted.contracted)
        missing = max(Fraction(0), owed - Fraction(counted.accepted))
        volume = min(Fraction(counted.by_customer), missing)
        value = volume * Fraction(counted.price)
        steps.append(GoodStep(good, owed, volume, value, value * Fraction(rules.rate) / 100))
    exact = sum((step.exact for step in steps), Fraction(0))
    return Sheet(year, rules, tuple(steps), exact, round_half_up(exact, TIYN))


def kept(sheet: Sheet) -> dict[str, Any]:
    """The sheet as plain JSON, what is exact as a fraction: what a penalty stores and a page shows."""
    return {
        "year": sheet.year,
        "rate": format(sheet.rules.rate, "f"),
        "below_floor_only": sheet.rules.below_floor_only,
        "goods": [
            {
                "place": step.good.place,
                "name_kk": step.good.name_kk,
                "name_ru": step.good.name_ru,
                "unit": step.good.unit,
                "contracted": format(step.good.judged.counted.contracted, "f"),
                "price": format(step.good.judged.counted.price, "f"),
                "accepted": format(step.good.judged.counted.accepted, "f"),
                "by_supplier": format(step.good.judged.counted.by_supplier, "f"),
                "contested": format(step.good.judged.counted.contested, "f"),
                "by_customer": format(step.good.judged.counted.by_customer, "f"),
                "share": None if step.good.judged.share is None else format(step.good.judged.share, "f"),
                "result": step.good.judged.result.value,
                "owed": str(step.owed),
                "volume": str(step.volume),
                "value": str(step.value),
                "exact": str(step.exact),
            }
            for step in sheet.steps
        ],
        "exact": str(sheet.exact),
        "amount": format(sheet.amount, "f"),
    }


def replayed(sheet: Mapping[str, Any]) -> Decimal:
    """The amount worked out once more from the figures of a kept sheet alone."""
    exact = Fraction(0)
    for good in sheet["goods"]:
        missing = max(Fraction(0), Fraction(good["owed"]) - Fraction(good["accepted"]))
        exact += min(Fraction(good["by_customer"]), missing) * Fraction(good["price"]) * Fraction(sheet["rate"]) / 100
    return round_half_up(exact, TIYN)
