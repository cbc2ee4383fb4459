"""Amounts have two decimals at most, and exact sums are rounded half up, once."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.base.money import MOST, is_money, round_half_up

UNITS = st.sampled_from([Decimal("0.01"), Decimal(1), Decimal(10), Decimal(1000)])
EXACT = st.fractions(-(10**13), 10**13, max_denominator=10**9)


@pytest.mark.parametrize("amount", ["0", "0.01", "1", "1.5", "1.500", "1E+3", str(MOST)])
def test_an_amount_of_money(amount: str):
    assert is_money(Decimal(amount))


@pytest.mark.parametrize(
    "amount", ["-0.01", "0.001", "1.005", "1E-50", "NaN", "sNaN", "Infinity", "-Infinity", "1E+15", "1E+999"]
)
def test_not_an_amount_of_money(amount: str):
    assert not is_money(Decimal(amount))


@pytest.mark.parametrize(
    ("exact", "unit", "rounded"),
    [
        (Fraction(1, 2), "1", "1"),
        (Fraction(3, 2), "1", "2"),
        (Fraction(-1, 2), "1", "-1"),
        (Fraction(49, 100), "1", "0"),
        (Fraction(1, 3), "0.01", "0.33"),
        (Fraction(5, 1000), "0.01", "0.01"),
        (Fraction(1499), "1000", "1000"),
        (Fraction(1500), "1000", "2000"),
    ],
)
def test_halves_go_away_from_zero(exact: Fraction, unit: str, rounded: str):
    assert round_half_up(exact, Decimal(unit)) == Decimal(rounded)


@given(EXACT, UNITS)
def test_the_rounded_sum_is_a_multiple_no_farther_than_half_a_unit(exact: Fraction, unit: Decimal):
    rounded = round_half_up(exact, unit)
    assert rounded % unit == 0
    assert abs(Fraction(rounded) - exact) <= Fraction(unit) / 2


@given(EXACT, EXACT, UNITS)
def test_more_never_rounds_to_less(one: Fraction, other: Fraction, unit: Decimal):
    less, more = sorted((one, other))
    assert round_half_up(less, unit) <= round_half_up(more, unit)


@given(EXACT, UNITS)
def test_owing_is_rounded_as_being_owed(exact: Fraction, unit: Decimal):
    assert round_half_up(-exact, unit) == -round_half_up(exact, unit)
