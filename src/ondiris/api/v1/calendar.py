"""By when does the law ask what of whom, and which duties had each body in a year, done or not?"""

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router
from pydantic import BaseModel, Field

from ondiris.api.calling import Request
from ondiris.api.v1.law import WordsOut
from ondiris.base.errors import BadInput
from ondiris.domains.calendar.queries import Duty, duties
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.terms import OrganisationKind
from ondiris.law.deadlines import Deadline, deadlines
from ondiris.law.deadlines.declared import MonthDay
from ondiris.law.deadlines.terms import Recurrence, State

deadlines_router = Router()
duties_router = Router()

Year = Annotated[
    int | None, Query(ge=2022, le=2100, description="The year in which the duties open; this one where it is left out.")
]
BodyBin = Annotated[str | None, Query(max_length=12, description="The BIN of one public body; all where left out.")]


class DeadlineOut(BaseModel):
    """A deadline of the law as declared. Bearers are named as in `/law/provisions`."""

    id: str = Field(examples=["purchase-needs"])
    provision: str = Field(examples=["47.1"])
    also: list[str] = Field(description="Other provisions that say the same.")
    bearers: list[str]
    to: list[str] = Field(description="To whom it is handed.")
    due: WordsOut
    wording: str = Field(description="How the law says by when, in Russian.")
    recurrence: Recurrence
    before: str | None = Field(description="The first day of every year that is too late.", examples=["03-01"])
    by: str | None = Field(description="The last day of every year that is not.", examples=["03-31"])
    months: int | None = Field(description="The term in months from the event.")
    event: WordsOut | None
    waits_for: list[str] = Field(description="What must come first, by id.")
    edition: int
    declared_on: date

    @classmethod
    def of(cls, one: Deadline) -> "DeadlineOut":
        """A declared deadline."""
        return cls(
            id=one.id,
            provision=str(one.provision),
            also=[str(cited) for cited in one.also],
            bearers=[bearer.value for bearer in one.bearers],
            to=[bearer.value for bearer in one.to],
            due=WordsOut.of(one.due),
            wording=one.wording,
            recurrence=one.recurrence,
            before=_written(one.before),
            by=_written(one.by),
            months=one.months,
            event=WordsOut.of(one.event) if one.event else None,
            waits_for=list(one.waits_for),
            edition=one.edition,
            declared_on=one.declared_on,
        )


class Deadlines(BaseModel):
    """All deadlines of the law, in the order of the provisions' systems."""

    deadlines: list[DeadlineOut]


class BodyOut(BaseModel):
    """A public body."""

    bin: str
    name: str


class SettingOut(BaseModel):
    """The dated setting that gave the day, where the law gives none."""

    source: str
    certainty: str = Field(description="act, two, single, or example: to be confirmed by the authority")


class DutyOut(BaseModel):
    """What one body owes for one period, and how it stood today.

    `written` is the last day before a setting moved it to a working day. A duty without a last day is never late.
    """

    deadline: str = Field(examples=["purchase-needs"])
    provision: str = Field(examples=["47.1"])
    body: BodyOut
    period: str = Field(examples=["2026", "2026-Q3"])
    opens_on: date
    last_day: date | None
    written: date | None
    set_by: SettingOut | None
    state: State
    days_late: int
    done_on: date | None

    @classmethod
    def of(cls, one: Duty) -> "DutyOut":
        """A duty as it stands."""
        at, setting = one.occurrence, one.occurrence.set_by
        return cls(
            deadline=one.deadline.id,
            provision=str(one.deadline.provision),
            body=BodyOut(bin=one.organisation.bin, name=one.organisation.name),
            period=at.period,
            opens_on=at.opens_on,
            last_day=at.last_day,
            written=at.written,
            set_by=SettingOut(source=setting.source, certainty=setting.certainty) if setting else None,
            state=one.at.state,
            days_late=one.at.days,
            done_on=one.at.done_on,
        )


class Duties(BaseModel):
    """The duties that open in a year, the earliest last day first and those without one last."""

    year: int
    on: date
    duties: list[DutyOut]


@deadlines_router.get("", response=Deadlines)
def list_deadlines(request: HttpRequest) -> Deadlines:
    """Every recurring and triggered deadline of the law, each once."""
    return Deadlines(deadlines=[DeadlineOut.of(one) for one in deadlines().values()])


@duties_router.get("", response=Duties)
def list_duties(request: Request, year: Year = None, body: BodyBin = None) -> Duties:
    """The duties of all public bodies, or of one, as everybody may see them: by when, done when, how late."""
    asked = year or request.day.year
    only = None if body is None else [_body(body)]
    return Duties(year=asked, on=request.day, duties=[DutyOut.of(one) for one in duties(asked, request.day, only)])


def _body(number: str) -> int:
    """The key of the public body with this BIN; BadInput where there is none."""
    bodies = Organisation.objects.filter(kind=OrganisationKind.PUBLIC_BODY)
    found = bodies.filter(bin=number).first() if "\0" not in number else None
    if found is None:
        raise BadInput({"body": _("No public body with this BIN is registered.")})
    return found.pk


def _written(day: MonthDay | None) -> str | None:
    return f"{day[0]:02}-{day[1]:02}" if day else None
