"""Contracts with everything that the open data tells: amended, delivered, paid, ended, and one outside article 46."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ondiris.domains.contracts import public
from ondiris.domains.contracts.actions.register import enter
from ondiris.domains.contracts.content import GoodTerms, Terms, YearTerms
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.terms import ContractState, VersionState
from ondiris.domains.contracts.versions import keep
from ondiris.domains.planning.terms import ContractKind
from ondiris.law.parameters import Certainty, Parameters, Value
from tests.factories import Country, actor, country
from tests.factories.contracts import contract as concluded
from tests.factories.register import ENTERED, PROCUREMENT, PUMP, TERMS, customer, outsider, recorded

Published = Callable[..., dict[str, Any]]
VALVE = GoodTerms(
    2, "84818073", "Жапқыш", "Задвижка", "штука", "DN 500", years=(YearTerms(2026, Decimal(4), Decimal(9)),)
)


def amend(contract: Contract, terms: Terms, on: date) -> None:
    """A further wording in force, as an amendment leaves it."""
    contract.versions.filter(state=VersionState.IN_FORCE).update(state=VersionState.REPLACED)
    keep(contract, terms, VersionState.IN_FORCE, in_force_on=on)


def deliver(contract: Contract, number: str, on: date, volume: str, paid_on: date | None = None) -> None:
    """Pumps accepted on the day they came, and perhaps paid."""
    contract.deliveries.create(
        number=number,
        state="paid" if paid_on else "accepted",
        good=1,
        delivered_on=on,
        offered_on=on,
        volume=Decimal(volume),
        accepted=Decimal(volume),
        answered_on=on,
        paid=Decimal("100050.00") if paid_on else None,
        paid_on=paid_on,
    )


@pytest.fixture
def made(db) -> Country:
    return country()


@pytest.fixture
def contracts(made: Country) -> list[Contract]:
    planned = enter(actor(made, "keeper", ENTERED), concluded(made).number)
    company = customer(made)
    lived = recorded(made, company, terms=replace(TERMS, goods=(PUMP, VALVE)))
    deliver(lived, "D-2026-00001", date(2025, 12, 1), "100", date(2025, 12, 20))
    amend(lived, replace(TERMS, ends_on=date(2028, 6, 30), least_value=Decimal("45.5")), date(2026, 1, 15))
    deliver(lived, "D-2026-00002", date(2026, 2, 1), "50.5")
    Contract.objects.filter(pk=lived.pk).update(state=ContractState.ENDED, ended_on=date(2026, 2, 20))
    offset = recorded(made, company, outside_number="2", kind=ContractKind.CONTRACT_PROCUREMENT, terms=PROCUREMENT)
    outside = recorded(made, outsider(made), outside_number="3")
    return [lived, offset, outside, planned]


@pytest.fixture
def published(client: Client) -> Published:
    """A package as a program gets it, by the name of its address."""

    def get(name: str, host: str = "testserver", **query: str) -> dict[str, Any]:
        response = client.get(reverse(name), query, headers={"host": host})
        assert response.status_code == 200
        return json.loads(response.getvalue())

    return get


@pytest.fixture
def with_prices(monkeypatch: pytest.MonkeyPatch) -> None:
    """The setting by which prices and sums are public too."""
    value = Value(
        public.PARAMETER, True, date(2022, 1, 8), "order 5", Certainty.ACT, category=public.Field.PRICES.value
    )
    monkeypatch.setattr(public, "parameters_on", lambda: Parameters.load().with_values([value]))
