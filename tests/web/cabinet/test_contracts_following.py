"""A contract in force as its sides see it: deliveries, in-country value, conditions, penalties."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ondiris.base.journal.models import Look
from ondiris.domains.contracts.actions import deliver
from ondiris.domains.contracts.actions.offset import report_performance
from ondiris.domains.contracts.actions.penalty import claim_for_year
from ondiris.domains.contracts.actions.programme import deliver_programme
from ondiris.domains.contracts.models import Contract, Delivery, Penalty, Performance, Programme
from ondiris.domains.planning.terms import ContractKind
from tests.factories import actor, sign_in, upload
from tests.factories.contracts import contract, customer
from tests.web.cabinet.pages import file_of, look, press, text_of

JUNE = date(2024, 6, 3)
NEXT_YEAR = date(2025, 2, 3)


@pytest.fixture
def go():
    """Travel to a day; people sign in there."""
    travels = []

    def to(day: date) -> None:
        travel = time_machine.travel(f"{day} 12:00 +0500")
        travel.start()
        travels.append(travel)

    to(JUNE)
    yield to
    for travel in reversed(travels):
        travel.stop()


@pytest.fixture
def come(made, go):
    """A browser in which a person of the country is signed in today."""
    customer(made)
    return lambda who: sign_in(Client(), made.people[who])


def pdf() -> SimpleUploadedFile:
    return SimpleUploadedFile("programme.pdf", upload().content.read(), "application/pdf")


def offered(made, standing, volume: str = "40", on: date = JUNE) -> Delivery:
    return deliver.offer_delivery(
        actor(made, "applicant", on), contract=standing.number, good=1, delivered_on=on, volume=Decimal(volume)
    )


def refused(made, standing, volume: str = "100", on: date = JUNE) -> Delivery:
    """Refused without the supplier's fault."""
    one = offered(made, standing, volume, on)
    return deliver.refuse(actor(made, "customer", on), one.number, ground="No room", by_supplier=False)


def test_the_supplier_offers_a_delivery(made, come):
    standing = contract(made)
    typed = {"good": "1", "delivered_on": "2024-06-03", "volume": "40", "note": "Waybill 1"}
    assert press(come("applicant"), "offer-delivery", standing.number, **typed).status_code == 302
    assert standing.deliveries.get().volume == 40
    page = look(come("customer"), "home")
    assert f"Accept or refuse deliveries under contract {standing.number}: 1" in page


def test_a_delivery_that_cannot_be_is_said_beside_its_field(made, come):
    standing = contract(made)
    typed = {"good": "1", "delivered_on": "2024-06-09", "volume": "140", "note": "kept"}
    response = press(come("applicant"), "offer-delivery", standing.number, **typed)
    assert "Delivered on — The day of delivery cannot lie ahead." in text_of(response)
    assert 'value="kept"' in response.content.decode()


def test_the_customer_accepts_a_part_and_says_why(made, come):
    one = offered(made, contract(made))
    buyer = come("customer")
    first = text_of(press(buyer, "accept-delivery", one.number, version=one.version, volume="30"))
    assert "Why not everything — Say why not everything is accepted." in first
    typed = {"volume": "30", "ground": "Rust", "by_supplier": "true"}
    press(buyer, "accept-delivery", one.number, version=one.version, **typed)
    page = look(buyer, "delivery", one.number)
    assert "Accepted volume 30 т" in page
    assert "By the supplier's fault" in page


def test_the_supplier_contests_the_fault(made, come):
    one = offered(made, contract(made))
    one = deliver.refuse(actor(made, "customer", JUNE), one.number, ground="Rust", by_supplier=True)
    seller = come("applicant")
    assert "Contest the fault" in look(seller, "delivery", one.number)
    press(seller, "contest-delivery", one.number, version=one.version, because="It was the store")
    page = look(seller, "delivery", one.number)
    assert "Contested by the supplier" in page
    assert "Contest the fault" not in page.split("Journal")[0]


def test_either_side_concedes_a_contested_fault(made, come):
    one = offered(made, contract(made))
    deliver.refuse(actor(made, "customer", JUNE), one.number, ground="Rust", by_supplier=True)
    one = deliver.contest(actor(made, "applicant", JUNE), one.number, because="It was the store")
    buyer = come("customer")
    assert "Concede the fault" in look(come("applicant"), "delivery", one.number)
    assert "You say that it was not by the supplier's fault." in look(buyer, "concede-delivery", one.number)
    press(buyer, "concede-delivery", one.number, version=one.version)
    assert "Not by the supplier's fault" in look(buyer, "delivery", one.number)


def test_a_refusal_without_a_word_on_the_fault_is_asked_for_it(made, come):
    one = offered(made, contract(made))
    page = text_of(press(come("customer"), "refuse-delivery", one.number, version=one.version, ground="No room"))
    assert "Is it by the supplier's fault? — This field is required." in page


def test_what_was_accepted_is_paid(made, come):
    one = offered(made, contract(made))
    one = deliver.accept(actor(made, "customer", JUNE), one.number, volume=Decimal(40))
    buyer = come("customer")
    assert 'value="40,000.00"' in buyer.get(f"/en/cabinet/deliveries/{one.number}/pay/").content.decode()
    more = text_of(press(buyer, "pay-delivery", one.number, version=one.version, amount="50000", paid_on="2024-06-03"))
    costs = "What was accepted costs 40000.00 tenge at the contract's price; record the payment of all of it."
    assert f"Amount paid — {costs}" in more
    press(buyer, "pay-delivery", one.number, version=one.version, amount="40000", paid_on="2024-06-03")
    assert "Paid for 40,000.00 ₸, 3 June 2024" in look(buyer, "delivery", one.number)


def test_an_answer_sent_twice_is_taken_once(made, come):
    one = offered(made, contract(made))
    buyer = come("customer")
    press(buyer, "accept-delivery", one.number, version=one.version, volume="40")
    assert press(buyer, "accept-delivery", one.number, version=one.version, volume="40").status_code == 409


def test_a_year_shows_what_had_to_be_taken_and_why(made, come, go):
    standing = contract(made)
    refused(made, standing)
    go(NEXT_YEAR)
    page = look(come("applicant"), "contract", standing.number)
    assert "2024 Трубы стальные, т 100 100 0 100 0.00 ₸ Not met" in page
    assert "2024 is the first year of the contract." in page


def test_a_running_year_that_lags_is_warned_of(made, come, go):
    standing = contract(made)
    go(date(2024, 11, 1))
    page = look(come("customer"), "contract", standing.number)
    assert "Early warning Трубы стальные, 2024. By this day of the year" in page
    assert "The supplier has offered less than this itself." in page


def test_the_supplier_claims_the_penalty_step_by_step(made, come, go):
    standing = contract(made)
    refused(made, standing)
    go(NEXT_YEAR)
    seller = come("applicant")
    assert "What would be due for 2024" in look(seller, "penalties", standing.number)
    page = look(seller, "claim-for-year", standing.number, 2024)
    assert "The formula is an example that the authority must confirm" in page
    assert press(seller, "claim-for-year", standing.number, 2024).status_code == 302
    one = Penalty.objects.get()
    assert "Penalty for 2024" in look(seller, "penalty", one.number)
    assert "What would be due for 2024" not in look(seller, "penalties", standing.number)
    assert "Pay a penalty of" in look(come("customer"), "home")


def test_the_customer_sees_no_claim_of_the_suppliers(made, come, go):
    standing = contract(made)
    refused(made, standing)
    go(NEXT_YEAR)
    buyer = come("customer")
    assert "What would be due for" not in look(buyer, "penalties", standing.number)
    assert buyer.get(f"/en/cabinet/contracts/{standing.number}/penalties/claim/2024/").status_code == 404


def test_who_claimed_records_the_payment(made, come, go):
    standing = contract(made)
    refused(made, standing)
    go(NEXT_YEAR)
    one = claim_for_year(actor(made, "applicant", NEXT_YEAR), contract=standing.number, year=2024)
    buyer, seller = come("customer"), come("applicant")
    assert press(buyer, "pay-penalty", one.number, version=one.version, settled_on="2025-02-03").status_code == 403
    press(seller, "pay-penalty", one.number, version=one.version, settled_on="2025-02-03", note="Order 7")
    assert "Penalty paid" in look(buyer, "penalty", one.number)


def test_the_claims_letter_is_read_by_both_sides_and_nobody_else(made, come, go):
    standing = contract(made)
    refused(made, standing)
    go(NEXT_YEAR)
    one = claim_for_year(actor(made, "applicant", NEXT_YEAR), contract=standing.number, year=2024)
    page = come("applicant").get(f"/en/cabinet/penalties/{one.number}/").content.decode()
    document = page.split("/cabinet/documents/")[1].split("/")[0]
    for who in ("applicant", "customer"):
        response = come(who).get(f"/en/cabinet/documents/{document}/")
        assert file_of(response).startswith(b"%PDF")
    assert come("other").get(f"/en/cabinet/documents/{document}/").status_code == 404


def test_the_programme_is_handed_over_with_a_target_for_each_year(made, come):
    standing = contract(made)
    seller = come("applicant")
    assert "Hand over the programme of in-country value under contract" in look(seller, "home")
    targets = {f"target_{year}": "35" for year in range(2024, 2028)}
    below = press(
        seller,
        "deliver-programme",
        standing.number,
        version=standing.version,
        upload=pdf(),
        **{**targets, "target_2025": "20"},
    )
    assert "Target for 2025 — The contract asks for at least 30 per cent." in text_of(below)
    assert 'value="20"' in below.content.decode()
    press(seller, "deliver-programme", standing.number, version=standing.version, upload=pdf(), **targets)
    assert Programme.objects.get().years.count() == 4
    assert "2026 35% — The year is not over" in look(come("customer"), "value", standing.number)


def test_what_was_reached_is_reported_after_the_year(made, come, go):
    standing = contract(made)
    targets = {year: Decimal(35) for year in range(2024, 2028)}
    standing = deliver_programme(actor(made, "applicant", JUNE), standing.number, upload=upload(), targets=targets)
    go(NEXT_YEAR)
    seller = come("applicant")
    assert "Report in-country value of 2024" in look(seller, "home")
    press(seller, "report-value", standing.number, 2024, version=standing.version, fact="33.5", upload=pdf())
    page = look(come("customer"), "value", standing.number)
    assert "2024 35% 33.5% Below the target" in page


def test_conditions_are_reported_and_accepted(made, come):
    standing = contract(made, kind=ContractKind.CONTRACT_PROCUREMENT)
    seller, buyer = come("applicant"), come("customer")
    page = look(seller, "conditions", standing.number)
    assert "Together 20,000.00 ₸, 5% of the contract's sum." in page
    typed = {"text": "Half is built", "value": "10000", "done_on": "2024-06-01"}
    assert press(seller, "report-performance", standing.number, 1, upload=pdf(), **typed).status_code == 302
    one = Performance.objects.get()
    assert "Answer a report on a condition of contract" in look(buyer, "home")
    press(buyer, "accept-performance", one.number, version=one.version)
    assert "10,000.00 ₸ (50%)" in look(buyer, "conditions", standing.number)


def test_a_report_is_returned_with_what_is_to_be_corrected(made, come):
    standing = contract(made, kind=ContractKind.CONTRACT_PROCUREMENT)
    one = report_performance(
        actor(made, "applicant", JUNE),
        contract=standing.number,
        condition=1,
        value=Decimal(10),
        done_on=JUNE,
        text="Half",
        upload=upload(),
    )
    press(come("customer"), "return-performance", one.number, version=one.version, remark="No act of works")
    assert "To be corrected No act of works" in look(come("applicant"), "performance", one.number)


def test_a_condition_past_its_day_leads_to_the_contracts_penalty(made, come, go):
    standing = contract(made, kind=ContractKind.CONTRACT_PROCUREMENT)
    go(date(2028, 1, 10))
    buyer = come("customer")
    assert "Claim the penalty" in look(buyer, "conditions", standing.number)
    press(buyer, "claim-for-condition", standing.number, 1, amount="500", note="Clause 9")
    one = Penalty.objects.get()
    page = look(come("applicant"), "penalty", one.number)
    assert "Clause of the contract Clause 9" in page
    assert "art. 49.3" in page


def test_the_end_is_recorded_once_the_term_has_passed(made, come, go):
    standing = contract(made)
    assert "Record the end of the contract" not in look(come("customer"), "contract", standing.number)
    go(date(2028, 1, 10))
    buyer = come("customer")
    assert "Record the end of the contract" in look(buyer, "contract", standing.number)
    press(buyer, "end-contract", standing.number, version=standing.version, reason="The term is over")
    assert Contract.objects.get(pk=standing.pk).state == "ended"


def test_anothers_delivery_is_not_found_and_logged(made, come):
    one = offered(made, contract(made))
    stranger = come("other")
    for page in ("", "accept/", "refuse/", "contest/", "concede/", "pay/"):
        assert stranger.get(f"/en/cabinet/deliveries/{one.number}/{page}").status_code == 404
    assert Look.objects.filter(thing=one.number, thing_kind="delivery", actor_name="Nurlan", allowed=False).exists()


@pytest.mark.parametrize("name", ["contract", "deliveries", "penalties"])
def test_the_number_of_queries_does_not_grow_with_the_deliveries(made, come, name):
    standing = contract(made)
    buyer = come("customer")

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            look(buyer, name, standing.number)
        return len(caught)

    offered(made, standing, "1")
    few = queries()
    for _one in range(4):
        deliver.accept(actor(made, "customer", JUNE), offered(made, standing, "1").number, volume=Decimal(1))
    assert queries() == few
