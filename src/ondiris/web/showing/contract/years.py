"""How is a contract's year shown: what was agreed, offered, accepted and paid, and whether enough was taken? (48.2)"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from ondiris.domains.contracts.counting import GoodYear, Year, sentence, shown
from ondiris.domains.contracts.years import WORDS, Pace, Result
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Colour, Tag

COLOURS = {
    Result.MET: Colour.GREEN,
    Result.NOT_MET: Colour.RED,
    Result.UNDETERMINED: Colour.YELLOW,
    Result.NOT_OVER: Colour.BLUE,
}


@dataclass(frozen=True, slots=True)
class GoodShown:
    """A good in a year; volumes in its unit, `steps` each with the article behind it, `warning` "" where there is none."""

    name: str
    unit: str
    contracted: Decimal
    offered: Decimal
    accepted: Decimal
    waiting: Decimal
    paid: Decimal
    floor: Decimal | None
    tag: Tag
    steps: Sequence[tuple[str, str]]
    warning: str
    blames_nobody: bool


@dataclass(frozen=True, slots=True)
class YearShown:
    """A calendar year of a contract with what is found of it as a whole."""

    year: int
    tag: Tag
    not_met: bool
    goods: Sequence[GoodShown]


def years_shown(years: Iterable[Year]) -> list[YearShown]:
    """The years for the template, in their order."""
    return [
        YearShown(one.year, result_tag(one.result), one.result == Result.NOT_MET, [_good(good) for good in one.goods])
        for one in years
    ]


def result_tag(result: Result) -> Tag:
    """What was found, in words and a colour."""
    return Tag(_(WORDS[result]), COLOURS.get(result, Colour.GREY))


def _good(one: GoodYear) -> GoodShown:
    judged, counted = one.judged, one.judged.counted
    return GoodShown(
        one.good.name,
        one.good.unit,
        counted.contracted.normalize(),
        counted.offered.normalize(),
        counted.accepted.normalize(),
        counted.waiting.normalize(),
        counted.paid,
        None if judged.floor is None else shown(judged.floor),
        result_tag(judged.result),
        [(sentence(step), step.provision) for step in judged.steps],
        _warning(judged.pace, one.good.unit),
        judged.pace is not None and judged.pace.not_offered,
    )


def _warning(pace: Pace | None, unit: str) -> str:
    """Early in the year: less is accepted than its days call for."""
    if pace is None or not pace.late:
        return ""
    said = {"expected": figures.number(shown(pace.expected)), "accepted": figures.number(pace.accepted), "unit": unit}
    return (
        _("By this day of the year %(expected)s %(unit)s should have been accepted; accepted are %(accepted)s.") % said
    )
