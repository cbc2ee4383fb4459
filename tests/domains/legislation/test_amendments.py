"""An amending act changes the register once a second person has confirmed it, and what cannot be is refused."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ondiris.base.errors import BadInput, NotFound, NotPermitted, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.legislation.actions.amendment import (
    begin_act,
    confirm_act,
    edit_act,
    hand_over,
    put,
    reject_act,
    remove,
    reopen_act,
)
from ondiris.domains.legislation.models import AmendingAct, LawChange
from ondiris.domains.legislation.queries import amended_register
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.standing import standing
from ondiris.law.provisions.terms import State
from tests.factories import Country, actor

DAY = date(2026, 9, 10)
SIGNED = date(2026, 7, 1)
FIRST = date(2026, 10, 1)
HEAD: dict[str, Any] = {
    "act_number": "300-VIII",
    "signed_on": SIGNED,
    "title": "On changes to some acts",
    "source": "Official gazette, No. 7",
}
TEXTS = {
    "summary_kk": "Жаңа сөздер.",
    "summary_ru": "Новые слова.",
    "summary_en": "New words.",
    "official_ru": "Новый официальный текст.",
}
NONE = dict.fromkeys(TEXTS, "")
CHANGE: dict[str, Any] = {
    "provision": "25.8",
    "effect": "changed",
    "valid_from": FIRST,
    "certainty": "established",
    "texts": TEXTS,
}
ADDED = {**CHANGE, "provision": "8.3-1", "effect": "added", "level": "subparagraph", "kind": "competence"}
NOT_HELD = {**ADDED, "held": False, "texts": NONE}


def begun(made: Country, who: str = "keeper", **head: Any) -> str:
    return begin_act(actor(made, who, DAY), **{**HEAD, **head}).number


def handed_over(made: Country, *changes: dict[str, Any], **head: Any) -> str:
    keeper, number = actor(made, "keeper", DAY), begun(made, **head)
    for change in changes or [CHANGE]:
        put(keeper, number, **change)
    return hand_over(keeper, number).number


def confirmed(made: Country, *changes: dict[str, Any], **head: Any) -> AmendingAct:
    return confirm_act(actor(made, "second_keeper", DAY), handed_over(made, *changes, **head))


def at(unit: str, day: date, known_on: date | None = None) -> tuple[State, str | None]:
    found = standing(amended_register()[ProvisionId.parse(unit)], day, known_on)
    return found.state, found.words and found.words.en


def refused(made: Country, number: str | None = None, **change: Any) -> list[str]:
    with pytest.raises(BadInput) as wrong:
        put(actor(made, "keeper", DAY), number or begun(made), **{**CHANGE, **change})
    return list(wrong.value.fields)


# Two people


def test_the_register_changes_when_a_second_person_has_confirmed_the_act(made):
    number = handed_over(made)
    assert amended_register() is register()
    confirm_act(actor(made, "second_keeper", DAY), number)
    before = register()[ProvisionId.parse("25.8")].summary.en
    assert at("25.8", FIRST - timedelta(days=1)) == (State.IN_FORCE, before)
    assert at("25.8", FIRST) == (State.IN_FORCE, "New words.")


def test_who_had_a_hand_in_it_neither_confirms_nor_rejects_it(made):
    keeper, second = actor(made, "keeper", DAY), actor(made, "second_keeper", DAY)
    number = begun(made)
    put(keeper, number, **CHANGE)
    hand_over(second, number)
    for person in (keeper, second):
        with pytest.raises(NotPermitted, match="you had a hand in entering this act"):
            confirm_act(person, number)
        with pytest.raises(NotPermitted):
            reject_act(person, number, reason="wrong")
    assert amended_register() is register()


@pytest.mark.parametrize("who", ["decider", "officer", "applicant", "auditor"])
def test_only_a_keeper_enters_an_act(made, who):
    with pytest.raises(NotPermitted):
        begun(made, who)


def test_a_rejected_act_changes_nothing_and_is_opened_again_with_all_that_was_typed(made):
    number = handed_over(made)
    second = actor(made, "second_keeper", DAY)
    with pytest.raises(BadInput):
        reject_act(second, number, reason=" ")
    reject_act(second, number, reason="The day is another one.")
    with pytest.raises(WrongState):
        confirm_act(second, number)
    assert amended_register() is register()
    assert reopen_act(actor(made, "keeper", DAY), number).state == "draft"
    assert LawChange.objects.get().summary_en == "New words."


def test_an_act_entered_anew_after_a_rejection_keeps_the_first_one_closed(made):
    number = handed_over(made)
    reject_act(actor(made, "second_keeper", DAY), number, reason="Not this one.")
    begun(made)
    with pytest.raises(BadInput, match="entered already"):
        reopen_act(actor(made, "keeper", DAY), number)


def test_what_waits_or_is_confirmed_is_not_changed_any_more(made):
    number = confirmed(made).number
    for move in (hand_over, lambda who, what: put(who, what, **ADDED)):
        with pytest.raises(WrongState):
            move(actor(made, "keeper", DAY), number)


def test_the_journal_has_every_step_and_what_was_confirmed(made):
    number = confirmed(made).number
    entries = Entry.objects.filter(thing=number).order_by("pk")
    assert [(one.act, one.actor_name) for one in entries] == [
        ("amendment.begin", "Timur"),
        ("amendment.put", "Timur"),
        ("amendment.hand_over", "Timur"),
        ("amendment.confirm", "Madina"),
    ]
    (change,) = entries[3].evidence["changes"]
    assert (change["provision"], change["valid_from"], change["official_ru"]) == (
        "25.8",
        "2026-10-01",
        "Новый официальный текст.",
    )


def test_the_register_takes_one_query_and_no_more_with_more_changes(made):
    confirmed(made, CHANGE, ADDED)
    with CaptureQueriesContext(connection) as queries:
        amended_register()
    assert len(queries) == 1


# What a change does


def test_an_added_provision_known_to_exist_has_no_words(made):
    confirmed(made, {**NOT_HELD, "bearers": ["government"], "systems": ["A2"]})
    assert at("8.3-1", FIRST) == (State.NOT_HELD, None)
    added = amended_register()[ProvisionId.parse("8.3-1")]
    assert (added.bearers, added.systems) == (("government",), ("A2",))


def test_a_change_whose_text_is_not_at_hand_leaves_the_words_before_it_readable(made):
    confirmed(made, {**CHANGE, "held": False, "texts": NONE})
    assert at("25.8", FIRST - timedelta(days=1))[0] is State.IN_FORCE
    assert at("25.8", FIRST) == (State.NOT_HELD, None)


def test_an_exclusion_takes_along_what_stands_in_it(made):
    confirmed(made, {**CHANGE, "provision": "25.5", "effect": "excluded", "texts": NONE})
    assert {at(unit, FIRST)[0] for unit in ("25.5", "25.5:1", "25.5:3")} == {State.EXCLUDED}
    assert at("25.5:1", FIRST - timedelta(days=1))[0] is State.IN_FORCE


def test_a_change_that_reaches_back_is_known_since_its_act(made):
    reaching = {**CHANGE, "provision": "42.2", "valid_from": date(2024, 1, 1)}
    confirmed(made, reaching)
    assert at("42.2", date(2024, 6, 1))[1] == "New words."
    then = at("42.2", date(2024, 6, 1), known_on=SIGNED - timedelta(days=1))
    assert then == (State.IN_FORCE, register()[ProvisionId.parse("42.2")].summary.en)


def test_it_is_known_since_the_publication_where_that_day_is_established(made):
    confirmed(made, {**CHANGE, "valid_from": SIGNED}, published_on=SIGNED + timedelta(days=4))
    version = amended_register()[ProvisionId.parse("25.8")].versions[-1]
    assert version.known_since == SIGNED + timedelta(days=4)


@pytest.mark.parametrize(
    ("published_on", "day", "certainty"),
    [(None, date(2026, 7, 12), "earliest"), (date(2026, 7, 3), date(2026, 7, 14), "established")],
)
def test_the_first_day_is_counted_from_the_term_of_the_clause(made, published_on, day, certainty):
    number = begun(made, published_on=published_on)
    put(actor(made, "keeper", DAY), number, **{**CHANGE, "valid_from": None, "certainty": "", "clause_days": 10})
    change = LawChange.objects.get()
    assert (change.valid_from, change.certainty) == (day, certainty)


def test_a_counted_day_follows_when_the_day_of_publication_turns_up(made):
    keeper, number = actor(made, "keeper", DAY), begun(made)
    put(keeper, number, **{**CHANGE, "valid_from": None, "certainty": "", "clause_days": 10})
    edit_act(keeper, number, **{**HEAD, "published_on": date(2026, 7, 20)})
    change = LawChange.objects.get()
    assert (change.valid_from, change.certainty) == (date(2026, 7, 31), "established")


def test_a_change_is_corrected_or_taken_out_while_it_is_a_draft(made):
    keeper, number = actor(made, "keeper", DAY), begun(made)
    put(keeper, number, **CHANGE)
    key = LawChange.objects.get().pk
    put(keeper, number, **{**CHANGE, "key": key, "texts": {**TEXTS, "summary_en": "Better words."}})
    assert LawChange.objects.get().summary_en == "Better words."
    remove(keeper, number, key=key)
    assert not LawChange.objects.exists()
    with pytest.raises(NotFound):
        remove(keeper, number, key=key)


def test_a_unit_may_be_added_in_a_unit_that_the_same_act_adds(made):
    inner = {**ADDED, "provision": "8.3-1:1", "level": "item", "texts": {**TEXTS, "summary_en": "Inner words."}}
    confirmed(made, ADDED, inner)
    assert at("8.3-1:1", FIRST)[1] == "Inner words."


def test_an_act_is_checked_again_when_another_has_been_confirmed_meanwhile(made):
    waiting = handed_over(made)
    gone = {**CHANGE, "effect": "excluded", "valid_from": FIRST - timedelta(days=1), "texts": NONE}
    confirmed(made, gone, act_number="301-VIII")
    with pytest.raises(BadInput, match=r"Act 300-VIII, 25\.8: This provision is excluded already"):
        confirm_act(actor(made, "second_keeper", DAY), waiting)
    assert AmendingAct.objects.get(number=waiting).state == "entered"


def test_an_act_found_late_is_laid_before_one_whose_change_begins_later(made):
    confirmed(made, {**CHANGE, "valid_from": FIRST + timedelta(days=30)}, act_number="301-VIII")
    confirmed(made, {**CHANGE, "texts": {**TEXTS, "summary_en": "Words for a month."}})
    said = [at("25.8", FIRST + timedelta(days=days))[1] for days in (-1, 0, 29, 30)]
    assert said[1:] == ["Words for a month.", "Words for a month.", "New words."]
    assert said[0] == register()[ProvisionId.parse("25.8")].summary.en


def test_an_act_that_would_undo_a_confirmed_change_is_not_confirmed(made):
    """Both from one day: laid in the order of signing, the exclusion comes first and leaves nothing to be changed."""
    confirmed(made)
    gone = {**CHANGE, "effect": "excluded", "texts": NONE}
    number = begun(made, act_number="301-VIII", signed_on=SIGNED - timedelta(days=9))
    put(actor(made, "keeper", DAY), number, **gone)
    with pytest.raises(BadInput, match=r"Act 300-VIII, 25\.8: This provision is excluded already"):
        hand_over(actor(made, "keeper", DAY), number)


def test_of_two_acts_from_one_day_the_one_signed_later_holds(made):
    confirmed(made)
    earlier = {**CHANGE, "texts": {**TEXTS, "summary_en": "Words of an earlier act."}}
    confirmed(made, earlier, act_number="299-VIII", signed_on=SIGNED - timedelta(days=9))
    assert at("25.8", FIRST)[1] == "New words."


def test_an_act_without_changes_is_not_handed_over(made):
    with pytest.raises(BadInput, match="changes nothing yet"):
        hand_over(actor(made, "keeper", DAY), begun(made))


# What cannot be entered


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ({"act_number": "223"}, "act_number"),
        ({"act_number": "223-7"}, "act_number"),
        ({"act_number": "86-VII"}, "act_number"),
        ({"signed_on": date(2021, 12, 27)}, "signed_on"),
        ({"signed_on": DAY + timedelta(days=1)}, "signed_on"),
        ({"published_on": SIGNED - timedelta(days=1)}, "published_on"),
        ({"published_on": DAY + timedelta(days=1)}, "published_on"),
        ({"title": " "}, "title"),
        ({"source": "x" * 301}, "source"),
    ],
)
def test_what_cannot_be_an_act(made, head, field):
    with pytest.raises(BadInput) as wrong:
        begun(made, **head)
    assert list(wrong.value.fields) == [field]
    assert not AmendingAct.objects.exists()


def test_an_act_is_entered_once(made):
    begun(made)
    with pytest.raises(BadInput, match="entered already"):
        begun(made, "second_keeper")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"provision": "25.99"}, "provision"),  # not in the register
        ({"provision": "99.1", "effect": "excluded", "texts": NONE}, "provision"),
        ({"provision": "8.3–1"}, "provision"),  # a dash makes a range, not a number
        ({"provision": "8(3-1)"}, "provision"),
        ({"provision": ""}, "provision"),
        ({"provision": "8.4"}, "provision"),  # excluded in 2023
        ({"effect": "forgotten"}, "effect"),
        ({"valid_from": date(2023, 1, 9)}, "valid_from"),  # 25.8 has a version from the day after
        ({"valid_from": date(2021, 1, 1)}, "valid_from"),
        ({"valid_from": None}, "valid_from"),
        ({"clause_days": 10}, "valid_from"),  # one of the two
        ({"valid_from": None, "clause_days": 400}, "clause_days"),
        ({"certainty": "guessed"}, "certainty"),
        ({"texts": {**TEXTS, "summary_kk": " "}}, "summary_kk"),
        ({"texts": {**TEXTS, "summary_kk": TEXTS["summary_ru"]}}, "summary_ru"),
        ({"texts": {**TEXTS, "official_ru": ""}}, "official_ru"),
        ({"texts": {**TEXTS, "summary_en": "x" * 20_001}}, "summary_en"),
    ],
)
def test_what_cannot_be_a_change_of_a_provision(made, change, field):
    assert refused(made, **change) == [field]
    assert not LawChange.objects.exists()


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"provision": "8.3"}, ["provision"]),  # known already
        ({"provision": "8.3-1.1.1"}, ["provision"]),  # nothing has such a number
        ({"provision": "8.9-1.1"}, ["provision"]),  # what it would stand in is missing
        ({"level": "item"}, ["level"]),
        ({"level": "", "kind": ""}, ["level", "kind"]),
        ({"bearers": ["somebody"]}, ["bearers"]),
        ({"systems": ["Z9"]}, ["systems"]),
    ],
)
def test_what_cannot_be_an_added_provision(made, change, fields):
    assert refused(made, **{**ADDED, **change}) == fields


def test_where_the_text_is_not_at_hand_none_is_taken(made):
    assert refused(made, held=False) == list(TEXTS)


def test_an_excluded_provision_has_no_words(made):
    assert refused(made, effect="excluded") == list(TEXTS)


def test_an_act_changes_a_provision_once(made):
    number = begun(made)
    put(actor(made, "keeper", DAY), number, **CHANGE)
    assert refused(made, number, valid_from=FIRST + timedelta(days=5)) == ["provision"]
