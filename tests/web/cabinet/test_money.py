"""What would be due today, and what was demanded: a sum, or what it waits for."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse
from django.utils import translation

from ondiris.base.journal.models import Look
from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.legislation.actions.value import confirm, enter
from ondiris.domains.recovery.actions import claim
from ondiris.domains.recovery.models import Claim
from tests.factories import Country, actor, agreement, report
from tests.web.cabinet.pages import file_of, look, text_of

DAY = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def two_years_later():
    with time_machine.travel("2027-03-01 12:00 +0500"):
        yield


@pytest.fixture
def short(made) -> Agreement:
    """An agreement under which exports reached half of their targets."""
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "50", "10"])
    report(made, signed, 2026, ["12000", "100", "20"])
    return signed


def establish_rate(made: Country) -> None:
    rate = enter(
        actor(made, "keeper", DAY),
        parameter="base_rate",
        value=Decimal("16.25"),
        valid_from=date(2026, 9, 8),
        known_until=date(2027, 4, 1),
        source="resolution, example",
    )
    confirm(actor(made, "second_keeper", DAY), rate.number)


def draw_claim(made: Country, short: Agreement) -> Claim:
    establish_rate(made)
    monitor = actor(made, "monitor", DAY)
    give_notice(monitor, short.number, text="Exports reached half of the target.")
    return claim.draw(monitor, agreement_number=short.number, demand_on=DAY)


def test_without_a_rate_the_sum_is_undetermined_with_the_gap_named(made, browser, short):
    page = look(browser, "due", short.number)
    assert "Undetermined No base rate is established from 8 September 2026." in page
    assert "As of 8 September 2026: 34,131,935.00 ₸ ; later not established." in page


def test_with_a_rate_the_sum_stands_with_every_step(made, browser, short):
    establish_rate(made)
    page = look(browser, "due", short.number)
    assert "36,068,579.00 ₸ would be due." in page
    assert "Example formula" in page
    assert "Unfulfilled share of the payment 50,000,000.00 ₸ × 25%" in page


def test_an_unreported_year_leaves_it_undetermined_and_is_named(made, browser):
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "50", "10"])
    page = look(browser, "due", signed.number)
    assert "Report for 2026 : not handed in" in page
    assert "Report for 2025" not in page
    report(made, signed, 2026, ["12000", "100", "20"], state="submitted")
    assert "Report for 2026 : being checked" in look(browser, "due", signed.number)


def test_before_a_year_is_over_there_is_nothing_to_measure(made, browser):
    signed = agreement(made, "paid")
    with time_machine.travel("2025-06-01 12:00 +0500"):
        assert "No year with a target is over" in look(browser, "due", signed.number)


def test_without_a_payment_nothing_can_be_due(made, browser):
    assert "Nothing has been paid under this agreement" in look(browser, "due", agreement(made, "in_force").number)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_sheet_is_taken_away_as_a_file_in_the_language_of_the_page(made, browser, short, language):
    with translation.override(language):
        address = reverse("cabinet:due-file", args=[short.number])
        assert f'href="{address}" download' in browser.get(reverse("cabinet:due", args=[short.number])).content.decode()
        response = browser.get(address)
    assert response["Content-Disposition"] == f'attachment; filename="{short.number}-2027-03-01-{language}.pdf"'
    assert file_of(response).startswith(b"%PDF-1.7")
    assert Look.objects.filter(thing=short.number, purpose="download", actor_name="Aigerim").exists()


def test_without_a_sheet_there_is_no_file_and_the_page_says_why(made, browser):
    signed = agreement(made, "paid")
    assert "due/pdf/" not in browser.get(reverse("cabinet:due", args=[signed.number])).content.decode()
    response = browser.get(reverse("cabinet:due-file", args=[signed.number]), follow=True)
    assert "Report for 2025 : not handed in" in text_of(response)


def test_the_sheet_says_where_each_rate_was_read(made, browser, short):
    establish_rate(made)
    page = look(browser, "due", short.number)
    assert "8 September 2026 – 28 February 2027 16.25%: resolution, example (read in the act)" in page


def test_a_demand_is_seen_once_it_is_made_and_not_while_it_is_drawn_up(made, browser, short):
    drawn = draw_claim(made, short)
    assert browser.get(f"/en/cabinet/claims/{drawn.number}/").status_code == 404
    assert "Nothing was demanded." in look(browser, "agreement", short.number)
    claim.demand(actor(made, "decider", DAY), drawn.number)
    page = look(browser, "claim", drawn.number)
    assert "Still to be returned 36,068,579.00 ₸" in page
    assert "Return the amount that is still open. You art. 27.4" in page
    assert f"Return 36,068,579.00 ₸ under agreement {short.number}" in look(browser, "home")


def test_what_came_back_is_subtracted(made, browser, short):
    demanded = draw_claim(made, short)
    claim.demand(actor(made, "decider", DAY), demanded.number)
    claim.receive(actor(made, "treasurer", DAY), demanded.number, amount=Decimal("6068579"))
    assert "Still to be returned 30,000,000.00 ₸" in look(browser, "claim", demanded.number)


def test_a_strangers_claim_is_not_found(made, stranger, short):
    demanded = draw_claim(made, short)
    claim.demand(actor(made, "decider", DAY), demanded.number)
    assert stranger.get(f"/en/cabinet/claims/{demanded.number}/").status_code == 404
