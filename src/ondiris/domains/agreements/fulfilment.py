"""How far was each undertaking fulfilled, and what is not known because nobody reported?

An indicator's level in a year is reached / target, capped; its level is the mean over the years that are due; the
agreement's level is the mean over indicators by weight. "Did not report" is not "did not perform": a year that is
due without an accepted report leaves the level undetermined. The arithmetic is a part of the example formula (27.4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class YearOf:
    """A target of a year and what was reached; None where no accepted report says."""

    year: int
    target: Decimal
    reached: Decimal | None
    due: bool


@dataclass(frozen=True, slots=True)
class Indicator:
    """One undertaking with its years."""

    name: str
    direction: str
    unit: str
    weight: int
    years: tuple[YearOf, ...]


@dataclass(frozen=True, slots=True)
class IndicatorLevel:
    """An indicator's level, 0 to the cap, over its due years; None while a due year is not reported."""

    indicator: Indicator
    by_year: tuple[tuple[YearOf, Fraction | None], ...]
    level: Fraction | None

    @property
    def unreported(self) -> list[int]:
        return [year.year for year, level in self.by_year if level is None]


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """The level of all indicators together; None where one is undetermined or none is due."""

    indicators: tuple[IndicatorLevel, ...]
    level: Fraction | None

    @property
    def unreported(self) -> list[int]:
        return sorted({year for one in self.indicators for year in one.unreported})


def level_of(year: YearOf, cap: Fraction) -> Fraction | None:
    """reached / target, at most the cap and not below zero; None where nothing was reported."""
    if year.reached is None:
        return None
    return max(Fraction(0), min(cap, Fraction(year.reached) / Fraction(year.target)))


def fulfilment(indicators: Sequence[Indicator], cap: Fraction) -> Fulfilment:
    """The levels of all indicators over their due years. Targets are above zero (checked where they are set)."""
    levels = []
    for indicator in indicators:
        by_year = tuple((year, level_of(year, cap)) for year in indicator.years if year.due)
        known = [level for _year, level in by_year if level is not None]
        complete = bool(by_year) and len(known) == len(by_year)
        levels.append(IndicatorLevel(indicator, by_year, sum(known, Fraction(0)) / len(known) if complete else None))
    due = [one for one in levels if one.by_year]
    if not due or any(one.level is None for one in due):
        return Fulfilment(tuple(levels), None)
    weight = sum(one.indicator.weight for one in due)
    total = sum(((one.level or Fraction(0)) * one.indicator.weight for one in due), Fraction(0))
    return Fulfilment(tuple(levels), total / weight)
