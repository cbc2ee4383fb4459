"""What expressions of rules mean: three values, exact products, nothing passed over."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.law.rulebook import Outcome, when
from ondiris.law.rulebook.expressions import Expression
from ondiris.law.types import Count, YesNo
from tests.law.rulebook.books import answer

Kleene = bool | None


def no(one: Kleene) -> Kleene:
    return None if one is None else not one


def both(one: Kleene, other: Kleene) -> Kleene:
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def either(one: Kleene, other: Kleene) -> Kleene:
    return no(both(no(one), no(other)))


def chosen(condition: Kleene, then: Kleene, otherwise: Kleene) -> Kleene:
    return None if condition is None else then if condition else otherwise


def combined(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        parts.map(lambda a: (~a[0], no(a[1]))),
        st.tuples(parts, parts).map(lambda p: (p[0][0] & p[1][0], both(p[0][1], p[1][1]))),
        st.tuples(parts, parts).map(lambda p: (p[0][0] | p[1][0], either(p[0][1], p[1][1]))),
        st.tuples(parts, parts, parts).map(
            lambda p: (when(p[0][0]).then(p[1][0]).otherwise(p[2][0]), chosen(p[0][1], p[1][1], p[2][1]))
        ),
    )


FRAME = pl.DataFrame(
    {"yes": [True], "no": [False], "unknown": [None]}, schema=dict.fromkeys(("yes", "no", "unknown"), pl.Boolean)
)
LEAVES = st.sampled_from(
    [(Expression(pl.col(name), YesNo()), value) for name, value in (("yes", True), ("no", False), ("unknown", None))]
)


@given(st.recursive(LEAVES, combined, max_leaves=8))
def test_every_combination_follows_the_logic_of_three_values(pair: tuple[Expression, Kleene]) -> None:
    expression, expected = pair
    assert FRAME.select(expression.column).item() is expected


@pytest.mark.parametrize("operator", ["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"])
def test_a_comparison_with_what_is_missing_is_undetermined(operator: str) -> None:
    count = Expression(pl.lit(None, dtype=pl.Int64), Count())
    assert pl.select(getattr(count, operator)(3).column).item() is None


def in_the_list(f, law):
    return f.kind.is_in(["car", "bus"])


def not_in_the_list(f, law):
    return ~f.kind.is_in(["car", "bus"])


@pytest.mark.parametrize("rule", [in_the_list, not_in_the_list])
def test_membership_of_what_is_missing_is_undetermined(rule: Callable[..., Any]) -> None:
    assert answer(rule) is Outcome.UNDETERMINED


def test_membership() -> None:
    assert [answer(in_the_list, kind=kind) for kind in ("car", "tractor")] == [Outcome.MET, Outcome.NOT_MET]


def enough_of_its_own(f, law):
    return f.own_funds * 100 >= f.cost * law["least_share"]


@pytest.mark.parametrize(("own", "outcome"), [("20.00", Outcome.MET), ("19.99", Outcome.NOT_MET)])
def test_a_share_is_compared_to_the_last_tiyn(own: str, outcome: Outcome) -> None:
    assert answer(enough_of_its_own, own_funds=Decimal(own), cost=Decimal("100.00")) is outcome


def test_a_share_is_exact_for_the_largest_amounts() -> None:
    cost, own = Decimal("999999999999999.99"), Decimal("199999999999999.99")
    assert answer(enough_of_its_own, own_funds=own, cost=cost) is Outcome.NOT_MET
    assert answer(enough_of_its_own, own_funds=own + Decimal("0.01"), cost=cost) is Outcome.MET


money = st.decimals(0, 10**15 - 1, places=2)


@given(own=money, cost=money)
def test_a_share_agrees_with_exact_arithmetic(own: Decimal, cost: Decimal) -> None:
    met = own * 100 >= cost * 20
    assert answer(enough_of_its_own, own_funds=own, cost=cost) is Outcome.of(met)


def square_of_money(f, law):
    return f.cost * f.cost > Decimal("1.2320")


def test_a_product_of_decimals_keeps_all_digits() -> None:
    assert answer(square_of_money, cost=Decimal("1.11")) is Outcome.MET  # 1.2321, where Polars rounds to 1.23


def many_times_many(f, law):
    return f.capacity * f.staff > 1_000_000


def test_a_product_of_counts_does_not_wrap_around() -> None:
    assert answer(many_times_many, capacity=10**11, staff=10**11) is Outcome.MET


def what_others_pay(f, law):
    return 100 - f.share <= 80


@pytest.mark.parametrize(("share", "outcome"), [("20", "met"), ("19.999999", "not_met")])
def test_a_literal_may_stand_first(share: str, outcome: str) -> None:
    assert answer(what_others_pay, share=Decimal(share)) == outcome


def from_a_day(f, law):
    return f.begun_on >= date(2024, 1, 1)


@pytest.mark.parametrize(("day", "outcome"), [(date(2024, 1, 1), "met"), (date(2023, 12, 31), "not_met")])
def test_days_are_compared(day: date, outcome: str) -> None:
    assert answer(from_a_day, begun_on=day) == outcome


def by_kind(f, law):
    return f.capacity >= law["least_capacity", f.kind]


@pytest.mark.parametrize(
    ("kind", "outcome"), [("car", Outcome.NOT_MET), ("bus", Outcome.MET), ("tractor", Outcome.UNDETERMINED)]
)
def test_a_parameter_by_category_follows_the_fact(kind: str, outcome: Outcome) -> None:
    assert answer(by_kind, kind=kind, capacity=1_200) is outcome


def test_a_parameter_by_a_missing_category_is_undetermined() -> None:
    assert answer(by_kind, capacity=1_000_000) is Outcome.UNDETERMINED


def test_a_gap_in_a_parameter_is_undetermined() -> None:
    facts = {"own_funds": Decimal(1), "cost": Decimal(1)}
    assert answer(enough_of_its_own, on=date(2024, 12, 31), **facts) is Outcome.MET
    assert answer(enough_of_its_own, on=date(2025, 1, 1), **facts) is Outcome.UNDETERMINED


def codes(f, law):
    return f.code == f.other_code


def test_codes_keep_their_leading_zeros() -> None:
    assert answer(codes, code="0870", other_code="870") is Outcome.NOT_MET
