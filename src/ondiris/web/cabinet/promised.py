"""What did the recipient promise, year by year, and how far was each promise kept?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from ondiris.base.money import round_half_up
from ondiris.domains.agreements.fulfilment import Fulfilment, IndicatorLevel
from ondiris.domains.agreements.models import Report, Undertaking
from ondiris.domains.agreements.queries import fulfilments
from ondiris.domains.agreements.terms import ReportState, Track
from ondiris.domains.measures.declaration import DIRECTIONS, Direction


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a promise; `level` in words: a share, or why there is none yet."""

    year: int
    target: Decimal
    reached: Decimal | None
    level: Decimal | None
    note: str


@dataclass(frozen=True, slots=True)
class Promise:
    """One undertaking with its years; `level` is the mean over the years that are over, in percent points."""

    undertaking: Undertaking
    years: list[Year]
    level: Decimal | None


@dataclass(frozen=True, slots=True)
class Group:
    """The promises of one direction (27.3), or of the project's goals (then without a provision)."""

    title: str
    provision: str
    promises: list[Promise]


@dataclass(frozen=True, slots=True)
class Promises:
    """All promises of a track in groups; `level` of all together in percent points, None while not established."""

    groups: list[Group]
    level: Decimal | None


def points(level: Fraction | None) -> Decimal | None:
    """A level from 0 to the cap as percent points with two decimals, for reading only."""
    return None if level is None else round_half_up(level * 100, Decimal("0.01")).normalize()


def promised(undertakings: Sequence[Undertaking], on: date, reports: Sequence[Report]) -> dict[Track, Promises]:
    """The promises of each track as they stand on a day, from all undertakings of an agreement."""
    states = {report.year: ReportState(report.state) for report in reports}
    return {
        track: _promises(track, [one for one in undertakings if one.track == track], found, states)
        for track, found in fulfilments(undertakings, on).items()
    }


def _promises(
    track: Track, undertakings: Sequence[Undertaking], found: Fulfilment, states: Mapping[int, ReportState]
) -> Promises:
    promises = [_promise(u, level, states) for u, level in zip(undertakings, found.indicators, strict=True)]
    if track == Track.GOAL:
        groups = [Group("", "", promises)] if promises else []
    else:
        groups = [
            Group(_(label), provision, chosen)
            for direction, (provision, label) in DIRECTIONS.items()
            if (chosen := [p for p in promises if p.undertaking.direction == Direction(direction)])
        ]
    return Promises(groups, points(found.level))


def _promise(undertaking: Undertaking, found: IndicatorLevel, states: Mapping[int, ReportState]) -> Promise:
    levels = {year.year: level for year, level in found.by_year}
    years = [
        Year(
            one.year,
            one.target,
            one.reached,
            points(levels.get(one.year)),
            "" if levels.get(one.year) is not None else _why_none(states.get(one.year), over=one.due),
        )
        for one in found.indicator.years
    ]
    return Promise(undertaking, years, points(found.level))


def _why_none(state: ReportState | None, *, over: bool) -> str:
    if state == ReportState.SUBMITTED:
        return _("report being checked")
    if state == ReportState.RETURNED:
        return _("report returned for correction")
    if state == ReportState.ACCEPTED:
        return _("counts once the year is over")
    return _("not reported") if over else _("the year is not over")
