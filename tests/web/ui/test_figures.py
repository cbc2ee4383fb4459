from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.translation import override

from ondiris.web.ui import figures

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "22 November 2026"), ("ru", "22 ноября 2026 г."), ("kk", "2026 жылғы 22 қараша")],
)
def test_a_day_is_written_as_in_official_letters(language: str, text: str) -> None:
    with override(language):
        assert figures.day(date(2026, 11, 22)) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "12,345,678.90 ₸"), ("ru", "12 345 678,90 ₸"), ("kk", "12 345 678,90 ₸")],
)
def test_money_has_two_decimals_and_never_breaks_over_lines(language: str, text: str) -> None:
    with override(language):
        assert figures.tenge(Decimal("12345678.9")) == text.replace(" ", NBSP)


def test_money_is_not_rounded_by_showing_it() -> None:
    assert figures.tenge(Decimal("0.12345")) == f"0.12345{NBSP}₸"


@pytest.mark.parametrize("amount", [1.5, 7])
def test_money_is_decimal_only(amount: object) -> None:
    with pytest.raises(TypeError):
        figures.tenge(amount)  # type: ignore[arg-type]


def test_a_negative_number_has_a_minus_sign_and_zero_has_none() -> None:
    assert figures.number(Decimal("-1234.50")) == "−1,234.5"
    assert figures.number(Decimal("-0.00")) == "0"


def test_a_great_whole_number_keeps_every_digit() -> None:
    assert figures.number(12345678901234567890123) == "12,345,678,901,234,567,890,123"


@pytest.mark.parametrize(("language", "text"), [("en", "62.5%"), ("ru", f"62,5{NBSP}%"), ("kk", f"62,5{NBSP}%")])
def test_a_share_is_in_percent_points(language: str, text: str) -> None:
    with override(language):
        assert figures.percent(Decimal("62.50")) == text


def test_a_period_names_its_last_day_though_its_end_is_excluded() -> None:
    assert figures.period(date(2027, 1, 1), date(2028, 1, 1)) == "1 January 2027 – 31 December 2027"


def test_a_period_of_one_day_is_that_day() -> None:
    assert figures.period(date(2027, 1, 1), date(2027, 1, 2)) == "1 January 2027"


def test_an_open_period_has_no_end() -> None:
    assert figures.period(date(2027, 1, 1), None) == "from 1 January 2027"


def test_an_instant_is_told_by_the_clock_of_the_country() -> None:
    assert figures.instant(datetime(2026, 11, 22, 20, 30, tzinfo=UTC)) == "23 November 2026, 01:30"
    assert figures.day(datetime(2026, 11, 22, 20, 30, tzinfo=UTC)) == "23 November 2026"


def test_templates_have_the_same_words_as_filters() -> None:
    template = Template("{{ amount|tenge }}, {{ day|day }}, {% period day None %}, {{ nothing|tenge }}")
    text = template.render(Context({"amount": Decimal(5), "day": date(2026, 3, 1), "nothing": None}))
    assert text == f"5.00{NBSP}₸, 1 March 2026, from 1 March 2026, —"
