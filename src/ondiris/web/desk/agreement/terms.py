"""What did the State and the recipient promise each other, and how far is it kept?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from ondiris.base.money import round_half_up
from ondiris.domains.agreements.fulfilment import Fulfilment, IndicatorLevel
from ondiris.domains.agreements.models import Agreement, Instalment, Undertaking
from ondiris.domains.agreements.queries import fulfilments
from ondiris.domains.agreements.terms import Track
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import DIRECTIONS, Direction
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Colour, Tag, Text


@dataclass(frozen=True, slots=True)
class Year:
    """A target of a year: what was reached, and in words whether it was met, missed, not reported or is ahead."""

    year: int
    target: Decimal
    reached: Decimal | None
    state: Tag


@dataclass(frozen=True, slots=True)
class Promised:
    """One undertaking with its years and its level in per cent (None: undetermined or nothing due yet)."""

    direction: Text
    provision: str
    indicator: str
    unit: str
    baseline: Decimal
    evidence: str
    years: Sequence[Year]
    level: Decimal | None


@dataclass(frozen=True, slots=True)
class FollowedTrack:
    """The undertakings of one track, their level together, and the article."""

    title: Text
    provision: str
    promised: Sequence[Promised]
    level: Decimal | None


def instalments_of(agreement: Agreement) -> list[Instalment]:
    """The instalments in their order, with the transfers that paid them."""
    return list(agreement.instalments.select_related("transfer"))


def terms_of(
    agreement: Agreement, instalments: Sequence[Instalment], undertakings: Sequence[Undertaking], on: date
) -> dict[str, object]:
    """The terms as templates take them: instalments with their states, and the tracks that hold a promise.

    `followed` says whether they are in force, so that what became of them is shown.
    """
    return {
        "instalments": [(each, paid_tag(each, on)) for each in instalments],
        "followed": agreement.in_force_on is not None,
        "tracks": [track for track in tracks(agreement, undertakings, on) if track.promised],
    }


def paid_tag(one: Instalment, on: date) -> Tag:
    if one.transfer is not None:
        return Tag(_("Paid on %(day)s") % {"day": figures.day(one.transfer.on)}, Colour.GREEN)
    return Tag(_("Fallen due"), Colour.YELLOW) if one.due_on <= on else Tag(_("Ahead"), Colour.GREY)


def tracks(one: Agreement, undertakings: Sequence[Undertaking], on: date) -> list[FollowedTrack]:
    """The counter-obligations, and apart from them the planned goals that the institute follows."""
    chosen = measure(one.application.measure)
    reached = fulfilments(undertakings, on)
    every = [
        (Track.OBLIGATION, _("Counter-obligations"), "27.3"),
        (Track.GOAL, _("Planned goals of the project"), chosen.goals_provision),
    ]
    return [
        _track(title, provision, [each for each in undertakings if each.track == track], reached[track])
        for track, title, provision in every
    ]


def _track(title: str, provision: str, undertakings: Sequence[Undertaking], reached: Fulfilment) -> FollowedTrack:
    promised = [_promised(each, level) for each, level in zip(undertakings, reached.indicators, strict=True)]
    return FollowedTrack(title, provision, promised, _per_cent(reached.level))


def _per_cent(level: Fraction | None) -> Decimal | None:
    """A level from 0 to 1 in per cent, shown with at most two decimals; None where it is not known."""
    return None if level is None else round_half_up(level * 100, Decimal("0.01")).normalize()


def _promised(one: Undertaking, level: IndicatorLevel) -> Promised:
    provision, label = DIRECTIONS[Direction(one.direction)] if one.direction else ("", "")
    years = [
        Year(
            year.year,
            year.target.normalize(),
            None if year.reached is None else year.reached.normalize(),
            _year_state(year.due, year.target, year.reached),
        )
        for year in level.indicator.years
    ]
    return Promised(
        _(label) if label else "",
        provision,
        one.indicator,
        one.unit,
        one.baseline.normalize(),
        one.evidence_asked,
        years,
        _per_cent(level.level),
    )


def _year_state(due: bool, target: Decimal, reached: Decimal | None) -> Tag:
    """A year without an accepted report says nothing of performance."""
    if reached is not None:
        return Tag(_("Reached"), Colour.GREEN) if reached >= target else Tag(_("Did not perform"), Colour.RED)
    return Tag(_("Did not report"), Colour.YELLOW) if due else Tag(_("Ahead"), Colour.GREY)
