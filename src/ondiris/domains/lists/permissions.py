"""Who may prepare, approve and publish an edition?"""

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer
from ondiris.domains.lists.models import Edition
from ondiris.domains.parties.permissions import acts_as
from ondiris.domains.parties.terms import Capacity, Role


def may_begin(actor: Actor) -> Answer:
    """A keeper of lists at the industry authority."""
    return acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.KEEPER)


def may_edit(actor: Actor, edition: Edition) -> Answer:
    """A keeper of lists at the industry authority."""
    return may_begin(actor)


may_agree = may_reopen = may_publish = may_edit


def may_approve(actor: Actor, edition: Edition) -> Answer:
    """The industry authority's decision maker (9.28)."""
    return acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.DECISION_MAKER)
