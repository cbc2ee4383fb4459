"""Experts are asked, declare conflicts of interest, and score the application."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import BadInput, Text
from ondiris.base.periods import in_force
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.models import Application, Assignment
from ondiris.domains.applications.permissions import may_assess, may_declare, may_examine
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.parties.models import User
from ondiris.domains.parties.terms import Capacity


@act(FLOW, "examine", _("Send to experts"), Application, may_examine)
def examine(actor: Actor, application: Application, *, experts: Iterable[int]) -> Outcome:
    """Assign experts with a mandate in force, or others in place of those with a conflict of interest.

    BadInput where they are fewer than the measure needs.
    """
    chosen = list(
        User.objects.filter(in_force(actor.on, "mandates__"), pk__in=list(experts), mandates__capacity=Capacity.EXPERT)
        .distinct()
        .order_by("name")
    )
    asked_before = set(application.assignments.values_list("expert", flat=True))
    needed = measure(application.measure).experts_needed
    free_of_conflict = application.assignments.exclude(has_conflict=True).count()
    new = [user for user in chosen if user.pk not in asked_before]
    if free_of_conflict + len(new) < needed:
        raise BadInput({"experts": _("Choose at least %(count)d experts.") % {"count": needed}})
    Assignment.objects.bulk_create(
        Assignment(application=application, expert=user.pk, expert_name=user.name, assigned_on=actor.on) for user in new
    )
    return Outcome({"experts": [user.name for user in new]})


def _assignment(actor: Actor, application: Application) -> Assignment:
    return application.assignments.get(expert=actor.user_id)


@act(FLOW, "declare", _("Declare interests"), Application, may_declare)
def declare(actor: Actor, application: Application, *, has_conflict: bool, note: str = "") -> Outcome:
    """The expert says whether there is a conflict of interest; with one, their part ends here."""
    if has_conflict and not note.strip():
        raise BadInput({"note": _("Say what the conflict of interest is.")})
    assignment = _assignment(actor, application)
    assignment.has_conflict = has_conflict
    assignment.conflict_note = note.strip()
    assignment.save()
    return Outcome({"has_conflict": has_conflict, "note": note})


@act(FLOW, "assess", _("Score the application"), Application, may_assess)
def assess(actor: Actor, application: Application, *, scores: Mapping[str, int], opinion: str) -> Outcome:
    """Score each criterion of the measure from 0 to its most. BadInput names each criterion not scored rightly."""
    assignment = _assignment(actor, application)
    if assignment.has_conflict is None:
        raise BadInput({"has_conflict": _("First declare whether you have a conflict of interest.")})
    if assignment.has_conflict:
        raise BadInput({"has_conflict": _("You declared a conflict of interest and do not score this case.")})
    criteria = measure(application.measure).criteria
    wrong: dict[str, Text] = {
        c.name: _("Give a whole number from 0 to %(most)d.") % {"most": c.most}
        for c in criteria
        if type(scores.get(c.name)) is not int or not 0 <= scores[c.name] <= c.most
    }
    for name in scores.keys() - {c.name for c in criteria}:
        wrong[name] = _("This measure has no such criterion.")
    if not opinion.strip():
        wrong["opinion"] = _("Write your opinion.")
    if wrong:
        raise BadInput(wrong)
    assignment.scores = dict(scores)
    assignment.opinion = opinion.strip()
    assignment.assessed_on = actor.on
    assignment.save()
    return Outcome({"scores": dict(scores), "opinion": opinion})
