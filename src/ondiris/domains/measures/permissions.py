"""Whose account may somebody look at?"""

from django.db.models import QuerySet

from ondiris.base.actors import Actor
from ondiris.domains.funds.models import Programme
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.parties.terms import Capacity

READERS = frozenset(
    {Capacity.CASE_OFFICER, Capacity.DECISION_MAKER, Capacity.TREASURER, Capacity.MONITOR, Capacity.AUDITOR}
)


def programmes_visible_to(actor: Actor) -> QuerySet[Programme]:
    """The programmes of the measures that the actor's body decides or serves."""
    if not actor.capacities & READERS:
        return Programme.objects.none()
    codes = [one.programme for one in MEASURES if {one.decides, one.serves} & actor.roles]
    return Programme.objects.filter(code__in=codes)
