"""Money arrives on a programme's account once a document, recorded by its holder's treasurer."""

from datetime import date
from decimal import Decimal

import pytest

from ondiris.base.errors import BadInput, NotFound, NotPermitted
from ondiris.base.journal.models import Entry, Look
from ondiris.domains.funds.actions.allocate import allocate
from ondiris.domains.funds.models import Account, Transfer
from ondiris.domains.funds.terms import AccountKind
from ondiris.domains.parties.models import BodyRole
from ondiris.domains.parties.terms import Capacity, OrganisationKind, Role
from tests.factories import actor, country
from tests.factories.country import organisation, person

pytestmark = pytest.mark.django_db
DAY = date(2025, 1, 15)


@pytest.fixture
def made():
    return country()


def available(made) -> Decimal:
    return Account.objects.get(programme=made.programme, kind=AccountKind.AVAILABLE).balance


def test_an_allocation_is_posted_and_journaled_under_the_accounts_own_clause(made):
    before = available(made)
    allocate(actor(made, "treasurer", DAY), code="industrial-grant", amount=Decimal("7.50"), reference=" order  15 ")
    assert available(made) - before == Decimal("7.50")
    entry = Entry.objects.get(act="programme.allocate")
    assert (entry.thing_kind, entry.thing, entry.provision) == ("programme", "industrial-grant", "42.5")
    assert entry.evidence == {"amount": "7.50", "reference": "order 15"}


def test_one_document_allocates_once(made):
    treasurer = actor(made, "treasurer", DAY)
    allocate(treasurer, code="industrial-grant", amount=Decimal(1), reference="order 15")
    with pytest.raises(BadInput) as refused:
        allocate(treasurer, code="industrial-grant", amount=Decimal(1), reference="Order 15")
    assert "reference" in refused.value.fields
    assert Transfer.objects.filter(reference__iexact="order 15").count() == 1


@pytest.mark.parametrize("amount", [Decimal(0), Decimal("-5"), Decimal("1.005")])
def test_what_is_not_an_amount_leaves_nothing_behind(made, amount):
    with pytest.raises(BadInput) as refused:
        allocate(actor(made, "treasurer", DAY), code="industrial-grant", amount=amount, reference="order 15")
    assert "amount" in refused.value.fields
    assert not Entry.objects.filter(act="programme.allocate").exists()


def test_only_a_treasurer_records_it(made):
    with pytest.raises(NotPermitted):
        allocate(actor(made, "officer", DAY), code="industrial-grant", amount=Decimal(1), reference="order 15")


def test_another_bodys_account_is_not_there_and_the_attempt_is_logged(made):
    elsewhere = organisation("Another institute", OrganisationKind.PUBLIC_BODY, made.region)
    BodyRole.objects.create(organisation=elsewhere, role=Role.CENTRAL_STATE_BODY, valid_from=date(2022, 1, 8))
    made.people["stranger"] = person("stranger", elsewhere, Capacity.TREASURER)
    with pytest.raises(NotFound):
        allocate(actor(made, "stranger", DAY), code="industrial-grant", amount=Decimal(1), reference="order 15")
    assert Look.objects.filter(purpose="programme.allocate", allowed=False, actor_name="Stranger").exists()
