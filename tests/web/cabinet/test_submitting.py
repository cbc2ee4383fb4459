"""Checking one's answers, submitting them, and withdrawing."""

from django.test import Client

from ondiris.base.journal.models import Entry
from ondiris.domains.applications.actions.begin import begin
from ondiris.domains.parties.terms import Capacity
from tests.factories import DAY, actor, application, sign_in
from tests.factories.country import person
from tests.web.cabinet.pages import look, press, text_of


def test_the_answers_stand_beside_what_the_rules_find(made, browser):
    page = look(browser, "check", application(made).number)
    assert "Cost of the project 200,000,000.00 ₸" in page
    assert "Output a worker Higher labour productivity" in page
    assert "As things stand, this is what the rules find" in page
    assert "edition LIST-2023-00001" in page
    assert "Submit the application" in page


def test_what_is_missing_is_named_and_nothing_can_be_submitted(made, browser):
    draft = application(made, changed={"own_funds": "a lot", "obligations_accepted": ""})
    page = look(browser, "check", draft.number)
    assert "Own money that the enterprise puts into the project: must be an amount" in page
    assert "Counter-obligations — The enterprise accepts counter-obligations" in page
    assert "Submit the application" not in page
    response = press(browser, "check", draft.number, version=draft.version)
    assert response.status_code == 200
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_an_unfavourable_finding_is_no_bar(made, browser):
    draft = application(made, changed={"own_funds": "0"})
    assert "Not met" in look(browser, "check", draft.number)
    assert press(browser, "check", draft.number, version=draft.version).status_code == 302
    draft.refresh_from_db()
    assert draft.state == "submitted"


def test_after_submitting_the_page_says_what_happens_next(made, browser):
    draft = application(made)
    response = browser.post(f"/en/cabinet/applications/{draft.number}/check/", {"version": draft.version}, follow=True)
    page = text_of(response)
    assert "Your application was submitted." in page
    assert "A case officer takes your application. Industry institute" in page


def test_submitting_twice_submits_once(made, browser):
    draft = application(made)
    assert press(browser, "check", draft.number, version=draft.version).status_code == 302
    second = press(browser, "check", draft.number, version=draft.version)
    assert second.status_code == 409
    assert "Somebody changed this after you opened the page." in text_of(second)
    assert Entry.objects.filter(act="application.submit", thing=draft.number).count() == 1


def test_a_signatory_reads_the_draft_and_does_not_submit_it(made):
    draft = application(made)
    signatory = sign_in(Client(), person("signatory", made.enterprise, Capacity.SIGNATORY))
    page = look(signatory, "check", draft.number)
    assert "Your mandate does not include this." in page
    assert "Change" not in page
    assert press(signatory, "check", draft.number, version=draft.version).status_code == 403


def test_withdrawing_is_confirmed_first(made, browser):
    submitted = application(made, "submitted")
    assert "Are you sure?" in look(browser, "withdraw", submitted.number)
    response = browser.post(
        f"/en/cabinet/applications/{submitted.number}/withdraw/",
        {"version": submitted.version, "reason": "No longer needed"},
        follow=True,
    )
    assert "The application was withdrawn." in text_of(response)
    submitted.refresh_from_db()
    assert submitted.state == "withdrawn"


def test_a_decided_case_is_not_withdrawn(made, browser):
    decided = application(made, "decided")
    assert "Withdraw" not in look(browser, "application", decided.number)
    assert press(browser, "withdraw", decided.number, version=decided.version).status_code == 409


def test_an_empty_draft_lists_all_that_is_missing(made, browser):
    draft = begin(actor(made, "applicant", DAY), measure_name="industrial-grant")
    page = look(browser, "check", draft.number)
    assert "Documents — Business plan of the project" in page
    assert "Goods of the project — Nothing is stated here yet." in page
