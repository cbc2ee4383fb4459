"""Who may ask for money back, and who receives it?"""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer, no
from ondiris.domains.agreements import permissions as agreements
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import Measure
from ondiris.domains.parties.permissions import acts_as, holds
from ondiris.domains.parties.terms import Capacity
from ondiris.domains.recovery.models import Claim
from ondiris.domains.recovery.terms import ClaimState


def visible_to(actor: Actor) -> QuerySet[Claim]:
    """The claims under the agreements an actor may see; the recipient sees those that were demanded."""
    theirs = Claim.objects.filter(agreement__in=agreements.visible_to(actor))
    return theirs.filter(
        ~Q(agreement__recipient=actor.organisation_id) | Q(state__in=[ClaimState.DEMANDED, ClaimState.RETURNED])
    )


def _measure(claim: Claim) -> Measure:
    return measure(claim.agreement.application.measure)


def may_draw(actor: Actor) -> Answer:
    """A monitor; that the institute serves the very measure is checked with its agreement."""
    return holds(actor, Capacity.MONITOR)


def may_demand(actor: Actor, claim: Claim) -> Answer:
    """A decision maker of the body that decides the measure, who did not draw the demand up."""
    answer = may_drop(actor, claim)
    if answer and claim.drawn_by == actor.user_id:
        return no(_("A second person decides: you drew up this demand."))
    return answer


def may_drop(actor: Actor, claim: Claim) -> Answer:
    """A decision maker of the body that decides the measure."""
    return acts_as(actor, _measure(claim).decides, Capacity.DECISION_MAKER)


def may_receive(actor: Actor, claim: Claim) -> Answer:
    """The treasurer of the institute that holds the account."""
    return acts_as(actor, _measure(claim).serves, Capacity.TREASURER)
