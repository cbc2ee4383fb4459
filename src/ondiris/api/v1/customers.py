"""Who is a customer under 46.2 on a day, and for one organisation, why: as the public pages tell it."""

import re
from datetime import date

from django.utils.translation import gettext as _
from ninja import Router
from pydantic import BaseModel, Field

from ondiris.api.calling import Request
from ondiris.api.paging import Cursor, Limit
from ondiris.api.reading import On
from ondiris.api.v1.organisations import OrganisationOut
from ondiris.base.errors import BadInput, NotFound
from ondiris.domains.customers.public import chain_is_public
from ondiris.domains.customers.rules import SINCE
from ondiris.domains.customers.standing import Part, Step, near_customers, standing_on
from ondiris.domains.customers.terms import REASONS, Answer
from ondiris.domains.parties.models import Organisation
from ondiris.law.rulebook import Finding

customers_router = Router()
organisations_router = Router()

BIN = re.compile(r"[0-9]{12}")


class CustomerLine(OrganisationOut):
    """An organisation that a condition of 46.2 reaches, and the answer."""

    answer: Answer
    reason: str | None = Field(
        description="The rule that carries the answer; null where it is open.", examples=["extracts_minerals"]
    )
    because: str = Field(description="The same in a few words.")


class Customers(BaseModel):
    """A page of the organisations that a condition of 46.2 reaches on a day, by BIN."""

    on: date
    customers: list[CustomerLine]
    next: str | None = Field(description="The cursor of the next page; send the same `on` with it.")


class ConditionOut(BaseModel):
    """A rule of 46.2 and its answer, without the shares that it compares."""

    rule: str
    edition: int
    provision: str
    sentence: str
    outcome: str = Field(description="met, not_met or undetermined")

    @classmethod
    def of(cls, finding: Finding) -> "ConditionOut":
        """What is public of a finding."""
        return cls(
            rule=finding.rule,
            edition=finding.edition,
            provision=finding.provision,
            sentence=_(finding.sentence),
            outcome=finding.outcome.value,
        )


class ParcelOut(BaseModel):
    """Voting shares of one holder in a chain; `owner` is null for the State and for others."""

    owner: OrganisationOut | None
    owner_kind: str = Field(description="organisation, state or other")
    manager: OrganisationOut | None = Field(description="Who has them in trust management.")
    begins: str | None = Field(description="The status of the holder with which the chain begins here.")
    share: str = Field(description="Per cent, as text.", examples=["60"])
    since: date

    @classmethod
    def of(cls, part: Part) -> "ParcelOut":
        """A parcel of a chain."""
        return cls(
            owner=OrganisationOut.of(part.owner) if part.owner else None,
            owner_kind=part.held.owner_kind,
            manager=OrganisationOut.of(part.manager) if part.manager else None,
            begins=part.begins.value if part.begins else None,
            share=f"{part.share.normalize():f}",
            since=part.held.since,
        )


class StepOut(BaseModel):
    """Whose voting shares, which parcels of them belong to those above, and how much that is together."""

    held: OrganisationOut
    parcels: list[ParcelOut]
    together: str = Field(description="Per cent, as text.", examples=["60"])

    @classmethod
    def of(cls, step: Step) -> "StepOut":
        """A step of a chain."""
        return cls(
            held=OrganisationOut.of(step.held),
            parcels=[ParcelOut.of(part) for part in step.parts],
            together=f"{step.share.normalize():f}",
        )


class CustomerOut(OrganisationOut):
    """Whether an organisation is a customer on a day, why, and through which shares where that is public."""

    on: date
    answer: Answer
    because: list[ConditionOut]
    conditions: list[ConditionOut]
    chain_is_public: bool
    chain: list[StepOut] = Field(description="From the top down to the organisation; empty where it is not public.")


@customers_router.get("", response=Customers)
def list_customers(
    request: Request, on: On = None, answer: Answer | None = None, cursor: Cursor = None, limit: Limit = 50
) -> Customers:
    """Who is a customer on a day, who is left out though a condition reaches it, and of whom the answer is open."""
    day = _day(on, request)
    if cursor is not None and not BIN.fullmatch(cursor):
        raise BadInput({"cursor": _("This is no cursor that this list gave.")})
    near = {key: said for key, said in near_customers(day).items() if answer in (None, said[0])}
    rows = list(Organisation.objects.filter(pk__in=near, bin__gt=cursor or "").order_by("bin")[: limit + 1])
    return Customers(
        on=day,
        customers=[_line(one, *near[one.pk]) for one in rows[:limit]],
        next=rows[limit - 1].bin if len(rows) > limit else None,
    )


@organisations_router.get("/{bin}/customer", response=CustomerOut)
def show_customer(request: Request, bin: str, on: On = None) -> CustomerOut:
    """Whether one organisation is a customer on a day, as its public page shows it."""
    day = _day(on, request)
    organisation = Organisation.objects.filter(bin=bin).first() if BIN.fullmatch(bin) else None
    if organisation is None:
        raise NotFound
    standing, public = standing_on(organisation, day), chain_is_public(day)
    return CustomerOut(
        bin=organisation.bin,
        name=organisation.name,
        on=day,
        answer=standing.answer,
        because=[ConditionOut.of(finding) for finding in standing.because],
        conditions=[ConditionOut.of(finding) for finding in standing.findings],
        chain_is_public=public,
        chain=[StepOut.of(step) for step in standing.chain] if public else [],
    )


def _line(one: Organisation, answer: Answer, reason: str) -> CustomerLine:
    return CustomerLine(bin=one.bin, name=one.name, answer=answer, reason=reason or None, because=_(REASONS[reason]))


def _day(on: date | None, request: Request) -> date:
    """The day that is asked about. BadInput before the law, when nobody was a customer under it."""
    day = on or request.day
    if day < SINCE:
        raise BadInput({"on": _("The law is in force from %(day)s.") % {"day": SINCE.isoformat()}})
    return day
