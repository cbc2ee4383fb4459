"""On what conditions is a contract concluded: each rule, each edge, in years with different calculation indices?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ondiris.domains.contracts.actions.conclude import offer, sign, write
from ondiris.domains.contracts.judging import NotAllowed, findings_kept, judged, on_a_line, replay_conclusion
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.versions import terms_of
from ondiris.domains.lists.models import Edition
from ondiris.domains.parties.models import OrganisationStatus, Shareholding
from ondiris.domains.parties.terms import Owner
from ondiris.domains.planning.models import Need
from ondiris.domains.planning.terms import ContractKind, NeedKind
from ondiris.law.rulebook import Result
from tests.factories import PASSWORD, actor
from tests.factories.contracts import ABOVE, MCI, SIGNED_ON, contract, customer, purchases, terms

PROCUREMENT = ContractKind.CONTRACT_PROCUREMENT
TIYN = Decimal("0.01")


def outcomes(made, drawn: Contract, on: date = SIGNED_ON) -> dict[str, str]:
    found = judged(drawn, terms_of(drawn.versions.get()), on)
    return {finding.rule: finding.outcome.value for finding in found.findings}


def not_met(refused) -> dict[str, str]:
    return {finding.rule: finding.outcome.value for finding in refused.value.findings}


@pytest.mark.parametrize("year", [2022, 2025, 2026])
@pytest.mark.parametrize(("over", "said"), [(-TIYN, "not_met"), (Decimal(0), "not_met"), (TIYN, "met")])
def test_purchases_exceed_500_000_indices_of_the_year_and_exactly_so_much_is_not_above(made, year, over, said):
    on = date(year, 3, 1)
    drawn = contract(made, "written", kind=PROCUREMENT, on=on, said=terms(PROCUREMENT, years={year: "1"}))
    purchases(made, ABOVE * MCI[year] + over, year)
    assert outcomes(made, drawn, on)["purchases_are_large_enough"] == said


def test_of_two_indices_of_one_year_the_one_that_is_not_for_benefits_counts(made):
    on = date(2022, 5, 1)
    drawn = contract(made, "written", kind=PROCUREMENT, on=on, said=terms(PROCUREMENT, years={2022: "1"}))
    purchases(made, ABOVE * 3063 + TIYN, 2022)
    assert outcomes(made, drawn, on)["purchases_are_large_enough"] == "met"


def test_without_a_plan_of_the_year_the_gate_is_undetermined_and_reports_do_not_open_it(made):
    drawn = contract(made, "written", kind=PROCUREMENT)
    Need.objects.update(kind=NeedKind.REPORT)
    assert outcomes(made, drawn)["purchases_are_large_enough"] == "undetermined"


def test_a_plan_of_another_year_does_not_open_the_gate(made):
    drawn = contract(made, "written", kind=PROCUREMENT)
    Need.objects.update(year=2023)
    assert outcomes(made, drawn)["purchases_are_large_enough"] == "undetermined"


def test_works_and_services_count_among_the_purchases(made):
    drawn = contract(made, "written", kind=PROCUREMENT)
    for subject, item in (("work", "2"), ("service", "3")):
        row = Need.objects.get(item="1")
        row.pk, row.subject, row.item, row.code = None, subject, item, ""
        row.amount = ABOVE * 3692 / 2
        row.save()
    Need.objects.filter(item="1").update(amount=TIYN)
    assert outcomes(made, drawn)["purchases_are_large_enough"] == "met"


@pytest.mark.parametrize(("short", "said"), [(Decimal(0), "met"), (TIYN, "not_met"), (-TIYN, "met")])
def test_conditions_of_exactly_five_per_cent_are_enough(made, short, said):
    whole = terms(PROCUREMENT)
    condition = replace(whole.conditions[0], value=whole.amount / 20 - short)
    drawn = contract(made, "written", kind=PROCUREMENT, said=replace(whole, conditions=(condition,)))
    assert outcomes(made, drawn)["conditions_are_large_enough"] == said


def test_conditions_count_together(made):
    whole = terms(PROCUREMENT)
    first = replace(whole.conditions[0], value=whole.amount / 40)
    both = (first, replace(first, place=2))
    drawn = contract(made, "written", kind=PROCUREMENT, said=replace(whole, conditions=both))
    assert outcomes(made, drawn)["conditions_are_large_enough"] == "met"


@pytest.mark.parametrize(("stated", "said"), [(True, "met"), (False, "not_met"), (None, "undetermined")])
def test_what_both_sides_state_of_the_production_decides(made, stated, said):
    drawn = contract(made, "written", organised_by_supplier=stated, absent_before=stated)
    found = outcomes(made, drawn)
    assert (found["the_supplier_organises_production"], found["there_was_no_such_production"]) == (said, said)


def test_contract_procurement_is_not_asked_about_production(made):
    drawn = contract(made, "written", kind=PROCUREMENT, organised_by_supplier=None, absent_before=None)
    assert set(outcomes(made, drawn).values()) == {"met"}


def test_who_is_no_customer_on_the_day_concludes_nothing(made):
    drawn = contract(made, "written")
    OrganisationStatus.objects.filter(organisation=customer(made)).update(valid_to=SIGNED_ON)
    with pytest.raises(NotAllowed) as refused:
        offer(actor(made, "customer", SIGNED_ON), drawn.number)
    assert not_met(refused) == {"is_made_by_a_customer": "not_met"}
    assert refused.value.provision == "46.2"
    assert "The customer is one under article 46 on the day (not met)" in str(refused.value)


def test_while_it_is_open_who_is_a_customer_nothing_is_concluded_and_it_is_said_so(made):
    drawn = contract(made, "written")
    Shareholding.objects.filter(held=customer(made), owner_kind=Owner.OTHER).update(share=Decimal(40))
    with pytest.raises(NotAllowed) as refused:
        offer(actor(made, "customer", SIGNED_ON), drawn.number)
    assert not_met(refused) == {"is_made_by_a_customer": "undetermined"}


def test_a_list_that_is_no_longer_in_force_carries_no_contract(made):
    accepted = contract(made, "signed_by_supplier")
    Edition.objects.filter(goods_list__year=2024).update(valid_to=date(2024, 3, 8))
    with pytest.raises(NotAllowed) as refused:
        sign(actor(made, "customer", date(2024, 3, 8)), accepted.number, proof=PASSWORD)
    assert not_met(refused) == {"rests_on_the_approved_list": "not_met", "buys_goods_of_the_list": "not_met"}
    assert not accepted.versions.get().signatures.filter(side="customer").exists()


def test_every_good_stands_on_an_approved_line(made):
    whole = terms()
    foreign = replace(whole.goods[0], place=2, code="84135000")
    drawn = contract(made, "written", said=replace(whole, goods=(*whole.goods, foreign)))
    assert outcomes(made, drawn) | {"buys_goods_of_the_list": "not_met"} == outcomes(made, drawn)
    assert outcomes(made, drawn)["rests_on_the_approved_list"] == "met"


@pytest.mark.parametrize(
    ("code", "said"), [("730411", True), ("7304110001", True), ("7304", None), ("730419", False), ("8413", False)]
)
def test_a_finer_code_is_on_the_line_and_a_coarser_one_is_open(code, said):
    assert on_a_line(code, {"730411"}) is said


def test_the_findings_of_the_day_are_kept_and_replay(made):
    signed = Contract.objects.get(pk=contract(made, kind=PROCUREMENT).pk)
    assert signed.answer == "customer"
    assert signed.standing["answer"] == "customer"
    assert {finding.on for finding in findings_kept(signed)} == {SIGNED_ON}
    assert {one.result for one in replay_conclusion(signed)} == {Result.SAME}


def test_an_offer_with_gaps_names_the_fields_before_the_rules_are_asked(made):
    drawn = contract(made, "drawn")
    acting = actor(made, "customer", SIGNED_ON)
    write(acting, drawn.number, terms=replace(terms(), least_value=None))
    assert outcomes(made, drawn)["says_all_that_it_must"] == "not_met"
