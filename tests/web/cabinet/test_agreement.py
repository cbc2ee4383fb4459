"""The agreement as its recipient reads and signs it."""

from datetime import date

import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.parties.terms import Capacity
from tests.factories import PASSWORD, actor, agreement, report, sign_in
from tests.factories.country import person
from tests.web.cabinet.pages import look, press, text_of


def test_both_sides_promises_are_read(made, browser):
    page = look(browser, "agreement", agreement(made, "planned").number)
    assert "100,000,000.00 ₸ in all." in page
    assert "1 1 April 2024 not paid yet 50,000,000.00 ₸" in page
    assert "Higher labour productivity art. 27.3:1 Output a worker, thousand tenge" in page
    assert "Proved by: Statistical form." in page
    assert "Planned goals of the project art. 42.4" in page


def test_what_was_paid_and_reached_is_read(made, browser):
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "50", "10"])
    with time_machine.travel("2026-06-01 12:00 +0500"):
        page = look(browser, "agreement", signed.number)
    assert "100,000,000.00 ₸ was paid." in page
    assert "2025 100 50 50%" in page
    assert "2026 200 — the year is not over" in page
    assert "Level of fulfilment of all counter-obligations 75%" in page


def test_an_unreported_year_is_told_apart_from_one_not_performed(made, browser):
    signed = agreement(made, "paid")
    with time_machine.travel("2026-06-01 12:00 +0500"):
        page = look(browser, "agreement", signed.number)
    assert "2025 100 — not reported" in page
    assert "not established" in page


def test_the_signatory_signs_with_the_password(made, browser):
    offered = agreement(made, "offered")
    assert "Read and sign" in look(browser, "agreement", offered.number)
    assert "Ministry of Industry gives 100,000,000.00 ₸" in look(browser, "accept", offered.number)
    press(browser, "accept", offered.number, version=offered.version, password=PASSWORD)
    page = look(browser, "agreement", offered.number)
    assert "The State signs; with that the agreement is in force. Industry authority" in page
    assert "Aigerim" in page


def test_a_wrong_password_signs_nothing(made, browser):
    offered = agreement(made, "offered")
    page = text_of(press(browser, "accept", offered.number, version=offered.version, password="guess"))
    assert "Your password — The password is not right. Nothing was signed." in page
    assert not offered.signatures.exists()


def test_signing_twice_signs_once(made, browser):
    offered = agreement(made, "offered")
    press(browser, "accept", offered.number, version=offered.version, password=PASSWORD)
    second = press(browser, "accept", offered.number, version=offered.version, password=PASSWORD)
    assert second.status_code == 409
    assert offered.signatures.count() == 1


def test_somebody_who_only_prepares_does_not_sign(made):
    offered = agreement(made, "offered")
    clerk = sign_in(Client(), person("clerk", made.enterprise, Capacity.APPLICANT))
    page = look(clerk, "agreement", offered.number)
    assert "Read and sign" not in page
    assert "Your mandate does not include this." in page
    assert press(clerk, "accept", offered.number, version=offered.version, password=PASSWORD).status_code == 403


def test_a_notice_stands_on_top(made, browser):
    signed = agreement(made, "paid")
    give_notice(actor(made, "monitor", date(2026, 3, 1)), signed.number, text="Exports reached half of the target.")
    page = look(browser, "agreement", signed.number)
    assert "Notice of shortfall Exports reached half of the target. 1 March 2026" in page


def test_the_number_of_queries_does_not_grow_with_the_promises(made, browser):
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            look(browser, "agreement", signed.number)
        return len(caught)

    signed = agreement(made, "paid")
    few = queries()
    for number in range(3):
        promise = signed.undertakings.first()
        targets = list(promise.targets.all())
        promise.pk, promise.indicator = None, f"Another {number}"
        promise.save()
        for target in targets:
            target.pk, target.undertaking = None, promise
            target.save()
    assert queries() == few
