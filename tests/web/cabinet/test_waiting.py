"""The last day for an answer, as the applicant sees it before and after."""

from datetime import timedelta

import pytest
import time_machine

from ondiris.domains.applications.actions.ask import ask, go_on
from tests.factories import DAY, actor, application
from tests.web.cabinet.pages import look, press, text_of

LAST = DAY + timedelta(days=10)
AFTER = LAST + timedelta(days=1)


@pytest.fixture
def on():
    """Travel to noon of a day."""
    with time_machine.travel(f"{DAY} 12:00 +0500", tick=False) as traveller:
        yield lambda day: traveller.move_to(f"{day} 12:00 +0500")


def closed(made):
    """A case that has gone on without an answer, as it stood before."""
    case = application(made, "asked")
    go_on(actor(made, "officer", AFTER), case.number, reason="Three letters, no word.")
    return case


@pytest.mark.parametrize("page", ["application", "answer", "home"])
def test_until_which_day_an_answer_is_expected_and_what_comes_then_is_said(made, browser, on, page):
    case = application(made, "asked")
    sentence = "Answer until 11 March 2024. After that day the case officer may go on without your answer."
    for day in (DAY, LAST):
        on(day)
        assert sentence in look(browser, page, *([] if page == "home" else [case.number]))


def test_after_the_last_day_one_is_told_that_it_has_passed_and_may_still_answer(made, browser, on):
    case = application(made, "asked")
    on(AFTER)
    assert "The last day for the answer was 11 March 2024. You can still answer" in look(browser, "answer", case.number)
    press(browser, "answer", case.number, version=case.version, text="Our own engineers.")
    case.refresh_from_db()
    assert case.state == "checking"


def test_what_happens_next_names_the_day(made, browser, on):
    case = application(made, "asked")
    assert "until you do. You by 11 March 2024" in look(browser, "application", case.number)


def test_a_case_that_went_on_says_so_with_the_reason_and_in_its_history(made, browser, on):
    case = closed(made)
    on(AFTER)
    page = look(browser, "application", case.number)
    assert "not answered; the case went on without it on 12 March 2024 Three letters, no word." in page
    assert "A question to you" not in page
    assert "Go on without an answer" in page
    assert "Answer a question" not in look(browser, "home")


def test_a_later_question_is_the_only_one_that_waits(made, browser, on):
    case = closed(made)
    ask(actor(made, "officer", AFTER), case.number, text="When will it run?")
    on(AFTER)
    assert look(browser, "home").count("Answer a question on application") == 1
    assert "When will it run?" in look(browser, "answer", case.number)


def test_an_answer_that_comes_too_late_is_told_so_and_kept_as_typed(made, browser, on):
    case = closed(made)
    on(AFTER)
    response = press(browser, "answer", case.number, version=case.version, text="Our own engineers.")
    page = text_of(response)
    assert response.status_code == 409
    assert "The case went on without an answer on 12 March 2024. What you wrote was not sent." in page
    assert "Our own engineers." in page
    assert "Send the answer" not in page
