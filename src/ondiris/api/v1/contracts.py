"""Which contracts are open to everybody, and how does the authority record one that was concluded elsewhere? (48.6)"""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from ninja import Router
from pydantic import BaseModel, Field

from ondiris.api.calling import Bearer, KeyedRequest, Request
from ondiris.api.once import once
from ondiris.api.paging import Cursor, Limit, page
from ondiris.api.reading import NUMBER, Number
from ondiris.api.v1 import bodies
from ondiris.api.v1.examples import example
from ondiris.api.v1.organisations import OrganisationOut
from ondiris.base.errors import BadInput, NotFound
from ondiris.domains.contracts.actions.record import record
from ondiris.domains.contracts.content import GoodTerms
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.public import Field as Public
from ondiris.domains.contracts.public import Shown, shown_on
from ondiris.domains.contracts.terms import ConditionKind, ContractState
from ondiris.domains.contracts.whole import Whole, whole
from ondiris.domains.customers.terms import Answer
from ondiris.domains.planning.terms import ContractKind

router = Router()


class ContractLine(BaseModel):
    """A contract, shortly. What is not public on the day is null."""

    number: str = Field(examples=["OFT-2026-00001"])
    kind: ContractKind | None
    title: str | None
    customer: OrganisationOut | None
    supplier: OrganisationOut | None
    concluded_on: date | None
    registered_on: date | None = Field(description="Null for contract procurement, which stands in no register.")
    starts_on: date | None
    ends_on: date | None
    state: ContractState | None
    article_46: Answer | None = Field(description="Whether the customer was one under 46.2 on the day of conclusion.")


class Contracts(BaseModel):
    """A page of contracts."""

    contracts: list[ContractLine]
    next: str | None = Field(description="Cursor of the next page; null on the last.")


class YearOut(BaseModel):
    """A calendar year of a good."""

    year: int
    volume: Decimal | None
    price: Decimal | None = Field(description="Of one unit, in tenge; null while prices are not public.")
    accepted: Decimal | None = Field(description="How much was accepted of what was delivered in the year.")


class ContractGoodOut(BaseModel):
    """A good of the wording in force."""

    place: int
    code: str
    name_kk: str
    name_ru: str
    unit: str
    characteristics: str
    years: list[YearOut]


class OffsetConditionOut(BaseModel):
    """A further condition of contract procurement (49.2)."""

    kind: ConditionKind
    due_on: date
    value: Decimal | None


class ContractVersionOut(BaseModel):
    """A wording and since when it holds."""

    place: int
    in_force_on: date


class ContractOut(ContractLine):
    """A contract with its goods, by what of it is public on the day."""

    line: str | None = Field(description="The approved line of the list of goods that it rests on.")
    least_value: Decimal | None = Field(description="The minimum level of in-country value, in per cent.")
    amount: Decimal | None
    goods: list[ContractGoodOut]
    conditions: list[OffsetConditionOut]
    versions: list[ContractVersionOut]


@router.get("", response=Contracts)
def list_contracts(
    request: Request,
    kind: ContractKind | None = None,
    article_46: Answer | None = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Contracts:
    """The public contracts by number. What changed since an instant is in the open data by OCDS."""
    shown = shown_on(request.day)
    rows = shown.contracts().select_related("customer", "supplier")
    if kind is not None and Public.KIND in shown:
        rows = rows.filter(kind=kind)
    if article_46 is not None and Public.ARTICLE_46 in shown:
        rows = rows.filter(answer=article_46)
    found = page(rows, cursor, limit)
    return Contracts(contracts=[ContractLine(**_line(one, shown)) for one in found.things], next=found.next)


@router.get("/{number}", response=ContractOut)
def show_contract(request: Request, number: Number) -> ContractOut:
    """One public contract."""
    shown = shown_on(request.day)
    rows = shown.contracts().select_related("customer", "supplier", "line")
    found = rows.filter(number=number).first() if NUMBER.fullmatch(number) else None
    if found is None:
        raise NotFound
    return _shown(found, shown)


@router.post("", auth=Bearer(), response={201: ContractOut}, openapi_extra=example(bodies.RecordContract))
@once(201)
def record_contract(request: KeyedRequest, body: bodies.RecordContract) -> BaseModel:
    """Record a contract that was concluded elsewhere; an offtake contract is in the register at once (48.6).

    The same source and number are recorded once.
    """
    actor = request.auth.actor
    try:
        made = record(actor, **body.data())
    except BadInput as wrong:
        raise BadInput({_field(name): text for name, text in wrong.fields.items()}) from wrong
    return _shown(made, shown_on(request.day))


def _field(name: str) -> str:
    """`goods_1_years_2_volume` of a wording as the place in the body."""
    parts = name.split("_")
    if parts[0] not in ("goods", "conditions") or len(parts) < 3:
        return name
    place = f"{parts[0]}[{int(parts[1]) - 1}]"
    if parts[2] == "years" and len(parts) > 3:
        return f"{place}.years[{int(parts[3]) - 1}].{'_'.join(parts[4:])}"
    return f"{place}.{'_'.join(parts[2:])}"


def _line(one: Contract, shown: Shown) -> dict[str, Any]:
    told: dict[Public, dict[str, Any]] = {
        Public.KIND: {"kind": one.kind},
        Public.SUBJECT: {"title": one.title},
        Public.CUSTOMER: {"customer": OrganisationOut.of(one.customer)},
        Public.SUPPLIER: {"supplier": OrganisationOut.of(one.supplier)},
        Public.DATES: {"concluded_on": one.concluded_on, "registered_on": one.registered_on},
        Public.TERM: {"starts_on": one.starts_on, "ends_on": one.ends_on},
        Public.STATE: {"state": one.state},
        Public.ARTICLE_46: {"article_46": one.answer or None},
    }
    line: dict[str, Any] = {"number": one.number}
    for field, said in told.items():
        line |= said if field in shown else dict.fromkeys(said)
    return line


def _shown(one: Contract, shown: Shown) -> ContractOut:
    [of] = whole([one])
    terms = of.wordings[-1].terms
    prices = Public.PRICES in shown
    return ContractOut(
        **_line(one, shown),
        line=one.line.number if one.line is not None and Public.GOODS in shown else None,
        least_value=terms.least_value if Public.LEAST_VALUE in shown else None,
        amount=terms.amount if prices else None,
        goods=_goods(of, shown) if Public.GOODS in shown else [],
        conditions=[
            OffsetConditionOut(kind=each.kind, due_on=each.due_on, value=each.value if prices else None)
            for each in terms.conditions
        ]
        if Public.CONDITIONS in shown
        else [],
        versions=[ContractVersionOut(place=each.place, in_force_on=each.since) for each in of.wordings]
        if Public.AMENDMENTS in shown and Public.DATES in shown
        else [],
    )


def _goods(of: Whole, shown: Shown) -> list[ContractGoodOut]:
    accepted: dict[tuple[int, int], Decimal] = defaultdict(Decimal)
    for one in of.accepted:
        accepted[one.good, one.delivered_on.year] += one.volume
    return [_good(good, accepted, shown) for good in of.wordings[-1].terms.goods]


def _good(good: GoodTerms, accepted: dict[tuple[int, int], Decimal], shown: Shown) -> ContractGoodOut:
    years = [
        YearOut(
            year=one.year,
            volume=one.volume,
            price=one.price if Public.PRICES in shown else None,
            accepted=accepted.get((good.place, one.year), Decimal(0)) if Public.DELIVERIES in shown else None,
        )
        for one in good.years
    ]
    return ContractGoodOut(
        place=good.place,
        code=good.code,
        name_kk=good.name_kk,
        name_ru=good.name_ru,
        unit=good.unit,
        characteristics=good.characteristics,
        years=years if Public.VOLUMES in shown else [],
    )
