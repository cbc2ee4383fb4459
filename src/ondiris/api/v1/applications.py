"""Which applications may the caller see, and what stands in each?"""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse
from ninja import Router
from pydantic import BaseModel, Field

from ondiris.api.calling import Bearer, KeyedRequest
from ondiris.api.paging import Cursor, Limit, Since, page, touched
from ondiris.api.reading import Number, checked_number
from ondiris.api.v1.documents import FILE_ANSWER, DocumentOut, LetterOut, content, letters_of
from ondiris.api.v1.drafting import read_answers
from ondiris.api.v1.findings import FindingOut
from ondiris.api.v1.organisations import OrganisationOut
from ondiris.api.v1.seeing import acts_of, looked_at, seen
from ondiris.base.actors import Actor
from ondiris.domains.applications.answering import last_day
from ondiris.domains.applications.clock import age
from ondiris.domains.applications.completeness import missing
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.models import Application, Assignment, Decision, Question
from ondiris.domains.applications.permissions import visible_to
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.parties.terms import Capacity
from ondiris.law.rulebook import Finding

router = Router(auth=Bearer())


class ApplicationLine(BaseModel):
    """An application, shortly. `version` rises with each act: send it back, and a change in between is told."""

    number: str = Field(examples=["IG-2026-00001"])
    measure: str
    state: str = Field(examples=["submitted"])
    version: int
    applicant: OrganisationOut
    amount: Decimal | None
    begun_on: date
    submitted_on: date | None
    waiting_since: date | None
    officer: str


class Applications(BaseModel):
    """A page of applications."""

    applications: list[ApplicationLine]
    next: str | None = Field(description="Cursor of the next page; null on the last.")
    changes_until: int = Field(description="Send it as `changed_since` later, for what acts have touched after this.")


class MissingOut(BaseModel):
    """What a draft still lacks."""

    section: str
    key: str
    text: str


class AttachmentOut(DocumentOut):
    """A document handed in for a requirement."""

    requirement: str


class QuestionOut(BaseModel):
    """A question of the officer, with its answer, or with why the case went on without one."""

    text: str
    asked_on: date
    answer_by: date | None = Field(
        description="The last day for the answer; null where neither the question nor the setting gives one."
    )
    answer: str
    answered_on: date | None
    closed_on: date | None = Field(description="The day on which the case went on without an answer.")
    closed_reason: str


class EstablishedOut(BaseModel):
    """A fact that an official established."""

    fact: str
    value: bool | int | str
    note: str
    by: str
    on: date


class AssignmentOut(BaseModel):
    """An expert's part."""

    expert: str
    assigned_on: date
    has_conflict: bool | None
    scores: dict[str, int]
    opinion: str
    assessed_on: date | None


class DecisionOut(BaseModel):
    """A decision, or, for officials, a proposal; with the findings and the extract that it rests on."""

    kind: str = Field(description="grant, refuse or elsewhere")
    ground: str
    amount: Decimal | None
    reasons: str
    proposed_on: date
    proposed_by: str
    decided_on: date | None
    decided_by: str
    sent_back: str
    judged_on: date | None
    edition: str
    findings: list[FindingOut]
    extract: list[dict[str, Any]]


class ApplicationOut(ApplicationLine):
    """An application. Experts' parts and what officials established are shown to officials alone."""

    days_with_officials: int = Field(description="The clock stands still while a question is open.")
    acts: list[str] = Field(description="The acts that the caller can do now.")
    answers: dict[str, Any]
    missing: list[MissingOut]
    documents: list[AttachmentOut]
    questions: list[QuestionOut]
    established: list[EstablishedOut]
    experts: list[AssignmentOut]
    decisions: list[DecisionOut]
    letters: list[LetterOut]


@router.get("", response=Applications)
def list_applications(
    request: KeyedRequest,
    state: ApplicationState | None = None,
    measure: str | None = None,
    changed_since: Since = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Applications:
    """The applications that the caller may see, by number; of other enterprises none."""
    things = visible(request.auth.actor)
    if state is not None:
        things = things.filter(state=state)
    if measure is not None:
        things = things.filter(measure=measure.replace("\0", ""))
    if changed_since is not None:
        things = things.filter(touched("application", changed_since))
    found = page(things, cursor, limit)
    return Applications(
        applications=[ApplicationLine(**_line(one)) for one in found.things],
        next=found.next,
        changes_until=found.changes_until,
    )


@router.get("/{number}", response=ApplicationOut)
def show_application(request: KeyedRequest, number: Number) -> ApplicationOut:
    """One application with its answers, documents, questions, findings and decisions."""
    actor = request.auth.actor
    application = seen(actor, visible(actor), number)
    looked_at(actor, application)
    return shown(actor, application)


@router.get("/{number}/documents/{document}", openapi_extra=FILE_ANSWER)
def download_document(request: KeyedRequest, number: Number, document: str) -> FileResponse:
    """The content of a document handed in with the application, or of a letter about it."""
    actor = request.auth.actor
    application = seen(actor, visible(actor), number)
    attached = application.attachments.filter(document__number=checked_number(document)).first()
    return content(actor, attached.document if attached else None, "application", application.number, document)


def visible(actor: Actor) -> QuerySet[Application]:
    """The applications that the actor may see, each with its applicant."""
    return visible_to(actor).select_related("applicant")


def shown(actor: Actor, application: Application) -> ApplicationOut:
    """An application as the actor may see it."""
    official = application.applicant_id != actor.organisation_id
    draft = application.state == ApplicationState.DRAFT
    gaps = missing(application) if draft else []
    decisions = application.decisions.order_by("pk")
    return ApplicationOut(
        **_line(application),
        days_with_officials=age(application, actor.on),
        acts=acts_of(actor, FLOW, application),
        answers=read_answers(application),
        missing=[MissingOut(section=gap.section, key=gap.key, text=str(gap.text)) for gap in gaps],
        documents=[
            AttachmentOut(**DocumentOut.fields(one.document), requirement=one.requirement)
            for one in application.attachments.select_related("document").order_by("pk")
        ],
        questions=[_question(one) for one in application.questions.order_by("pk")],
        established=[
            EstablishedOut(fact=e.fact, value=e.value, note=e.note, by=e.by_name, on=e.on)
            for e in (application.established.order_by("pk") if official else ())
        ],
        experts=[_assignment(one) for one in (_assignments(actor, application) if official else ())],
        decisions=[_decision(one) for one in (decisions if official else decisions.exclude(decided_on=None))],
        letters=letters_of("application", application.number),
    )


def _line(application: Application) -> dict[str, Any]:
    return {
        "number": application.number,
        "measure": application.measure,
        "state": application.state,
        "version": application.version,
        "applicant": OrganisationOut.of(application.applicant),
        "amount": application.amount,
        "begun_on": application.begun_on,
        "submitted_on": application.submitted_on,
        "waiting_since": application.waiting_since,
        "officer": application.officer_name,
    }


def _question(one: Question) -> QuestionOut:
    return QuestionOut(
        text=one.text,
        asked_on=one.asked_on,
        answer_by=last_day(one),
        answer=one.answer_text,
        answered_on=one.answered_on,
        closed_on=one.closed_on,
        closed_reason=one.closed_reason,
    )


def _assignments(actor: Actor, application: Application) -> Any:
    """The experts' parts: to an expert their own alone, so that nobody's score leans on another's."""
    rows = application.assignments.order_by("pk")
    return rows.filter(expert=actor.user_id) if actor.capacities == {Capacity.EXPERT} else rows


def _assignment(one: Assignment) -> AssignmentOut:
    return AssignmentOut(
        expert=one.expert_name,
        assigned_on=one.assigned_on,
        has_conflict=one.has_conflict,
        scores=one.scores,
        opinion=one.opinion,
        assessed_on=one.assessed_on,
    )


def _decision(one: Decision) -> DecisionOut:
    findings = [Finding.from_json(kept) for kept in one.findings.get("findings", [])]
    return DecisionOut(
        kind=one.kind,
        ground=one.ground,
        amount=one.amount,
        reasons=one.reasons,
        proposed_on=one.proposed_on,
        proposed_by=one.proposed_by_name,
        decided_on=one.decided_on,
        decided_by=one.decided_by_name,
        sent_back=one.sent_back,
        judged_on=one.judged_on,
        edition=one.findings.get("edition", ""),
        findings=[FindingOut.of(finding) for finding in findings],
        extract=one.extract,
    )
