"""What the enterprise said it can make: listed, read, taken back, nobody else's."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from ondiris.base.journal.models import Look
from ondiris.domains.planning.actions.interest import express
from ondiris.domains.planning.models import Interest
from ondiris.domains.planning.terms import InterestState
from tests.factories import actor
from tests.factories import planning as plan
from tests.web.cabinet.pages import filled_in, look, press


@pytest.fixture
def interest(made) -> Interest:
    placed = plan.approved_line(made)
    return express(actor(made, "applicant", date(2026, 8, 20)), proposal=placed.number, note="From 2028 on.")


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-08-21 12:00 +0500", tick=False):
        yield


def test_an_interest_is_listed_and_read(interest, browser):
    page = look(browser, "interests")
    assert "Насосы 841350 Customer Mining 2026 20 August 2026 Can make this" in page
    assert "From 2028 on." in look(browser, "interest", interest.number)


def test_an_interest_is_taken_back_once(interest, browser):
    old = filled_in(browser.get(reverse("cabinet:interest", args=[interest.number])))
    assert press(browser, "interest", interest.number, **old).status_code == 302
    assert Interest.objects.get().state == InterestState.WITHDRAWN
    assert press(browser, "interest", interest.number, **old).status_code == 409
    assert "Take it back" not in look(browser, "interest", interest.number)


def test_another_s_interest_is_not_found_and_the_attempt_is_logged(interest, stranger):
    assert stranger.get(reverse("cabinet:interest", args=[interest.number])).status_code == 404
    assert Look.objects.filter(thing=interest.number, thing_kind="interest", allowed=False).exists()
    assert "You have not said of any good that you can make it." in look(stranger, "interests")
