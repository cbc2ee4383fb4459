"""A customer, somebody who surely is none, and rows of their plans."""

from collections.abc import Callable
from datetime import date

import pytest

from ondiris.domains.parties.models import Organisation, OrganisationStatus, Shareholding
from ondiris.domains.parties.terms import Owner, Status
from tests.factories import Country

SINCE = date(2022, 1, 8)


@pytest.fixture
def customer(made: Country) -> Organisation:
    """The enterprise of the country extracts minerals, and its own shares are others'; so do those of the other one."""
    OrganisationStatus.objects.create(
        organisation=made.enterprise, status=Status.EXTRACTS_MINERALS, basis="licence", valid_from=SINCE
    )
    fund = Organisation.objects.create(bin="990140000010", name="Fund", kind="enterprise", region=made.region)
    OrganisationStatus.objects.create(
        organisation=fund, status=Status.NATIONAL_WELFARE_FUND, basis="law", valid_from=SINCE
    )
    for one in (made.enterprise, made.other_enterprise):
        Shareholding.objects.create(held=one, owner_kind=Owner.OTHER, share=100, valid_from=SINCE)
    return made.enterprise


@pytest.fixture
def row(customer: Organisation) -> Callable[..., dict[str, str]]:
    """A good row of the customer's plan, with other values where a test wants them."""
    good = {
        "customer": customer.bin,
        "kind": "plan",
        "year": "2026",
        "item": "1",
        "subject": "good",
        "code": "843210",
        "name_kk": "Соқа",
        "name_ru": "Плуг",
        "unit": "дана",
        "volume": "10",
        "amount": "1000000.00",
    }
    return lambda **other: good | other
