"""What is each of many contracts with every wording that was in force and all that was accepted under it?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from ondiris.domains.contracts.content import ConditionTerms, GoodTerms, Terms, YearTerms
from ondiris.domains.contracts.models import Condition, Contract, Delivery, Good, Version, Volume
from ondiris.domains.contracts.terms import ConditionKind, DeliveryState, VersionState

AT_ONCE = 300  # contracts that are in memory together


@dataclass(frozen=True, slots=True)
class Wording:
    """What was agreed and since when; `place` is that of the version."""

    place: int
    since: date
    terms: Terms


@dataclass(frozen=True, slots=True)
class Accepted:
    """So much of a good, named by its place, that the customer accepted, and, once it is paid, what was paid when."""

    number: str
    good: int
    delivered_on: date
    volume: Decimal
    accepted_on: date
    paid: Decimal | None
    paid_on: date | None


@dataclass(frozen=True, slots=True)
class Whole:
    """A contract, its wordings from the first to the newest in force, and what was accepted, by the day of acceptance."""

    contract: Contract
    wordings: Sequence[Wording]
    accepted: Sequence[Accepted]


def every(contracts: QuerySet[Contract]) -> Iterator[Whole]:
    """The contracts by their key, in memory no more than a few hundred at once, five statements for each such batch."""
    related = contracts.select_related("customer", "supplier", "line__goods_list__edition__list")
    rows = related.order_by("pk").iterator(chunk_size=AT_ONCE)
    while batch := list(islice(rows, AT_ONCE)):
        yield from whole(batch)


def whole(contracts: Sequence[Contract]) -> list[Whole]:
    """These contracts with all that belongs to them; five statements, however many they are."""
    keys = [contract.pk for contract in contracts]
    wordings, accepted = _wordings(keys), _accepted(keys)
    return [Whole(contract, wordings[contract.pk], accepted[contract.pk]) for contract in contracts]


def _wordings(contracts: list[int]) -> dict[int, list[Wording]]:
    states = (VersionState.IN_FORCE, VersionState.REPLACED)
    versions = (
        Version.objects.filter(contract__in=contracts, state__in=states, in_force_on__isnull=False)
        .order_by("contract", "place")
        .values(
            "pk",
            "contract",
            "place",
            "in_force_on",
            "starts_on",
            "ends_on",
            "least_value",
            "programme_due_on",
            "penalty",
        )
    )
    kept = list(versions)
    keys = [row["pk"] for row in kept]
    goods, conditions = _goods(keys), _conditions(keys)
    found: dict[int, list[Wording]] = defaultdict(list)
    for row in kept:
        terms = Terms(
            starts_on=row["starts_on"],
            ends_on=row["ends_on"],
            goods=tuple(goods[row["pk"]]),
            least_value=row["least_value"],
            programme_due_on=row["programme_due_on"],
            penalty=row["penalty"],
            conditions=tuple(conditions[row["pk"]]),
        )
        found[row["contract"]].append(Wording(row["place"], row["in_force_on"], terms))
    return found


def _goods(versions: list[int]) -> dict[int, list[GoodTerms]]:
    years: dict[int, list[YearTerms]] = defaultdict(list)
    volumes = Volume.objects.filter(good__version__in=versions).order_by("good", "year")
    for good, *said in volumes.values_list("good", "year", "volume", "price"):
        years[good].append(YearTerms(*said))
    found: dict[int, list[GoodTerms]] = defaultdict(list)
    names = ("place", "code", "name_kk", "name_ru", "unit", "characteristics", "properties", "composition")
    rows = Good.objects.filter(version__in=versions).order_by("version", "place").values_list("pk", "version", *names)
    for key, version, *described in rows:
        found[version].append(GoodTerms(*described, years=tuple(years[key])))
    return found


def _conditions(versions: list[int]) -> dict[int, list[ConditionTerms]]:
    found: dict[int, list[ConditionTerms]] = defaultdict(list)
    rows = Condition.objects.filter(version__in=versions).order_by("version", "place")
    for version, place, kind, *said in rows.values_list("version", "place", "kind", "text", "value", "due_on"):
        found[version].append(ConditionTerms(place, ConditionKind(kind), *said))
    return found


def _accepted(contracts: list[int]) -> dict[int, list[Accepted]]:
    rows = Delivery.objects.filter(
        contract__in=contracts,
        state__in=(DeliveryState.ACCEPTED, DeliveryState.PAID),
        accepted__gt=0,
        answered_on__isnull=False,
    ).order_by("contract", "answered_on", "pk")
    found: dict[int, list[Accepted]] = defaultdict(list)
    said: tuple[Any, ...]
    for contract, *said in rows.values_list(
        "contract", "number", "good", "delivered_on", "accepted", "answered_on", "paid", "paid_on"
    ):
        found[contract].append(Accepted(*said))
    return found
