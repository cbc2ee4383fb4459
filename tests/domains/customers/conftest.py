"""Organisations, what they are and who holds them, in a few words."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from ondiris.domains.classifiers.models import Region
from ondiris.domains.customers.standing import Standing, standing_on
from ondiris.domains.parties.models import Organisation, OrganisationStatus, Shareholding, TrustManagement
from ondiris.domains.parties.terms import Owner, Status
from tests.factories.country import enterprise

SINCE, DAY = date(2023, 1, 1), date(2026, 6, 1)


class Owners:
    """A made-up register of ownership; there is a Fund, which holds nothing, unless a test says otherwise."""

    def __init__(self) -> None:
        self.region = Region.objects.create(code="100000000", name_kk="Абай", name_ru="Абай", name_en="Abai")
        self.fund = self.make("Fund", Status.NATIONAL_WELFARE_FUND)
        self.holding = self.make("Holding", Status.NATIONAL_MANAGING_HOLDING)
        self.hold(Owner.STATE, self.holding, 100)

    def make(self, name: str, *statuses: Status, others: int | None = None) -> Organisation:
        """An organisation; `others` is the share that belongs to nobody who matters."""
        made = enterprise(name, self.region)
        for status in statuses:
            OrganisationStatus.objects.create(
                organisation=made, status=status, basis="list", valid_from=SINCE, valid_to=None
            )
        if others:
            self.hold(Owner.OTHER, made, others)
        return made

    def hold(
        self,
        owner: Organisation | Owner,
        held: Organisation,
        share: str | int,
        *,
        manager: Organisation | None = None,
        since: date = SINCE,
        until: date | None = None,
    ) -> Shareholding:
        named = owner if isinstance(owner, Organisation) else None
        return Shareholding.objects.create(
            held=held,
            owner=named,
            owner_kind=Owner.ORGANISATION if named else owner,
            manager=manager,
            share=Decimal(share),
            valid_from=since,
            valid_to=until,
        )

    def entrust(self, organisation: Organisation, manager: str, buys_later: bool | None) -> TrustManagement:
        return TrustManagement.objects.create(
            organisation=organisation, manager_kind=manager, buys_later=buys_later, basis="agreement", valid_from=SINCE
        )


@pytest.fixture
def owners(db: None) -> Owners:
    return Owners()


@pytest.fixture
def answer() -> Callable[..., str]:
    def of(organisation: Organisation, on: date = DAY) -> str:
        return standing_on(organisation, on).answer.value

    return of


@pytest.fixture
def standing() -> Callable[..., Standing]:
    return lambda organisation, on=DAY: standing_on(organisation, on)
