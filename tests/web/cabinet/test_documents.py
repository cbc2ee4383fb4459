"""Handing documents in, taking them out, and getting them back: only what it says it is, only for those who may."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from ondiris.base.journal.models import Look
from ondiris.domains.applications.actions.begin import begin
from ondiris.domains.applications.models import Application
from ondiris.domains.parties.terms import Capacity
from ondiris.project.demonstration.cases import PDF
from tests.factories import DAY, actor, agreement, application, report, sign_in
from tests.factories.country import person
from tests.web.cabinet.pages import file_of, look, press, text_of


@pytest.fixture
def draft(made) -> Application:
    return begin(actor(made, "applicant", DAY), measure_name="industrial-grant")


def hand_in(browser: Client, application: Application, name: str, content: bytes) -> HttpResponse:
    fields = {"business_plan-version": application.version, "business_plan-file": SimpleUploadedFile(name, content)}
    return press(browser, "documents", application.number, **fields)


def download(client: Client, application: Application) -> HttpResponse:
    document = application.attachments.select_related("document").first().document
    return client.get(reverse("cabinet:document", args=[document.number]))


def test_a_document_is_handed_in_and_listed(draft, browser):
    response = hand_in(browser, draft, "plan.pdf", PDF)
    assert response["Location"].endswith("/documents/")
    assert "plan.pdf" in look(browser, "documents", draft.number)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("plan.pdf", b"MZ\x90\x00 a program", "The name says .pdf, but the content is something else."),
        ("plan.exe", b"MZ\x90\x00 a program", "Files of this kind are not taken."),
        ("plan.pdf", b"", "The file is empty."),
    ],
)
def test_what_is_no_document_is_told_so_beside_the_field(draft, browser, name, content, sentence):
    response = hand_in(browser, draft, name, content)
    page = text_of(response)
    assert f"Add a file — {sentence}" in page
    assert not draft.attachments.exists()


def test_a_file_far_too_large_is_told_so_and_the_disk_keeps_little_of_it(draft, browser, settings, tmp_path):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE, settings.LARGEST_DOCUMENT = 1_000, 200_000
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    page = text_of(hand_in(browser, draft, "plan.pdf", PDF + b"0" * 2_000_000))
    assert "The file is larger than" in page
    assert not draft.attachments.exists()


def test_no_file_chosen_is_told_so(draft, browser):
    page = text_of(press(browser, "documents", draft.number, **{"business_plan-version": 1}))
    assert "Choose a file." in page


def test_a_document_is_taken_out_again(draft, browser):
    hand_in(browser, draft, "plan.pdf", PDF)
    draft.refresh_from_db()
    number = draft.attachments.get().document.number
    press(browser, "documents", draft.number, version=draft.version, document=number)
    assert not draft.attachments.exists()


def test_a_second_tab_hands_in_nothing(draft, browser):
    hand_in(browser, draft, "plan.pdf", PDF)
    assert hand_in(browser, draft, "plan.pdf", PDF).status_code == 409
    assert draft.attachments.count() == 1


def test_a_file_comes_back_as_an_attachment_and_it_is_logged(made, browser):
    response = download(browser, application(made))
    assert file_of(response) == PDF
    assert response["Content-Disposition"] == 'attachment; filename="business_plan.pdf"'
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-store"
    assert Look.objects.filter(purpose="download", allowed=True, actor_name="Aigerim").exists()


def test_a_stranger_does_not_get_it_and_the_attempt_is_logged(made, stranger):
    drafted = application(made)
    assert download(stranger, drafted).status_code == 404
    assert Look.objects.filter(purpose="download", allowed=False, actor_name="Nurlan").exists()


def test_a_document_taken_out_is_nobodys_to_get(made, browser):
    drafted = application(made)
    number = drafted.attachments.first().document.number
    drafted.attachments.all().delete()
    assert browser.get(reverse("cabinet:document", args=[number])).status_code == 404


def test_a_proof_is_the_recipients_to_get_and_no_strangers(made, browser, stranger):
    signed = agreement(made, "paid")
    proof = report(made, signed, 2025, ["1", "1", "1"], state="draft").proofs.first().document
    address = reverse("cabinet:document", args=[proof.number])
    assert file_of(browser.get(address)) == PDF
    assert stranger.get(address).status_code == 404


def test_letters_are_listed_in_every_language_and_are_the_applicants_to_get(made, browser, stranger):
    decided = application(made, "decided")
    page = browser.get(reverse("cabinet:application", args=[decided.number])).content.decode()
    assert 'hreflang="kk"' in page
    assert 'hreflang="ru"' in page
    letter = next(part for part in page.split('href="') if 'hreflang="en"' in part[:120] and "/documents/" in part[:80])
    address = letter.partition('"')[0]
    assert file_of(browser.get(address)).startswith(b"%PDF-")
    assert stranger.get(address).status_code == 404


def test_an_answer_may_bring_a_document_but_takes_none_back(made, browser):
    asked = application(made, "asked")
    page = look(browser, "documents", asked.number)
    assert "Hand in" in page
    assert "Remove" not in page
    assert hand_in(browser, asked, "more.pdf", PDF).status_code == 302
    assert asked.attachments.filter(document__name="more.pdf").exists()


def test_once_submitted_the_page_leads_back(made, browser):
    submitted = application(made, "submitted", on=date(2024, 3, 1))
    response = browser.get(reverse("cabinet:documents", args=[submitted.number]))
    assert response["Location"].endswith(f"/applications/{submitted.number}/")


def test_a_colleague_who_only_signs_hands_in_nothing(made):
    drafted = application(made)
    signatory = sign_in(Client(), person("signatory", made.enterprise, Capacity.SIGNATORY))
    assert signatory.get(reverse("cabinet:documents", args=[drafted.number])).status_code == 403
