"""An enterprise sees its own holders as recorded, whether it is a customer under 46.2, and how a mistake is mended."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ondiris.domains.parties.models import OrganisationStatus, Shareholding, TrustManagement
from ondiris.domains.parties.terms import Manager, Owner, Status
from tests.web.cabinet.pages import look, text_of

SINCE = date(2023, 1, 1)


def holds(held, share: str, owner=None, **more) -> None:
    known = {"owner_kind": Owner.ORGANISATION if owner else Owner.OTHER, "valid_from": SINCE}
    Shareholding.objects.create(held=held, owner=owner, share=Decimal(share), **{**known, **more})


@pytest.fixture
def holding(made):
    """The other enterprise is a national holding, and there is a Fund that holds nothing."""
    for one, status in (
        (made.other_enterprise, Status.NATIONAL_HOLDING),
        (made.institute, Status.NATIONAL_WELFARE_FUND),
    ):
        OrganisationStatus.objects.create(organisation=one, status=status, basis="List 4", valid_from=SINCE)
    return made.other_enterprise


def test_the_holders_are_shown_with_their_days_and_what_is_not_recorded(made, holding, browser):
    holds(made.enterprise, "60.5", holding)
    holds(made.enterprise, "20", valid_to=date(2024, 1, 1))
    holds(made.enterprise, "30", valid_from=date(2024, 1, 1))
    page = look(browser, "ownership")
    assert "Өрлеу ЖШС 60.5% from 1 January 2023 In force" in page
    assert "20% 1 January 2023 – 31 December 2023 Ended" in page
    assert "Of 9.5% nobody has recorded who holds them" in page


def test_the_standing_is_said_with_its_reason_and_its_chain(made, holding, browser):
    holds(holding, "100", owner_kind=Owner.STATE)
    holds(made.enterprise, "60", holding)
    holds(made.enterprise, "40")
    page = look(browser, "ownership")
    assert "Customer under article 46 on" in page
    assert "Fifty per cent or more of its voting shares belong to national holdings or companies" in page
    assert "National holding 60%" in page
    asked = text_of(browser.get(reverse("cabinet:ownership"), {"on": "2022-06-01"}))
    assert "on 1 June 2022" in asked
    assert "Customer under article 46 on 1 June 2022" not in asked


def test_its_own_statuses_and_trust_are_shown(made, browser):
    OrganisationStatus.objects.create(
        organisation=made.enterprise, status=Status.EXTRACTS_MINERALS, basis="Contract 12", valid_from=SINCE
    )
    TrustManagement.objects.create(
        organisation=made.enterprise, manager_kind=Manager.NATURAL_PERSON, basis="Agreement 3", valid_from=SINCE
    )
    page = look(browser, "ownership")
    assert "Contract 12" in page
    assert "whether with the right to buy later is not known: Agreement 3" in page


def test_whom_to_write_to_is_named(made, browser):
    assert "Write to Ministry of Industry, with an extract from the register of your holders" in look(
        browser, "ownership"
    )


def test_who_holds_others_is_not_shown(made, holding, browser, stranger):
    """A holder's own holders are another's affair, unless they make the answer."""
    holds(holding, "77", made.authority)
    holds(made.enterprise, "10", holding)
    page = look(browser, "ownership")
    assert "77%" not in page
    assert "10%" in page
    assert "10%" not in look(stranger, "ownership")
    assert "Ministry of Industry 77%" in look(stranger, "ownership")


def test_officials_have_another_page(made, browser, client):
    assert client.get(reverse("cabinet:ownership")).status_code == 302
    assert "Our holders, and whether we are a customer" in look(browser, "home")


def test_the_queries_do_not_grow_with_the_holders(made, holding, browser):
    def queries() -> int:
        with CaptureQueriesContext(connection) as counted:
            look(browser, "ownership")
        return len(counted)

    holds(made.enterprise, "10", holding)
    before = queries()
    holds(made.enterprise, "10", made.authority)
    holds(made.enterprise, "10")
    assert queries() == before
