"""Do the periods of the whole register hold together, whatever the day?"""

import argparse
from contextlib import redirect_stdout
from datetime import date, timedelta
from io import StringIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.law.provisions.load import register
from ondiris.law.provisions.official import OfficialText, parse
from ondiris.law.provisions.register import Provision, Version
from ondiris.law.provisions.standing import difference, in_force, law_on, standing
from ondiris.law.provisions.terms import Language, State, Status, Wording
from ondiris.project.cli import law

PROVISIONS = tuple(register().values())
FIRST = date(2022, 1, 8)
REACHED_BACK_ON = date(2022, 12, 30)  # 177-VII was signed; no other act applies from before its day
A_DAY = timedelta(days=1)
TURNS = sorted({day for p in PROVISIONS for v in p.versions for day in (v.valid_from, v.valid_to) if day})

# Any day, and as often as not a day on which something turns, or the one before it.
days = st.dates(date(2021, 1, 1), date(2030, 1, 1)) | st.sampled_from(
    [*TURNS, *(turn - A_DAY for turn in TURNS), REACHED_BACK_ON, REACHED_BACK_ON - A_DAY]
)
provisions = st.sampled_from(PROVISIONS)


def holding(provision: Provision, day: date) -> list[Version]:
    return [v for v in provision.versions if v.valid_from <= day and (v.valid_to is None or day < v.valid_to)]


def turns(provision: Provision) -> set[date]:
    return {v.valid_from for v in provision.versions} | {v.valid_to for v in provision.versions if v.valid_to}


@given(days)
def test_each_provision_has_exactly_one_state_and_one_version(day):
    for at in law_on(PROVISIONS, day):
        held_by = holding(at.provision, day)
        expected = [] if at.state in (State.NOT_YET, State.ENDED) else [at.version]
        assert held_by == expected, at.provision.id


@given(days)
def test_the_state_is_what_the_version_of_the_day_says(day):
    by_status = {Status.EXCLUDED: State.EXCLUDED, Status.SUSPENDED: State.SUSPENDED, Status.UNKNOWN: State.UNKNOWN}
    for provision in PROVISIONS:
        for version in holding(provision, day):
            in_words = State.IN_FORCE if version.held else State.NOT_HELD
            assert standing(provision, day).state is by_status.get(version.status, in_words), provision.id


def test_versions_follow_without_gap_or_overlap_and_the_last_alone_is_open():
    for provision in PROVISIONS:
        for earlier, later in pairwise(provision.versions):
            assert earlier.valid_to == later.valid_from, provision.id
        assert all(v.valid_to is None or v.valid_from <= v.valid_to for v in provision.versions), provision.id


def test_a_version_that_covers_no_day_was_overtaken_by_one_known_later():
    for provision in PROVISIONS:
        for earlier, later in pairwise(provision.versions):
            if earlier.valid_from == earlier.valid_to:
                assert later.known_since > later.valid_from, provision.id


def test_only_the_temporary_subparagraphs_of_36_end():
    assert [str(p.id) for p in PROVISIONS if p.versions[-1].valid_to] == ["36.1", "36.2"]


@given(days)
def test_before_the_first_day_of_the_law_nothing_stands_and_from_it_on_something_does(day):
    some = [at for at in law_on(PROVISIONS, day) if at.state is not State.NOT_YET]
    assert bool(some) is (day >= FIRST)


@given(provisions, days, st.integers(0, 3000))
def test_once_in_time_it_never_is_not_yet_again_and_once_out_it_stays_out(provision, day, later):
    before, after = standing(provision, day).state, standing(provision, day + timedelta(days=later)).state
    if before is not State.NOT_YET:
        assert after is not State.NOT_YET
    if before in (State.EXCLUDED, State.ENDED):
        assert after is before


@given(provisions, days, st.integers(0, 3000))
def test_a_wording_once_held_is_never_lost(provision, day, later):
    if standing(provision, day).state is State.IN_FORCE:
        assert standing(provision, day + timedelta(days=later)).state is not State.NOT_HELD


@given(provisions, days)
def test_what_stands_in_a_unit_is_in_force_only_with_it(provision, day):
    if provision.id.parent and in_force(provision, day):
        assert in_force(register()[provision.id.parent], day), provision.id


@given(days, days)
def test_only_what_has_a_turn_between_two_days_stands_otherwise(one, two):
    first, second = min(one, two), max(one, two)
    for change in difference(PROVISIONS, first, second):
        assert any(first < turn <= second for turn in turns(change.before.provision)), change.before.provision.id


@given(days)
def test_the_difference_from_the_day_before_is_what_turns_on_the_day(day):
    changed = {change.after.provision.id for change in difference(PROVISIONS, day - A_DAY, day)}
    assert changed == {p.id for p in PROVISIONS if day in turns(p)}


@given(days, days, days)
def test_a_difference_is_found_on_the_way_too(one, two, three):
    first, middle, last = sorted([one, two, three])

    def changed(start: date, end: date) -> set:
        return {change.before.provision.id for change in difference(PROVISIONS, start, end)}

    assert changed(first, last) <= changed(first, middle) | changed(middle, last)


@given(provisions, days, days)
def test_what_is_known_once_everything_is_known_is_what_is_known_now(provision, day, later):
    known_on = max(later, REACHED_BACK_ON)
    assert standing(provision, day, known_on) == standing(provision, day)


@given(days)
def test_what_was_known_on_the_day_differs_from_today_only_where_a_change_reaches_back(day):
    reached_back = {p.id for p in PROVISIONS if any(v.known_since for v in p.versions)}
    for provision in PROVISIONS:
        if standing(provision, day, known_on=day) != standing(provision, day):
            assert provision.id in reached_back
            assert day < REACHED_BACK_ON


@pytest.fixture(scope="session")
def signed_on(official) -> dict[str, date]:
    """The day each act was signed, by its number."""
    text: OfficialText = parse(official)
    notes = [note for article in text.articles for note in article.amendments]
    notes += [unit.excluded for article in text.articles for unit in article.units if unit.excluded]
    return {text.law.number: text.law.signed_on} | {note.act.number: note.act.signed_on for note in notes}


@given(day=days)
def test_nobody_could_know_an_act_before_it_was_signed(signed_on, day):
    for provision in PROVISIONS:
        at = standing(provision, day, known_on=day)
        assert at.state is State.NOT_YET or signed_on[at.version.act] <= day, provision.id


def test_no_version_begins_before_its_act_unless_it_says_since_when_it_was_known(signed_on):
    for provision in PROVISIONS:
        for version in provision.versions:
            known = version.known_since or version.valid_from
            assert known >= signed_on[version.act], (provision.id, version.act)


@pytest.fixture(scope="module")
def show():
    """Run `ondiris law show` and give what it printed."""
    parser = argparse.ArgumentParser()
    law.add_arguments(parser)

    def run(provision: Provision, day: date, language: Language) -> str:
        said = StringIO()
        with redirect_stdout(said):
            words = ["show", str(provision.id), "--on", day.isoformat(), "--language", language.value]
            assert law.run(parser.parse_args(words)) == 0
        return said.getvalue()

    return run


@given(provision=provisions, day=days, language=st.sampled_from(Language))
def test_show_gives_the_words_of_the_day_and_of_no_other(show, provision, day, language):
    shown = show(provision, day, language).splitlines()
    for inner in register().within(provision.id):
        told = shown[next(n for n, line in enumerate(shown) if line.startswith(f"{inner.id}  ")) + 1]
        own = {v.wording_name: v.words for v in inner.versions if v.words}
        texts = {str(Wording.BASE): inner.summary, **own}
        in_words = [v.wording_name for v in holding(inner, day) if v.held and v.status is Status.IN_FORCE]
        assert [w for w in texts if told.endswith(f": {texts[w].of(language)}")] == in_words, inner.id
