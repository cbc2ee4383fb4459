"""How is a contract that was concluded elsewhere kept, one or many at once?"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from django.db import connection

from ondiris.base.numbering.next import next_numbers
from ondiris.domains.contracts.content import Terms
from ondiris.domains.contracts.models import Contract, Version
from ondiris.domains.contracts.terms import SERIES, ContractState, VersionState
from ondiris.domains.contracts.versions import AT_ONCE, columns_of, keep_rows
from ondiris.domains.customers.standing import Picture
from ondiris.domains.legislation.queries import amended_register
from ondiris.domains.parties.models import Organisation
from ondiris.domains.planning.models import Proposal
from ondiris.domains.planning.terms import ContractKind
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.standing import standing
from ondiris.law.provisions.terms import State

REGISTER = "48.6"


@dataclass(frozen=True, slots=True)
class Outside:
    """A contract concluded elsewhere; `source` is the system or paper it comes from, `number` its number there."""

    source: str
    number: str
    kind: ContractKind
    customer: Organisation
    supplier: Organisation
    concluded_on: date
    title: str
    terms: Terms
    line: Proposal | None = None


def register_is_kept(on: date) -> bool:
    """Whether the law has a register of offtake contracts on a day: 48.6 came into force on 1 January 2025."""
    return standing(amended_register()[ProvisionId.parse(REGISTER)], on).state is State.IN_FORCE


def one_after_another() -> None:
    """Let nobody else record contracts before the transaction at hand is over, so that none is recorded twice."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('contracts recorded'))")


def keep(contracts: Sequence[Outside], on: date) -> list[Contract]:
    """The contracts with all their content, entered on a day, in the transaction at hand.

    Inserts go by the thousand, and 46.2 is asked once for each day of conclusion, so the number of statements does not
    grow with the rows. Offtake contracts are in the register at once; contract procurement is only recorded.
    """
    standings = _standings(contracts)
    numbers = _numbers([one.kind for one in contracts], on.year)
    kept = [
        Contract(
            number=number,
            state=ContractState.IN_FORCE,
            kind=one.kind,
            customer=one.customer,
            supplier=one.supplier,
            line=one.line,
            title=one.title,
            source=one.source,
            outside_number=one.number,
            drawn_on=on,
            concluded_on=one.concluded_on,
            starts_on=one.terms.starts_on,
            ends_on=one.terms.ends_on,
            registered_on=on if one.kind == ContractKind.OFFTAKE else None,
            answer=said["answer"],
            standing=said,
        )
        for one, number, said in zip(contracts, numbers, standings, strict=True)
    ]
    Contract.objects.bulk_create(kept, batch_size=AT_ONCE)
    _keep_terms(kept, [one.terms for one in contracts])
    return kept


def _numbers(kinds: Sequence[ContractKind], year: int) -> list[str]:
    """A number for each contract, from the series of its kind."""
    places = {kind: count(next_numbers(SERIES[kind], year, many)) for kind, many in sorted(Counter(kinds).items())}
    return [f"{SERIES[kind]}-{year}-{next(places[kind]):05d}" for kind in kinds]


def _standings(contracts: Sequence[Outside]) -> list[dict[str, Any]]:
    """Whether each customer was one on the day of conclusion, and why (46.2)."""
    by_day: dict[date, set[int]] = defaultdict(set)
    for one in contracts:
        by_day[one.concluded_on].add(one.customer.pk)
    pictures = {day: Picture(customers, day) for day, customers in by_day.items()}
    said: dict[tuple[date, int], dict[str, Any]] = {}
    for one in contracts:
        key = (one.concluded_on, one.customer.pk)
        if key not in said:
            said[key] = pictures[one.concluded_on].standing(one.customer).to_json()
    return [said[one.concluded_on, one.customer.pk] for one in contracts]


def _keep_terms(contracts: Sequence[Contract], wordings: Sequence[Terms]) -> None:
    """Each contract's first wording, in force since its conclusion."""
    versions = [
        Version(
            contract=contract,
            place=1,
            state=VersionState.IN_FORCE,
            in_force_on=contract.concluded_on,
            **columns_of(terms),
        )
        for contract, terms in zip(contracts, wordings, strict=True)
    ]
    Version.objects.bulk_create(versions, batch_size=AT_ONCE)
    keep_rows(list(zip(versions, wordings, strict=True)))
