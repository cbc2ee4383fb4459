"""Want of money is no ground: a case that is granted without it waits, and money comes in the order of the queue."""

from datetime import timedelta
from decimal import Decimal

import pytest

from ondiris.base.errors import Trouble, WrongState
from ondiris.domains.applications.actions.decide import decide, fund, propose
from ondiris.domains.applications.actions.withdraw import withdraw
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.queries import place_in_queue, waiting
from ondiris.domains.funds import ledger
from ondiris.domains.funds.ledger import NotEnough
from ondiris.domains.funds.models import Account
from tests.factories import DAY, actor, application, country

HUNDRED = Decimal("100000000")
LATER = DAY + timedelta(days=30)


@pytest.fixture
def made(db):
    """The account covers one and a half grants."""
    return country(money=Decimal("150000000"))


@pytest.fixture
def queue(made) -> list[Application]:
    """The first got its money; the three after it wait."""
    application(made, "decided")
    return [application(made, "decided", on=DAY + timedelta(days=n)) for n in range(3)]


def test_a_case_without_money_waits(made, queue):
    assert [case.state for case in queue] == ["waiting"] * 3
    assert [case.waiting_since for case in queue] == [DAY + timedelta(days=n) for n in range(3)]
    assert Account.objects.get(programme=made.programme, kind="available").balance == Decimal("50000000")


def test_the_queue_has_the_order_of_decisions(queue):
    assert list(waiting("industrial-grant")) == queue
    assert [place_in_queue(case) for case in queue] == [1, 2, 3]


def test_a_smaller_case_does_not_pass_those_that_wait(made, queue):
    case = application(made, "examined", on=LATER, changed={"requested_amount": "10000000"})
    propose(actor(made, "officer", LATER), case.number, kind="grant", amount=Decimal("10000000"))
    assert decide(actor(made, "decider", LATER), case.number).state == "waiting"


def test_money_that_has_come_goes_to_the_first(made, queue):
    ledger.allocate(made.programme, HUNDRED, LATER, "budget, amended")
    funded = fund(actor(made, "decider", LATER), queue[0].number)
    assert funded.state == "granted"
    assert Account.objects.get(programme=made.programme, kind="committed", reference=funded.number).balance == HUNDRED
    assert [place_in_queue(case) for case in queue[1:]] == [1, 2]


def test_a_later_case_is_not_funded_before_an_earlier_one(made, queue):
    ledger.allocate(made.programme, Decimal("900000000"), LATER, "budget, amended")
    with pytest.raises(Trouble, match="An earlier case waits"):
        fund(actor(made, "decider", LATER), queue[1].number)
    assert Application.objects.get(pk=queue[1].pk).state == "waiting"


def test_the_first_waits_on_while_the_account_is_short(made, queue):
    ledger.allocate(made.programme, Decimal("49999999.99"), LATER, "budget, amended")
    with pytest.raises(NotEnough):
        fund(actor(made, "decider", LATER), queue[0].number)
    assert Application.objects.get(pk=queue[0].pk).state == "waiting"


def test_a_case_withdrawn_lets_the_next_one_pass(made, queue):
    withdraw(actor(made, "applicant", LATER), queue[0].number)
    ledger.allocate(made.programme, HUNDRED, LATER, "budget, amended")
    assert fund(actor(made, "decider", LATER), queue[1].number).state == "granted"


def test_a_case_is_funded_once(made, queue):
    ledger.allocate(made.programme, Decimal("900000000"), LATER, "budget, amended")
    fund(actor(made, "decider", LATER), queue[0].number)
    with pytest.raises(WrongState):
        fund(actor(made, "decider", LATER), queue[0].number)
