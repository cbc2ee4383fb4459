"""Answering the officer's question."""

from ondiris.domains.applications.actions.attach import attach
from tests.factories import DAY, actor, application, upload
from tests.web.cabinet.pages import look, press, text_of


def test_the_question_is_answered_and_the_case_goes_on(made, browser):
    asked = application(made, "asked")
    assert "Who will run the new line?" in look(browser, "answer", asked.number)
    press(browser, "answer", asked.number, version=asked.version, text="Our own engineers.")
    asked.refresh_from_db()
    assert asked.state == "checking"
    assert "Our own engineers." in look(browser, "application", asked.number)


def test_an_empty_answer_is_told_so(made, browser):
    asked = application(made, "asked")
    page = text_of(press(browser, "answer", asked.number, version=asked.version, text="  "))
    assert "Your answer — This field is required." in page


def test_an_answer_from_an_old_page_is_kept_and_can_be_sent_again(made, browser):
    asked = application(made, "asked")
    attach(actor(made, "applicant", DAY), asked.number, requirement="budget", upload=upload("more.pdf"))
    response = press(browser, "answer", asked.number, version=asked.version, text="Our own engineers.")
    assert response.status_code == 409
    page = response.content.decode()
    assert "Our own engineers." in page
    assert f'name="version" value="{asked.version + 1}"' in page


def test_where_nothing_is_asked_the_page_leads_back(made, browser):
    checking = application(made, "checking")
    response = browser.get(f"/en/cabinet/applications/{checking.number}/answer/")
    assert response["Location"].endswith(f"/applications/{checking.number}/")
