"""The level of fulfilment: reached by target, capped, the mean over years, the weighted mean over indicators."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ondiris.domains.agreements.fulfilment import Indicator, YearOf, fulfilment

ONE = Fraction(1)
TARGETS = st.decimals(Decimal("0.0001"), Decimal(10**9), places=4)
REACHED = st.decimals(Decimal(0), Decimal(10**9), places=4)


def indicator(*years: tuple[str, str | None], weight: int = 1, due: int = 9) -> Indicator:
    """Years as (target, reached), of which the first `due` are due."""
    return Indicator(
        "Exports",
        "export",
        "tonnes",
        weight,
        tuple(
            YearOf(2025 + n, Decimal(target), None if reached is None else Decimal(reached), due=n < due)
            for n, (target, reached) in enumerate(years)
        ),
    )


def level(*indicators: Indicator) -> Fraction | None:
    return fulfilment(indicators, ONE).level


def test_a_level_is_an_exact_share():
    assert level(indicator(("3", "1"))) == Fraction(1, 3)


def test_years_count_alike():
    assert level(indicator(("100", "50"), ("200", "200"))) == Fraction(3, 4)


def test_indicators_count_by_their_weight():
    assert level(indicator(("1", "1"), weight=3), indicator(("1", "0"))) == Fraction(3, 4)


def test_one_year_beyond_its_target_does_not_mend_another():
    assert level(indicator(("100", "50"), ("100", "150"))) == Fraction(3, 4)


def test_a_year_not_due_does_not_count_and_one_not_reported_leaves_the_level_open():
    assert level(indicator(("1", "1"), ("1", None), due=1)) == 1
    assert level(indicator(("1", "1"), ("1", None))) is None
    assert level(indicator(("1", "1")), indicator(("1", None))) is None


def test_without_a_year_that_is_due_there_is_no_level():
    assert level(indicator(("1", None), due=0)) is None
    assert fulfilment([], ONE).level is None


def test_a_cap_above_one_lets_one_indicator_help_another():
    assert fulfilment([indicator(("1", "2")), indicator(("2", "1"))], Fraction(3, 2)).level == 1


@given(st.lists(st.tuples(TARGETS, REACHED), min_size=1, max_size=5), st.integers(1, 9))
def test_a_level_lies_between_nothing_and_everything(years, weight):
    found = level(indicator(*((str(t), str(r)) for t, r in years), weight=weight))
    assert 0 <= found <= 1


@given(TARGETS, REACHED, REACHED)
def test_reaching_more_never_lowers_the_level(target, one, other):
    less, more = sorted((one, other))
    assert level(indicator((str(target), str(less)))) <= level(indicator((str(target), str(more))))
