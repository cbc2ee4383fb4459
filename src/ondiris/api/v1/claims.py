"""What was asked back under an agreement, as far as the caller may see it? (27.4)"""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse
from ninja import Router
from pydantic import BaseModel, Field

from ondiris.api.calling import Bearer, KeyedRequest
from ondiris.api.reading import Number, checked_number
from ondiris.api.v1.documents import FILE_ANSWER, LetterOut, content, letters_of
from ondiris.api.v1.seeing import acts_of, seen
from ondiris.base.actors import Actor
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.recovery.flow import FLOW
from ondiris.domains.recovery.models import Claim
from ondiris.domains.recovery.permissions import visible_to

router = Router(auth=Bearer())


class ClaimOut(BaseModel):
    """A demand for the return of money, with every step of its sum; the formula is an example."""

    number: str = Field(examples=["REC-2028-00001"])
    agreement: str
    state: str
    version: int
    demand_on: date
    amount: Decimal
    returned: Decimal
    acts: list[str] = Field(description="The acts that the caller can do now.")
    sheet: dict[str, Any]
    letters: list[LetterOut]


@router.get("/{number}", response=ClaimOut)
def show_claim(request: KeyedRequest, number: Number) -> ClaimOut:
    """One demand with its sheet."""
    actor = request.auth.actor
    return shown(actor, seen(actor, visible_claims(actor), number))


@router.get("/{number}/documents/{document}", openapi_extra=FILE_ANSWER)
def download_demand(request: KeyedRequest, number: Number, document: str) -> FileResponse:
    """The content of a letter about the demand."""
    actor = request.auth.actor
    return content(actor, None, "claim", seen(actor, visible_claims(actor), number).number, checked_number(document))


def visible_claims(actor: Actor) -> QuerySet[Claim]:
    """The demands that the actor may see, each with its agreement."""
    return visible_to(actor).select_related("agreement__application")


def claims_of(actor: Actor, agreement: Agreement) -> list[ClaimOut]:
    """The demands under an agreement that the actor may see."""
    things = visible_claims(actor).filter(agreement=agreement)
    return [shown(actor, one) for one in things.order_by("pk")]


def shown(actor: Actor, claim: Claim) -> ClaimOut:
    """A demand as the actor may see it."""
    return ClaimOut(
        number=claim.number,
        agreement=claim.agreement.number,
        state=claim.state,
        version=claim.version,
        demand_on=claim.demand_on,
        amount=claim.amount,
        returned=claim.returned,
        acts=acts_of(actor, FLOW, claim),
        sheet=claim.sheet,
        letters=letters_of("claim", claim.number),
    )
