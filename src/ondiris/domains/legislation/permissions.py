"""Who may enter a parameter's value, an act that amends the law or one that it calls for, and who confirms it?"""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer, no
from ondiris.domains.legislation.models import AmendingAct, EnteredValue, InstrumentRecord
from ondiris.domains.parties.permissions import acts_as
from ondiris.domains.parties.terms import Capacity, Role


def may_enter(actor: Actor) -> Answer:
    """A keeper of lists and settings at the industry authority."""
    return acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.KEEPER)


def may_confirm(actor: Actor, value: EnteredValue) -> Answer:
    """Another keeper than the one who entered it."""
    if value.entered_by == actor.user_id:
        return no(_("A second person confirms: you entered this value."))
    return may_enter(actor)


may_reject = may_confirm


def may_confirm_record(actor: Actor, record: InstrumentRecord) -> Answer:
    """Another keeper than the one who entered it."""
    if record.entered_by == actor.user_id:
        return no(_("A second person confirms: you entered this."))
    return may_enter(actor)


may_reject_record = may_confirm_record


def may_write(actor: Actor, amending: AmendingAct) -> Answer:
    """A keeper of lists and settings at the industry authority."""
    return may_enter(actor)


def may_settle(actor: Actor, amending: AmendingAct) -> Answer:
    """A keeper who has written nothing of it."""
    if actor.user_id in amending.writers:
        return no(_("A second person confirms: you had a hand in entering this act."))
    return may_enter(actor)
