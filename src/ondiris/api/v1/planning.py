"""Which goods stood on the approved list on a day, who needs how much of each, and by which contract? (47.4)"""

from datetime import date
from typing import Any

from ninja import Router
from pydantic import BaseModel, Field

from ondiris.api.calling import Request
from ondiris.api.paging import Cursor, Limit, page
from ondiris.api.reading import On
from ondiris.api.v1.organisations import OrganisationOut
from ondiris.domains.planning.queries import list_on, open_lines, with_interests
from ondiris.domains.planning.terms import ContractKind

router = Router()


class GoodNameOut(BaseModel):
    """A good's name as its customer gave it."""

    kk: str
    ru: str


class GoodsLineOut(BaseModel):
    """What one customer needs of one good, and how many suppliers say that they can make it."""

    number: str = Field(examples=["GOOD-2026-00001"])
    customer: OrganisationOut
    code: str = Field(examples=["841350"])
    name: GoodNameOut
    volume: str = Field(description="As agreed by the customer.", examples=["40"])
    unit: str
    starts_on: date = Field(description="The first day for which the contract is expected.")
    ends_on: date = Field(description="The last day for which it is expected.")
    kind: ContractKind
    suppliers: int = Field(description="How many have said that they can make it; who they are is not public.")


class ApprovedOut(BaseModel):
    """The list of a year, its edition, and the act that approved it."""

    number: str = Field(examples=["GOODS-2026-00001"])
    year: int
    edition: str = Field(examples=["LIST-2026-00001"])
    act_number: str
    act_date: date | None
    valid_from: date
    valid_to: date | None


class GoodsListOut(BaseModel):
    """A page of the list in force on the day; where none was, `approved` is null and there are no lines."""

    on: date
    approved: ApprovedOut | None
    lines: list[GoodsLineOut]
    next: str | None = Field(description="Cursor of the next page; null on the last.")


@router.get("", response=GoodsListOut)
def show_goods_list(request: Request, on: On = None, cursor: Cursor = None, limit: Limit = 50) -> GoodsListOut:
    """The list of goods for offtake contracts and contract procurement in force on a day, today where none is given.

    Its approved lines by number, a page at a time.
    """
    day = on or request.day
    lines = page(with_interests(open_lines(day)), cursor, limit)
    return GoodsListOut(on=day, approved=_approved(day), lines=[_line(one) for one in lines.things], next=lines.next)


def _approved(day: date) -> ApprovedOut | None:
    found = list_on(day)
    if found is None or found.edition is None:
        return None
    return ApprovedOut(
        number=found.number,
        year=found.year,
        edition=found.edition.number,
        act_number=found.edition.act_number,
        act_date=found.edition.act_date,
        valid_from=found.edition.valid_from,
        valid_to=found.edition.valid_to,
    )


def _line(one: Any) -> GoodsLineOut:
    """A line passed on is complete (47.3p2); `interested` is counted beside it."""
    return GoodsLineOut(
        number=one.number,
        customer=OrganisationOut.of(one.customer),
        code=one.code,
        name=GoodNameOut(kk=one.name_kk, ru=one.name_ru),
        volume=f"{one.volume.normalize():f}",
        unit=one.unit,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        kind=ContractKind(one.kind),
        suppliers=one.interested,
    )
