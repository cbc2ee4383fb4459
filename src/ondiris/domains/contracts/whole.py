"""What is each of many contracts with every wording that was in force and all that was accepted under it?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

from django.db.models import QuerySet

from ondiris.domains.contracts.content import Terms
from ondiris.domains.contracts.models import Contract, Delivery, Version
from ondiris.domains.contracts.terms import DeliveryState, VersionState
from ondiris.domains.contracts.versions import terms_of_each

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
    held = (VersionState.IN_FORCE, VersionState.REPLACED)
    found = Version.objects.filter(contract__in=contracts, state__in=held, in_force_on__isnull=False)
    versions = list(found.order_by("contract", "place"))
    terms = terms_of_each(versions)
    wordings: dict[int, list[Wording]] = defaultdict(list)
    for one in versions:
        assert one.in_force_on is not None  # noqa: S101  (filtered above)
        wordings[one.contract_id].append(Wording(one.place, one.in_force_on, terms[one.pk]))
    return wordings


def _accepted(contracts: list[int]) -> dict[int, list[Accepted]]:
    rows = Delivery.objects.filter(
        contract__in=contracts,
        state__in=(DeliveryState.ACCEPTED, DeliveryState.PAID),
        accepted__gt=0,
        answered_on__isnull=False,
    ).order_by("contract", "answered_on", "pk")
    columns = ("number", "good", "delivered_on", "accepted", "answered_on", "paid", "paid_on")
    found: dict[int, list[Accepted]] = defaultdict(list)
    for contract, *said in rows.values_list("contract", *columns):
        found[contract].append(Accepted(*said))
    return found
