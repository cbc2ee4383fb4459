"""Which releases does a contract have, and what is it when they are compiled?

A contract has a release for its conclusion, one for each amendment, one for each day on which deliveries were accepted
(and, where sums are public, paid), and one for its end. Each tells all that holds after it, so the last of them,
compiled, is the whole.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from ondiris.domains.contracts.content import GoodTerms, YearTerms
from ondiris.domains.contracts.ocds import parts
from ondiris.domains.contracts.ocds.parts import Json
from ondiris.domains.contracts.public import Field, Shown
from ondiris.domains.contracts.whole import Accepted, Whole, Wording


@dataclass(frozen=True, slots=True)
class Addresses:
    """The prefix of process ids, and where an edition of a list is shown, with `{code}` and `{number}`."""

    prefix: str
    list_edition: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a release tells: after it, so many wordings stood; `ended` from the contract's end on."""

    day: date
    name: str
    tags: tuple[str, ...]
    wordings: int
    ended: bool = False


def releases(whole: Whole, shown: Shown, at: Addresses) -> list[Json]:
    """A contract's releases in the order of time; none where the days, which every release has, are not public."""
    if Field.DATES not in shown or whole.contract.concluded_on is None or not whole.wordings:
        return []
    told = whole if Field.AMENDMENTS in shown else _as_one(whole)
    if Field.DELIVERIES not in shown:
        told = replace(told, accepted=())
    if Field.PRICES not in shown:  # that something was paid is told with the sum or not at all
        told = replace(told, accepted=[replace(one, paid=None, paid_on=None) for one in told.accepted])
    return [_release(told, event, shown, at) for event in _events(told, shown)]


def compiled(made: Sequence[Json]) -> Json:
    """What the releases come to when they are merged: the last, since each tells all that holds after it."""
    last = made[-1]
    return {**last, "id": f"{last['ocid']}-{last['date']}", "tag": ["compiled"]}


def _as_one(whole: Whole) -> Whole:
    """The contract as if it had been concluded as it stands."""
    assert whole.contract.concluded_on is not None  # noqa: S101  (checked by who calls)
    return replace(whole, wordings=[replace(whole.wordings[-1], since=whole.contract.concluded_on)])


def _events(whole: Whole, shown: Shown) -> list[Event]:
    planned = ("planning",) if whole.contract.line is not None else ()
    found = [
        (
            wording.since,
            0,
            Event(wording.since, f"v{wording.place}", ("contractAmendment",) if at else planned + FIRST, at + 1),
        )
        for at, wording in enumerate(whole.wordings)
    ]
    days = {one.accepted_on for one in whole.accepted} | {one.paid_on for one in whole.accepted if one.paid_on}
    for day in days:
        stood = sum(wording.since <= day for wording in whole.wordings)
        found.append((day, 1, Event(day, f"d{day.isoformat()}", ("implementation",), max(stood, 1))))
    ended_on = whole.contract.ended_on
    if ended_on is not None and Field.STATE in shown:
        found.append((ended_on, 2, Event(ended_on, "end", ("contractTermination",), len(whole.wordings), ended=True)))
    return [event for _day, _rank, event in sorted(found, key=lambda one: one[:2])]


FIRST = ("award", "contract")


def _release(whole: Whole, event: Event, shown: Shown, at: Addresses) -> Json:
    contract = whole.contract
    ocid = f"{at.prefix}-{contract.number}"
    told: Json = {
        "ocid": ocid,
        "id": f"{contract.number}-{event.name}",
        "date": parts.instant(event.day),
        "tag": list(event.tags),
        "initiationType": "tender",
        "language": "ru",
    }
    if Field.CUSTOMER in shown:
        told["buyer"] = parts.reference(contract.customer)
    sides = ((Field.CUSTOMER, contract.customer, "buyer"), (Field.SUPPLIER, contract.supplier, "supplier"))
    if named := [parts.party(organisation, role) for field, organisation, role in sides if field in shown]:
        told["parties"] = named
    if planned := parts.planning(whole, at.list_edition, shown):
        told["planning"] = planned
    award: Json = {"id": contract.number, "status": "active", "date": parts.instant(whole.wordings[0].since)}
    if Field.SUPPLIER in shown:
        award["suppliers"] = [parts.reference(contract.supplier)]
    told["awards"] = [award]
    told["contracts"] = [dict(_contract(whole, event, shown))]
    return told


def _contract(whole: Whole, event: Event, shown: Shown) -> Iterator[tuple[str, Any]]:
    contract, wordings = whole.contract, whole.wordings[: event.wordings]
    terms = wordings[-1].terms
    yield "id", contract.number
    yield "awardID", contract.number
    if Field.SUBJECT in shown:
        yield "title", contract.title
    if Field.STATE in shown:
        yield "status", "terminated" if event.ended else "active"
    if Field.TERM in shown:
        yield "period", parts.period(terms.starts_on, terms.ends_on)
    if Field.PRICES in shown:
        yield "value", parts.money(terms.amount)
    if Field.GOODS in shown:
        yield "items", parts.items(_goods(wordings), shown)
    yield "dateSigned", parts.instant(wordings[0].since)
    if len(wordings) > 1:
        yield "amendments", [dict(_amendment(whole, at)) for at in range(1, len(wordings))]
    if Field.KIND in shown:
        yield "contractKind", contract.kind
    if Field.ARTICLE_46 in shown and contract.answer:
        yield "article46", contract.answer
    if Field.LEAST_VALUE in shown and terms.least_value is not None:
        yield "inCountryValue", {"minimumPercent": parts.figure(terms.least_value)}
    if Field.CONDITIONS in shown and terms.conditions:
        yield "offsetConditions", parts.conditions(terms, shown)
    accepted = [one for one in whole.accepted if one.accepted_on <= event.day]
    if accepted:
        yield "implementation", _implementation(whole, wordings[-1], accepted, event.day, shown)


def _goods(wordings: Sequence[Wording]) -> list[GoodTerms]:
    """The goods of the newest wording, and those that it dropped with a volume of 0: merging takes no item away."""
    newest = {good.place: good for good in wordings[-1].terms.goods}
    dropped = {
        good.place: good for wording in wordings[:-1] for good in wording.terms.goods if good.place not in newest
    }
    gone = (
        replace(good, years=tuple(YearTerms(one.year, Decimal(0), one.price) for one in good.years))
        for good in dropped.values()
    )
    return sorted([*newest.values(), *gone], key=lambda good: good.place)


def _amendment(whole: Whole, at: int) -> Iterator[tuple[str, Any]]:
    number, wording = whole.contract.number, whole.wordings[at]
    yield "id", str(wording.place)
    yield "date", parts.instant(wording.since)
    yield "amendsReleaseID", f"{number}-v{whole.wordings[at - 1].place}"
    yield "releaseID", f"{number}-v{wording.place}"


def _implementation(whole: Whole, wording: Wording, accepted: list[Accepted], day: date, shown: Shown) -> Json:
    """What was accepted of each good in each calendar year so far; single payments only where sums are public."""
    told: Json = {"milestones": list(_milestones(wording, accepted))}
    if Field.PRICES in shown and (paid := [one for one in accepted if one.paid_on and one.paid_on <= day]):
        told["transactions"] = [_transaction(whole, one, shown) for one in paid]
    return told


def _milestones(wording: Wording, accepted: list[Accepted]) -> Iterator[Json]:
    agreed = {(good.place, one.year): one.volume for good in wording.terms.goods for one in good.years}
    sums: dict[tuple[int, int], Decimal] = defaultdict(Decimal)
    last: dict[tuple[int, int], date] = {}
    for one in accepted:
        key = one.good, one.delivered_on.year
        sums[key] += one.volume
        last[key] = max(one.accepted_on, last.get(key, one.accepted_on))
    for good, year in sorted(sums):
        enough = sums[good, year] >= agreed.get((good, year), Decimal(0))
        yield {
            "id": f"{year}-{good}",
            "type": "delivery",
            "dateModified": parts.instant(last[good, year]),
            "status": "met" if enough else "partiallyMet",
            "itemId": str(good),
            "year": year,
            "acceptedQuantity": parts.figure(sums[good, year]),
        }


def _transaction(whole: Whole, one: Accepted, shown: Shown) -> Json:
    assert one.paid_on is not None  # noqa: S101  (only what is paid comes here)
    told: Json = {"id": one.number, "date": parts.instant(one.paid_on)}
    if one.paid is not None:
        told["value"] = parts.money(one.paid)
    for name, field, side in (
        ("payer", Field.CUSTOMER, whole.contract.customer),
        ("payee", Field.SUPPLIER, whole.contract.supplier),
    ):
        if field in shown:
            told[name] = parts.reference(side)
    return told
