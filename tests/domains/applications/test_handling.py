"""An officer takes a case, asks, and establishes what the law leaves to an official; the applicant answers."""

from datetime import timedelta
from decimal import Decimal

import pytest

from ondiris.base.errors import BadInput, NotPermitted, WrongState
from ondiris.domains.applications.actions.ask import answer, ask
from ondiris.domains.applications.actions.attach import attach, detach
from ondiris.domains.applications.actions.begin import begin
from ondiris.domains.applications.actions.establish import establish
from ondiris.domains.applications.actions.save import save
from ondiris.domains.applications.actions.submit import submit
from ondiris.domains.applications.actions.take import take
from ondiris.domains.applications.actions.withdraw import withdraw
from ondiris.domains.applications.clock import age
from ondiris.domains.applications.judging import case_of, judge_application
from ondiris.domains.applications.permissions import visible_to
from ondiris.law.rulebook import Outcome
from tests.factories import DAY, actor, application, upload


def outcomes(case, on=DAY) -> dict[str, Outcome]:
    return {finding.rule: finding.outcome for finding in judge_application(case, on).findings}


def test_a_public_body_does_not_apply(made):
    with pytest.raises(NotPermitted, match="public body does not apply"):
        begin(actor(made, "decider", DAY), measure_name="industrial-grant")


def test_who_takes_a_case_is_its_officer(made):
    case = application(made, "submitted")
    take(actor(made, "second_officer", DAY), case.number)
    case.refresh_from_db()
    assert (case.officer, case.officer_name) == (made.people["second_officer"].pk, "Saule")


def test_a_case_that_was_taken_is_not_taken_again(made):
    case = application(made, "checking")
    with pytest.raises(WrongState):
        take(actor(made, "second_officer", DAY), case.number)


def test_another_officer_does_not_handle_the_case(made):
    case = application(made, "checking")
    with pytest.raises(NotPermitted, match="Daulet handles this case"):
        ask(actor(made, "second_officer", DAY), case.number, text="Who?")


def test_a_case_whose_officer_has_left_goes_on_with_another(made):
    case = application(made, "checking")
    made.people["officer"].mandates.update(valid_to=DAY)
    assert ask(actor(made, "second_officer", DAY), case.number, text="Who?").state == "asked"


def test_while_the_applicant_is_asked_the_clock_stands_still(made):
    case = application(made, "checking")
    ask(actor(made, "officer", DAY + timedelta(days=2)), case.number, text="Who?")
    assert age(case, DAY + timedelta(days=9)) == 2
    answer(actor(made, "applicant", DAY + timedelta(days=9)), case.number, text="We.")
    assert age(case, DAY + timedelta(days=10)) == 3


def test_a_second_question_stops_the_clock_again(made):
    case = application(made, "checking")
    for first in (1, 6):
        ask(actor(made, "officer", DAY + timedelta(days=first)), case.number, text="Who?")
        answer(actor(made, "applicant", DAY + timedelta(days=first + 3)), case.number, text="We.")
    assert age(case, DAY + timedelta(days=10)) == 10 - 3 - 3


def test_a_question_and_its_answer_stand_together(made):
    case = application(made, "asked")
    answer(actor(made, "applicant", DAY), case.number, text=" Two engineers. ")
    question = case.questions.get()
    assert (question.answer_text, question.answered_on, question.answered_by_name) == ("Two engineers.", DAY, "Aigerim")


@pytest.mark.parametrize("text", ["", " \n "])
def test_a_question_and_an_answer_say_something(made, text):
    with pytest.raises(BadInput):
        ask(actor(made, "officer", DAY), application(made, "checking").number, text=text)
    with pytest.raises(BadInput):
        answer(actor(made, "applicant", DAY), application(made, "asked").number, text=text)


def test_with_an_answer_comes_a_document_and_none_goes(made):
    case = application(made, "asked")
    applicant = actor(made, "applicant", DAY)
    attach(applicant, case.number, requirement="budget", upload=upload("budget 2.pdf"))
    case.refresh_from_db()
    assert (case.state, case.attachments.filter(requirement="budget").count()) == ("asked", 2)
    with pytest.raises(WrongState):
        detach(applicant, case.number, document=case.attachments.all()[0].document.number)


def test_what_was_submitted_is_not_changed(made):
    case = application(made, "submitted")
    for act, data in ((save, {"answers": {}}), (submit, {})):
        with pytest.raises(WrongState):
            act(actor(made, "applicant", DAY), case.number, **data)


@pytest.mark.parametrize("value", [True, "true"])
def test_what_an_official_establishes_is_judged(made, value):
    case = application(made, "checking")
    establish(actor(made, "officer", DAY), case.number, fact="has_arrears", value=value, note="certificate 7")
    assert case_of(case, DAY, edition=None)["has_arrears"] is True
    assert outcomes(case)["has_no_arrears"] == Outcome.NOT_MET


def test_the_newest_of_what_was_established_holds(made):
    case = application(made, "checking")
    for value in (True, False):
        establish(actor(made, "officer", DAY), case.number, fact="documents_complete", value=value)
    assert case_of(case, DAY, edition=None)["documents_complete"] is False
    assert case.established.filter(fact="documents_complete").count() == 3


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("own_funds", Decimal(1)),  # the applicant's to state
        ("is_operating", True),  # the register's
        ("good_looks", True),
        ("has_arrears", "perhaps"),
        ("has_arrears", None),
        ("has_arrears", 1),
    ],
)
def test_an_official_establishes_only_what_is_an_officials_to_state(made, fact, value):
    case = application(made, "checking")
    with pytest.raises(BadInput) as refused:
        establish(actor(made, "officer", DAY), case.number, fact=fact, value=value)
    assert list(refused.value.fields) == [fact]


def test_what_nobody_has_stated_is_undetermined(made):
    case = application(made)
    assert outcomes(case)["has_no_arrears"] == Outcome.UNDETERMINED
    assert outcomes(case)["brings_complete_documents"] == Outcome.UNDETERMINED


def test_the_goods_are_judged_by_the_edition_of_the_day(made):
    made.edition.valid_to = DAY
    made.edition.save()
    case = application(made, "submitted")
    assert outcomes(case, DAY - timedelta(days=1))["makes_goods_on_the_list"] == Outcome.MET
    assert outcomes(case, DAY)["makes_goods_on_the_list"] == Outcome.UNDETERMINED


@pytest.mark.parametrize("state", ["draft", "submitted", "checking", "asked", "examining"])
def test_an_applicant_withdraws_until_a_decision_is_proposed(made, state):
    case = application(made, state)
    assert withdraw(actor(made, "applicant", DAY), case.number, reason="moved").state == "withdrawn"


@pytest.mark.parametrize("state", ["proposed", "decided"])
def test_a_proposed_or_decided_case_is_not_withdrawn(made, state):
    case = application(made, state)
    with pytest.raises(WrongState):
        withdraw(actor(made, "applicant", DAY), case.number)


def seen_by(made, who: str) -> set[str]:
    return set(visible_to(actor(made, who, DAY)).values_list("number", flat=True))


def test_a_case_is_seen_by_its_applicant_and_by_those_who_handle_it(made):
    draft, submitted = application(made).number, application(made, "submitted").number
    assert seen_by(made, "applicant") == {draft, submitted}
    assert seen_by(made, "other") == set()
    for official in ("officer", "second_officer", "decider", "treasurer", "monitor", "auditor"):
        assert seen_by(made, official) == {submitted}, official
    assert seen_by(made, "keeper") == set()


def test_an_expert_sees_the_cases_given_to_them(made):
    case = application(made, "examining").number
    application(made, "checking")
    assert seen_by(made, "expert") == {case}
    assert seen_by(made, "third_expert") == set()
