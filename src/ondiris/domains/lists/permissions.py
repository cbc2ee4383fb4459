"""Who may prepare, approve and publish an edition?"""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer, no
from ondiris.domains.lists.models import Edition
from ondiris.domains.lists.queries import CONTRACT_GOODS
from ondiris.domains.parties.permissions import acts_as
from ondiris.domains.parties.terms import Capacity, Role

PLANNED = _("The editions of this list come from the yearly planning of article 47.")


def may_begin(actor: Actor) -> Answer:
    """A keeper of lists at the industry authority."""
    return acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.KEEPER)


def may_edit(actor: Actor, edition: Edition) -> Answer:
    """A keeper of lists at the industry authority, but for the list that comes from the yearly planning (47.4)."""
    return no(PLANNED) if edition.list.code == CONTRACT_GOODS else may_begin(actor)


may_agree = may_reopen = may_publish = may_edit


def may_approve(actor: Actor, edition: Edition) -> Answer:
    """The industry authority's decision maker (9.28), but for the list that comes from the yearly planning (47.4)."""
    if edition.list.code == CONTRACT_GOODS:
        return no(PLANNED)
    return acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.DECISION_MAKER)
