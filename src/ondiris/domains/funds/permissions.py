"""Who may move a programme's money?"""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer, no
from ondiris.domains.funds.models import Programme
from ondiris.domains.parties.permissions import acts_for, holds
from ondiris.domains.parties.terms import Capacity


def may_keep_some(actor: Actor) -> Answer:
    """A treasurer of a body; that the very account is theirs is checked with it."""
    if not actor.roles:
        return no(_("Only the body that the law names for this can do it."))
    return holds(actor, Capacity.TREASURER)


def may_keep(actor: Actor, programme: Programme) -> Answer:
    """The treasurer of the body that holds the account."""
    return acts_for(actor, programme.holder_id, Capacity.TREASURER)
