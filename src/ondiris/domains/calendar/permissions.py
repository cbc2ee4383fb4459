"""Who says that a duty is done, and who begins and ends a term?"""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer, no
from ondiris.domains.calendar.bearers import roles_of
from ondiris.domains.calendar.models import Mark, Term
from ondiris.domains.parties.permissions import acts_for, holds
from ondiris.domains.parties.terms import Capacity
from ondiris.law.deadlines import Deadline, Recurrence, deadlines


def may_mark(actor: Actor) -> Answer:
    """Whoever follows the duties of a public body; that the duty is the body's is checked with it."""
    if not actor.roles:
        return no(_("Only the body that the law names for this can do it."))
    return holds(actor, Capacity.FOLLOWER)


def may_take_back(actor: Actor, mark: Mark) -> Answer:
    """Whoever follows the duties of the body that owes it."""
    return acts_for(actor, mark.organisation_id, Capacity.FOLLOWER)


def beginnable(actor: Actor) -> list[Deadline]:
    """The terms that the actor's body begins: those on whose end another duty of it waits (62.4)."""
    every = deadlines().values()
    return [
        one
        for one in every
        if one.recurrence is Recurrence.TRIGGERED
        and one.months
        and any(one.id in after.waits_for and roles_of(after) & actor.roles for after in every)
    ]


def may_begin(actor: Actor) -> Answer:
    """Whoever follows the duties of a body that sends such a notice."""
    if not beginnable(actor):
        return no(_("Only the body that the law names for this can do it."))
    return holds(actor, Capacity.FOLLOWER)


def may_end(actor: Actor, term: Term) -> Answer:
    """Whoever follows the duties of the body that began it."""
    return acts_for(actor, term.body_id, Capacity.FOLLOWER)
