"""Reporting for a year: begun, saved at any moment, proved, handed in, corrected."""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from ondiris.domains.agreements.actions.report import send_back_report
from ondiris.domains.agreements.models import Agreement, Report
from ondiris.domains.parties.terms import Capacity
from ondiris.project.demonstration.cases import PDF
from tests.factories import actor, agreement, report, sign_in
from tests.factories.country import person
from tests.web.cabinet.pages import look, press, text_of


@pytest.fixture(autouse=True)
def the_next_spring():
    with time_machine.travel("2026-03-01 12:00 +0500"):
        yield


@pytest.fixture
def signed(made) -> Agreement:
    return agreement(made, "paid")


@pytest.fixture
def begun(made, signed) -> Report:
    return report(made, signed, 2025, ["10000", "50", "10"], state="draft")


def fields(signed: Agreement, *values: str) -> dict[str, Any]:
    return {f"value_{u.pk}": text for u, text in zip(signed.undertakings.order_by("pk"), values, strict=False)}


def proof(signed: Agreement, content: bytes = PDF) -> dict[str, Any]:
    return {f"proof_{signed.undertakings.order_by('pk')[0].pk}": SimpleUploadedFile("form.pdf", content)}


def send(browser: Client, signed: Agreement, version: int, **typed: Any) -> HttpResponse:
    return press(browser, "report", signed.number, 2025, version=version, **typed)


def test_a_report_is_begun_once(made, browser, signed):
    assert "Begin the report" in look(browser, "report", signed.number, 2025)
    for _time in range(2):
        assert press(browser, "report", signed.number, 2025, begin="1").status_code == 302
    assert signed.reports.count() == 1


def test_what_was_typed_is_kept_and_handed_in_later(browser, signed):
    press(browser, "report", signed.number, 2025, begin="1")
    send(browser, signed, 1, **fields(signed, "10 000,5", "fifty"), **proof(signed))
    kept = signed.reports.get()
    assert sorted(kept.answers.values()) == ["", "10000.5", "fifty"]
    assert kept.proofs.count() == 1
    page = look(browser, "report", signed.number, 2025)
    assert "Give the value reached as a number, zero or more" in page
    assert "form.pdf" in page


def test_handing_in_names_each_value_and_proof_that_is_missing(browser, signed):
    press(browser, "report", signed.number, 2025, begin="1")
    page = text_of(send(browser, signed, 1, submit="1", **fields(signed, "10000")))
    assert page.count("Value reached in 2025 — Give the value reached as a number") == 2
    assert "Proof: Statistical form — Attach what proves the value." in page
    assert signed.reports.get().state == "draft"


def test_a_complete_report_is_handed_in(browser, signed, begun):
    send(browser, signed, begun.version, submit="1", **fields(signed, "10000", "50", "10"))
    begun.refresh_from_db()
    assert begun.state == "submitted"
    page = look(browser, "report", signed.number, 2025)
    assert "The report is checked; it is accepted or returned to you for correction. Industry institute" in page
    assert "Hand the report in" not in page


def test_a_file_that_is_no_document_is_told_so_and_the_values_stay(browser, signed, begun):
    wrong = proof(signed, b"MZ\x90\x00")
    response = send(browser, signed, begun.version, **fields(signed, "777", "50", "10"), **wrong)
    assert "The name says .pdf, but the content is something else." in text_of(response)
    assert 'value="777"' in response.content.decode()
    begun.refresh_from_db()
    assert "777" not in begun.answers.values()


def test_a_proof_is_taken_out_and_what_was_typed_is_saved(browser, signed, begun):
    document = begun.proofs.first().document.number
    send(browser, signed, begun.version, document=document, **fields(signed, "777", "50", "10"))
    begun.refresh_from_db()
    assert "777" in begun.answers.values()
    assert not begun.proofs.filter(document__number=document).exists()


def test_a_second_tab_keeps_what_was_typed(browser, signed, begun):
    response = send(browser, signed, begun.version - 1, **fields(signed, "777", "50", "10"))
    assert response.status_code == 409
    assert 'value="777"' in response.content.decode()
    begun.refresh_from_db()
    assert "777" not in begun.answers.values()


def test_a_returned_report_shows_the_remark_and_is_corrected(made, browser, signed, begun):
    send(browser, signed, begun.version, submit="1", **fields(signed, "10000", "50", "10"))
    send_back_report(actor(made, "monitor", date(2026, 3, 1)), begun.number, remark="The form is of 2024.")
    assert "Returned for correction The form is of 2024." in look(browser, "report", signed.number, 2025)
    begun.refresh_from_db()
    send(browser, signed, begun.version, submit="1", **fields(signed, "9000", "50", "10"))
    begun.refresh_from_db()
    assert begun.state == "submitted"
    assert "9000" in begun.answers.values()


def test_an_accepted_report_is_closed(made, browser, signed):
    accepted = report(made, signed, 2025, ["10000", "50", "10"])
    response = send(browser, signed, accepted.version, **fields(signed, "1", "1", "1"))
    assert response.status_code == 409
    assert "Reached: 10,000 thousand tenge" in look(browser, "report", signed.number, 2025)


def test_a_year_without_targets_has_no_page(browser, signed):
    assert browser.get(f"/en/cabinet/agreements/{signed.number}/reports/2031/").status_code == 404


def test_a_year_that_has_not_come_cannot_be_begun(browser, signed):
    with time_machine.travel("2025-06-01 12:00 +0500"):
        assert "2026 has not come yet." in look(browser, "report", signed.number, 2026)
        assert press(browser, "report", signed.number, 2026, begin="1").status_code == 422
    assert not signed.reports.filter(year=2026).exists()


def test_a_signatory_alone_reads_the_report_and_changes_nothing(made, signed, begun):
    signatory = sign_in(Client(), person("signatory", made.enterprise, Capacity.SIGNATORY))
    assert "Hand the report in" not in look(signatory, "report", signed.number, 2025)
    assert send(signatory, signed, begun.version, **fields(signed, "1")).status_code == 403
