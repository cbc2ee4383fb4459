"""A stored decision goes through its editions again: same, otherwise, gone, altered, corrected."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ondiris.law.rulebook import Cases, Fact, Facts, Finding, Outcome, Result, Rulebook, StatedBy, judge, replay
from ondiris.law.types import Percent
from tests.law.rulebook.books import FACTS, ON, PARAMETERS, REPORTED, AnyProvision, a_book, enrolled

CASE = {
    "case": "A-1",
    "cost": Decimal("100.00"),
    "own_funds": Decimal("20.00"),
    "kind": "bus",
    "capacity": 1_300,
    "begun_on": date(2024, 1, 1),
    "solvent": True,
    "lines": [{"vehicle": "car", "ready": True}, {"vehicle": "bus", "ready": False}],
}


def pays_its_share(f, law):
    return f.own_funds * 100 >= f.cost * law["least_share"]


def reaches_the_capacity(f, law):
    return (f.capacity >= law["least_capacity", f.kind]) & (f.begun_on >= date(2024, 1, 1))


def is_solvent(f, law):
    return f.solvent


def is_ready(f, law):
    return f.ready


def full_book(**options: object) -> Rulebook:
    book = a_book(**options)
    enrolled(pays_its_share, book)
    enrolled(reaches_the_capacity, book)
    enrolled(is_solvent, book, set=REPORTED)
    enrolled(is_ready, book, each="lines")
    return book


def stored(book: Rulebook, case: dict[str, object] = CASE) -> list[Finding]:
    """The findings of a decision, out of the JSON that it keeps."""
    kept = json.dumps([f.to_json() for f in judge(book, Cases.of(FACTS, [case]), ON, PARAMETERS).of("A-1")])
    return [Finding.from_json(finding) for finding in json.loads(kept)]


def test_a_stored_finding_comes_back_as_it_was() -> None:
    book = full_book()
    assert stored(book) == list(judge(book, Cases.of(FACTS, [CASE]), ON, PARAMETERS).of("A-1"))


@pytest.mark.parametrize("case", [CASE, {"case": "A-1"}, CASE | {"lines": []}])
def test_an_untouched_book_gives_the_same_answers(case: dict[str, object]) -> None:
    book = full_book()
    assert {replayed.result for replayed in replay(book, stored(book, case))} == {Result.SAME}


def test_later_parameters_do_not_reach_a_stored_decision() -> None:
    later = full_book(parameters=PARAMETERS.with_values([]))
    kept = stored(later)
    assert kept[0].evidence[0].parameters[0].value == Decimal(20)
    assert replay(later, kept)[0].answer is Outcome.MET


def test_a_tampered_outcome_shows_both_answers() -> None:
    book = full_book()
    tampered = replace(stored(book)[0], outcome=Outcome.NOT_MET)
    (replayed,) = replay(book, [tampered])
    assert (replayed.result, replayed.stored, replayed.answer) == (Result.DIFFERS, "not_met", "met")


def test_a_tampered_fact_shows_both_answers() -> None:
    book = full_book()
    finding = stored(book)[0]
    (evidence,) = finding.evidence
    facts = tuple(replace(read, value=Decimal(1)) if read.name == "own_funds" else read for read in evidence.facts)
    (replayed,) = replay(book, [replace(finding, evidence=(replace(evidence, facts=facts),))])
    assert (replayed.result, replayed.stored, replayed.answer) == (Result.DIFFERS, "met", "not_met")


def test_an_edition_that_is_gone_has_no_answer() -> None:
    (replayed, *_) = replay(a_book(), stored(full_book()))
    assert (replayed.result, replayed.stored, replayed.answer) == (Result.EDITION_GONE, "met", None)


def test_a_changed_body_is_reported_and_evaluated() -> None:
    kept = stored(full_book())

    def pays_its_share(f, law):
        return f.own_funds * 100 > f.cost * law["least_share"]

    book = a_book()
    enrolled(pays_its_share, book)
    replayed = replay(book, kept)[0]
    assert (replayed.result, replayed.stored, replayed.answer) == (Result.SOURCE_ALTERED, "met", "not_met")


def test_a_changed_body_that_answers_alike_is_reported_too() -> None:
    kept = stored(full_book())

    def pays_its_share(f, law):
        return f.own_funds * 100 >= law["least_share"] * f.cost

    book = a_book()
    enrolled(pays_its_share, book)
    replayed = replay(book, kept)[0]
    assert (replayed.result, replayed.answer) == (Result.SOURCE_ALTERED, "met")


def test_a_correction_shows_both_answers() -> None:
    book = full_book()
    kept = stored(book)

    def pays_its_share(f, law):
        return f.own_funds * 100 > f.cost * law["least_share"]

    enrolled(pays_its_share, book, edition=2, corrects=1)
    replayed = replay(book, kept)[0]
    assert (replayed.result, replayed.answer) == (Result.SAME, "met")
    assert (replayed.corrected_by, replayed.corrected) == (2, "not_met")


def test_a_correction_that_asks_what_was_not_stored_is_undetermined() -> None:
    book = full_book()
    kept = stored(book)

    def pays_its_share(f, law):
        return f.staff >= 1

    enrolled(pays_its_share, book, edition=2, corrects=1)
    assert replay(book, kept)[0].corrected is Outcome.UNDETERMINED


def test_a_correction_for_other_days_is_not_shown() -> None:
    book = full_book()
    kept = stored(book)
    enrolled(pays_its_share, book, since=date(2024, 6, 2), edition=2, corrects=1)
    assert replay(book, kept)[0].corrected_by is None


def test_a_fact_whose_type_changed_is_not_taken_for_the_stored_one() -> None:
    kept = stored(full_book())
    percent = Fact("own_funds", Percent(), "Own money", StatedBy.APPLICANT)
    others = [fact for name, fact in FACTS.facts.items() if name != "own_funds"]
    book = Rulebook("a", Facts("a", [percent, *others]), provisions=AnyProvision(), parameters=PARAMETERS)
    enrolled(pays_its_share, book)
    kept[0] = replace(kept[0], evidence=_with(kept[0], own_funds=Decimal("5000.00")))
    replayed = replay(book, kept[:1])[0]
    assert (replayed.result, replayed.answer) == (Result.SOURCE_ALTERED, "undetermined")


def _with(finding: Finding, **values: object) -> tuple:
    (one,) = finding.evidence
    return (replace(one, facts=tuple(replace(read, value=values.get(read.name, read.value)) for read in one.facts)),)
