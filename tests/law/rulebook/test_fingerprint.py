"""What moves the fingerprint of a rule, and what does not."""

from datetime import date

import pytest

from ondiris.law.rulebook import Fact, Facts, Rulebook, StatedBy
from ondiris.law.types import Choice
from tests.law.rulebook.books import FACTS, PARAMETERS, SINCE, AnyProvision, a_book, enrolled


def same(body, **options: object) -> bool:
    """Whether a rule has the fingerprint of the one below."""
    return enrolled(body, **options).fingerprint == enrolled(builds_enough).fingerprint


def builds_enough(f, law):
    """The plant builds enough."""
    return f.capacity >= law["least_capacity", f.kind]


def test_the_sentence_layout_and_comments_do_not_move_it() -> None:
    def said_otherwise(f, law):
        """Said otherwise,

        at length.
        """
        # fmt: off
        return (
            f.capacity  >=  law['least_capacity', f.kind]  # a remark
        )
        # fmt: on

    assert same(said_otherwise)


def test_an_end_that_is_set_later_does_not_move_it() -> None:
    assert same(builds_enough, until=date(2030, 1, 1))


def test_another_comparison_moves_it() -> None:
    def builds_more(f, law):
        return f.capacity > law["least_capacity", f.kind]

    assert not same(builds_more)


def test_another_number_moves_it() -> None:
    def few(f, law):
        return f.capacity >= 2

    def fewer(f, law):
        return f.capacity >= 1

    assert enrolled(few).fingerprint != enrolled(fewer).fingerprint


@pytest.mark.parametrize(
    "options",
    [{"since": date(2023, 1, 2)}, {"ground": "25.5:3"}, {"routes_to": "another law"}],
)
def test_what_a_rule_rests_on_moves_it(options: dict[str, object]) -> None:
    assert not same(builds_enough, **options)


def test_another_citation_moves_it() -> None:
    assert a_book().rule("42.3", since=SINCE)(builds_enough).fingerprint != enrolled(builds_enough).fingerprint


def test_another_type_of_a_fact_moves_it() -> None:
    wider = Fact("kind", Choice({"car": "Car", "bus": "Bus", "lorry": "Lorry"}), "Kind", StatedBy.APPLICANT)
    facts = Facts("assembly", [FACTS.facts["capacity"], wider])
    book = Rulebook("assembly", facts, provisions=AnyProvision(), parameters=PARAMETERS)
    assert not same(builds_enough, book=book)


def test_it_is_the_same_on_every_version_of_python() -> None:
    """The value was computed once and is stored with decisions: it may not move."""
    assert enrolled(builds_enough).fingerprint == ("1ace518413cc14c837bf50a21b0f685519de01df1043f334f8154f74e46ab64d")
