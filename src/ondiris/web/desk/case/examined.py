"""What do the experts of a case say, and to whom is it shown?"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.base.money import round_half_up
from ondiris.domains.applications.models import Application, Assignment
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import Criterion
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Colour, Tag, Text


@dataclass(frozen=True, slots=True)
class Scores:
    """One criterion: what each expert gave, and the mean of those who scored."""

    label: Text
    most: int
    given: Sequence[int | None]
    mean: str


@dataclass(frozen=True, slots=True)
class Expert:
    """One assignment as it stands; the scores are apart."""

    assignment: Assignment
    state: Tag


@dataclass(frozen=True, slots=True)
class Examination:
    """The experts, their scores by criterion and in sum; `hidden` where this reader has still to score."""

    experts: Sequence[Expert]
    scores: Sequence[Scores]
    sums: Sequence[int | None]
    needed: int
    scored: int
    hidden: bool


def examination(application: Application, actor: Actor) -> Examination:
    """The examination of a case. An expert sees the others' scores only after giving their own."""
    chosen = measure(application.measure)
    assignments = sorted(application.assignments.all(), key=lambda one: (one.expert_name, one.pk))
    own = own_assignment(application, actor)
    hidden = own is not None and own.assessed_on is None
    scored = [one for one in assignments if one.assessed_on is not None]
    return Examination(
        experts=[Expert(one, _state(one)) for one in assignments],
        scores=[] if hidden else [_scores(criterion, scored) for criterion in chosen.criteria],
        sums=[] if hidden else [sum(one.scores.values()) for one in scored],
        needed=chosen.experts_needed,
        scored=sum(1 for one in scored if one.has_conflict is False),
        hidden=hidden,
    )


def own_assignment(application: Application, actor: Actor) -> Assignment | None:
    """The reader's own assignment as an expert of the case; None for all others."""
    return next((one for one in application.assignments.all() if one.expert == actor.user_id), None)


def _scores(criterion: Criterion, scored: Sequence[Assignment]) -> Scores:
    given = [one.scores.get(criterion.name) for one in scored]
    known = [score for score in given if score is not None]
    mean = figures.number(round_half_up(Fraction(sum(known), len(known)), Decimal("0.1")).normalize()) if known else "—"
    return Scores(_(criterion.label), criterion.most, given, mean)


def _state(assignment: Assignment) -> Tag:
    if assignment.has_conflict:
        return Tag(_("Conflict of interest declared"), Colour.RED)
    if assignment.assessed_on is not None:
        return Tag(_("Scored"), Colour.GREEN)
    if assignment.has_conflict is None:
        return Tag(_("Not declared yet"), Colour.YELLOW)
    return Tag(_("Not scored yet"), Colour.YELLOW)
