"""Instalments are paid in order, when due, once, and never above what was committed."""

from datetime import date
from decimal import Decimal

import pytest

from ondiris.base.errors import BadInput, NotPermitted, WrongState
from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.agreements.actions.pay import pay
from ondiris.domains.funds import ledger
from ondiris.domains.funds.ledger import NotEnough
from ondiris.domains.funds.models import Account
from ondiris.domains.recovery.actions.lift import lift_notice
from tests.factories import DAY, actor, agreement

APRIL, SEPTEMBER = date(2024, 4, 1), date(2024, 9, 1)
HALF = Decimal("50000000")


@pytest.fixture
def signed(made):
    return agreement(made, "in_force")


def account(made, signed, kind: str) -> Decimal:
    return Account.objects.get(programme=made.programme, kind=kind, reference=signed.application.number).balance


def test_an_instalment_moves_from_committed_to_paid(made, signed):
    pay(actor(made, "treasurer", APRIL), signed.number, place=1)
    assert (account(made, signed, "committed"), account(made, signed, "paid")) == (HALF, HALF)
    paid = signed.instalments.get(place=1).transfer
    assert (paid.amount, paid.on, paid.purpose) == (HALF, APRIL, "payment")


@pytest.mark.parametrize("place", [2, 3, 0, -1])
def test_instalments_are_paid_in_order(made, signed, place):
    with pytest.raises(BadInput, match="not the next one"):
        pay(actor(made, "treasurer", SEPTEMBER), signed.number, place=place)


def test_an_instalment_is_not_paid_before_it_is_due(made, signed):
    with pytest.raises(BadInput, match="not due yet"):
        pay(actor(made, "treasurer", date(2024, 3, 31)), signed.number, place=1)


def test_an_instalment_is_paid_once(made, signed):
    treasurer = actor(made, "treasurer", SEPTEMBER)
    pay(treasurer, signed.number, place=1)
    with pytest.raises(BadInput):
        pay(treasurer, signed.number, place=1)
    assert account(made, signed, "paid") == HALF


def test_nothing_is_paid_above_the_commitment(made, signed):
    ledger.release(made.programme, Decimal("50000000.01"), DAY, signed.application.number)
    with pytest.raises(NotEnough):
        pay(actor(made, "treasurer", APRIL), signed.number, place=1)
    assert signed.instalments.get(place=1).transfer is None


def test_what_is_committed_to_others_is_not_paid_here(made, signed):
    agreement(made, "in_force")
    ledger.release(made.programme, HALF, DAY, signed.application.number)
    treasurer = actor(made, "treasurer", SEPTEMBER)
    pay(treasurer, signed.number, place=1)
    with pytest.raises(NotEnough):
        pay(treasurer, signed.number, place=2)


@pytest.mark.parametrize("state", ["drawn", "offered", "accepted"])
def test_nothing_is_paid_before_both_have_signed(made, state):
    with pytest.raises(WrongState):
        pay(actor(made, "treasurer", APRIL), agreement(made, state).number, place=1)


def test_nothing_is_paid_while_notice_stands(made, signed):
    monitor = actor(made, "monitor", APRIL)
    give_notice(monitor, signed.number, text="Nothing was reported.")
    with pytest.raises(WrongState):
        pay(actor(made, "treasurer", APRIL), signed.number, place=1)
    lift_notice(monitor, signed.number, reason="The report came.")
    assert pay(actor(made, "treasurer", APRIL), signed.number, place=1).state == "in_force"


@pytest.mark.parametrize("act", [give_notice, lift_notice])
def test_a_notice_and_its_lifting_say_something(made, signed, act):
    monitor = actor(made, "monitor", APRIL)
    if act is lift_notice:
        give_notice(monitor, signed.number, text="Nothing was reported.")
    with pytest.raises(BadInput):
        act(monitor, signed.number, **{"text" if act is give_notice else "reason": " "})


@pytest.mark.parametrize("who", ["applicant", "officer", "monitor", "decider"])
def test_only_the_treasurer_pays(made, signed, who):
    with pytest.raises(NotPermitted):
        pay(actor(made, who, APRIL), signed.number, place=1)
