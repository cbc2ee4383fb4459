"""Many at once under a contract: never more than is agreed, one winner, no deadlock."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from ondiris.domains.contracts.actions.amend import agree_change, propose
from ondiris.domains.contracts.actions.deliver import offer_delivery, refuse
from ondiris.domains.contracts.actions.offset import report_performance
from ondiris.domains.contracts.actions.penalty import claim_for_year
from ondiris.domains.contracts.actions.pledge import pledge
from ondiris.domains.contracts.models import Contract, Delivery, Performance
from ondiris.domains.contracts.queries import version_in_force
from ondiris.domains.contracts.versions import terms_of
from ondiris.domains.planning.actions.goods_list import send
from ondiris.domains.planning.terms import ContractKind
from tests.factories import PASSWORD, actor, country, upload
from tests.factories import planning as plan
from tests.factories.contracts import SIGNED_ON, contract, lender, more, proposed
from tests.factories.register import customer as national_company
from tests.factories.register import recorded
from tests.faults.test_parallel import count, together
from tests.faults.whole import troubles

pytestmark = pytest.mark.usefixtures("own_database")
LATER = SIGNED_ON + timedelta(days=14)


def test_of_ten_deliveries_for_a_volume_of_five_five_are_taken():
    made = country()
    number = contract(made).number
    supplier = actor(made, "applicant", LATER)

    def offer() -> Delivery:
        return offer_delivery(supplier, contract=number, good=1, delivered_on=LATER, volume=Decimal(20))

    assert count(together(*[offer] * 10)) == {"done": 5, "BadInput": 5}
    assert troubles([]) == []


def test_of_two_changes_proposed_at_once_one_waits_for_an_answer():
    made = country()
    standing = contract(made)
    terms = more(terms_of(version_in_force(standing)))
    sides = [actor(made, who, LATER) for who in ("customer", "applicant")]
    said: dict[str, Any] = {"terms": terms, "reason": "The field needs more.", "proof": PASSWORD}
    answers = together(*(lambda one=one: propose(one, standing.number, **said) for one in sides))
    assert count(answers) == {"done": 1, "WrongState": 1}


def test_a_change_agreed_by_four_at_once_is_in_force_once():
    made = country()
    standing = contract(made)
    proposed(made, standing)
    supplier = actor(made, "applicant", LATER)
    answers = together(*[lambda: agree_change(supplier, standing.number, proof=PASSWORD)] * 4)
    assert count(answers)["done"] == 1
    assert standing.versions.filter(state="in_force").count() == 1


def test_a_penalty_claimed_by_four_at_once_is_claimed_once():
    made = country()
    standing = contract(made)
    day = date(2025, 1, 20)
    offered = offer_delivery(
        actor(made, "applicant", LATER), contract=standing.number, good=1, delivered_on=LATER, volume=Decimal(100)
    )
    refuse(actor(made, "customer", LATER), offered.number, ground="No room", by_supplier=False)
    supplier = actor(made, "applicant", day)
    answers = together(*[lambda: claim_for_year(supplier, contract=standing.number, year=2024)] * 4)
    assert count(answers) == {"done": 1, "BadInput": 3}


def test_a_list_sent_by_four_at_once_is_sent_once():
    made = country()
    drawn = plan.goods_list(made, "drawn")
    keeper = actor(made, "keeper", plan.DAYS[1])
    answers = together(*[lambda: send(keeper, drawn.number)] * 4)
    assert count(answers) == {"done": 1, "WrongState": 3}


def test_a_pledge_recorded_by_four_at_once_stands_once():
    made = country()
    standing = contract(made)
    supplier, bank = actor(made, "applicant", LATER), lender(made)
    said: dict[str, Any] = {"lender_bin": bank.bin, "valid_from": LATER, "valid_to": None, "basis": "№ 12"}
    answers = together(*[lambda: pledge(supplier, contract=standing.number, **said)] * 4)
    assert count(answers) == {"done": 1, "BadInput": 3}


def test_a_contract_recorded_by_four_at_once_is_recorded_once():
    made = country()
    company = national_company(made)
    answers = together(*[lambda: recorded(made, company)] * 4)
    assert count(answers) == {"done": 1, "BadInput": 3}
    assert Contract.objects.count() == 1


def test_a_report_on_a_condition_and_a_signature_do_not_lock_each_other_out():
    made = country()
    standing = contract(made, kind=ContractKind.CONTRACT_PROCUREMENT)
    proposed(made, standing, more(terms_of(version_in_force(standing)), volume="0", price="-1"))
    supplier = actor(made, "applicant", LATER)

    def report(nth: int) -> Performance:
        return report_performance(
            supplier,
            contract=standing.number,
            condition=1,
            value=Decimal(1),
            done_on=LATER,
            text=f"Welder {nth}",
            upload=upload(f"{nth}.pdf"),
        )

    reports = [lambda nth=nth: report(nth) for nth in range(3)]
    answers = together(lambda: agree_change(supplier, standing.number, proof=PASSWORD), *reports)
    assert count(answers) == {"done": 4}
