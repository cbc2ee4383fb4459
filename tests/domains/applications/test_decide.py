"""One person proposes, a second one decides on the findings of the day, and all that it rested on is kept."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError

from ondiris.base.errors import BadInput, NotPermitted, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.applications.actions.decide import decide, propose, send_back
from ondiris.domains.applications.extract import extract_for
from ondiris.domains.applications.models import Application
from ondiris.domains.funds.models import Account
from ondiris.domains.parties.models import BodyRole
from ondiris.domains.parties.terms import Capacity, Role
from tests.factories import DAY, actor, application
from tests.factories.country import person

HUNDRED = Decimal("100000000")


@pytest.fixture
def examined(made) -> Application:
    return application(made, "examined")


def balance(made, kind: str) -> Decimal:
    return sum((a.balance for a in Account.objects.filter(programme=made.programme, kind=kind)), Decimal(0))


def test_a_grant_commits_its_money(made):
    granted = application(made, "decided")
    assert (granted.state, granted.amount) == ("granted", HUNDRED)
    assert (balance(made, "available"), balance(made, "committed")) == (Decimal("400000000"), HUNDRED)


def test_less_than_was_asked_may_be_granted(made, examined):
    propose(actor(made, "officer", DAY), examined.number, kind="grant", amount=Decimal("60000000.50"))
    granted = decide(actor(made, "decider", DAY), examined.number)
    assert granted.amount == balance(made, "committed") == Decimal("60000000.50")


@pytest.mark.parametrize(
    "amount", [None, Decimal(0), Decimal(-5), Decimal("1.005"), Decimal("NaN"), HUNDRED + Decimal("0.01")]
)
def test_an_amount_is_money_and_no_more_than_was_asked(made, examined, amount):
    with pytest.raises(BadInput) as refused:
        propose(actor(made, "officer", DAY), examined.number, kind="grant", amount=amount)
    assert list(refused.value.fields) == ["amount"]


@pytest.mark.parametrize("state", ["checking", "examining"])
def test_nothing_is_granted_before_the_experts_have_examined(made, state):
    case = application(made, state)
    with pytest.raises(BadInput) as refused:
        propose(actor(made, "officer", DAY), case.number, kind="grant", amount=HUNDRED)
    assert list(refused.value.fields) == ["kind"]


@pytest.mark.parametrize("fact", ["documents_complete", "has_arrears", "in_agro_industry"])
def test_nothing_is_granted_while_a_condition_is_undetermined(made, examined, fact):
    examined.established.filter(fact=fact).delete()
    with pytest.raises(BadInput) as refused:
        propose(actor(made, "officer", DAY), examined.number, kind="grant", amount=HUNDRED)
    assert list(refused.value.fields) == ["kind"]


def test_who_proposed_does_not_decide_even_at_the_deciding_body(made):
    both = person("both", made.institute, Capacity.CASE_OFFICER, Capacity.DECISION_MAKER)
    made.people["officer"] = made.people["both"] = both
    BodyRole.objects.create(organisation=made.institute, role=Role.INDUSTRY_AUTHORITY, valid_from=date(2022, 1, 8))
    case = application(made, "proposed")
    with pytest.raises(NotPermitted, match="you proposed this decision"):
        decide(actor(made, "both", DAY), case.number)
    with pytest.raises(NotPermitted):
        send_back(actor(made, "both", DAY), case.number, reason="I changed my mind.")


def test_the_database_knows_two_persons(made):
    decision = application(made, "decided").decisions.get()
    decision.decided_by = decision.proposed_by
    with pytest.raises(IntegrityError, match="decided_by_a_second_person"):
        decision.save()


def test_a_proposal_sent_back_stays_on_record_and_another_is_made(made):
    case = application(made, "proposed")
    with pytest.raises(BadInput):
        send_back(actor(made, "decider", DAY), case.number, reason=" ")
    returned = send_back(actor(made, "decider", DAY), case.number, reason="Too much.")
    assert returned.state == "checking"
    propose(actor(made, "officer", DAY), case.number, kind="grant", amount=Decimal("90000000"))
    decided = decide(actor(made, "decider", DAY), case.number)
    first, second = decided.decisions.order_by("pk")
    assert (first.sent_back, first.decided_on, second.decided_on) == ("Too much.", None, DAY)
    assert decided.amount == Decimal("90000000")


def test_a_case_is_decided_once(made):
    case = application(made, "decided")
    with pytest.raises(WrongState):
        decide(actor(made, "decider", DAY), case.number)
    assert balance(made, "committed") == HUNDRED


def test_the_decision_rests_on_the_findings_of_its_day(made):
    case = application(made, "proposed")
    made.edition.valid_to = DAY + timedelta(days=5)
    made.edition.save()
    with pytest.raises(BadInput):
        decide(actor(made, "decider", DAY + timedelta(days=5)), case.number)
    decided = decide(actor(made, "decider", DAY + timedelta(days=4)), case.number)
    assert decided.decisions.get().judged_on == DAY + timedelta(days=4)


def test_a_decision_keeps_the_facts_the_findings_and_the_edition(made):
    decision = application(made, "decided").decisions.get()
    assert decision.case["own_funds"] == "80000000"
    assert decision.case["goods"] == [{"commodity_code": "843210", "on_priority_list": True}]
    assert decision.findings["edition"] == made.edition.number
    assert {one["outcome"] for one in decision.findings["findings"]} == {"met"}
    assert Entry.objects.get(act="application.decide").evidence["findings"] == decision.findings


def test_what_the_enterprise_has_stands_beside_the_decision_and_is_kept_with_it(made):
    earlier = application(made, "decided")
    application(made, "decided", who="other")
    decided = application(made, "decided")
    (known,) = decided.decisions.get().extract
    assert (known["number"], known["amount"], known["state"]) == (earlier.number, "100000000.00", "granted")
    assert Entry.objects.filter(act="application.decide").latest("pk").evidence["extract"] == [known]


def test_the_extract_holds_what_was_given_and_not_what_was_asked(made):
    application(made, "submitted")
    application(made, "decided", changed={"own_funds": "0"}, kind="refuse", ground="puts_in_own_money")
    assert extract_for(application(made, "submitted")) == []
