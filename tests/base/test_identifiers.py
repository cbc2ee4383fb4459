"""A BIN is checked digit group by digit group, and the message names the one that is wrong."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ondiris.base.identifiers import check_digit, trouble_with_bin

GOOD = "150140000018"


@st.composite
def bins(draw: st.DrawFn) -> str:
    """Numbers with every group in order and the check digit that belongs to them."""
    first = "".join(
        (
            draw(st.from_regex(r"[0-9]{2}", fullmatch=True)),
            f"{draw(st.integers(1, 12)):02d}",
            draw(st.sampled_from("456")),
            draw(st.sampled_from("0123")),
            draw(st.from_regex(r"[0-9]{5}", fullmatch=True)),
        )
    )
    digit = check_digit(first)
    assume(digit is not None)
    return f"{first}{digit}"


def test_the_check_digit_is_that_of_the_published_rule():
    """1·1 + 5·2 + 0·3 + 1·4 + 4·5 + 0·6 + 0·7 + 0·8 + 0·9 + 0·10 + 1·11 = 46 = 4 · 11 + 2."""
    assert check_digit("15014000001") == 2


def test_where_the_first_weights_give_ten_the_second_weights_decide():
    """First: 1·1 + 5·2 + 1·4 + 4·5 + 9·11 = 134 = 12 · 11 + 2; so a number whose first sum leaves 10 is looked for."""
    first = next(f"150140{n:05d}" for n in range(1000) if _first_sum(f"150140{n:05d}") == 10)
    weights = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
    second = sum(int(d) * w for d, w in zip(first, weights, strict=True)) % 11
    assert check_digit(first) == second


def _first_sum(first: str) -> int:
    return sum(int(d) * w for w, d in enumerate(first, 1)) % 11


@given(bins())
def test_a_rightly_formed_number_passes(number: str):
    assert trouble_with_bin(number) is None


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "digits only"),
        ("15014000001A", "digits only"),
        ("1501 4000018", "digits only"),
        ("15014000001٢", "digits only"),
        ("15014000001", "this has 11"),
        ("1501400000180", "this has 13"),
        ("150040000018", "here they are 00"),
        ("151340000018", "here they are 13"),
        ("150130000018", "Digit 5"),
        ("150144000018", "Digit 6"),
        ("150140000019", "Digit 12"),
    ],
)
def test_the_message_names_the_group_of_digits(typed: str, says: str):
    assert says in str(trouble_with_bin(typed))


@given(bins(), st.sampled_from([*range(10), 11]), st.integers(1, 9))
def test_a_mistyped_digit_is_found(number: str, place: int, step: int):
    """One wrong digit changes the weighted sum modulo 11, so one round of weights cannot miss it.

    Only where the first weights leave 10 on one side does another round decide, and may agree by chance.
    """
    changed = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    assume(10 not in (_first_sum(number[:11]), _first_sum(changed[:11])))
    assert trouble_with_bin(changed) is not None


def test_the_published_rule_does_not_check_the_eleventh_digit():
    """Its first weight is 11, which is nothing modulo 11: no filter by this rule can do better."""
    assert trouble_with_bin("000140000002") is None
    assert trouble_with_bin("000140000012") is None
