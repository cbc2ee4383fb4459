"""Which edition of a list was in force on a day, and what stood on it?"""

from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Router
from pydantic import BaseModel, Field

from ondiris.api.calling import Request
from ondiris.api.reading import On
from ondiris.api.v1.law import WordsOut
from ondiris.base.errors import NotFound
from ondiris.domains.lists.models import ApprovedList
from ondiris.domains.lists.queries import edition_on

router = Router()


class ListLine(BaseModel):
    """A list that the law calls for."""

    code: str = Field(examples=["priority-goods"])
    provision: str = Field(examples=["9.28"])


class Lists(BaseModel):
    """All lists."""

    lists: list[ListLine]


class GoodOut(BaseModel):
    """A good: every commodity code that begins with the prefix."""

    prefix: str = Field(examples=["8432"])
    name: WordsOut


class EditionOut(ListLine):
    """The edition in force on the day."""

    on: date
    number: str
    title: str
    act_number: str
    act_date: date | None
    valid_from: date
    valid_to: date | None
    goods: list[GoodOut]


@router.get("", response=Lists)
def list_lists(request: HttpRequest) -> Lists:
    """The lists that are kept."""
    rows = ApprovedList.objects.order_by("code")
    return Lists(lists=[ListLine(code=one.code, provision=one.provision) for one in rows])


@router.get("/{code}", response=EditionOut)
def show_list(request: Request, code: str, on: On = None) -> EditionOut:
    """The published edition in force on a day, today where none is given; not found where none was in force."""
    day = on or request.day
    edition = edition_on(code, day) if "\0" not in code else None
    if edition is None:
        raise NotFound(_("No edition of such a list is in force on this day."))
    return EditionOut(
        code=code,
        provision=edition.list.provision,
        on=day,
        number=edition.number,
        title=edition.title,
        act_number=edition.act_number,
        act_date=edition.act_date,
        valid_from=edition.valid_from,
        valid_to=edition.valid_to,
        goods=[
            GoodOut(prefix=line.prefix, name=WordsOut(kk=line.name_kk, ru=line.name_ru, en=line.name_en))
            for line in edition.lines.all()
        ],
    )
