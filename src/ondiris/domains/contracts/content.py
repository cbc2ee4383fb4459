"""What does a wording of a contract say, and what does one lower against another?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ondiris.domains.contracts.terms import ConditionKind


@dataclass(frozen=True, slots=True)
class YearTerms:
    """How much of a good is to be delivered in a calendar year, at which price of a unit in tenge."""

    year: int
    volume: Decimal
    price: Decimal


@dataclass(frozen=True, slots=True)
class GoodTerms:
    """A good with all that identifies it (48.5)."""

    place: int
    code: str
    name_kk: str
    name_ru: str
    unit: str
    characteristics: str
    properties: str = ""
    composition: str = ""
    years: tuple[YearTerms, ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionTerms:
    """A further condition of contract procurement, its value in tenge and its last day (49.2)."""

    place: int
    kind: ConditionKind
    text: str
    value: Decimal
    due_on: date


@dataclass(frozen=True, slots=True)
class Terms:
    """A whole wording. `least_value` in per cent, and `programme_due_on`, belong to offtake contracts (48.5)."""

    starts_on: date
    ends_on: date
    goods: tuple[GoodTerms, ...]
    least_value: Decimal | None = None
    programme_due_on: date | None = None
    penalty: str = ""
    conditions: tuple[ConditionTerms, ...] = ()

    @property
    def amount(self) -> Decimal:
        """Volume by price over all goods and years, in tenge, exact."""
        return sum((one.volume * one.price for good in self.goods for one in good.years), Decimal(0))


@dataclass(frozen=True, slots=True)
class Lowered:
    """Something that a newer wording lowers: the volume or the price of a good in a year; `after` 0 where it is gone."""

    good: GoodTerms
    year: int
    what: str  # "volume" or "price"
    before: Decimal
    after: Decimal


def lowered(before: Terms, after: Terms) -> Iterator[Lowered]:
    """What `after` lowers of `before`: volumes and prices, by good and year (48.2)."""
    newer = {(good.place, one.year): one for good in after.goods for one in good.years}
    for good in before.goods:
        for one in good.years:
            now = newer.get((good.place, one.year))
            if now is None or now.volume < one.volume:
                yield Lowered(good, one.year, "volume", one.volume, now.volume if now else Decimal(0))
            if now is not None and now.price < one.price:
                yield Lowered(good, one.year, "price", one.price, now.price)
