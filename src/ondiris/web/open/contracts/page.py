"""What may everybody know of one contract?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ondiris.base.errors import NotFound
from ondiris.domains.contracts.content import GoodTerms
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.public import Field, Shown, shown_on
from ondiris.domains.contracts.terms import CONDITIONS, WORDS
from ondiris.domains.contracts.whole import Whole, whole
from ondiris.web.open.contracts.shown import ARTICLE_46, KINDS, STATES
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line


@dataclass(frozen=True, slots=True)
class YearRow:
    """A calendar year of a good: what is to be delivered at which price, and what was accepted."""

    year: int
    volume: Decimal | None
    price: Decimal | None
    accepted: Decimal | None


@dataclass(frozen=True, slots=True)
class GoodRow:
    """A good with its years."""

    good: GoodTerms
    name: str
    years: list[YearRow]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A wording: its place, since when it holds, and until which day the contract was to last by it."""

    place: int
    since: date
    ends_on: date | None


def contract(request: Any, number: str) -> HttpResponse:
    """The public page of one contract."""
    shown = shown_on(request.day)
    rows = shown.contracts().select_related("customer", "supplier", "line__goods_list__edition__list")
    found = rows.filter(number=number).first()
    if found is None:
        raise NotFound
    [all_of_it] = whole([found])
    terms = all_of_it.wordings[-1].terms if all_of_it.wordings else None
    context = {
        "contract": found,
        "title": found.title if Field.SUBJECT in shown else "",
        "lines": list(_lines(all_of_it, shown)),
        "tags": list(_tags(found, shown)),
        "outside": Field.ARTICLE_46 in shown and found.answer == "not_customer",
        "goods": list(_goods(all_of_it, shown)) if terms and Field.GOODS in shown else [],
        "with_volumes": Field.VOLUMES in shown,
        "with_prices": Field.PRICES in shown,
        "with_accepted": Field.DELIVERIES in shown,
        "versions": _versions(all_of_it, shown),
        "conditions": [(_(WORDS[one.kind]), CONDITIONS[one.kind], one.due_on) for one in terms.conditions]
        if terms and Field.CONDITIONS in shown
        else [],
        "line": found.line if found.line is not None and Field.GOODS in shown else None,
        "ocid": f"{settings.OCID_PREFIX}-{found.number}",
    }
    return render(request, "open/contracts/contract.html", context)


def _tags(contract: Contract, shown: Shown) -> Iterator[Any]:
    for field, named, value in (
        (Field.KIND, KINDS, contract.kind),
        (Field.STATE, STATES, contract.state),
        (Field.ARTICLE_46, ARTICLE_46, contract.answer),
    ):
        if field in shown and value in named:
            yield named[value]


def _lines(of: Whole, shown: Shown) -> Iterator[Line]:
    contract = of.contract
    for field, label, side in (
        (Field.CUSTOMER, _("Customer"), contract.customer),
        (Field.SUPPLIER, _("Supplier"), contract.supplier),
    ):
        if field in shown:
            yield Line(label, f"{side.name}, {side.bin}")
    if Field.DATES in shown:
        yield Line(_("Concluded on"), _day(contract.concluded_on))
        if contract.registered_on:
            yield Line(_("Entered in the register on"), _day(contract.registered_on))
    if Field.TERM in shown:
        yield Line(_("Term"), f"{_day(contract.starts_on)} – {_day(contract.ends_on)}")
    if Field.STATE in shown and contract.ended_on:
        yield Line(_("Ended on"), _day(contract.ended_on))
    if of.wordings:
        terms = of.wordings[-1].terms
        if Field.LEAST_VALUE in shown and terms.least_value is not None:
            yield Line(_("Minimum level of in-country value"), figures.percent(terms.least_value.normalize()))
        if Field.PRICES in shown:
            yield Line(_("Sum"), figures.tenge(terms.amount))


def _day(day: date | None) -> str:
    return figures.day(day) if day else "—"


def _goods(of: Whole, shown: Shown) -> Iterator[GoodRow]:
    """The goods of the wording in force, each year with what was accepted of it."""
    accepted: dict[tuple[int, int], Decimal] = defaultdict(Decimal)
    for one in of.accepted:
        accepted[one.good, one.delivered_on.year] += one.volume
    for good in of.wordings[-1].terms.goods:
        agreed = {one.year: one for one in good.years}
        years = sorted({*agreed, *(year for place, year in accepted if place == good.place)})
        yield GoodRow(
            good,
            good.name_kk if get_language() == "kk" and good.name_kk else good.name_ru,
            [
                YearRow(
                    year,
                    agreed[year].volume if year in agreed else None,
                    agreed[year].price if year in agreed else None,
                    accepted.get((good.place, year)),
                )
                for year in years
            ],
        )


def _versions(of: Whole, shown: Shown) -> list[VersionRow]:
    if Field.AMENDMENTS not in shown or Field.DATES not in shown:
        return []
    return [VersionRow(one.place, one.since, one.terms.ends_on if Field.TERM in shown else None) for one in of.wordings]
