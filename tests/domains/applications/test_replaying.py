"""Replay puts what a decision stored through the rules as they stand now."""

import pytest

from ondiris.domains.applications import replaying
from ondiris.domains.applications.replaying import findings_kept, replay_decision
from ondiris.domains.lists.models import Line
from ondiris.domains.measures.catalogue import measure
from ondiris.law.rulebook import Finding, Outcome, Result
from tests.factories import application, country

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision():
    return application(country(), "decided").decisions.get()


def test_a_decision_replays_to_the_same_answers(decision):
    replayed = replay_decision(decision)
    assert len(replayed) == len(measure("industrial-grant").rules.rules)
    assert {one.result for one in replayed} == {Result.SAME}


def test_the_list_of_today_is_not_asked(decision):
    Line.objects.all().delete()
    assert {one.result for one in replay_decision(decision)} == {Result.SAME}


def test_the_stored_answer_is_never_given_as_the_new_one(decision):
    forged = decision.findings["findings"][0]
    forged["outcome"] = "not_met"
    first = replay_decision(decision)[0]
    assert (first.stored, first.answer, first.result) == (Outcome.NOT_MET, Outcome.MET, Result.DIFFERS)


def test_an_edition_that_is_gone_and_one_that_was_altered_are_named(decision):
    decision.findings["findings"][0]["edition"] = 99
    decision.findings["findings"][1]["fingerprint"] = "0" * 64
    gone, altered, *_rest = replay_decision(decision)
    assert (gone.result, gone.answer) == (Result.EDITION_GONE, None)
    assert (altered.result, altered.answer) == (Result.SOURCE_ALTERED, Outcome.MET)


def test_what_is_kept_comes_back_as_findings(decision):
    assert all(isinstance(one, Finding) for one in findings_kept(decision))
    assert replaying.findings_kept(decision)[0].on == decision.judged_on
