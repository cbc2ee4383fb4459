"""The numbers that the product ships, against the sources they were taken from."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ondiris.law.parameters import Certainty, Gap, Parameters, Value

SOURCES = Path(__file__).parents[4] / "shared" / "data"
SHIPPED = Parameters.load()
INDEX = "monthly_calculation_index"


def test_the_index_was_split_by_purpose_in_april_2022() -> None:
    on = date(2022, 4, 1)
    assert [SHIPPED.value(INDEX, on, purpose).value for purpose in ("benefits", "other")] == [3180, 3063]
    assert [SHIPPED.value(INDEX, date(2022, 3, 31), purpose).value for purpose in ("benefits", "other")] == [3063] * 2
    assert SHIPPED.value(INDEX, date(2023, 1, 1), "benefits").value == 3450


def test_the_index_of_a_year_whose_budget_law_is_not_at_hand_is_not_established() -> None:
    assert SHIPPED.value(INDEX, date(2026, 12, 31), "other").value == 4325
    assert isinstance(SHIPPED.value(INDEX, date(2027, 1, 1), "other"), Gap)


def test_the_index_of_unclear_purpose_in_2020_is_not_established() -> None:
    assert SHIPPED.value(INDEX, date(2020, 6, 1), "other") == Gap(INDEX, date(2020, 4, 1), date(2021, 1, 1), "other")


def test_the_base_rate_is_established_from_16_january_2023() -> None:
    assert SHIPPED.value("base_rate", date(2023, 1, 15)) == Gap("base_rate", None, date(2023, 1, 16))
    assert SHIPPED.value("base_rate", date(2023, 1, 16)).value == Decimal("16.75")


def test_the_base_rate_is_known_up_to_7_september_2026() -> None:
    assert SHIPPED.value("base_rate", date(2026, 9, 7)).value == Decimal("16.25")
    assert SHIPPED.value("base_rate", date(2026, 9, 8)) == Gap("base_rate", date(2026, 9, 8), None)


def test_a_rate_entered_later_leaves_the_days_between_open() -> None:
    entered = Value("base_rate", Decimal("15.75"), date(2026, 10, 19), "resolution", Certainty.ACT)
    segments = SHIPPED.with_values([entered]).segments("base_rate", date(2026, 9, 7), date(2026, 10, 21))
    assert [(s.days, isinstance(s.value, Gap)) for s in segments] == [(1, False), (41, True), (2, False)]


@pytest.mark.parametrize("parameter", SHIPPED.declared.values(), ids=lambda parameter: parameter.name)
def test_what_no_source_gives_is_marked_as_an_example(parameter) -> None:
    values = [value for value in SHIPPED.values if value.name == parameter.name]
    assert values
    assert all(("example" in v.source or "reported" in v.source) == (v.certainty is Certainty.EXAMPLE) for v in values)


def _rows(name: str) -> list[dict[str, str]]:
    file = SOURCES / name
    if not file.exists():
        pytest.skip(f"the sources of the values are not here: {name}")
    return list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))


def test_every_base_rate_is_that_of_its_source() -> None:
    expected = {
        date.fromisoformat(row["effective_from"]): (Decimal(row["rate_pct"]), row["confidence"])
        for row in _rows("nbk_base_rate.csv")
        if row["effective_from"] >= "2023-01-16"
    }
    assert {v.valid_from: (v.value, v.certainty) for v in SHIPPED.series("base_rate")} == expected


def test_every_index_is_that_of_its_source() -> None:
    purposes = {"all": None, "benefits": "benefits", "fines_taxes_other": "other"}
    expected = {
        (date.fromisoformat(row["effective_from"]), purposes[row["purpose"]]): (
            Decimal(row["tenge"]),
            row["confidence"],
        )
        for row in _rows("mrp.csv")
        if row["purpose"] in purposes
    }
    shipped = [value for value in SHIPPED.values if value.name == INDEX]
    assert {(v.valid_from, v.category): (v.value, v.certainty) for v in shipped} == expected
