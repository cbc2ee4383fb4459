"""Penalties: for goods not bought (48.4) and for conditions not performed (49.3)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.base.errors import BadInput, NotFound, NotPermitted, Trouble, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.contracts.actions import deliver, offset, penalty
from ondiris.domains.contracts.owing import due_for_year
from ondiris.domains.contracts.penalty_letter import good_rows
from ondiris.domains.contracts.penalty_sheet import GoodOf, Rules, kept, penalty_sheet, replayed
from ondiris.domains.contracts.years import Counted, judge
from ondiris.domains.documents.letters.write import letters_about
from ondiris.domains.planning.terms import ContractKind
from tests.domains.contracts.test_years import AFTER, READING, SHARES
from tests.factories import upload

NEW_YEAR = date(2026, 1, 5)
PARTS = st.decimals(Decimal(0), Decimal(10**6), places=4)


def sheet_of(counted: Counted, *, rate: str = "10", below: bool = True, year: int = 2026):
    judged = judge(counted, year, READING, SHARES, AFTER)
    return penalty_sheet(year, [GoodOf(1, "Ы", "З", "pieces", judged)], Rules(Decimal(rate), below))


def claim(one, year: int = 2025, on: date = NEW_YEAR):
    return penalty.claim_for_year(one.supplier(on), contract=one.contract.number, year=year)


@pytest.fixture
def shortfall(deal):
    """800 of 1,000 accepted in the first year, 200 refused without fault, at 2,500.50 a piece."""
    one = deal()
    one.accept("800", date(2025, 6, 1))
    one.refuse("200", date(2025, 7, 1))
    return one


def test_the_penalty_of_a_first_year_is_worked_out_by_hand(shortfall):
    # 200 × 2,500.50 = 500,100.00; a tenth of it
    assert claim(shortfall).amount == Decimal("50010.00")


@pytest.mark.parametrize(("below", "amount"), [(True, "20.00"), (False, "70.00")])
def test_which_volume_counts_is_a_setting(below, amount):
    # 30 of 100 accepted, 70 refused at 10 tenge: 20 were missing to the floor of 50
    one = Counted(Decimal(100), Decimal(10), Decimal(30), by_customer=Decimal(70))
    assert sheet_of(one, below=below).amount == Decimal(amount)


def test_the_shipped_reading_is_only_below_the_floor(deal):
    one = deal()
    one.accept("400", date(2026, 6, 1))
    one.refuse("600", date(2026, 7, 1))
    assert due_for_year(one.contract, 2026, date(2027, 1, 5)).amount == Decimal("25005.00")


def test_of_a_contract_that_is_not_long_term_the_agreed_volume_is_owed(deal):
    one = deal(ends_on=date(2025, 12, 31), volumes={2025: "1000"})
    one.refuse("1000", date(2025, 7, 1))
    assert due_for_year(one.contract, 2025, NEW_YEAR).amount == Decimal("250050.00")


def test_what_was_refused_twice_is_not_owed_twice(deal):
    one = deal()
    one.refuse("1000", date(2025, 6, 1))
    one.refuse("1000", date(2025, 7, 1))
    assert due_for_year(one.contract, 2025, NEW_YEAR).amount == Decimal("250050.00")


def test_the_sum_is_rounded_once_half_up():
    one = Counted(Decimal(100), Decimal("0.01"), Decimal(0), by_customer=Decimal(50))
    assert [sheet_of(one, rate=rate).amount for rate in ("1", "0.9")] == [Decimal("0.01"), Decimal("0.00")]


def test_the_supplier_claims_and_the_customer_gets_the_letter(shortfall):
    made = claim(shortfall)
    letters = letters_about(("penalty", made.number))
    assert {(one.language, one.document.owner_id) for one in letters} == {
        (code, shortfall.made.other_enterprise.pk) for code in ("kk", "ru", "en")
    }


def test_the_kept_sheet_gives_the_amount_again(shortfall):
    made = claim(shortfall)
    assert replayed(made.sheet) == made.amount


@given(PARTS, PARTS, PARTS, st.booleans())
def test_any_sheet_gives_its_amount_again(accepted, refused, contested, below):
    one = Counted(Decimal(1000), Decimal("99.99"), accepted, by_customer=refused, contested=contested)
    sheet = sheet_of(one, rate="7.35", below=below)
    assert replayed(kept(sheet)) == sheet.amount


@given(PARTS, PARTS)
def test_the_penalty_below_the_floor_is_never_more_than_the_other(accepted, refused):
    one = Counted(Decimal(1000), Decimal("99.99"), accepted, by_customer=refused)
    assert sheet_of(one).amount <= sheet_of(one, below=False).amount


def test_the_sheet_shows_every_step(shortfall):
    sheet = claim(shortfall).sheet
    assert good_rows(sheet["goods"][0], sheet["rate"]) == [
        ["Agreed for the year", "", "1,000 pieces"],
        ["What had to be taken", "1,000 pieces × 100%", "1,000 pieces"],
        ["Accepted by the customer", "", "800 pieces"],
        ["Not accepted, not by the supplier's fault", "", "200 pieces"],
        ["Not bought of what had to be taken", "the lesser of 200 pieces and 200 pieces", "200 pieces"],
        ["Value at the contract's price", "200 pieces × 2,500.50\N{NO-BREAK SPACE}₸", "500,100.00\N{NO-BREAK SPACE}₸"],
        ["Penalty for this good", "500,100.00\N{NO-BREAK SPACE}₸ × 10%", "50,010.00\N{NO-BREAK SPACE}₸"],
    ]


def test_a_year_that_is_not_over_is_refused(shortfall):
    with pytest.raises(BadInput, match="not over"):
        claim(shortfall, on=date(2025, 12, 31))


def test_a_year_is_claimed_once(shortfall):
    claim(shortfall)
    with pytest.raises(BadInput, match="claimed already"):
        claim(shortfall)


def test_a_dropped_claim_may_be_made_anew(shortfall):
    penalty.drop(shortfall.supplier(NEW_YEAR), claim(shortfall).number, note="A slip")
    assert claim(shortfall).state == "claimed"


def test_a_year_before_the_law_has_no_penalty(deal):
    with pytest.raises(Trouble, match="not established"):
        claim(deal(starts_on=date(2019, 1, 1), volumes={2019: "1000", 2025: "1000"}), 2019)


def test_a_year_without_a_volume_is_refused(deal):
    with pytest.raises(BadInput, match="No volume"):
        claim(deal(volumes={2026: "1000"}))


def test_nothing_is_due_where_the_supplier_was_at_fault(deal):
    one = deal()
    one.refuse("1000", date(2025, 7, 1), by_supplier=True)
    with pytest.raises(Trouble, match="Nothing is due"):
        claim(one)


def test_what_is_contested_is_left_out(deal):
    one = deal()
    refused = one.refuse("600", date(2025, 7, 1), by_supplier=True)
    deliver.contest(one.supplier(NEW_YEAR), refused.number, because="The gauge was wrong")
    one.refuse("100", date(2025, 8, 1))
    assert claim(one).amount == Decimal("25005.00")


def test_a_delivery_that_waits_is_awaited(deal):
    one = deal()
    one.offer("1000", date(2025, 12, 20))
    with pytest.raises(Trouble, match="still waits"):
        claim(one)


def test_silence_after_the_days_to_answer_is_claimed(deal):
    one = deal()
    one.offer("1000", date(2025, 12, 1))
    assert claim(one).amount == Decimal("250050.00")


def test_only_the_supplier_claims_for_a_year(shortfall):
    with pytest.raises(NotFound):
        penalty.claim_for_year(shortfall.customer(NEW_YEAR), contract=shortfall.contract.number, year=2025)


def test_contract_procurement_has_no_penalty_for_a_year(deal):
    with pytest.raises(WrongState):
        claim(deal(kind=ContractKind.CONTRACT_PROCUREMENT))


def test_the_side_that_claimed_records_the_payment(shortfall):
    made = claim(shortfall)
    found = penalty.pay(shortfall.supplier(date(2026, 2, 1)), made.number, settled_on=date(2026, 1, 20))
    assert (found.state, found.settled_on) == ("paid", date(2026, 1, 20))


def test_the_side_that_owes_does_not(shortfall):
    made = claim(shortfall)
    with pytest.raises(NotPermitted):
        penalty.pay(shortfall.customer(date(2026, 2, 1)), made.number, settled_on=date(2026, 1, 20))


@pytest.mark.parametrize("day", [date(2026, 1, 4), date(2026, 2, 2)])
def test_a_payment_before_the_claim_or_ahead_is_refused(shortfall, day):
    made = claim(shortfall)
    with pytest.raises(BadInput):
        penalty.pay(shortfall.supplier(date(2026, 2, 1)), made.number, settled_on=day)


# For a condition of contract procurement: 500,000 tenge by 30 June 2026

JULY = date(2026, 7, 1)


@pytest.fixture
def procurement(deal):
    return deal(kind=ContractKind.CONTRACT_PROCUREMENT)


def perform(one, value: str, on: date):
    return offset.report_performance(
        one.supplier(on),
        contract=one.contract.number,
        condition=1,
        value=Decimal(value),
        done_on=on,
        text="Forty welders trained",
        upload=upload("centre.pdf"),
    )


def claim_condition(one, on: date = JULY, **changed):
    data = {"condition": 1, "amount": Decimal("50000"), "note": "Clause 9.2", **changed}
    return penalty.claim_for_condition(one.customer(on), contract=one.contract.number, **data)


def test_a_condition_past_its_day_leads_to_the_contracts_penalty(procurement):
    made = claim_condition(procurement)
    assert (made.amount, made.sheet["missing"], made.sheet["clause"]) == (Decimal(50000), "500000.00", "Clause 9.2")


def test_the_journal_cites_the_article_of_the_condition(procurement):
    made = claim_condition(procurement)
    penalty.drop(procurement.customer(JULY), made.number, note="Agreed")
    assert set(Entry.objects.filter(thing=made.number).values_list("provision", flat=True)) == {"49.3"}


def test_a_condition_is_not_overdue_on_its_last_day(procurement):
    with pytest.raises(BadInput, match="last day has not passed"):
        claim_condition(procurement, on=date(2026, 6, 30))


def test_a_performed_condition_leads_to_no_penalty(procurement):
    done = perform(procurement, "500000", date(2026, 6, 30))
    offset.accept(procurement.customer(JULY), done.number)
    with pytest.raises(BadInput, match="performed"):
        claim_condition(procurement)


def test_what_was_reported_is_answered_before_a_claim(procurement):
    perform(procurement, "500000", date(2026, 6, 30))
    with pytest.raises(Trouble, match="Answer first"):
        claim_condition(procurement)


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"amount": Decimal(0)}, "amount"), ({"amount": Decimal("1.001")}, "amount"), ({"note": " "}, "note"),
     ({"condition": 2}, "condition")],
)  # fmt: skip
def test_a_claim_names_what_is_wrong_with_it(procurement, changed, field):
    with pytest.raises(BadInput) as refusal:
        claim_condition(procurement, **changed)
    assert set(refusal.value.fields) == {field}


def test_a_condition_is_claimed_once(procurement):
    claim_condition(procurement)
    with pytest.raises(BadInput, match="claimed already"):
        claim_condition(procurement)


def test_only_the_customer_claims_for_a_condition(procurement):
    with pytest.raises(NotFound):
        penalty.claim_for_condition(
            procurement.supplier(JULY), contract=procurement.contract.number, condition=1, amount=Decimal(1), note="9.2"
        )
