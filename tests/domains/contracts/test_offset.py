"""Further conditions of contract procurement: reported, accepted, returned, and what is missing. (49.2)"""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ondiris.base.errors import BadInput, NotFound, NotPermitted, WrongState
from ondiris.domains.contracts.actions import offset as acts
from ondiris.domains.contracts.actions.end import end
from ondiris.domains.contracts.offset import conditions_of
from ondiris.domains.contracts.terms import ContractState
from ondiris.domains.planning.terms import ContractKind
from tests.factories import upload

MAY = date(2026, 5, 10)


@pytest.fixture
def procurement(deal):
    return deal(kind=ContractKind.CONTRACT_PROCUREMENT)


def report(one, on: date = MAY, **changed):
    data = {
        "contract": one.contract.number,
        "condition": 1,
        "value": Decimal(200000),
        "done_on": on,
        "text": "Forty welders trained",
        "upload": upload("centre.pdf"),
        **changed,
    }
    return acts.report_performance(one.supplier(on), **data)


def test_what_is_accepted_counts(procurement):
    acts.accept(procurement.customer(MAY), report(procurement).number)
    (found,) = conditions_of(procurement.contract, MAY)
    assert (found.accepted, found.missing, found.share) == (Decimal(200000), Decimal(300000), Fraction(2, 5))


def test_what_waits_does_not_count_yet(procurement):
    report(procurement)
    (found,) = conditions_of(procurement.contract, MAY)
    assert (found.accepted, found.waiting) == (0, Decimal(200000))


def test_what_is_returned_does_not_count(procurement):
    found = acts.send_back(procurement.customer(MAY), report(procurement).number, remark="Whose are they?")
    (condition,) = conditions_of(procurement.contract, MAY)
    assert (found.state, found.remark, condition.accepted, condition.waiting) == ("returned", "Whose are they?", 0, 0)


def test_more_than_its_value_counts_as_the_whole(procurement):
    acts.accept(procurement.customer(MAY), report(procurement, value=Decimal(600000)).number)
    (found,) = conditions_of(procurement.contract, MAY)
    assert (found.share, found.missing) == (1, 0)


def test_a_condition_is_overdue_after_its_last_day(procurement):
    days = (date(2026, 6, 30), date(2026, 7, 1))
    assert [conditions_of(procurement.contract, day)[0].overdue for day in days] == [False, True]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"condition": 2}, "condition"),
        ({"value": Decimal(0)}, "value"),
        ({"value": Decimal("1.001")}, "value"),
        ({"done_on": date(2026, 5, 11)}, "done_on"),
        ({"done_on": date(2025, 2, 28)}, "done_on"),
        ({"text": " "}, "text"),
    ],
)
def test_a_report_names_what_is_wrong_with_it(procurement, changed, field):
    with pytest.raises(BadInput) as refusal:
        report(procurement, **changed)
    assert set(refusal.value.fields) == {field}


def test_an_offtake_contract_has_no_conditions(deal):
    with pytest.raises(BadInput):
        report(deal())


def test_the_supplier_does_not_accept_its_own(procurement):
    with pytest.raises(NotPermitted):
        acts.accept(procurement.supplier(MAY), report(procurement).number)


def test_the_customer_reports_nothing(procurement):
    with pytest.raises(NotFound):
        acts.report_performance(
            procurement.customer(MAY),
            contract=procurement.contract.number,
            condition=1,
            value=Decimal(1),
            done_on=MAY,
            text="Done",
            upload=upload("centre.pdf"),
        )


def test_nothing_is_reported_for_a_contract_that_is_not_concluded(deal):
    with pytest.raises(WrongState):
        report(deal(kind=ContractKind.CONTRACT_PROCUREMENT, state=ContractState.OFFERED))


def test_a_contract_does_not_end_on_the_last_day_of_its_term(procurement):
    with pytest.raises(WrongState):
        end(procurement.customer(date(2027, 12, 31)), procurement.contract.number, reason="All done")


@pytest.mark.parametrize("side", ["customer", "supplier"])
def test_either_side_records_the_end_afterwards(procurement, side):
    found = end(getattr(procurement, side)(date(2028, 1, 1)), procurement.contract.number, reason="All done")
    assert (found.state, found.ended_on, found.ended_because) == ("ended", date(2028, 1, 1), "All done")
