"""Programs ask until a day, and go on after it."""

from datetime import timedelta

import pytest

from tests.api.lives import done
from tests.factories import DAY, application

LAST = DAY + timedelta(days=10)


@pytest.fixture
def at(made) -> str:
    return f"/applications/{application(made, 'checking').number}"


@pytest.mark.parametrize(("given", "shown"), [({}, "2024-03-11"), ({"answer_by": "2024-04-30"}, "2024-04-30")])
def test_a_question_shows_the_last_day_for_its_answer(program, at, given, shown):
    done(program("officer").post(f"{at}/acts/ask", {"text": "Who?", **given}))
    [question] = program("applicant").get(at).json()["questions"]
    assert (question["answer_by"], question["answered_on"], question["closed_on"]) == (shown, None, None)


def test_too_few_days_are_refused_beside_the_field(program, at):
    answer = program("officer").post(f"{at}/acts/ask", {"text": "Who?", "answer_by": "2024-03-05"})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["answer_by"]


def test_going_on_is_offered_and_done_once_the_day_has_passed(program, at, on_the_day):
    officer = program("officer")
    done(officer.post(f"{at}/acts/ask", {"text": "Who?"}))
    on_the_day(LAST)
    assert "go_on" not in officer.get(at).json()["acts"]
    early = officer.post(f"{at}/acts/go_on", {"reason": "No word."})
    assert (early.status_code, early.json()["type"]) == (403, "/api/v1/problems/not-permitted")
    assert "until 11 March 2024" in early.json()["detail"]
    on_the_day(LAST + timedelta(days=1))
    assert "go_on" in officer.get(at).json()["acts"]
    assert done(officer.post(f"{at}/acts/go_on", {"reason": "No word."}))["state"] == "checking"
    [question] = program("applicant").get(at).json()["questions"]
    assert (question["closed_on"], question["closed_reason"], question["answer"]) == ("2024-03-12", "No word.", "")
    late = program("applicant").post(f"{at}/acts/answer", {"text": "We."})
    assert (late.status_code, late.json()["type"]) == (409, "/api/v1/problems/wrong-state")
