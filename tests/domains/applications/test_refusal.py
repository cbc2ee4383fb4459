"""A refusal rests on a finding, not met, of a condition of 25.5; no other ground is accepted, not even by direct act."""

from decimal import Decimal

import pytest
from django.db import IntegrityError

from ondiris.base.errors import BadInput
from ondiris.domains.applications.actions.decide import decide, propose
from ondiris.domains.applications.judging import judge_application
from ondiris.domains.applications.models import Application, Decision
from ondiris.domains.funds import ledger
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.law.rulebook import Outcome
from tests.factories import DAY, actor, application

NO_OWN_MONEY = {"own_funds": "0"}
UNLISTED = {"goods": [{"commodity_code": "220110", "name": "Water"}]}

# What is wrong with the case, what officials found otherwise → the ground that is tried, the field that refuses it.
ATTEMPTS = [
    pytest.param({}, {}, "", "ground", id="no ground at all"),
    pytest.param({}, {}, "puts_in_own_money", "ground", id="a condition that is met"),
    pytest.param(NO_OWN_MONEY, {}, "", "ground", id="a case that could be refused, without its ground"),
    pytest.param(NO_OWN_MONEY, {}, "makes_goods_on_the_list", "ground", id="another condition than the one not met"),
    pytest.param(NO_OWN_MONEY, {}, "25.5:3", "ground", id="a provision instead of a finding"),
    pytest.param(NO_OWN_MONEY, {}, "want_of_money", "ground", id="a ground that no rule knows"),
    pytest.param({}, {}, "has_been_examined_by_experts", "ground", id="the authority's own omission"),
    pytest.param({}, {}, "works_outside_agro_industry", "ground", id="the question of another law, answered"),
    pytest.param(NO_OWN_MONEY, {"in_agro_industry": True}, "puts_in_own_money", "kind", id="another law provides"),
    pytest.param({}, {"in_agro_industry": True}, "works_outside_agro_industry", "kind", id="the other law as a ground"),
    pytest.param(NO_OWN_MONEY, {"in_agro_industry": None}, "puts_in_own_money", "kind", id="another law may provide"),
    pytest.param({}, {"has_arrears": None}, "has_no_arrears", "ground", id="what nobody has found out"),
]


def checking(made, changed, found) -> Application:
    """A case under checking; what officials found is as usual, otherwise as `found`, None for not yet found."""
    known = {name: value for name, value in found.items() if value is not None}
    case = application(made, "checking", changed=changed, found=known)
    case.established.filter(fact__in=found.keys() - known.keys()).delete()
    return case


@pytest.mark.parametrize(("changed", "found", "ground", "field"), ATTEMPTS)
def test_no_other_ground_is_accepted(made, changed, found, ground, field):
    case = checking(made, changed, found)
    with pytest.raises(BadInput) as refused:
        propose(actor(made, "officer", DAY), case.number, kind="refuse", ground=ground)
    assert list(refused.value.fields) == [field]
    assert not case.decisions.exists()
    assert Application.objects.get(pk=case.pk).state == "checking"


@pytest.mark.parametrize(
    ("changed", "found", "ground"),
    [
        (NO_OWN_MONEY, {}, "puts_in_own_money"),
        (UNLISTED, {}, "makes_goods_on_the_list"),
        ({"listed_output_share": "10"}, {}, "is_oriented_to_the_list"),
        ({"obligations_accepted": "false"}, {}, "accepts_counter_obligations"),
        ({}, {"documents_complete": False}, "brings_complete_documents"),
        ({}, {"has_arrears": True}, "has_no_arrears"),
        ({"affiliated_with_equipment_owner": "true"}, {}, "is_independent_of_the_equipment_owner"),
    ],
)
def test_a_condition_that_is_not_met_is_a_ground(made, changed, found, ground):
    case = checking(made, changed, found)
    propose(actor(made, "officer", DAY), case.number, kind="refuse", ground=ground)
    decided = decide(actor(made, "decider", DAY), case.number)
    assert (decided.state, decided.decisions.get().ground) == ("refused", ground)


def test_one_of_several_conditions_not_met_suffices(made):
    case = checking(made, {**NO_OWN_MONEY, **UNLISTED}, {})
    grounds = {finding.rule for finding in judge_application(case, DAY).grounds}
    assert grounds >= {"puts_in_own_money", "makes_goods_on_the_list"}
    proposed = propose(actor(made, "officer", DAY), case.number, kind="refuse", ground="makes_goods_on_the_list")
    assert proposed.state == "proposed"


def test_want_of_money_refuses_nothing(made):
    ledger.commit(made.programme, Decimal("500000000"), DAY, "IG-2024-00000")
    case = application(made, "examined")
    with pytest.raises(BadInput):
        propose(actor(made, "officer", DAY), case.number, kind="refuse", ground="want_of_money")
    assert judge_application(case, DAY).grounds == []


def test_what_the_enterprise_already_has_refuses_nothing(made):
    application(made, "decided")
    case = application(made, "examined")
    assert judge_application(case, DAY).grounds == []


def test_a_proposed_refusal_is_not_decided_once_its_ground_is_gone(made):
    case = checking(made, {}, {"documents_complete": False})
    propose(actor(made, "officer", DAY), case.number, kind="refuse", ground="brings_complete_documents")
    case.established.create(fact="documents_complete", value=True, by=1, by_name="Daulet", on=DAY)
    with pytest.raises(BadInput) as refused:
        decide(actor(made, "decider", DAY), case.number)
    assert list(refused.value.fields) == ["ground"]
    assert Application.objects.get(pk=case.pk).state == "proposed"


def test_the_database_takes_no_refusal_without_a_ground(made):
    case = application(made, "checking")
    with pytest.raises(IntegrityError, match="a_refusal_has_a_ground"):
        Decision.objects.create(
            application=case, kind="refuse", proposed_on=DAY, proposed_by=1, proposed_by_name="Daulet"
        )


@pytest.mark.parametrize("kind", ["", "postpone", "REFUSE"])
def test_a_decision_is_of_a_known_kind(made, kind):
    case = application(made, "examined")
    with pytest.raises(BadInput) as refused:
        propose(actor(made, "officer", DAY), case.number, kind=kind, amount=Decimal(1))
    assert list(refused.value.fields) == ["kind"]


@pytest.mark.parametrize("chosen", MEASURES, ids=lambda chosen: chosen.name)
def test_every_ground_is_one_of_the_three_conditions(chosen):
    assert {rule.ground for rule in chosen.rules.rules} <= {None, "25.5:1", "25.5:2", "25.5:3"}


def test_agro_industry_is_shown_the_other_law(made):
    case = application(made, "proposed", kind="elsewhere", found={"in_agro_industry": True})
    decided = decide(actor(made, "decider", DAY), case.number)
    assert (decided.state, decided.decisions.get().ground) == ("elsewhere", "")
    (finding,) = [f for f in judge_application(decided, DAY).findings if f.leads_elsewhere]
    assert (finding.rule, finding.outcome) == ("works_outside_agro_industry", Outcome.NOT_MET)


def test_a_case_of_this_law_is_not_shown_another(made):
    case = application(made, "examined")
    with pytest.raises(BadInput) as refused:
        propose(actor(made, "officer", DAY), case.number, kind="elsewhere")
    assert list(refused.value.fields) == ["kind"]
