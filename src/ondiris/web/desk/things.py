"""Which thing does an address of the desk name, and may this official see it?"""

from typing import NoReturn

from django.db.models import Exists, OuterRef

from ondiris.base.actors import Actor
from ondiris.base.errors import NotFound
from ondiris.base.journal import access
from ondiris.domains.agreements import permissions as agreements
from ondiris.domains.agreements.models import Agreement, Report
from ondiris.domains.applications import permissions as applications
from ondiris.domains.applications.models import Application, Decision
from ondiris.domains.contracts import permissions as contracts
from ondiris.domains.contracts.models import Contract
from ondiris.domains.funds.models import Programme
from ondiris.domains.legislation.models import AmendingAct
from ondiris.domains.measures.permissions import programmes_visible_to
from ondiris.domains.recovery import permissions as recovery
from ondiris.domains.recovery.models import Claim


def application_at(actor: Actor, number: str) -> Application:
    """The application of this number; NotFound, and a line in the access log, where it is not the actor's to see."""
    found = applications.visible_to(actor).select_related("applicant__region", "agreement").filter(number=number)
    return found.first() or missing(actor, "application", number)


def decision_at(actor: Actor, number: str, key: int) -> Decision:
    """A proposal or decision on an application; NotFound as above."""
    found = Decision.objects.filter(application=application_at(actor, number), pk=key)
    return found.select_related("application__applicant").first() or missing(actor, "decision", f"{number} {key}")


def agreement_at(actor: Actor, number: str) -> Agreement:
    """The agreement of this number with its parties, and whether its application is the actor's to see; NotFound as above."""
    application = applications.visible_to(actor).filter(pk=OuterRef("application"))
    found = (
        agreements.visible_to(actor)
        .select_related("application", "recipient__region", "authority")
        .defer("application__answers")
        .annotate(sees_application=Exists(application))
        .filter(number=number)
    )
    return found.first() or missing(actor, "agreement", number)


def report_at(actor: Actor, number: str) -> Report:
    """The report of this number; NotFound as above."""
    found = Report.objects.filter(agreement__in=agreements.visible_to(actor), number=number)
    return found.select_related("agreement__application", "agreement__recipient").first() or missing(
        actor, "report", number
    )


def claim_at(actor: Actor, number: str) -> Claim:
    """The demand of this number; NotFound as above."""
    found = recovery.visible_to(actor).select_related("agreement__application", "agreement__recipient")
    return found.filter(number=number).first() or missing(actor, "claim", number)


def contract_at(actor: Actor, number: str) -> Contract:
    """The contract of this number with its sides and its line; NotFound as above."""
    found = contracts.visible_to(actor).select_related("customer", "supplier", "line").filter(number=number)
    return found.first() or missing(actor, "contract", number)


def programme_at(actor: Actor, code: str) -> Programme:
    """The programme of this code; NotFound as above."""
    found = programmes_visible_to(actor).select_related("holder").filter(code=code)
    return found.first() or missing(actor, "programme", code)


def amending_at(actor: Actor, number: str) -> AmendingAct:
    """The amending act of this number, which every official may see; NotFound as above."""
    return AmendingAct.objects.filter(number=number).first() or missing(actor, "amendment", number)


def missing(actor: Actor, kind: str, number: str) -> NoReturn:
    """What is not there and what is not theirs are not told apart, and both attempts are logged."""
    access.refused(actor, kind, number, "look", NotFound().message)
    raise NotFound
