"""A question has a last day: until it the case waits, after it the officer may go on without the answer."""

from datetime import date, timedelta

import pytest

from ondiris.base.errors import BadInput, NotPermitted, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.applications import answering
from ondiris.domains.applications.actions.ask import answer, ask, go_on
from ondiris.domains.applications.actions.withdraw import withdraw
from ondiris.domains.applications.clock import age
from ondiris.domains.applications.judging import case_of
from ondiris.law.parameters import Certainty, Parameters, Value
from tests.factories import DAY, actor, application

LAST = DAY + timedelta(days=10)  # by the setting as shipped
AFTER = LAST + timedelta(days=1)


def asked(made, answer_by: date | None = None):
    """A case being checked, whose officer has asked on the first day."""
    case = application(made, "checking")
    return ask(actor(made, "officer", DAY), case.number, text="Who?", answer_by=answer_by)


def goes_on(made, case, on: date = AFTER, who: str = "officer"):
    return go_on(actor(made, who, on), case.number, reason="Nobody answered.")


@pytest.fixture
def no_setting(monkeypatch):
    shipped = Parameters.load()
    others = [value for value in shipped.values if value.name != "questions.days_to_answer"]
    monkeypatch.setattr(answering, "parameters_on", lambda: Parameters(shipped.declared.values(), others))


# The day that is given


def test_the_setting_is_shipped_as_an_example(db):
    days = answering.setting(DAY)
    assert (days.value, days.certainty) == (10, Certainty.EXAMPLE)


@pytest.mark.parametrize(("given", "kept"), [(None, LAST), (LAST, LAST), (date(2024, 12, 31), date(2024, 12, 31))])
def test_a_question_carries_the_day_given_or_else_that_of_the_setting(made, given, kept):
    case = asked(made, given)
    assert case.questions.get().answer_by == kept
    assert Entry.objects.get(act="application.ask").evidence["answer_by"] == kept.isoformat()


@pytest.mark.parametrize("given", [LAST - timedelta(days=1), DAY, date(2020, 1, 1)])
def test_fewer_days_than_the_setting_are_not_given(made, given):
    with pytest.raises(BadInput) as refused:
        asked(made, given)
    assert str(refused.value.fields["answer_by"]) == "Choose 11 March 2024 or a later day."


def test_the_setting_of_the_day_of_asking_holds(made, monkeypatch):
    longer = Value("questions.days_to_answer", 30, DAY + timedelta(days=1), source="order 5", certainty=Certainty.ACT)
    monkeypatch.setattr(answering, "parameters_on", lambda: Parameters.load().with_values([longer]))
    case = asked(made)
    assert case.questions.get().answer_by == LAST
    answer(actor(made, "applicant", DAY), case.number, text="We.")
    ask(actor(made, "officer", DAY + timedelta(days=1)), case.number, text="When?")
    assert case.questions.latest("pk").answer_by == DAY + timedelta(days=31)


def test_without_a_setting_any_later_day_is_taken(made, no_setting):
    assert asked(made, DAY + timedelta(days=1)).questions.get().answer_by == DAY + timedelta(days=1)


@pytest.mark.parametrize("given", [None, DAY])
def test_without_a_setting_a_later_day_has_to_be_said(made, no_setting, given):
    with pytest.raises(BadInput) as refused:
        asked(made, given)
    assert list(refused.value.fields) == ["answer_by"]


# Going on


@pytest.mark.parametrize("on", [DAY, LAST])
def test_until_the_last_day_is_over_the_case_waits(made, on):
    case = asked(made)
    with pytest.raises(NotPermitted, match="may answer until 11 March 2024") as refused:
        goes_on(made, case, on)
    assert refused.value.provision == "25.5:3"
    assert case.questions.get().closed_on is None


def test_more_days_given_are_waited_for(made):
    case = asked(made, LAST + timedelta(days=5))
    with pytest.raises(NotPermitted, match="16 March 2024"):
        goes_on(made, case, LAST + timedelta(days=5))


def test_after_it_the_officer_goes_on_with_a_reason_and_the_question_is_closed(made):
    case = goes_on(made, asked(made))
    question = case.questions.get()
    assert case.state == "checking"
    assert (question.closed_on, question.closed_by_name, question.closed_reason) == (
        AFTER,
        "Daulet",
        "Nobody answered.",
    )
    assert (question.answered_on, question.answer_text) == (None, "")
    entry = Entry.objects.get(act="application.go_on")
    assert (entry.provision, entry.evidence["reason"], entry.evidence["answer_by"]) == (
        "25.5:3",
        "Nobody answered.",
        LAST.isoformat(),
    )


def test_a_reason_is_said(made):
    case = asked(made)
    with pytest.raises(BadInput) as refused:
        go_on(actor(made, "officer", AFTER), case.number, reason=" ")
    assert list(refused.value.fields) == ["reason"]
    assert case.questions.get().closed_on is None


@pytest.mark.parametrize(
    "who", ["second_officer", "applicant", "other", "expert", "treasurer", "monitor", "decider", "auditor"]
)
def test_nobody_but_the_officer_of_the_case_goes_on(made, who):
    case = asked(made)
    with pytest.raises(NotPermitted):
        goes_on(made, case, who=who)


@pytest.mark.parametrize("state", ["submitted", "checking", "examining", "proposed"])
def test_where_nothing_is_asked_there_is_nothing_to_go_on_from(made, state):
    with pytest.raises(WrongState):
        goes_on(made, application(made, state))


def test_what_was_stated_and_established_stays_as_it_is(made):
    case = asked(made)
    before = case_of(case, AFTER, edition=None)
    assert case_of(goes_on(made, case), AFTER, edition=None) == before


def test_the_clock_runs_again_from_the_day_on_which_the_case_goes_on(made):
    case = asked(made)
    goes_on(made, case, AFTER + timedelta(days=3))
    assert age(case, AFTER + timedelta(days=3)) == 0
    assert age(case, AFTER + timedelta(days=8)) == 5


# The answer


@pytest.mark.parametrize("on", [DAY, LAST, AFTER + timedelta(days=100)])
def test_an_answer_is_taken_until_the_case_goes_on_also_late(made, on):
    case = asked(made)
    assert answer(actor(made, "applicant", on), case.number, text="We.").state == "checking"
    assert case.questions.get().ended_on == on


def test_an_answer_after_that_is_refused_and_changes_nothing(made):
    case = goes_on(made, asked(made))
    with pytest.raises(WrongState) as refused:
        answer(actor(made, "applicant", AFTER), case.number, text="We.")
    assert refused.value.provision == "25.5:3"
    assert case.questions.get().answered_on is None


def test_an_answer_closes_the_way_to_go_on(made):
    case = asked(made)
    answer(actor(made, "applicant", LAST), case.number, text="We.")
    with pytest.raises(WrongState):
        goes_on(made, case)


def test_after_a_closed_question_the_next_one_is_answered(made):
    case = goes_on(made, asked(made))
    ask(actor(made, "officer", AFTER), case.number, text="When?")
    answer(actor(made, "applicant", AFTER), case.number, text="In May.")
    assert [(one.text, one.answer_text) for one in case.questions.order_by("pk")] == [
        ("Who?", ""),
        ("When?", "In May."),
    ]


def test_who_is_asked_may_still_withdraw(made):
    assert withdraw(actor(made, "applicant", AFTER), asked(made).number, reason="").state == "withdrawn"


# A question from before questions carried a day


def from_before(made):
    case = asked(made)
    case.questions.update(answer_by=None)
    return case


def test_a_question_without_a_day_waits_for_the_days_of_the_setting(made):
    case = from_before(made)
    with pytest.raises(NotPermitted, match="11 March 2024"):
        goes_on(made, case, LAST)
    assert goes_on(made, case, AFTER).state == "checking"


def test_a_question_without_a_day_and_without_a_setting_waits_for_its_answer(made, no_setting):
    case = asked(made, LAST)
    case.questions.update(answer_by=None)
    with pytest.raises(NotPermitted, match="carries no day"):
        goes_on(made, case, date(2030, 1, 1))
