"""My cases: what waits for the enterprise, and nothing of anybody else's."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.agreements.actions.report import send_back_report
from ondiris.domains.calendar.actions.term import begin, meet
from ondiris.domains.parties.models import Mandate
from ondiris.domains.parties.terms import Capacity
from tests.factories import DAY, actor, agreement, application, report, sign_in
from tests.factories.country import person
from tests.web.cabinet.pages import look


def test_a_question_waits_for_its_answer(made, browser):
    asked = application(made, "asked")
    assert f"Answer a question on application {asked.number}" in look(browser, "home")


def test_an_agreement_waits_for_its_signature(made, browser):
    offered = agreement(made, "offered")
    assert f"Sign agreement {offered.number}" in look(browser, "home")


def test_who_may_not_sign_reads_why(made):
    agreement(made, "offered")
    clerk = person("clerk", made.enterprise, Capacity.APPLICANT)
    assert "Your mandate does not include this." in look(sign_in(Client(), clerk), "home")


@pytest.mark.parametrize(("day", "due"), [("2025-12-31", False), ("2026-01-01", True)])
def test_a_report_is_due_once_its_year_is_over(made, browser, day, due):
    signed = agreement(made, "paid")
    with time_machine.travel(f"{day} 12:00 +0500"):
        assert (f"Report for 2025 under agreement {signed.number}" in look(browser, "home")) is due


def test_a_returned_report_waits_for_its_correction(made, browser):
    signed = agreement(made, "paid")
    handed_in = report(made, signed, 2025, ["10000", "50", "10"], state="submitted")
    send_back_report(actor(made, "monitor", date(2026, 3, 1)), handed_in.number, remark="The form is of 2024.")
    assert "Correct the report for 2025" in look(browser, "home")


def test_a_notice_is_seen_at_once(made, browser):
    signed = agreement(made, "paid")
    give_notice(actor(made, "monitor", date(2026, 3, 1)), signed.number, text="No report.")
    assert f"Read the notice of shortfall under agreement {signed.number}" in look(browser, "home")


def began(made, on: date):
    return begin(
        actor(made, "follower", on),
        deadline="assembly-cure",
        bin=made.enterprise.bin,
        happened_on=on,
        reference="No. 7",
    )


def test_a_term_that_runs_for_the_enterprise_is_shown_with_its_end_and_what_follows(made, browser, stranger):
    """62.4: three months from the sending of the notice, and then the agreement may be terminated."""
    sent = date(2026, 1, 15)
    term = began(made, sent)
    with time_machine.travel("2026-02-01 12:00 +0500"):
        page = look(browser, "home")
        assert "Last day 15 April 2026 Runs from 15 January 2026 Begun by Ministry of Industry" in page
        assert "The agreement terminated one-sidedly" in page
        assert term.number not in look(stranger, "home")
    with time_machine.travel("2026-04-20 12:00 +0500"):
        assert "Ended 5 days ago" in look(browser, "home")
    meet(actor(made, "follower", date(2026, 4, 20)), term.number, ended_on=date(2026, 4, 1), note="Act 3")
    assert "Terms that run for you" not in look(browser, "home")


def test_nothing_of_another_enterprise_is_listed(made, stranger):
    own = application(made, "asked")
    agreement(made, "offered")
    page = look(stranger, "home")
    assert own.number not in page
    assert "Nothing waits for you today." in page
    assert "No application yet" in page


def test_ten_cases_cost_no_more_queries_than_one(made, browser):
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            look(browser, "home")
        return len(caught)

    application(made, "asked")
    agreement(made, "offered")
    few = queries()
    for _time in range(3):
        application(made, "asked")
        application(made, "draft")
    agreement(made, "offered")
    assert queries() == few


def test_an_expired_mandate_leads_nowhere(made, browser):
    application(made, "draft")
    Mandate.objects.filter(user=made.people["applicant"]).update(valid_to=DAY)
    response = browser.get("/en/cabinet/", follow=True)
    assert response.status_code == 403
    assert "mandate" in response.content.decode()


def test_an_official_has_a_desk_and_no_cabinet(made):
    response = sign_in(Client(), made.people["officer"]).get("/en/cabinet/")
    assert response.status_code == 302
    assert response["Location"].endswith("/start/")


def test_the_mandate_is_said(made):
    clerk = person("clerk", made.enterprise, Capacity.SIGNATORY)
    page = look(sign_in(Client(), clerk), "home")
    assert "Signs" in page
    assert "Begin an application" not in page
