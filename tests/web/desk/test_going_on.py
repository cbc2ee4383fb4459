"""The last day for an answer at the desk: given with the question, due when it has passed, then gone on from."""

from datetime import timedelta

import pytest
from django.urls import reverse

from ondiris.domains.applications import answering
from ondiris.domains.applications.models import Question
from ondiris.law.parameters import Parameters
from tests.factories import DAY, application
from tests.web.desk.browsing import done, look, queries_of, send, words

LAST = DAY + timedelta(days=10)
AFTER = LAST + timedelta(days=1)
DUE = "Not answered in time: go on or wait (1)"


def test_the_setting_gives_the_day_and_says_that_it_is_an_example(made, desk):
    page = desk("officer").get(reverse("desk:ask", args=[application(made, "checking").number]))
    assert 'value="2024-03-11"' in page.content.decode()
    assert (
        "11 March 2024 at the earliest, by the authority's setting (example, to be confirmed by the authority)."
        in words(page)
    )


def test_without_a_setting_the_officer_chooses(made, desk, monkeypatch):
    shipped = Parameters.load()
    others = [value for value in shipped.values if value.name != "questions.days_to_answer"]
    monkeypatch.setattr(answering, "parameters_on", lambda: Parameters(shipped.declared.values(), others))
    case = application(made, "checking")
    officer = desk("officer")
    assert "The authority has set no number of days." in look(officer, "ask", case.number)
    assert done(send(officer, "ask", case.number, text="Who?", answer_by="2024-03-02"))


def test_more_days_are_given(made, desk):
    case = application(made, "checking")
    assert done(send(desk("officer"), "ask", case.number, text="Who?", answer_by="2024-04-30"))
    assert Question.objects.get().answer_by.isoformat() == "2024-04-30"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2024-03-10", "Choose 11 March 2024 or a later day."),
        ("2024-02-30", "Write a real day"),
        ("soon", "Write a real day"),
        ("", "This field is required."),
    ],
)
def test_a_day_that_cannot_be_is_told_beside_its_field_and_all_is_kept(made, desk, typed, why):
    case = application(made, "checking")
    response = send(desk("officer"), "ask", case.number, text="Who will run the line?", answer_by=typed)
    page = response.content.decode()
    assert why in page.split('id="id_answer_by_error"')[1][:200]
    assert f'value="{typed}"' in page or not typed
    assert "Who will run the line?" in page
    assert not Question.objects.exists()


def test_before_the_day_is_over_the_page_says_until_when_one_waits(made, desk, today):
    case = application(made, "asked")
    today(LAST)
    officer = desk("officer")
    page = look(officer, "application", case.number)
    assert "The applicant may answer until 11 March 2024. After that day you may go on." in page
    assert "Last day for the answer: 11 March 2024." in page
    assert "Go on without an answer" not in page
    assert DUE not in look(officer, "home")
    look(officer, "go-on", case.number, status=403)


def test_when_the_day_has_passed_the_case_is_due_and_goes_on(made, desk, today):
    case = application(made, "asked")
    today(AFTER + timedelta(days=2))
    officer = desk("officer")
    page = look(officer, "home")
    assert DUE in page
    assert f"{case.number} Ақ Диірмен ЖШС No answer until 11 March 2024 3" in page
    assert "Go on without an answer" in look(officer, "application", case.number)
    assert "Not to have answered is no ground for refusal." in look(officer, "go-on", case.number)
    assert done(send(officer, "go-on", case.number, reason="Three letters, no word."))
    page = look(officer, "application", case.number)
    assert "The case goes on without the answer. The clock runs again from today." in page
    assert "Not answered. Daulet went on without it on 14 March 2024 Three letters, no word." in page
    page = look(officer, "home")
    assert DUE not in page
    assert f"{case.number} Ақ Диірмен ЖШС The question was not answered 0" in page


def test_without_a_reason_the_case_does_not_go_on(made, desk, today):
    case = application(made, "asked")
    today(AFTER)
    assert "This field is required." in words(send(desk("officer"), "go-on", case.number, reason=" "))
    case.refresh_from_db()
    assert case.state == "asked"


def test_of_two_windows_the_second_is_told(made, desk, today):
    case = application(made, "asked")
    today(AFTER)
    address = reverse("desk:go-on", args=[case.number])
    form = {"version": case.version, "reason": "No word."}
    assert done(desk("officer").post(address, form))
    assert desk("officer").post(address, form).status_code == 409


def test_another_officers_unanswered_case_is_not_due_here(made, desk, today):
    case = application(made, "asked")
    today(AFTER)
    assert DUE not in look(desk("second_officer"), "home")
    page = look(desk("second_officer"), "application", case.number)
    assert "Daulet handles this case." in page
    assert "Go on without an answer" not in page


def test_a_question_from_before_is_due_by_the_setting(made, desk, today):
    application(made, "asked")
    Question.objects.update(answer_by=None)
    today(LAST)
    assert DUE not in look(desk("officer"), "home")
    today(AFTER)
    assert DUE in look(desk("officer"), "home")


def test_the_list_counts_the_days_after_a_case_went_on(made, desk, today):
    case = application(made, "asked")
    today(AFTER)
    send(desk("officer"), "go-on", case.number, reason="No word.")
    today(AFTER + timedelta(days=4))
    response = desk("officer").get(reverse("desk:applications"), {"export": "csv"})
    assert ",Being checked,100000000.00,2024-03-01,4,Daulet" in b"".join(response.streaming_content).decode()


def test_unanswered_cases_cost_no_more_queries_than_one(made, desk, today):
    application(made, "asked")
    today(AFTER)
    officer = desk("officer")
    queries_of(officer, "home")
    few = queries_of(officer, "home")
    today(DAY)
    for _time in range(3):
        application(made, "asked")
    today(AFTER)
    assert queries_of(officer, "home") == few
