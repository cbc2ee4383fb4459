from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from ondiris.web.ui.fields import DayField, MoneyField, NumberField, PercentField
from ondiris.web.ui.figures import grouped


@pytest.mark.parametrize(
    ("language", "typed", "amount"),
    [
        ("en", "1250000.50", "1250000.50"),
        ("en", "1,250,000.50", "1250000.50"),
        ("en", "12,345", "12345"),
        ("en", "12,5", "12.5"),
        ("ru", "1 250 000,50", "1250000.50"),
        ("ru", "1\N{NO-BREAK SPACE}250\N{NARROW NO-BREAK SPACE}000", "1250000"),
        ("ru", "1,250,000.50", "1250000.50"),
        ("kk", "0,5", "0.5"),
    ],
)
def test_money_is_read_as_people_write_it(language: str, typed: str, amount: str) -> None:
    with override(language):
        assert MoneyField().clean(typed) == Decimal(amount)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("12 million", "not_a_number"),
        ("1e5", "not_a_number"),
        ("NaN", "not_a_number"),
        ("١٢", "not_a_number"),
        ("-1", "least"),
        ("1.005", "decimals"),
        ("1." + "0" * 40 + "1", "decimals"),
        ("9" * 18, "most"),
    ],
)
def test_money_that_cannot_be_is_refused_with_its_reason(typed: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        MoneyField().clean(typed)
    assert refused.value.code == code


def test_three_decimals_after_a_comma_are_never_taken_for_thousands_in_russian() -> None:
    with override("ru"), pytest.raises(ValidationError) as refused:
        MoneyField().clean("12,345")
    assert refused.value.code == "decimals"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@given(amount=st.decimals(min_value=0, max_value=10**14, places=2))
def test_money_shown_is_read_back_as_it_was(language: str, amount: Decimal) -> None:
    with override(language):
        assert MoneyField().clean(grouped(amount, 2)) == amount


def test_a_whole_number_takes_no_part_of_one() -> None:
    assert NumberField().clean("1 250") == 1250
    with pytest.raises(ValidationError) as refused:
        NumberField().clean("1.5")
    assert refused.value.code == "whole"


def test_a_share_is_at_most_a_hundred() -> None:
    with pytest.raises(ValidationError, match="not greater than 100"):
        PercentField().clean("100.5")


@pytest.mark.parametrize("typed", ["2027-03-31", "31.03.2027"])
def test_a_day_is_read_from_the_browser_and_from_the_hand(typed: str) -> None:
    assert DayField().clean(typed) == date(2027, 3, 31)


def test_a_day_before_the_first_is_refused_in_words() -> None:
    with pytest.raises(ValidationError, match="22 November 2026"):
        DayField(first=date(2026, 11, 22)).clean("2026-11-21")


class Asked(forms.Form):
    amount = MoneyField(label="Amount", help_text="At most half.")
    direction = forms.ChoiceField(label="Direction", widget=forms.RadioSelect, choices=[("x", "Exports")])
    note = forms.CharField(label="Note", required=False)


def test_a_field_ties_hint_and_error_to_its_control_and_keeps_what_was_typed() -> None:
    html = Asked({"amount": "12 million"})["amount"].as_field_group()
    assert 'aria-describedby="id_amount_helptext id_amount_error"' in html
    assert 'id="id_amount_error"' in html
    assert 'value="12 million"' in html
    assert 'aria-invalid="true"' in html


def test_a_group_of_choices_is_a_fieldset_with_a_legend() -> None:
    html = Asked()["direction"].as_field_group()
    assert "<fieldset" in html
    assert "<legend" in html


def test_only_what_may_be_left_out_says_so() -> None:
    assert "(optional)" in Asked()["note"].as_field_group()
    assert "(optional)" not in Asked()["amount"].as_field_group()


def test_a_stored_amount_is_shown_as_the_reader_writes_numbers() -> None:
    with override("kk"):
        html = Asked(initial={"amount": Decimal("1250000.5")})["amount"].as_field_group()
    assert 'value="1\N{NO-BREAK SPACE}250\N{NO-BREAK SPACE}000,50"' in html
