"""A contract in force between two enterprises, laid down as rows, and its people."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ondiris.base.actors import Actor
from ondiris.domains.contracts.actions import deliver
from ondiris.domains.contracts.models import Condition, Contract, Delivery, Good, Version, Volume
from ondiris.domains.contracts.terms import ConditionKind, ContractState, VersionState
from ondiris.domains.planning.terms import ContractKind
from tests.factories import Country, actor

SIGNED = date(2025, 3, 1)
VOLUMES = {2025: "1000", 2026: "1000", 2027: "1000"}
PRICE = Decimal("2500.50")


@dataclass
class Deal:
    """The contract, and what may be done under it in a few words; the supplier is `applicant`, the customer `other`."""

    made: Country
    contract: Contract

    def supplier(self, on: date) -> Actor:
        return actor(self.made, "applicant", on)

    def customer(self, on: date) -> Actor:
        return actor(self.made, "other", on)

    def offer(self, volume: str, on: date, *, good: int = 1) -> Delivery:
        return deliver.offer_delivery(
            self.supplier(on), contract=self.contract.number, good=good, delivered_on=on, volume=Decimal(volume)
        )

    def accept(self, volume: str, on: date, **said: Any) -> Delivery:
        """So much offered and wholly accepted on a day."""
        offered = self.offer(volume, on)
        return deliver.accept(self.customer(on), offered.number, volume=Decimal(volume), **said)

    def buy(self, volume: str, on: date) -> Delivery:
        """So much offered, wholly accepted and paid for on a day."""
        return self.pay(self.accept(volume, on), on)

    def pay(self, accepted: Delivery, on: date) -> Delivery:
        """The whole of what was accepted, paid for on a day."""
        return deliver.pay(self.customer(on), accepted.number, amount=deliver.owed_for(accepted), paid_on=on)

    def refuse(self, volume: str, on: date, *, by_supplier: bool = False) -> Delivery:
        """So much offered and wholly refused on a day."""
        offered = self.offer(volume, on)
        return deliver.refuse(self.customer(on), offered.number, ground="No need of it", by_supplier=by_supplier)


def contract(
    made: Country,
    *,
    kind: ContractKind = ContractKind.OFFTAKE,
    starts_on: date = SIGNED,
    ends_on: date = date(2027, 12, 31),
    concluded_on: date = SIGNED,
    volumes: Mapping[int, str] = VOLUMES,
    price: Decimal = PRICE,
    state: ContractState = ContractState.IN_FORCE,
    number: str = "OFT-2025-00001",
) -> Contract:
    """A contract under which the enterprise supplies the other enterprise."""
    kept = Contract.objects.create(
        number=number,
        state=state,
        kind=kind,
        customer=made.other_enterprise,
        supplier=made.enterprise,
        title="Valves",
        drawn_on=concluded_on,
        concluded_on=concluded_on,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    offtake = kind == ContractKind.OFFTAKE
    version = Version.objects.create(
        contract=kept,
        place=1,
        state=VersionState.IN_FORCE,
        in_force_on=concluded_on,
        starts_on=starts_on,
        ends_on=ends_on,
        least_value=Decimal(30) if offtake else None,
        programme_due_on=date(2025, 9, 1) if offtake else None,
        penalty="Clause 9.2: ten per cent of what was not performed",
        amount=sum((Decimal(v) * price for v in volumes.values()), Decimal(0)),
    )
    good = Good.objects.create(
        version=version,
        place=1,
        code="848180",
        name_kk="Ысырмалар",
        name_ru="Задвижки",
        unit="pieces",
        characteristics="DN 300, PN 40",
    )
    Volume.objects.bulk_create(Volume(good=good, year=y, volume=Decimal(v), price=price) for y, v in volumes.items())
    if not offtake:
        Condition.objects.create(
            version=version,
            place=1,
            kind=ConditionKind.TRAINING,
            text="A training centre in Atyrau",
            value=Decimal(500000),
            due_on=date(2026, 6, 30),
        )
    return kept


@pytest.fixture
def deal(made: Country) -> Callable[..., Deal]:
    """A maker of deals, each with what the test changes."""
    return lambda **changed: Deal(made, contract(made, **changed))
