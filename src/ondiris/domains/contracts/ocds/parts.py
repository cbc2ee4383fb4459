"""How are the parts of a release written: instants, figures, organisations, items?

What is not public on the day is left out, by `public.Shown` alone.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from ondiris.domains.contracts.content import ConditionTerms, GoodTerms, Terms
from ondiris.domains.contracts.public import Field, Shown
from ondiris.domains.contracts.whole import Whole
from ondiris.domains.parties.models import Organisation

Json = dict[str, Any]

BIN_SCHEME = "KZ-BIN"  # the Kazakhstan register in org-id.guide
CODE_SCHEME = "TNVED"  # the Union's nomenclature (62.6); its first six digits are those of the Harmonized System
CURRENCY = "KZT"
CLOCK = ZoneInfo("Asia/Almaty")
MARK = "\0"
MARKED = re.compile(r'"\\u0000(-?[0-9.]+)"')


@lru_cache(maxsize=4096)
def instant(day: date) -> str:
    """The beginning of a day on the country's clock."""
    return datetime.combine(day, time(), CLOCK).isoformat()


def figure(value: Decimal) -> int | str:
    """A number of JSON, exact: JSON's writer knows no decimals, so one waits as a marked text for `text_of`."""
    return int(value) if value == value.to_integral_value() else f"{MARK}{value.normalize():f}"


def text_of(told: Any) -> str:
    """The JSON text, with the numbers that waited as they are. No other text has the mark: the database keeps none."""
    return MARKED.sub(r"\1", json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def money(value: Decimal) -> Json:
    """An amount in tenge."""
    return {"amount": figure(value), "currency": CURRENCY}


def reference(organisation: Organisation) -> Json:
    """An organisation as other parts name it."""
    return {"id": f"{BIN_SCHEME}-{organisation.bin}", "name": organisation.name}


def party(organisation: Organisation, role: str) -> Json:
    """An organisation with its BIN."""
    identifier = {"scheme": BIN_SCHEME, "id": organisation.bin, "legalName": organisation.name}
    return reference(organisation) | {"identifier": identifier, "roles": [role]}


def period(starts_on: date, ends_on: date) -> Json:
    """From the first day's beginning to the last day's end."""
    last = datetime.combine(ends_on, time(23, 59, 59), CLOCK).isoformat()
    return {"startDate": instant(starts_on), "endDate": last, "durationInDays": (ends_on - starts_on).days + 1}


def items(goods: list[GoodTerms], shown: Shown) -> list[Json]:
    """The goods, each with its volumes by year."""
    return [dict(_item(good, shown)) for good in goods]


def _item(good: GoodTerms, shown: Shown) -> Iterator[tuple[str, Any]]:
    yield "id", str(good.place)
    yield "description", good.name_ru
    yield "description_kk", good.name_kk
    yield "classification", {"scheme": CODE_SCHEME, "id": good.code}
    unit: Json = {"name": good.unit}
    prices = {one.price for one in good.years}
    if Field.PRICES in shown and len(prices) == 1:
        unit["value"] = money(prices.pop())
    yield "unit", unit
    if Field.VOLUMES in shown:
        yield "quantity", figure(sum((one.volume for one in good.years), Decimal(0)))
        yield "annualVolumes", [_year(one.year, one.volume, one.price, shown) for one in good.years]


def _year(year: int, volume: Decimal, price: Decimal, shown: Shown) -> Json:
    told: Json = {"year": year, "quantity": figure(volume)}
    if Field.PRICES in shown:
        told["unitPrice"] = money(price)
    return told


def conditions(terms: Terms, shown: Shown) -> list[Json]:
    """The further conditions of contract procurement (49.2), by kind and last day."""
    return [_condition(one, shown) for one in terms.conditions]


def _condition(one: ConditionTerms, shown: Shown) -> Json:
    told: Json = {"id": str(one.place), "kind": one.kind.value, "dueDate": instant(one.due_on)}
    if Field.PRICES in shown:
        told["value"] = money(one.value)
    return told


def planning(whole: Whole, list_url: str, shown: Shown) -> Json | None:
    """The approved line of the list of goods (47) that the contract rests on."""
    line = whole.contract.line
    if line is None:
        return None
    told: Json = {"id": line.number, "year": line.goods_list.year}
    if Field.GOODS in shown:
        told |= {"description": line.name_ru, "description_kk": line.name_kk}
        told |= {"classification": {"scheme": CODE_SCHEME, "id": line.code}, "unit": {"name": line.unit}}
        if Field.VOLUMES in shown and line.volume is not None:
            told["quantity"] = figure(line.volume)
    planned: Json = {"listLine": told}
    edition = line.goods_list.edition
    if edition is not None and list_url:
        document: Json = {"id": edition.number, "documentType": "procurementPlan", "title": edition.title}
        document |= {"url": list_url.format(code=edition.list.code, number=edition.number), "format": "text/html"}
        planned["documents"] = [document]
    return planned
