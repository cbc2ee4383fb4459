"""Is a contract from elsewhere recorded whole, once, and with whether its customer was one?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ondiris.base.errors import BadInput, NotPermitted, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.contracts.actions.record import record
from ondiris.domains.contracts.actions.register import enter
from ondiris.domains.contracts.content import YearTerms
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.whole import whole
from ondiris.domains.planning.terms import ContractKind
from tests.factories import actor
from tests.factories.register import CONCLUDED, ENTERED, PROCUREMENT, PUMP, TERMS, customer, outsider, recorded


def test_it_is_kept_whole_and_registered_at_once(made):
    contract = recorded(made)
    [kept] = whole([contract])
    assert [wording.terms for wording in kept.wordings] == [TERMS]
    assert (contract.registered_on, contract.concluded_on, contract.ends_on) == (ENTERED, CONCLUDED, TERMS.ends_on)
    assert contract.answer == "customer"
    assert contract.standing["on"] == CONCLUDED.isoformat()


def test_contract_procurement_is_recorded_and_stands_in_no_register(made):
    contract = recorded(made, kind=ContractKind.CONTRACT_PROCUREMENT, terms=PROCUREMENT)
    assert contract.registered_on is None
    assert whole([contract])[0].wordings[0].terms.conditions == PROCUREMENT.conditions


def test_one_of_somebody_outside_46_2_is_recorded_as_such(made):
    assert recorded(made, outsider(made)).answer == "not_customer"


def test_the_same_contract_is_recorded_once(made):
    company = customer(made)
    first = recorded(made, company)
    with pytest.raises(BadInput, match=first.number):
        recorded(made, company, title="Again")
    assert Contract.objects.count() == 1


def test_before_2025_there_is_no_register(made):
    with pytest.raises(WrongState):
        recorded(made, on=date(2024, 12, 31), concluded_on=date(2024, 6, 1))


def test_an_earlier_contract_is_entered_and_its_day_shows(made):
    contract = recorded(made, concluded_on=date(2023, 5, 4), on=date(2025, 1, 1))
    assert (contract.concluded_on, contract.registered_on) == (date(2023, 5, 4), date(2025, 1, 1))


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"customer_bin": "150140000011"}, "customer_bin"),
        ({"concluded_on": date(2026, 3, 3)}, "concluded_on"),
        ({"concluded_on": date(2022, 1, 7)}, "concluded_on"),
        ({"source": " "}, "source"),
        ({"title": "x" * 301}, "title"),
        ({"line": "GL-2025-00001"}, "line"),
        ({"terms": replace(TERMS, goods=())}, "goods"),
        ({"terms": replace(TERMS, ends_on=date(2025, 6, 30))}, "ends_on"),
        ({"terms": replace(TERMS, goods=(replace(PUMP, years=()),))}, "goods_1_years"),
        (
            {"terms": replace(TERMS, goods=(replace(PUMP, years=(YearTerms(2028, Decimal(1), Decimal(1)),)),))},
            "goods_1_years_1_year",
        ),
        (
            {"terms": replace(TERMS, goods=(replace(PUMP, years=(YearTerms(2026, Decimal(0), Decimal(1)),)),))},
            "goods_1_years_1_volume",
        ),
    ],
)
def test_what_does_not_fit_is_named(made, said, field):
    company = customer(made)
    with pytest.raises(BadInput) as wrong:
        recorded(made, company, **said)
    assert field in wrong.value.fields
    assert not Contract.objects.exists()


def test_nobody_but_a_keeper_records(made):
    with pytest.raises(NotPermitted):
        record(
            actor(made, "applicant", ENTERED),
            source="x",
            outside_number="1",
            kind=ContractKind.OFFTAKE,
            customer_bin=made.enterprise.bin,
            supplier_bin=made.other_enterprise.bin,
            concluded_on=CONCLUDED,
            title="x",
            terms=TERMS,
        )


def test_a_keeper_enters_an_offtake_contract_once(made):
    contract = recorded(made)
    Contract.objects.filter(pk=contract.pk).update(registered_on=None)
    keeper = actor(made, "keeper", ENTERED)
    assert enter(keeper, contract.number).registered_on == ENTERED
    assert Entry.objects.filter(act="contract.enter", thing=contract.number).exists()
    with pytest.raises(WrongState):
        enter(keeper, contract.number)


def test_contract_procurement_is_not_entered(made):
    contract = recorded(made, kind=ContractKind.CONTRACT_PROCUREMENT, terms=PROCUREMENT)
    with pytest.raises(WrongState):
        enter(actor(made, "keeper", ENTERED), contract.number)


def test_a_delivery_moves_the_instant_of_the_contract(made):
    contract = recorded(made)
    before = contract.changed_at
    contract.deliveries.create(
        number="D-2026-00001",
        state="offered",
        good=1,
        delivered_on=date(2026, 2, 1),
        offered_on=date(2026, 2, 1),
        volume=Decimal(5),
    )
    contract.refresh_from_db()
    assert contract.changed_at > before
