"""The register with confirmed changes laid over it: right on every day before and after, and never with a gap."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.overlay import NO_WORDS, EnteredChange, hindrance, with_changes
from ondiris.law.provisions.register import OfficialWords, Provision, Register, Version, Words
from ondiris.law.provisions.standing import difference, law_on, standing
from ondiris.law.provisions.terms import Effect, State
from tests.law.provisions.small_law import article, article_file, by_the_law, row, small_register

DAY = date(2026, 3, 1)
BEFORE = DAY - timedelta(days=1)
NEW = Words(en="New words.", ru="Новые слова.", kk="Жаңа сөздер.")
OFFICIAL = OfficialWords(ru="Новый текст.")
FIRST = date(2022, 1, 8)


def version(day: date = DAY, act: str = "200-VIII", **more: Any) -> Version:
    known = {"words": NEW, "official": OFFICIAL} if more.get("held", True) and "status" not in more else {}
    return Version(valid_from=day, act=act, certainty="established", **{**known, **more})


def changed(unit: str, *args: Any, **more: Any) -> EnteredChange:
    return EnteredChange(ProvisionId.parse(unit), Effect.CHANGED, version(*args, **more))


def excluded(unit: str, *args: Any, **more: Any) -> EnteredChange:
    return EnteredChange(ProvisionId.parse(unit), Effect.EXCLUDED, version(*args, status="excluded", **more))


def added(unit: str, *args: Any, level: str = "subparagraph", **more: Any) -> EnteredChange:
    new = version(*args, **more)
    words = new.words or NO_WORDS
    return EnteredChange(
        ProvisionId.parse(unit),
        Effect.ADDED,
        new,
        Provision(id=unit, level=level, kind="duty", summary=words, versions=(new,)),
    )


def laid(*changes: EnteredChange, over: Register | None = None) -> Register:
    return with_changes(over or small_register(), changes)


def at(law: Register, unit: str, day: date, known_on: date | None = None) -> tuple[State, str | None]:
    found = standing(law[ProvisionId.parse(unit)], day, known_on)
    return found.state, found.words and found.words.en


def test_a_new_wording_holds_from_its_day_and_the_earlier_one_stays_readable_before_it():
    law = laid(changed("4.1"))
    assert at(law, "4.1", BEFORE) == (State.IN_FORCE, "Words of 4.1.")
    assert at(law, "4.1", DAY) == (State.IN_FORCE, "New words.")
    assert at(law, "4", DAY) == (State.IN_FORCE, "Words of 4.")


def test_the_official_text_belongs_to_the_wording_it_came_with():
    first, second = laid(changed("4.1"))[ProvisionId.parse("4.1")].versions
    assert (first.official, second.official) == (None, OFFICIAL)


def test_the_published_text_is_not_taken_for_that_of_an_entered_wording():
    own = laid(changed("4.1"))[ProvisionId.parse("4.1")]
    assert [standing(own, day).has_published_wording for day in (BEFORE, DAY)] == [True, False]


def test_a_new_wording_after_a_temporary_one_leaves_all_three_readable():
    law = laid(changed("3"))
    said = [at(law, "3", day)[1] for day in (date(2023, 6, 28), date(2023, 6, 29), DAY)]
    assert said == ["Temporary words.", "Words of 3.", "New words."]


def test_a_new_wording_that_is_not_held_has_no_words_and_the_one_before_it_keeps_its_own():
    law = laid(changed("4.1", held=False))
    assert at(law, "4.1", BEFORE) == (State.IN_FORCE, "Words of 4.1.")
    assert at(law, "4.1", DAY) == (State.NOT_HELD, None)


def test_an_added_provision_stands_at_its_place_and_is_not_there_before_its_day():
    law = laid(added("2.1-1"))
    assert [str(p.id) for p in law.articles[ProvisionId.parse("2")].provisions] == ["2", "2.1", "2.1-1", "2.2", "2.2-1"]
    assert at(law, "2.1-1", BEFORE) == (State.NOT_YET, None)
    assert at(law, "2.1-1", DAY) == (State.IN_FORCE, "New words.")


def test_an_added_provision_known_to_exist_whose_text_is_not_at_hand_shows_no_words():
    law = laid(added("2.1-1", held=False))
    assert at(law, "2.1-1", DAY) == (State.NOT_HELD, None)


def test_an_added_provision_may_be_changed_and_its_first_words_stay():
    law = laid(
        added("2.1-1"), changed("2.1-1", DAY + timedelta(days=9), "201-VIII", words=Words(en="3", ru="2", kk="1"))
    )
    assert at(law, "2.1-1", DAY)[1] == "New words."
    assert at(law, "2.1-1", DAY + timedelta(days=9))[1] == "3"


def test_a_new_article_comes_with_its_own_row_and_then_its_units():
    law = laid(added("3-1", level="article"), added("3-1.1", level="paragraph"))
    assert [str(number) for number in law.articles] == ["1", "2", "3", "3-1", "4", "5"]
    assert at(law, "3-1.1", DAY)[1] == "New words."


def test_an_excluded_provision_takes_along_what_stands_in_it():
    law = laid(excluded("1.1"))
    assert at(law, "1.1", BEFORE)[0] is State.IN_FORCE
    assert {at(law, unit, DAY) for unit in ("1.1", "1.1:1", "1.1:2", "1.1p2")} == {(State.EXCLUDED, None)}
    assert at(law, "1.2", DAY)[0] is State.IN_FORCE


def test_what_was_no_longer_there_stays_as_it_was_when_the_whole_is_excluded():
    law = laid(excluded("3"))
    assert at(law, "3.1", DAY)[0] is State.ENDED
    assert law[ProvisionId.parse("3.1")] == small_register()[ProvisionId.parse("3.1")]


def test_a_change_that_reaches_back_was_not_known_before_its_act():
    law = laid(excluded("5.1", FIRST, known_since=DAY))
    assert at(law, "5.1", date(2023, 1, 1)) == (State.EXCLUDED, None)
    assert at(law, "5.1", date(2023, 1, 1), known_on=BEFORE) == (State.IN_FORCE, "Words of 5.1.")
    assert at(law, "5.1", date(2023, 1, 1), known_on=DAY) == (State.EXCLUDED, None)


def test_of_two_acts_from_one_day_the_later_one_holds_and_the_other_not_one_day():
    later = Words(en="3", ru="2", kk="1")
    law = laid(changed("4.1"), changed("4.1", act="201-VIII", words=later))
    assert at(law, "4.1", BEFORE)[1] == "Words of 4.1."
    assert at(law, "4.1", DAY)[1] == "3"
    assert [v.valid_from == v.valid_to for v in law[ProvisionId.parse("4.1")].versions] == [False, True, False]


def test_the_difference_between_the_day_before_and_the_day_is_what_the_act_did():
    law = laid(changed("4.1"), excluded("1.2"), added("2.1-1"))
    changes = difference(law.values(), BEFORE, DAY)
    assert {str(c.after.provision.id): c.after.state for c in changes} == {
        "1.2": State.EXCLUDED,
        "2.1-1": State.IN_FORCE,
        "4.1": State.IN_FORCE,
    }
    assert {change.after.version.act for change in changes} == {"200-VIII"}


def test_the_register_laid_over_stays_as_it_was():
    before = small_register()
    laid(changed("4.1"), added("2.1-1"), excluded("1"), over=before)
    assert dict(before) == dict(small_register())


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (changed("4.2"), "provision"),
        (excluded("7"), "provision"),
        (changed("2.2"), "provision"),  # excluded already
        (changed("3.1"), "provision"),  # ended with the temporary wording
        (changed("4.1", act="86-VII"), "provision"),  # that act has made its wording
        (added("4.1"), "provision"),
        (added("7.1"), "provision"),  # there is no article 7
        (added("2.3.1"), "provision"),
        (added("2.2:1", level="item"), "provision"),  # 2.2 is excluded
        (added("2.3", level="article"), "level"),
        (added("2.3:1", level="item"), "provision"),
        (added("3.3", date(2021, 1, 1)), "valid_from"),
        (changed("1.1", date(2022, 7, 24)), "valid_from"),
        (excluded("2", date(2023, 1, 1)), "valid_from"),  # 2.2-1 begins later
    ],
)
def test_what_hinders_a_change_is_named_and_it_is_not_laid(change, field):
    law = small_register()
    assert getattr(hindrance(law, change), "field", None) == field
    assert dict(laid(change)) == dict(law)


def test_a_version_that_the_shipped_register_has_by_now_is_laid_no_second_time():
    shipped = by_the_law(to=str(DAY), held=False) + by_the_law(from_=str(DAY), act="200-VIII")
    law = Register([article("1", article_file("1", shipped, row("1", "article")))])
    assert dict(laid(changed("1"), over=law)) == dict(law)


UNITS = [str(unit) for unit in small_register()] + ["2.1-1", "4.2", "6", "6.1", "1.1:3"]
days = st.dates(date(2021, 6, 1), date(2027, 1, 1))


@st.composite
def entered(draw: st.DrawFn) -> EnteredChange:
    """Any change, whether it can be laid or not."""
    make = draw(st.sampled_from([changed, excluded, added]))
    unit, day = draw(st.sampled_from(UNITS)), draw(days)
    more: dict[str, Any] = {"held": draw(st.booleans())} if make is not excluded else {}
    if draw(st.booleans()):
        more["known_since"] = day + timedelta(days=draw(st.integers(1, 400)))
    if make is added:
        more["level"] = "item" if ":" in unit else "article" if unit.isdigit() else "subparagraph"
    return make(unit, day, f"{draw(st.integers(87, 400))}-VIII", **more)


@given(st.lists(entered(), max_size=12))
def test_versions_follow_one_another_without_a_gap_whatever_is_laid(changes):
    law = laid(*changes)
    for provision in law.values():
        for earlier, later in pairwise(provision.versions):
            assert earlier.valid_to == later.valid_from >= earlier.valid_from
        assert provision.id.parent is None or provision.id.parent in law


@given(st.lists(entered(), max_size=12), days)
def test_words_are_shown_in_force_only_and_never_for_a_wording_not_held(changes, day):
    for found in law_on(laid(*changes).values(), day):
        assert (found.words is not None) == (found.state is State.IN_FORCE)
        assert found.words is None or found.version.held
        assert found.words != NO_WORDS


@given(entered(), days)
def test_before_the_first_day_of_a_change_the_law_is_as_it_was(change, day):
    law, with_it = small_register(), laid(change)
    if day < change.version.valid_from:
        assert [(s.state, s.words) for s in law_on(law.values(), day)] == [
            (s.state, s.words) for s in law_on((p for p in with_it.values() if p.id in law), day)
        ]


def test_the_shipped_register_takes_the_provision_of_the_example():
    law = laid(added("8.3-1", held=False), over=register())
    place = list(law).index(ProvisionId.parse("8.3-1"))
    assert [str(unit) for unit in list(law)[place - 1 : place + 2]] == ["8.3:2", "8.3-1", "8.4"]
