"""Who may ask for money back, and who receives it?"""

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import Measure
from ondiris.domains.parties.permissions import acts_as, holds
from ondiris.domains.parties.terms import Capacity
from ondiris.domains.recovery.models import Claim


def _measure(claim: Claim) -> Measure:
    return measure(claim.agreement.application.measure)


def may_draw(actor: Actor) -> Answer:
    """A monitor; that the institute serves the very measure is checked with its agreement."""
    return holds(actor, Capacity.MONITOR)


def may_demand(actor: Actor, claim: Claim) -> Answer:
    """A decision maker of the body that decides the measure."""
    return acts_as(actor, _measure(claim).decides, Capacity.DECISION_MAKER)


may_drop = may_demand


def may_receive(actor: Actor, claim: Claim) -> Answer:
    """The treasurer of the institute that holds the account."""
    return acts_as(actor, _measure(claim).serves, Capacity.TREASURER)
