"""What the rulebook refuses to take, and what it says of it."""

from datetime import date
from decimal import Decimal

import pytest

from ondiris.law.rulebook import BadRule, when
from tests.law.rulebook.books import REPORTED, SINCE, AnyProvision, a_book, enrolled

LIMIT = 5


def misspelt_fact(f, law):
    return f.own_fund > 0


def unknown_parameter(f, law):
    return f.share >= law["least_shares"]


def parameter_without_its_category(f, law):
    return f.capacity >= law["least_capacity"]


def parameter_by_what_is_no_category(f, law):
    return f.capacity >= law["least_capacity", f.staff]


def divides(f, law):
    return f.own_funds / f.cost >= 1


def divides_after_all(f, law):
    return f.own_funds // 2 >= 1


def a_float(f, law):
    return f.own_funds > 0.5


def a_builtin(f, law):
    return sum([f.cost, f.own_funds]) > 0


def all_of_them(f, law):
    return all([f.operating, f.solvent])


def any_of_them(f, law):
    return any([f.operating, f.solvent])


def a_constant_of_the_module(f, law):
    return f.capacity > LIMIT


def money_with_text(f, law):
    return f.cost == f.remark


def money_with_a_string(f, law):
    return f.cost == "1500"


def money_with_a_share(f, law):
    return f.cost >= f.share


def money_with_a_count(f, law):
    return f.cost >= f.capacity


def a_yes_with_a_number(f, law):
    return f.operating == 1


def a_number_for_a_yes(f, law):
    return f.operating & f.capacity


def an_unknown_choice(f, law):
    return f.kind == "lorry"


def an_unknown_choice_among_others(f, law):
    return f.kind.is_in(["car", "lorry"])


def an_order_of_text(f, law):
    return f.remark > "a"


def a_day_with_text(f, law):
    return f.begun_on >= "2024-01-01"


def a_missing_value(f, law):
    return f.cost == None  # noqa: E711


def money_plus_count(f, law):
    return f.cost + f.capacity > 0


def no_yes_or_no(f, law):
    return f.cost + f.own_funds


def a_plain_truth(f, law):
    return True


def with_and(f, law):
    return f.operating and f.solvent


def with_not(f, law):
    return not f.operating


def with_if(f, law):
    return f.operating if f.solvent else f.solvent


def chained(f, law):
    return 0 < f.capacity < 9


def two_types_at_once(f, law):
    return when(f.operating).then(f.cost).otherwise(f.share) > 0


def a_product_too_fine(f, law):
    return f.share * f.share * f.share > 0


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (misspelt_fact, "assembly has no fact own_fund"),
        (unknown_parameter, "there is no parameter least_shares"),
        (parameter_without_its_category, "least_capacity is read by a category"),
        (parameter_by_what_is_no_category, "a choice or a code"),
        (divides, "`/` rounds"),
        (divides_after_all, "`/` rounds"),
        (a_float, "0.5 is a float"),
        (a_builtin, "'sum' may not stand in a rule"),
        (all_of_them, "'all' may not stand in a rule"),
        (any_of_them, "'any' may not stand in a rule"),
        (a_constant_of_the_module, "'LIMIT' may not stand in a rule"),
        (money_with_text, "money cannot be compared with text"),
        (money_with_a_string, "'1500' is not a value of money"),
        (money_with_a_share, "money cannot be compared with percent"),
        (money_with_a_count, "money cannot be compared with count"),
        (a_yes_with_a_number, "1 is not a value of yes_no"),
        (a_number_for_a_yes, "count is not a yes or no"),
        (an_unknown_choice, "'lorry' is not a value of choice"),
        (an_unknown_choice_among_others, "'lorry' is not a value of choice"),
        (an_order_of_text, "text has no order"),
        (a_day_with_text, "'2024-01-01' is not a value of day"),
        (a_missing_value, "None is not a value of money"),
        (money_plus_count, "money and count cannot be added"),
        (no_yes_or_no, "neither yes nor no"),
        (a_plain_truth, "neither yes nor no"),
        (with_and, "a rule uses only"),
        (with_not, "a rule uses only"),
        (with_if, "a rule uses only"),
        (chained, "a rule uses only"),
        (two_types_at_once, "when: money in one case and percent in the other"),
        (a_product_too_fine, "more than 12 digits"),
    ],
)
def test_a_rule_that_has_no_exact_meaning_is_refused(body, said: str) -> None:
    with pytest.raises(BadRule) as refused:
        enrolled(body)
    assert said in str(refused.value)
    assert f"rule {body.__name__}" in str(refused.value)


def is_operating(f, law):
    """The plant is operating.

    What follows the first line is for those who work on the code.
    """
    return f.operating


def test_the_first_line_of_the_docstring_is_the_public_sentence() -> None:
    assert enrolled(is_operating).sentence == "The plant is operating."


def test_reads_are_recorded_by_name_and_category() -> None:
    def reaches_the_capacity(f, law):
        return f.capacity >= law["least_capacity", f.kind]

    rule = enrolled(reaches_the_capacity)
    assert set(rule.facts) == {"capacity", "kind"}
    assert [(read.name, read.by) for read in rule.parameters] == [("least_capacity", "kind")]


def test_a_rule_without_docstring_is_refused() -> None:
    def unsaid(f, law):
        return f.operating

    with pytest.raises(BadRule, match="no docstring"):
        a_book().rule("42.2", since=SINCE)(unsaid)


def test_a_rule_cannot_leave_out_its_citation() -> None:
    with pytest.raises(TypeError):
        a_book().rule(since=SINCE)


@pytest.mark.parametrize("cited", [{"ground": "25.5:9"}, {"ground": "25.5:1", "missing": "42.2"}])
def test_a_provision_that_is_not_in_force_in_the_period_is_refused(cited: dict[str, str]) -> None:
    missing = cited.get("missing", cited["ground"])
    book = a_book(provisions=AnyProvision({missing}))
    with pytest.raises(BadRule, match=f"{missing} is not registered as in force"):
        enrolled(is_operating, book, ground=cited["ground"])


def test_a_provision_younger_than_the_rule_is_refused() -> None:
    with pytest.raises(BadRule, match="not registered"):
        enrolled(is_operating, a_book(provisions=AnyProvision(since=date(2023, 1, 2))))


@pytest.mark.parametrize("period", [(date(2022, 1, 7), None), (SINCE, SINCE)])
def test_a_period_before_the_law_or_without_a_day_is_refused(period: tuple[date, date | None]) -> None:
    with pytest.raises(BadRule, match="reversed or begins before the law"):
        enrolled(is_operating, since=period[0], until=period[1])


def test_a_rule_over_no_list_is_refused() -> None:
    with pytest.raises(BadRule, match="has no list wheels; it has lines"):
        enrolled(is_operating, each="wheels")


def test_a_rule_over_a_list_reads_the_facts_of_its_rows_alone() -> None:
    with pytest.raises(BadRule, match=r"assembly\.lines has no fact operating"):
        enrolled(is_operating, each="lines")


def test_what_leads_to_another_law_is_no_ground_of_refusal() -> None:
    with pytest.raises(BadRule, match="no ground of refusal"):
        enrolled(is_operating, ground="25.5:3", routes_to="another law")


def test_a_set_is_switched_by_a_yes_or_no() -> None:
    with pytest.raises(BadRule, match="least_share is not a yes or no"):
        enrolled(is_operating, set=type(REPORTED)("set", "Set", switch="least_share"))


def test_overlapping_editions_of_a_rule_are_refused() -> None:
    book = a_book()
    enrolled(is_operating, book, until=date(2025, 1, 1))
    with pytest.raises(BadRule, match="overlaps edition 1"):
        enrolled(is_operating, book, since=date(2024, 12, 31), edition=2)


def test_an_edition_that_follows_another_is_taken_by_its_day() -> None:
    book = a_book()
    enrolled(is_operating, book, until=date(2025, 1, 1))
    enrolled(is_operating, book, since=date(2025, 1, 1), edition=2)
    assert [[rule.edition for rule in book.on(day)] for day in (date(2024, 12, 31), date(2025, 1, 1))] == [[1], [2]]


def test_a_number_of_an_edition_is_given_once() -> None:
    book = a_book()
    enrolled(is_operating, book, until=date(2025, 1, 1))
    with pytest.raises(BadRule, match="such an edition already"):
        enrolled(is_operating, book, since=date(2025, 1, 1))


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    book = a_book()
    enrolled(is_operating, book)
    enrolled(is_operating, book, edition=2, corrects=1)
    enrolled(is_operating, book, edition=3, corrects=2)
    assert [rule.edition for rule in book.on(date(2024, 1, 1))] == [3]


def test_two_corrections_of_one_edition_are_refused() -> None:
    book = a_book()
    enrolled(is_operating, book)
    enrolled(is_operating, book, edition=2, corrects=1)
    with pytest.raises(BadRule, match="overlaps edition 2"):
        enrolled(is_operating, book, edition=3, corrects=1)


def test_what_is_not_there_cannot_be_corrected() -> None:
    with pytest.raises(BadRule, match="no edition 1 to correct"):
        enrolled(is_operating, edition=2, corrects=1)


def test_exact_decimals_and_days_may_stand_in_a_rule() -> None:
    def begun_with_enough(f, law):
        return (f.cost > Decimal("0.01")) & (f.begun_on >= date(2024, 1, 1))

    assert enrolled(begun_with_enough).facts == ("cost", "begun_on")
