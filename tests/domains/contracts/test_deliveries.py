"""Deliveries: what may be offered, accepted, refused, contested and paid, and what is told apart."""

from datetime import date
from decimal import Decimal

import pytest

from ondiris.base.errors import BadInput, NotFound, NotPermitted, WrongState
from ondiris.domains.contracts.actions import deliver
from ondiris.domains.contracts.terms import ContractState, DeliveryState, Fault

MAY = date(2025, 5, 10)
JUNE = date(2025, 6, 10)


def refused_fields(call, *args, **data) -> dict[str, str]:
    with pytest.raises(BadInput) as refusal:
        call(*args, **data)
    return {name: str(text) for name, text in refusal.value.fields.items()}


def offering(one, **changed):
    data = {"contract": one.contract.number, "good": 1, "delivered_on": MAY, "volume": Decimal(10), **changed}
    return refused_fields(deliver.offer_delivery, one.supplier(JUNE), **data)


def test_an_offered_delivery_waits_for_the_customer(deal):
    found = deal().offer("100.1234", MAY)
    assert (found.number, found.state, found.volume) == ("DLV-2025-00001", "offered", Decimal("100.1234"))


@pytest.mark.parametrize("volume", ["0", "-1", "0.00001", "NaN", "Infinity", "1e16"])
def test_what_is_no_volume_is_refused(deal, volume):
    assert "volume" in offering(deal(), volume=Decimal(volume))


def test_a_good_that_is_not_in_the_contract_is_refused(deal):
    assert offering(deal(), good=2) == {"good": "This good is not in the contract."}


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2025, 6, 11), "The day of delivery cannot lie ahead."),
        (date(2025, 2, 28), "The term of the contract had not begun on this day."),
    ],
)
def test_a_day_ahead_or_before_the_term_is_refused(deal, day, told):
    assert offering(deal(), delivered_on=day) == {"delivered_on": told}


def test_a_delivery_after_the_term_is_refused(deal):
    one = deal(ends_on=date(2025, 5, 9), volumes={2025: "1000"})
    assert offering(one) == {"delivered_on": "Deliveries after the term of the contract are refused."}


def test_a_delivery_on_the_last_day_of_the_term_is_taken(deal):
    assert deal(ends_on=MAY, volumes={2025: "1000"}).offer("1", MAY).state == "offered"


def test_a_year_without_a_volume_is_refused(deal):
    assert offering(deal(volumes={2026: "1000"})) == {"delivered_on": "No volume of this good is agreed for 2025."}


def test_more_than_is_agreed_for_the_year_is_refused(deal):
    one = deal()
    one.offer("400", MAY)
    assert offering(one, volume=Decimal("600.0001")) == {"volume": "Of 1000 agreed for 2025, 600 may still be offered."}


def test_what_was_not_accepted_may_be_offered_again(deal):
    one = deal()
    one.refuse("1000", MAY)
    assert one.offer("1000", JUNE).state == "offered"


def test_only_the_supplier_of_the_contract_offers(deal):
    one = deal()
    with pytest.raises(NotFound):
        deliver.offer_delivery(
            one.customer(MAY), contract=one.contract.number, good=1, delivered_on=MAY, volume=Decimal(1)
        )


def test_nothing_is_delivered_under_a_contract_that_is_not_concluded(deal):
    one = deal(state=ContractState.OFFERED)
    with pytest.raises(WrongState):
        one.offer("1", MAY)


def test_what_was_delivered_within_the_term_may_be_said_after_the_end(deal):
    assert deal(state=ContractState.ENDED).offer("1", MAY).state == "offered"


def test_a_part_needs_a_ground_and_whose_fault_it_is(deal):
    one = deal()
    offered = one.offer("100", MAY)
    told = refused_fields(deliver.accept, one.customer(JUNE), offered.number, volume=Decimal(60))
    assert set(told) == {"ground", "by_supplier"}


def test_a_part_is_accepted_with_a_ground(deal):
    one = deal()
    offered = one.offer("100", MAY)
    found = deliver.accept(one.customer(JUNE), offered.number, volume=Decimal(60), ground="40 leak", by_supplier=True)
    assert (found.state, found.accepted, found.fault) == (DeliveryState.ACCEPTED, Decimal(60), Fault.SUPPLIER)


def test_no_more_is_accepted_than_was_delivered(deal):
    one = deal()
    offered = one.offer("100", MAY)
    assert refused_fields(deliver.accept, one.customer(JUNE), offered.number, volume=Decimal("100.0001")) == {
        "volume": "No more can be accepted than was delivered."
    }


def test_a_whole_acceptance_alleges_no_fault(deal):
    assert deal().accept("100", MAY, ground="", by_supplier=True).fault == Fault.NONE


def test_the_supplier_does_not_answer_for_the_customer(deal):
    one = deal()
    offered = one.offer("100", MAY)
    with pytest.raises(NotPermitted):
        deliver.accept(one.supplier(JUNE), offered.number, volume=Decimal(100))


def test_a_refused_delivery_has_nothing_accepted(deal):
    assert deal().refuse("100", MAY, by_supplier=True).accepted == 0


def test_an_alleged_fault_is_contested(deal):
    one = deal()
    refused = one.refuse("100", MAY, by_supplier=True)
    found = deliver.contest(one.supplier(JUNE), refused.number, because="The gauge was wrong")
    assert (found.state, found.fault) == (DeliveryState.REFUSED, Fault.CONTESTED)


@pytest.mark.parametrize(("who", "fault"), [("customer", Fault.NONE), ("supplier", Fault.SUPPLIER)])
def test_a_contested_fault_is_settled_by_whoever_concedes(deal, who, fault):
    one = deal()
    refused = one.refuse("100", MAY, by_supplier=True)
    deliver.contest(one.supplier(JUNE), refused.number, because="The gauge was wrong")
    found = deliver.concede(getattr(one, who)(JUNE), refused.number)
    assert (found.state, found.fault) == (DeliveryState.REFUSED, fault)


def test_what_is_not_contested_is_not_conceded(deal):
    one = deal()
    refused = one.refuse("100", MAY, by_supplier=True)
    with pytest.raises(WrongState):
        deliver.concede(one.customer(JUNE), refused.number)


def test_what_is_not_alleged_is_not_contested(deal):
    one = deal()
    refused = one.refuse("100", MAY)
    with pytest.raises(WrongState):
        deliver.contest(one.supplier(JUNE), refused.number, because="The gauge was wrong")


def test_a_payment_up_to_the_price_is_recorded(deal):
    one = deal()
    accepted = one.accept("10", MAY)
    found = deliver.pay(one.customer(JUNE), accepted.number, amount=Decimal("25005.00"), paid_on=JUNE)
    assert (found.state, found.paid) == (DeliveryState.PAID, Decimal("25005.00"))


@pytest.mark.parametrize("amount", ["25005.01", "0", "-1", "1.001"])
def test_a_payment_above_the_price_or_no_money_is_refused(deal, amount):
    one = deal()
    accepted = one.accept("10", MAY)
    assert "amount" in refused_fields(
        deliver.pay, one.customer(JUNE), accepted.number, amount=Decimal(amount), paid_on=JUNE
    )


@pytest.mark.parametrize("day", [date(2025, 5, 9), date(2025, 6, 11)])
def test_a_payment_before_acceptance_or_ahead_is_refused(deal, day):
    one = deal()
    accepted = one.accept("10", MAY)
    assert "paid_on" in refused_fields(deliver.pay, one.customer(JUNE), accepted.number, amount=Decimal(1), paid_on=day)
