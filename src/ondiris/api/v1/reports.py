"""What has the recipient reported, as far as the caller may see it?"""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.http import FileResponse
from ninja import Router
from pydantic import BaseModel, Field

from ondiris.api.calling import Bearer, KeyedRequest
from ondiris.api.reading import Number, checked_number
from ondiris.api.v1.documents import FILE_ANSWER, DocumentOut, content
from ondiris.api.v1.seeing import acts_of, seen
from ondiris.base.actors import Actor
from ondiris.domains.agreements.flow import REPORT_FLOW
from ondiris.domains.agreements.models import Agreement, Report
from ondiris.domains.agreements.permissions import visible_to
from ondiris.domains.agreements.terms import ReportState

router = Router(auth=Bearer())


class ValueOut(BaseModel):
    """What is said to be reached for an undertaking, by its place in the agreement."""

    undertaking: int
    value: str


class ProofOut(DocumentOut):
    """A document that proves the value of an undertaking."""

    undertaking: int


class ReportOut(BaseModel):
    """A report for a year."""

    number: str = Field(examples=["REP-2027-00001"])
    year: int
    state: str
    version: int
    submitted_on: date | None
    accepted_on: date | None
    remark: str
    acts: list[str] = Field(description="The acts that the caller can do now.")
    values: list[ValueOut]
    proofs: list[ProofOut]


@router.get("/{number}", response=ReportOut)
def show_report(request: KeyedRequest, number: Number) -> ReportOut:
    """One report with its values and proofs."""
    actor = request.auth.actor
    return shown(actor, seen(actor, visible_reports(actor), number))


@router.get("/{number}/documents/{document}", openapi_extra=FILE_ANSWER)
def download_proof(request: KeyedRequest, number: Number, document: str) -> FileResponse:
    """The content of a proof handed in with the report."""
    actor = request.auth.actor
    report = seen(actor, visible_reports(actor), number)
    proof = report.proofs.filter(document__number=checked_number(document)).first()
    return content(actor, proof.document if proof else None, "report", report.number, document)


def visible_reports(actor: Actor) -> QuerySet[Report]:
    """The reports under the agreements that the actor may see; a draft is the recipient's alone."""
    theirs = Report.objects.filter(agreement__in=visible_to(actor)).select_related("agreement__application")
    return theirs.filter(~Q(state=ReportState.DRAFT) | Q(agreement__recipient=actor.organisation_id))


def reports_of(actor: Actor, agreement: Agreement) -> list[ReportOut]:
    """The reports under an agreement, by year."""
    things = visible_reports(actor).filter(agreement=agreement)
    return [shown(actor, one) for one in things.order_by("year")]


def places(agreement: Agreement) -> dict[int, int]:
    """The place of each undertaking in its agreement, from 1, by its key."""
    keys = agreement.undertakings.order_by("pk").values_list("pk", flat=True)
    return {key: place for place, key in enumerate(keys, 1)}


def shown(actor: Actor, report: Report) -> ReportOut:
    """A report as the actor may see it."""
    place_of = places(report.agreement)
    return ReportOut(
        number=report.number,
        year=report.year,
        state=report.state,
        version=report.version,
        submitted_on=report.submitted_on,
        accepted_on=report.accepted_on,
        remark=report.remark,
        acts=acts_of(actor, REPORT_FLOW, report),
        values=_values(report.answers, place_of),
        proofs=[
            ProofOut(**DocumentOut.fields(proof.document), undertaking=place_of[proof.undertaking_id])
            for proof in report.proofs.select_related("document").order_by("pk")
        ],
    )


def _values(answers: dict[str, Any], place_of: dict[int, int]) -> list[ValueOut]:
    said = ((place, answers.get(f"value_{key}")) for key, place in place_of.items())
    return [ValueOut(undertaking=place, value=str(value)) for place, value in said if value is not None]
