"""From a report to the money that came back."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.agreements.models import Reached, Report
from ondiris.domains.funds.models import Account
from ondiris.domains.funds.terms import AccountKind
from ondiris.domains.recovery.models import Claim
from ondiris.domains.recovery.terms import ClaimState
from tests.factories import actor, agreement, application, report
from tests.web.desk.browsing import done, hidden, look, send, words

MARCH = date(2026, 3, 1)


@pytest.fixture
def noticed(made, today):
    """An agreement that fell short in 2025, with a notice; it is 1 March 2026."""
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "50", "10"])
    give_notice(actor(made, "monitor", MARCH), signed.number, text="Exports fell short.")
    today(MARCH)
    return signed


@pytest.fixture
def drawn(noticed, desk):
    """The demand that the monitor drew up for 1 March 2026."""
    assert done(send(desk("monitor"), "draw-claim", noticed.number, demand_on="2026-03-01"))
    return Claim.objects.get()


def test_a_report_is_shown_beside_its_targets_and_accepted(made, desk, today):
    one = report(made, agreement(made, "paid"), 2025, ["10000", "50", "10"], state="submitted")
    today(MARCH)
    monitor = desk("monitor")
    page = look(monitor, "report", one.number)
    for part in ("Exports, tonnes 100 50 50%", "Planned goal", "proof.pdf", "Accept the report"):
        assert part in page, part
    assert done(send(monitor, "accept-report", one.number))
    assert Reached.objects.count() == 3
    response = monitor.get(reverse("desk:return-report", args=[one.number]))
    assert response.status_code == 409, "an accepted report is not judged again"


def test_a_report_is_returned_with_what_is_to_be_corrected(made, desk, today):
    one = report(made, agreement(made, "paid"), 2025, ["10000", "50", "10"], state="submitted")
    today(MARCH)
    assert "This field is required." in words(send(desk("monitor"), "return-report", one.number, remark=""))
    assert done(send(desk("monitor"), "return-report", one.number, remark="Attach the form."))
    assert Report.objects.get().state == "returned"


def test_what_a_draft_report_says_is_the_recipients_own(made, desk, today):
    one = report(made, agreement(made, "paid"), 2025, ["10001", "50", "10"], state="draft")
    today(MARCH)
    assert "10,001" not in look(desk("monitor"), "report", one.number)


def test_what_would_be_due_is_shown_for_any_day(noticed, desk):
    page = look(desk("monitor"), "due", noticed.number, on="2026-03-01").replace("\xa0", " ")
    assert "weighted mean: 75%" in page
    assert "What is due back on 1 March 2026" in page
    page = look(desk("monitor"), "due", noticed.number, on="2026-10-01")
    assert "No base rate is established from 8 September 2026" in page
    assert "What is due back on 8 September 2026" in page


def test_nothing_is_computed_for_a_year_that_was_not_reported(made, desk, today):
    signed = agreement(made, "paid")
    today(MARCH)
    assert "A year that is over has no accepted report: 2025." in look(desk("monitor"), "due", signed.number)


def test_a_day_that_is_none_is_refused_beside_the_field(noticed, desk):
    assert "Write a real day" in look(desk("monitor"), "due", noticed.number, on="2026-02-30")


def test_a_demand_before_a_payment_is_refused_and_the_day_kept(noticed, desk):
    response = send(desk("monitor"), "draw-claim", noticed.number, demand_on="2024-08-31")
    assert "The day of the demand cannot come before a payment." in words(response)
    assert 'value="2024-08-31"' in response.content.decode()
    assert not Claim.objects.exists()


def test_a_demand_over_a_gap_in_the_rate_says_so(noticed, desk):
    response = send(desk("monitor"), "draw-claim", noticed.number, demand_on="2026-10-01")
    assert "the sum is undetermined" in words(response)
    assert not Claim.objects.exists()


def test_a_demand_is_drawn_up_once(drawn, noticed, desk):
    again = desk("monitor").post(reverse("desk:draw-claim", args=[noticed.number]), {"demand_on": "2026-03-01"})
    assert again.status_code == 409
    assert Claim.objects.count() == 1


def test_a_second_person_makes_the_demand(drawn, desk):
    assert "What is due back on 1 March 2026" in look(desk("monitor"), "claim", drawn.number)
    assert desk("monitor").get(reverse("desk:demand", args=[drawn.number])).status_code == 403
    decider = desk("decider")
    page = look(decider, "demand", drawn.number)
    assert page.index("weighted mean: 75%") < page.index("the sheet is kept as it stands"), "the sum, then the button"
    form = hidden(decider, "demand", drawn.number)
    assert done(decider.post(reverse("desk:demand", args=[drawn.number]), form))
    assert decider.post(reverse("desk:demand", args=[drawn.number]), form).status_code == 409


def test_a_demand_is_dropped_with_a_reason(drawn, desk):
    assert "This field is required." in words(send(desk("decider"), "drop", drawn.number, reason=" "))
    assert done(send(desk("decider"), "drop", drawn.number, reason="It was explained."))
    assert Claim.objects.get().state == ClaimState.DROPPED


def test_money_that_comes_back_is_recorded_apart_and_never_too_much(drawn, desk):
    send(desk("decider"), "demand", drawn.number)
    treasurer = desk("treasurer")
    too_much = send(treasurer, "receive", drawn.number, amount=str(drawn.amount + 1))
    assert "This is more than what is still to be returned." in words(too_much)
    assert "Write the amount in digits" in words(send(treasurer, "receive", drawn.number, amount="all"))
    assert done(send(treasurer, "receive", drawn.number, amount="1000,50"))
    assert Account.objects.get(kind=AccountKind.RETURNED).balance == Decimal("1000.50")
    assert done(send(treasurer, "receive", drawn.number, amount=str(drawn.amount - Decimal("1000.50"))))
    assert Claim.objects.get().state == ClaimState.RETURNED


def test_claims_and_reports_of_others_are_not_found(made, drawn, desk):
    application(made, "examining", on=MARCH)
    for name, number in (("claim", drawn.number), ("report", Report.objects.get().number)):
        look(desk("expert"), name, number, status=404)
