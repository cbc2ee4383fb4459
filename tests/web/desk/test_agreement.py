"""An agreement on the desk: planned, offered, signed, paid, noticed, closed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from ondiris.base.journal.models import Entry
from ondiris.domains.agreements.models import Agreement, Target
from ondiris.domains.funds import ledger
from ondiris.domains.funds.models import Account, Transfer
from ondiris.domains.funds.terms import AccountKind, Purpose
from tests.factories import DAY, PASSWORD, agreement, report
from tests.web.desk.browsing import done, hidden, look, queries_of, send, words


def state_of(one: Agreement) -> str:
    return Agreement.objects.get(pk=one.pk).state


def rows(*instalments: tuple[str, str]) -> dict[str, str]:
    """What is typed into the plan's rows."""
    return {
        name: text
        for row, (day, amount) in enumerate(instalments, 1)
        for name, text in ((f"due_on_{row}", day), (f"amount_{row}", amount))
    }


def test_an_agreement_is_shown_whole(made, desk, today):
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "50", "10"])
    today(date(2026, 3, 1))
    page = look(desk("monitor"), "agreement", signed.number).replace("\xa0", " ")
    for part in (
        "Ақ Диірмен ЖШС: IG-A-2024-00001",
        "Paid on 1 April 2024",
        "Higher labour productivity",
        "Did not perform",
        "Planned goals of the project",
        "75%",
        "Give notice of shortfall",
        "What would be due back on a day",
        "SHA-256",
        "Sign for the State",
    ):
        assert part in page, part


def test_not_reported_is_not_the_same_as_not_performed(made, desk, today):
    signed = agreement(made, "paid")
    today(date(2026, 3, 1))
    page = look(desk("monitor"), "agreement", signed.number)
    assert "Did not report" in page
    assert "Did not perform" not in page
    assert "No report was handed in for: 2025" in page


def test_instalments_are_planned_and_empty_rows_dropped(made, desk):
    drawn = agreement(made, "drawn")
    officer = desk("officer")
    typed = rows(("2024-04-01", "60 000 000"), ("2024-09-01", "40000000,00"))
    assert done(send(officer, "plan", drawn.number, **typed))
    assert [i.amount for i in drawn.instalments.all()] == [Decimal(60_000_000), Decimal(40_000_000)]
    assert 'value="60,000,000.00"' in officer.get(reverse("desk:plan", args=[drawn.number])).content.decode()


def test_more_rows_keep_what_was_typed(made, desk):
    drawn = agreement(made, "drawn")
    response = send(desk("officer"), "plan", drawn.number, more="1", **rows(("2024-04-01", "sixty"), ("", "")))
    page = response.content.decode()
    assert 'value="sixty"' in page
    assert 'name="amount_5"' in page
    assert not drawn.instalments.exists()


@pytest.mark.parametrize(
    ("typed", "field", "why"),
    [
        (rows(("2024-04-01", "-5")), "amount_1", "An amount cannot be negative."),
        (rows(("2024-04-01", "1.005")), "amount_1", "no more than two decimals"),
        (rows(("2024-04-01", "")), "amount_1", "This field is required."),
        (rows(("", "100000000")), "due_on_1", "This field is required."),
        (rows(("2024-02-30", "100000000")), "due_on_1", "Write a real day"),
        (rows(("2024-02-01", "100000000")), "due_on_1", "Each instalment is due after today"),
        (rows(("2024-09-01", "50000000"), ("2024-04-01", "50000000")), "due_on_2", "not before the one above it"),
        (rows(("2024-04-01", "100000001")), "amount_1", "The instalments sum to"),
        (rows(("", "")), "due_on_1", "This field is required."),
    ],
)
def test_a_plan_that_cannot_be_is_refused_beside_its_field(made, desk, typed, field, why):
    drawn = agreement(made, "drawn")
    response = send(desk("officer"), "plan", drawn.number, **typed)
    assert f'id="id_{field}_error"' in response.content.decode()
    assert why in words(response)
    assert not drawn.instalments.exists()


def test_what_is_wrong_with_an_instalment_is_said_in_its_row_though_a_row_above_is_empty(made, desk):
    drawn = agreement(made, "drawn")
    officer = desk("officer")
    typed = rows(("", ""), ("2024-02-01", "100000000"))
    response = send(officer, "plan", drawn.number, **typed)
    assert 'id="id_due_on_2_error"' in response.content.decode()


def test_an_agreement_without_a_plan_or_a_target_is_not_offered(made, desk):
    drawn = agreement(made, "drawn")
    assert "Plan the instalments first." in words(send(desk("officer"), "offer", drawn.number))
    planned = agreement(made, "planned")
    Target.objects.filter(undertaking__in=planned.undertakings.filter(direction="export")).delete()
    assert "Every obligation has a target for each period." in words(send(desk("officer"), "offer", planned.number))
    assert state_of(planned) == "drawn"


def test_an_offer_is_taken_back_with_a_reason(made, desk):
    planned = agreement(made, "planned")
    officer = desk("officer")
    assert done(send(officer, "offer", planned.number))
    assert state_of(planned) == "offered"
    assert done(send(officer, "take-back", planned.number, reason="A day was wrong."))
    assert state_of(planned) == "drawn"


def test_the_state_signs_with_the_password_again(made, desk):
    accepted = agreement(made, "accepted")
    decider = desk("decider")
    page = look(decider, "sign", accepted.number).replace("\xa0", " ")
    for term in ("1 April 2024", "50,000,000.00 ₸", "Exports, tonnes", "12,000"):
        assert term in page, "what is signed stands on the page"
    response = send(decider, "sign", accepted.number, password="something else")
    assert "The password is not right. Nothing was signed." in words(response)
    assert "something else" not in response.content.decode()
    assert state_of(accepted) == "signed_by_recipient"
    assert done(send(decider, "sign", accepted.number, password=PASSWORD))
    assert state_of(accepted) == "in_force"


def test_an_instalment_is_not_offered_for_payment_before_its_day(made, desk, today):
    signed = agreement(made)
    due = signed.instalments.get(place=1).due_on
    pay = reverse("desk:pay", args=[signed.number])
    shown = []
    for day in (due - timedelta(days=1), due):
        today(day)
        shown.append(
            f'href="{pay}"' in desk("treasurer").get(reverse("desk:agreement", args=[signed.number])).content.decode()
        )
    assert shown == [False, True]


def test_an_instalment_is_paid_once_with_the_balances_beside(made, desk, today):
    signed = agreement(made)
    today(date(2024, 4, 1))
    treasurer = desk("treasurer")
    page = look(treasurer, "pay", signed.number).replace("\xa0", " ")
    assert "Committed to this case 100,000,000.00 ₸" in page
    assert "Available 400,000,000.00 ₸" in page
    form = hidden(treasurer, "pay", signed.number)
    address = reverse("desk:pay", args=[signed.number])
    assert done(treasurer.post(address, form))
    assert treasurer.post(address, form).status_code == 409
    assert Transfer.objects.filter(purpose=Purpose.PAYMENT).count() == 1


def test_an_instalment_is_not_paid_before_its_day(made, desk):
    signed = agreement(made)
    assert "This instalment is not due yet." in words(send(desk("treasurer"), "pay", signed.number))


def test_a_payment_above_the_commitment_is_refused_and_nothing_posted(made, desk, today):
    signed = agreement(made)
    ledger.release(made.programme, Decimal(60_000_000), DAY, signed.application.number)
    today(date(2024, 4, 1))
    response = send(desk("treasurer"), "pay", signed.number)
    assert "The account holds 40" in words(response)
    assert not Transfer.objects.filter(purpose=Purpose.PAYMENT).exists()
    assert not Entry.objects.filter(act="agreement.pay").exists()
    assert Account.objects.get(kind=AccountKind.COMMITTED).balance == Decimal(40_000_000)


def test_a_notice_is_given_and_lifted(made, desk, today):
    signed = agreement(made, "paid")
    today(date(2026, 3, 1))
    monitor = desk("monitor")
    assert "This field is required." in words(send(monitor, "notice", signed.number, text=""))
    assert done(send(monitor, "notice", signed.number, text="Exports fell short."))
    assert "Exports fell short." in look(monitor, "agreement", signed.number)
    assert done(send(monitor, "lift", signed.number, reason="Explained."))
    assert state_of(signed) == "in_force"


def test_an_agreement_is_closed_only_when_everything_is_answered_for(made, desk, today):
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "100", "10"])
    today(date(2026, 3, 1))
    assert "The last year with a target is not over." in words(send(desk("monitor"), "close", signed.number))
    report(made, signed, 2026, ["12000", "200", "20"])
    today(date(2027, 3, 1))
    assert done(send(desk("monitor"), "close", signed.number))
    assert state_of(signed) == "closed"


def test_somebody_who_may_not_act_has_no_button_and_is_told_why(made, desk):
    signed = agreement(made, "accepted")
    assert "Sign for the State" not in look(desk("officer"), "agreement", signed.number).split("History")[0]
    assert desk("officer").get(reverse("desk:sign", args=[signed.number])).status_code == 403


def test_an_address_that_leads_to_nothing_is_not_found(made, desk):
    look(desk("officer"), "agreement", "IG-A-2024-99999", status=404)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_agreement_is_shown_in_the_other_languages(made, desk, language):
    signed = agreement(made, "paid")
    assert desk("officer").get(f"/{language}/desk/agreements/{signed.number}/").status_code == 200


def test_the_page_takes_as_many_queries_after_more_reports(made, desk, today):
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "50", "10"])
    today(date(2027, 3, 1))
    monitor = desk("monitor")
    queries_of(monitor, "agreement", signed.number)
    few = queries_of(monitor, "agreement", signed.number)
    report(made, signed, 2026, ["10000", "50", "10"])
    assert queries_of(monitor, "agreement", signed.number) == few


def test_the_list_shows_what_actors_may_see(made, desk):
    signed = agreement(made)
    assert signed.number in look(desk("monitor"), "agreements", state="in_force")
    assert signed.number not in look(desk("monitor"), "agreements", state="closed")
