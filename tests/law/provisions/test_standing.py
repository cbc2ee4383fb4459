from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.register import Provision, Version, Words
from ondiris.law.provisions.standing import difference, in_force, law_on, standing
from ondiris.law.provisions.terms import State
from tests.law.provisions.small_law import article, article_file, by_the_law, row, small_register

QUESTIONS = yaml.safe_load((Path(__file__).parent / "in_force.yaml").read_text(encoding="utf-8"))
FIRST = date(2022, 1, 8)
days = st.dates(date(2021, 1, 1), date(2030, 1, 1))


def provision(text: str) -> Provision:
    return small_register()[ProvisionId.parse(text)]


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: f"{asked['provision']} on {asked['day']}")
def test_was_it_in_force(asked):
    at = standing(register()[ProvisionId.parse(asked["provision"])], asked["day"])
    version = at.version
    got = {"state": at.state, "wording": version.wording, "act": version.act, "certainty": version.certainty}
    assert {name: str(got[name]) for name in got if name in asked} == {n: asked[n] for n in got if n in asked}
    if asked["state"] == "in_force":
        assert asked.get("words", "") in at.words.en
    else:
        assert at.words is None


def test_a_change_that_reaches_back_was_not_known_before():
    excluded = provision("2.2")
    assert standing(excluded, date(2022, 6, 1)).state is State.EXCLUDED
    assert standing(excluded, date(2022, 6, 1), known_on=date(2022, 12, 29)).state is State.NOT_HELD
    assert standing(excluded, date(2022, 6, 1), known_on=date(2022, 12, 30)).state is State.EXCLUDED


def test_what_was_done_before_an_exclusion_became_known_could_rest_on_the_unit():
    assert in_force(provision("2.2"), date(2022, 6, 1)) is False
    assert in_force(provision("2.2"), date(2022, 6, 1), known_on=date(2022, 6, 1)) is True


def test_whether_it_was_there_can_be_unknown():
    text = article_file("1", by_the_law(status="unknown"), row("1", "article"))
    assert in_force(article("1", text).provisions[0], FIRST) is None


def test_before_commencement_the_first_version_to_come_is_told():
    at = standing(provision("2.1"), date(2022, 2, 1))
    assert (at.state, at.version.valid_from, at.words) == (State.NOT_YET, date(2022, 2, 27), None)


def test_the_law_on_a_day_has_every_provision_in_its_order():
    on = law_on(small_register().values(), date(2023, 6, 29))
    assert [at.provision.id for at in on] == list(small_register())
    assert [str(at.provision.id) for at in on if at.state is State.ENDED] == ["3.1", "3.2"]


def test_the_difference_between_two_days_is_what_stands_otherwise():
    changes = difference(small_register().values(), date(2023, 6, 28), date(2023, 6, 29))
    assert [str(change.before.provision.id) for change in changes] == ["3", "3.1", "3.2"]
    assert changes[0].before.words.en == "Temporary words."
    assert changes[0].after.words.en == "Words of 3."


def test_two_wordings_that_are_not_held_differ_by_their_acts():
    text = article_file(
        "1",
        by_the_law(to="2022-07-25", held=False),
        by_the_law(from_="2022-07-25", act="141-VII", certainty="earliest", held=False, located=False),
        row("1", "article"),
    )
    (change,) = difference(article("1", text).provisions, date(2022, 7, 1), date(2022, 8, 1))
    assert (change.before.version.act, change.after.version.act) == ("86-VII", "141-VII")


@given(days)
def test_nothing_differs_between_a_day_and_itself(day):
    assert difference(register().values(), day, day) == ()


@given(days, days)
def test_the_difference_is_the_same_backwards(one, two):
    there = [change.before.provision.id for change in difference(register().values(), one, two)]
    assert there == [change.before.provision.id for change in difference(register().values(), two, one)]


@given(days)
def test_words_are_shown_in_force_only_and_never_for_a_wording_not_held(day):
    for at in law_on(register().values(), day):
        assert (at.words is not None) == (at.state is State.IN_FORCE)
        assert at.words is None or at.version.held


@st.composite
def histories(draw) -> Provision:
    """A provision with versions that follow one another, of which some are not held, some not in force."""
    starts = sorted(draw(st.sets(days, min_size=1, max_size=5)))
    ends = [*starts[1:], draw(st.none() | st.just(starts[-1] + timedelta(days=draw(st.integers(1, 900)))))]
    versions = [
        Version(
            valid_from=start,
            valid_to=end,
            act=f"{n}-VII",
            certainty="earliest",
            held=draw(st.booleans()),
            status=draw(st.sampled_from(["in_force", "suspended", "excluded"])),
        )
        for n, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    ]
    text = Words(en="a", ru="б", kk="в")
    return Provision(id="25", level="article", kind="duty", summary=text, versions=versions)


@given(histories(), days)
def test_on_each_day_the_version_whose_period_has_the_day_holds(one, day):
    holding = [v for v in one.versions if v.valid_from <= day and (v.valid_to is None or day < v.valid_to)]
    at = standing(one, day)
    if at.state in (State.NOT_YET, State.ENDED):
        assert holding == []
    else:
        assert [at.version] == holding


@given(histories(), days)
def test_it_is_in_force_exactly_when_the_version_of_the_day_is(one, day):
    holding = [v for v in one.versions if v.valid_from <= day and (v.valid_to is None or day < v.valid_to)]
    assert in_force(one, day) is any(v.status == "in_force" for v in holding)


@given(histories(), days)
def test_once_in_time_it_never_is_not_yet_in_force_again(one, day):
    states = [standing(one, day + timedelta(days=later)).state for later in (0, 1, 400)]
    not_yet = [state is State.NOT_YET for state in states]
    assert not_yet == sorted(not_yet, reverse=True)
