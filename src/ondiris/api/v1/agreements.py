"""Which agreements may the caller see, how far is each fulfilled, and what would be due back on a day?"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse
from django.utils.translation import gettext as _
from ninja import Router
from pydantic import BaseModel, Field

from ondiris.api.calling import Bearer, KeyedRequest
from ondiris.api.paging import Cursor, Limit, Since, page, touched
from ondiris.api.reading import Number, On, checked_number
from ondiris.api.v1.claims import ClaimOut, claims_of
from ondiris.api.v1.documents import FILE_ANSWER, LetterOut, content, letters_of
from ondiris.api.v1.organisations import OrganisationOut
from ondiris.api.v1.reports import ReportOut, reports_of
from ondiris.api.v1.seeing import acts_of, looked_at, seen
from ondiris.base.actors import Actor
from ondiris.domains.agreements.flow import FLOW
from ondiris.domains.agreements.fulfilment import Fulfilment
from ondiris.domains.agreements.models import Agreement, Undertaking
from ondiris.domains.agreements.permissions import visible_to
from ondiris.domains.agreements.queries import fulfilments, undertakings_of, unreported_years
from ondiris.domains.agreements.signing import text_of
from ondiris.domains.agreements.terms import AgreementState, Track
from ondiris.domains.recovery.queries import due_on, exact_text, kept, payments_of

router = Router(auth=Bearer())


class AgreementLine(BaseModel):
    """An agreement, shortly. `version` rises with each act: send it back, and a change in between is told."""

    number: str = Field(examples=["IG-A-2026-00001"])
    application: str
    measure: str
    state: str
    version: int
    recipient: OrganisationOut
    authority: OrganisationOut
    amount: Decimal
    drawn_on: date
    in_force_on: date | None
    noticed_on: date | None
    closed_on: date | None


class Agreements(BaseModel):
    """A page of agreements."""

    agreements: list[AgreementLine]
    next: str | None = Field(description="Cursor of the next page; null on the last.")
    changes_until: int = Field(description="Send it as `changed_since` later, for what acts have touched after this.")


class InstalmentOut(BaseModel):
    """What the State pays, when it is due and when it was paid."""

    place: int
    due_on: date
    amount: Decimal
    paid_on: date | None


class TargetOut(BaseModel):
    """What is to be reached in a calendar year, and what an accepted report established."""

    year: int
    target: str
    reached: str | None


class UndertakingOut(BaseModel):
    """What the recipient undertook: a counter-obligation (27.3) or a planned goal of the project (42.4)."""

    place: int = Field(description="Its number in this agreement; reports name it by this.")
    track: str
    direction: str
    indicator: str
    unit: str
    baseline: str
    weight: int
    evidence: str
    targets: list[TargetOut]


class SignatureOut(BaseModel):
    """One side's signature over the terms of this digest."""

    side: str
    name: str
    on: date
    method: str
    digest: str


class LevelOut(BaseModel):
    """How far a track is fulfilled on the day: an exact fraction, null while it is undetermined or nothing is due."""

    level: str | None = Field(examples=["3/4"])
    unreported: list[int] = Field(description="Years that are due and have no accepted report: not known, not zero.")
    indicators: list[dict[str, Any]]


class DueOut(BaseModel):
    """What would be asked back on the day (27.4), with every step of the sum; the formula is an example.

    `due` is null where it is undetermined, and `why` says for want of what.
    """

    due: Decimal | None
    why: str
    sheet: dict[str, Any] | None


class AgreementOut(AgreementLine):
    """An agreement with the promises of both sides, and how they stand on a day."""

    on: date
    acts: list[str] = Field(description="The acts that the caller can do now.")
    notice: str
    terms_digest: str = Field(description="SHA-256 of the terms as they stand: what a signature is over.")
    instalments: list[InstalmentOut]
    undertakings: list[UndertakingOut]
    signatures: list[SignatureOut]
    obligations: LevelOut
    goals: LevelOut
    unreported_years: list[int]
    due: DueOut
    reports: list[ReportOut]
    claims: list[ClaimOut]
    letters: list[LetterOut]


@router.get("", response=Agreements)
def list_agreements(
    request: KeyedRequest,
    state: AgreementState | None = None,
    changed_since: Since = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Agreements:
    """The agreements that the caller may see, by number. A change of a report or a demand counts as one of theirs."""
    things = visible(request.auth.actor)
    if state is not None:
        things = things.filter(state=state)
    if changed_since is not None:
        own, reports, claims = touched("agreement", changed_since), "reports__number", "claims__number"
        theirs = touched("report", changed_since, reports) | touched("claim", changed_since, claims)
        things = things.filter(pk__in=Agreement.objects.filter(own | theirs).values("pk"))
    found = page(things, cursor, limit)
    return Agreements(
        agreements=[AgreementLine(**_line(one)) for one in found.things],
        next=found.next,
        changes_until=found.changes_until,
    )


@router.get("/{number}", response=AgreementOut)
def show_agreement(request: KeyedRequest, number: Number, on: On = None) -> AgreementOut:
    """One agreement, with its fulfilment and what would be due back on a day, today where none is given."""
    actor = request.auth.actor
    agreement = seen(actor, visible(actor), number)
    looked_at(actor, agreement)
    return shown(actor, agreement, on)


@router.get("/{number}/documents/{document}", openapi_extra=FILE_ANSWER)
def download_letter(request: KeyedRequest, number: Number, document: str) -> FileResponse:
    """The content of a letter about the agreement."""
    actor = request.auth.actor
    return content(actor, None, "agreement", seen(actor, visible(actor), number).number, checked_number(document))


def visible(actor: Actor) -> QuerySet[Agreement]:
    """The agreements that the actor may see, each with its application and its parties."""
    return visible_to(actor).select_related("application", "recipient", "authority")


def shown(actor: Actor, agreement: Agreement, on: date | None = None) -> AgreementOut:
    """An agreement as the actor may see it, on a day, or on the actor's."""
    day = on or actor.on
    undertakings = undertakings_of(agreement)
    levels = _levels_on(undertakings, day)
    return AgreementOut(
        **_line(agreement),
        on=day,
        acts=acts_of(actor, FLOW, agreement),
        notice=agreement.notice_text if agreement.noticed_on else "",
        terms_digest=hashlib.sha256(text_of(agreement)).hexdigest(),
        instalments=[
            InstalmentOut(
                place=i.place, due_on=i.due_on, amount=i.amount, paid_on=i.transfer.on if i.transfer else None
            )
            for i in agreement.instalments.select_related("transfer")
        ],
        undertakings=[_undertaking(place, one) for place, one in enumerate(undertakings, 1)],
        signatures=[
            SignatureOut(side=s.side, name=s.user_name, on=s.on, method=s.method, digest=s.digest)
            for s in agreement.signatures.order_by("pk")
        ],
        obligations=_level(levels, Track.OBLIGATION),
        goals=_level(levels, Track.GOAL),
        unreported_years=unreported_years(undertakings, agreement.reports.all(), day),
        due=_due(agreement, day),
        reports=reports_of(actor, agreement),
        claims=claims_of(actor, agreement),
        letters=letters_of("agreement", agreement.number),
    )


def _line(agreement: Agreement) -> dict[str, Any]:
    return {
        "number": agreement.number,
        "application": agreement.application.number,
        "measure": agreement.application.measure,
        "state": agreement.state,
        "version": agreement.version,
        "recipient": OrganisationOut.of(agreement.recipient),
        "authority": OrganisationOut.of(agreement.authority),
        "amount": agreement.amount,
        "drawn_on": agreement.drawn_on,
        "in_force_on": agreement.in_force_on,
        "noticed_on": agreement.noticed_on,
        "closed_on": agreement.closed_on,
    }


def _undertaking(place: int, one: Undertaking) -> UndertakingOut:
    return UndertakingOut(
        place=place,
        track=one.track,
        direction=one.direction,
        indicator=one.indicator,
        unit=one.unit,
        baseline=_plain(one.baseline),
        weight=one.weight,
        evidence=one.evidence_asked,
        targets=[
            TargetOut(
                year=t.year, target=_plain(t.value), reached=_plain(t.reached.value) if hasattr(t, "reached") else None
            )
            for t in one.targets.all()
        ],
    )


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _levels_on(undertakings: Sequence[Undertaking], day: date) -> dict[Track, Fulfilment]:
    try:
        return fulfilments(undertakings, day)
    except ValueError:  # the formula's parameters are not set on this day
        return {}


def _level(levels: Mapping[Track, Fulfilment], track: Track) -> LevelOut:
    reached = levels.get(track)
    if reached is None:
        return LevelOut(level=None, unreported=[], indicators=[])
    return LevelOut(level=exact_text(reached.level), unreported=reached.unreported, indicators=list(_levels(reached)))


def _levels(reached: Fulfilment) -> list[dict[str, Any]]:
    return [
        {"indicator": one.indicator.name, "direction": one.indicator.direction, "level": exact_text(one.level)}
        for one in reached.indicators
    ]


def _due(agreement: Agreement, day: date) -> DueOut:
    try:
        reached, sheet = due_on(agreement, day)
    except ValueError:
        return DueOut(due=None, why=_("The formula's parameters are not set on this day."), sheet=None)
    if sheet is None and reached.unreported:
        return DueOut(due=None, why=_("A year that is due has no accepted report."), sheet=None)
    if sheet is None and not any(payment.on <= day for payment in payments_of(agreement)):
        return DueOut(due=Decimal("0.00"), why=_("Nothing had been paid under this agreement."), sheet=None)
    if sheet is None:
        return DueOut(
            due=None, why=_("No year with a target is over: how far it is fulfilled is not known."), sheet=None
        )
    why = ""
    if sheet.gap is not None:
        why = _("No base rate is established from %(day)s: the sum is undetermined.") % {"day": sheet.gap.first}
    elif sheet.level == Fraction(1):
        why = _("The obligations were fulfilled: nothing is due.")
    return DueOut(due=sheet.due, why=why, sheet=kept(reached, sheet))
