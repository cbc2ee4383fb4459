"""How is a contract that was concluded elsewhere kept, one or many at once?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from ondiris.base.numbering.next import next_numbers
from ondiris.domains.contracts.content import Terms
from ondiris.domains.contracts.models import Condition, Contract, Good, Version, Volume
from ondiris.domains.contracts.terms import SERIES, ContractState, VersionState
from ondiris.domains.customers.standing import Picture
from ondiris.domains.legislation.queries import amended_register
from ondiris.domains.parties.models import Organisation
from ondiris.domains.planning.models import Proposal
from ondiris.domains.planning.terms import ContractKind
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.standing import standing
from ondiris.law.provisions.terms import State

REGISTER = "48.6"
AT_ONCE = 1_000  # rows of one insert


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
    versions = Version.objects.bulk_create(
        (
            Version(
                contract=contract,
                place=1,
                state=VersionState.IN_FORCE,
                in_force_on=contract.concluded_on,
                starts_on=terms.starts_on,
                ends_on=terms.ends_on,
                least_value=terms.least_value,
                programme_due_on=terms.programme_due_on,
                penalty=terms.penalty,
                amount=terms.amount,
            )
            for contract, terms in zip(contracts, wordings, strict=True)
        ),
        batch_size=AT_ONCE,
    )
    described = [
        (good, said.years)
        for version, terms in zip(versions, wordings, strict=True)
        for said in terms.goods
        for good in [_good(version, said)]
    ]
    Good.objects.bulk_create((good for good, _years in described), batch_size=AT_ONCE)
    Volume.objects.bulk_create(
        (
            Volume(good=good, year=one.year, volume=one.volume, price=one.price)
            for good, years in described
            for one in years
        ),
        batch_size=AT_ONCE,
    )
    Condition.objects.bulk_create(_conditions(versions, wordings), batch_size=AT_ONCE)


def _good(version: Version, said: Any) -> Good:
    return Good(
        version=version,
        place=said.place,
        code=said.code,
        name_kk=said.name_kk,
        name_ru=said.name_ru,
        unit=said.unit,
        characteristics=said.characteristics,
        properties=said.properties,
        composition=said.composition,
    )


def _conditions(versions: Iterable[Version], wordings: Iterable[Terms]) -> Iterable[Condition]:
    for version, terms in zip(versions, wordings, strict=True):
        for one in terms.conditions:
            yield Condition(
                version=version, place=one.place, kind=one.kind, text=one.text, value=one.value, due_on=one.due_on
            )
