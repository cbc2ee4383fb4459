"""Experts are chosen by mandate, declare interests, and score by the criteria of the measure (42.3)."""

from datetime import timedelta

import pytest

from ondiris.base.errors import BadInput, NotPermitted
from ondiris.domains.applications.actions.decide import propose, send_back
from ondiris.domains.applications.actions.examine import assess, declare, examine
from ondiris.domains.applications.judging import experts_have_examined
from ondiris.domains.parties.models import Mandate
from tests.factories import DAY, actor, application
from tests.factories.country import person

COSTS = [{"kind": "digital", "amount": "6000000"}]
SCORES = {"feasibility": 10, "complexity": 0, "market": 5, "finances": 8}


def send(made, case, *who: str):
    return examine(actor(made, "officer", DAY), case.number, experts=[made.people[name].pk for name in who])


def score(made, case, who: str, **changed):
    data = {"scores": SCORES, "opinion": "Sound.", **changed}
    return assess(actor(made, who, DAY), case.number, **data)


@pytest.fixture
def examined(made):
    """A case with two experts who have not yet said a word."""
    return application(made, "examining")


@pytest.mark.parametrize("who", [[], ["expert"], ["expert", "expert"], ["expert", "officer"]])
def test_as_many_experts_are_asked_as_the_measure_needs(made, who):
    case = application(made, "checking")
    with pytest.raises(BadInput) as refused:
        send(made, case, *who)
    assert "at least 2" in str(refused.value.fields["experts"])
    assert not case.assignments.exists()


def test_a_measure_without_experts_sends_nothing_to_them(made):
    case = application(made, "checking", measure_name="labour-productivity", changed={"costs": COSTS})
    with pytest.raises(NotPermitted, match="no examination by experts"):
        send(made, case, "expert")


def test_an_expert_whose_mandate_has_ended_is_not_asked(made):
    case = application(made, "checking")
    Mandate.objects.filter(user=made.people["expert"]).update(valid_to=DAY)
    with pytest.raises(BadInput):
        send(made, case, "expert", "second_expert")


def test_somebody_who_was_an_expert_and_is_now_something_else_is_not_asked(made):
    case = application(made, "checking")
    former = person("former", made.institute)
    for capacity, first, end in (("expert", DAY - timedelta(days=9), DAY), ("monitor", DAY, None)):
        Mandate.objects.create(
            user=former, organisation=made.institute, capacity=capacity, valid_from=first, valid_to=end
        )
    made.people["former"] = former
    with pytest.raises(BadInput):
        send(made, case, "expert", "former")


def test_who_was_not_asked_does_not_score(made, examined):
    with pytest.raises(NotPermitted, match="not asked"):
        score(made, examined, "third_expert")


def test_no_score_is_taken_before_interests_are_declared(made, examined):
    with pytest.raises(BadInput) as refused:
        score(made, examined, "expert")
    assert list(refused.value.fields) == ["has_conflict"]


def test_no_score_is_taken_from_somebody_with_a_conflict_of_interest(made, examined):
    declare(actor(made, "expert", DAY), examined.number, has_conflict=True, note="I own a share.")
    with pytest.raises(BadInput) as refused:
        score(made, examined, "expert")
    assert list(refused.value.fields) == ["has_conflict"]


def test_a_conflict_of_interest_is_named(made, examined):
    with pytest.raises(BadInput) as refused:
        declare(actor(made, "expert", DAY), examined.number, has_conflict=True, note=" ")
    assert list(refused.value.fields) == ["note"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"scores": {**SCORES, "market": 11}}, "market"),
        ({"scores": {**SCORES, "market": -1}}, "market"),
        ({"scores": {**SCORES, "market": "5"}}, "market"),
        ({"scores": {**SCORES, "market": True}}, "market"),
        ({"scores": {name: n for name, n in SCORES.items() if name != "market"}}, "market"),
        ({"scores": {**SCORES, "beauty": 10}}, "beauty"),
        ({"opinion": " "}, "opinion"),
    ],
)
def test_each_criterion_is_scored_within_its_points(made, examined, changed, field):
    declare(actor(made, "expert", DAY), examined.number, has_conflict=False)
    with pytest.raises(BadInput) as refused:
        score(made, examined, "expert", **changed)
    assert list(refused.value.fields) == [field]
    assert examined.assignments.get(expert=made.people["expert"].pk).assessed_on is None


def test_the_examination_is_made_when_enough_have_scored(made, examined):
    for who, made_so_far in (("expert", False), ("second_expert", True)):
        declare(actor(made, who, DAY), examined.number, has_conflict=False)
        score(made, examined, who)
        assert experts_have_examined(examined, DAY) == made_so_far


def test_a_conflict_declared_after_scoring_takes_the_score_out(made):
    case = application(made, "examined")
    declare(actor(made, "expert", DAY), case.number, has_conflict=True, note="I have bought a share.")
    assert not experts_have_examined(case, DAY)


def test_in_place_of_an_expert_with_a_conflict_another_is_asked(made, examined):
    declare(actor(made, "expert", DAY), examined.number, has_conflict=True, note="I own a share.")
    send(made, examined, "third_expert")
    for who in ("second_expert", "third_expert"):
        declare(actor(made, who, DAY), examined.number, has_conflict=False)
        score(made, examined, who)
    assert experts_have_examined(examined, DAY)


def test_after_a_proposal_came_back_the_examination_still_counts(made):
    case = application(made, "proposed")
    send_back(actor(made, "decider", DAY), case.number, reason="Correct the amount.")
    assert experts_have_examined(case, DAY)
    assert propose(actor(made, "officer", DAY), case.number, kind="grant", amount=case.amount).state == "proposed"
