"""Which of the enterprise's own things does an address name? Another's is not found, and the attempt is in the access log."""

from typing import NoReturn

from django.db.models import QuerySet

from ondiris.base.actors import Actor
from ondiris.base.errors import NotFound
from ondiris.base.journal import access
from ondiris.domains.agreements import permissions as agreements
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.applications import permissions as applications
from ondiris.domains.applications.models import Application
from ondiris.domains.planning import permissions as planning
from ondiris.domains.planning.models import Interest, Proposal
from ondiris.domains.recovery import permissions as recovery
from ondiris.domains.recovery.models import Claim


def own_applications(actor: Actor) -> QuerySet[Application]:
    """The applications of the actor's enterprise that they may see."""
    return applications.visible_to(actor).filter(applicant=actor.organisation_id)


def own_agreements(actor: Actor) -> QuerySet[Agreement]:
    """The agreements of the actor's enterprise that they may see."""
    return agreements.visible_to(actor).filter(recipient=actor.organisation_id)


def own_claims(actor: Actor) -> QuerySet[Claim]:
    """The claims that were demanded of the actor's enterprise."""
    return recovery.visible_to(actor).filter(agreement__recipient=actor.organisation_id)


def application_at(actor: Actor, number: str) -> Application:
    """The enterprise's application of this number; NotFound where there is none."""
    return own_applications(actor).filter(number=number).first() or missing(actor, "application", number)


def agreement_at(actor: Actor, number: str) -> Agreement:
    """The enterprise's agreement of this number, with its parties; NotFound where there is none."""
    found = own_agreements(actor).select_related("application", "recipient", "authority").filter(number=number)
    return found.first() or missing(actor, "agreement", number)


def claim_at(actor: Actor, number: str) -> Claim:
    """The claim of this number that was demanded of the enterprise; NotFound where there is none."""
    found = own_claims(actor).select_related("agreement__application").filter(number=number)
    return found.first() or missing(actor, "claim", number)


def own_lines(actor: Actor) -> QuerySet[Proposal]:
    """The lines of the yearly list for which the actor's enterprise answers as the customer, from when they are sent."""
    return planning.visible_to(actor).filter(customer=actor.organisation_id)


def line_at(actor: Actor, number: str) -> Proposal:
    """The customer's own line of this number, with its list; NotFound where there is none."""
    found = own_lines(actor).select_related("goods_list", "customer", "specification").filter(number=number)
    return found.first() or missing(actor, "proposal", number)


def own_interests(actor: Actor) -> QuerySet[Interest]:
    """What the actor's enterprise said that it can make."""
    return Interest.objects.filter(organisation=actor.organisation_id)


def interest_at(actor: Actor, number: str) -> Interest:
    """The enterprise's own interest of this number, with its line; NotFound where there is none."""
    found = own_interests(actor).select_related("proposal__customer", "proposal__goods_list").filter(number=number)
    return found.first() or missing(actor, "interest", number)


def missing(actor: Actor, kind: str, number: str) -> NoReturn:
    """What is not there and what is another's are not told apart, and both attempts are logged."""
    access.refused(actor, kind, number, "look", NotFound().message)
    raise NotFound
