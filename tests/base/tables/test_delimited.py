"""CSV and rows of programs: encodings, what refuses a row and what the whole, and refused rows that come in again."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.base.errors import BadInput
from ondiris.base.tables import READING, Columns, Read, Wrong, read
from ondiris.base.tables.read import Given
from ondiris.base.tables.report import as_csv, as_xlsx
from ondiris.base.tables.taken import fields_of
from ondiris.base.tables.values import as_typed, day, decimals, harmless, number

COLUMNS = Columns(("name", "count"), ("name",), most_rows=3)


def rows(source: bytes | Given) -> Read:
    return read(source, COLUMNS, lambda line, cells: (line, *cells.values()))


def nobody(line, cells):
    raise Wrong("count", "error")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_usual_encodings_and_delimiters_are_read(encoding, delimiter):
    text = f"Name{delimiter}COUNT{delimiter}{delimiter}\r\n Насос {delimiter}1\r\n\r\n"
    assert rows(text.encode(encoding)).rows == [(2, "Насос", "1")]


@pytest.mark.parametrize("content", ["name\nx".encode("utf-16"), b"\x00\x01", b"name,na\0me\nx"])
def test_what_is_no_text_is_refused_whole(content):
    with pytest.raises(BadInput) as caught:
        rows(content)
    assert set(caught.value.fields) == {"file"}


def test_a_character_that_cannot_be_kept_refuses_its_row_alone():
    found = rows(b"name,count\na,1\nb\0c,2\n")
    assert found.rows == [(2, "a", "1")]
    assert [(one.line, one.column, one.reason) for one in found.refused] == [(3, "name", "nul")]
    assert found.refused[0].cells["name"] == "b\N{REPLACEMENT CHARACTER}c"


def test_more_rows_than_are_taken_at_once_are_refused_whole():
    assert len(rows(b"name\n1\n2\n3").rows) == 3
    with pytest.raises(BadInput):
        rows(b"name\n1\n2\n3\n4")


def test_rows_of_a_program_are_texts_by_column():
    given = [{"name": "a", "count": 7}, {"name": "b", "count": Decimal("1E+2")}, {"name": "c", "count": None}]
    assert rows(given).rows == [(1, "a", "7"), (2, "b", "100"), (3, "c", "")]


@pytest.mark.parametrize("value", ["1E+999999999", "-1E-999999999", "NaN"])
def test_a_number_of_a_program_without_bounds_is_not_written_out(value):
    assert len(rows([{"name": "a", "count": Decimal(value)}]).rows[0][-1]) < 20


@pytest.mark.parametrize("write", [as_csv, as_xlsx])
def test_refused_rows_come_in_again_as_they_were(write):
    typed = [("=1+1", "-5"), ("+7 (727) әў", "'quoted'"), ("two\nlines", "0012"), ("x" * 900, "")]
    found = read([{"name": name, "count": count} for name, count in typed[:3]], COLUMNS, nobody)
    found.refused += read([{"name": typed[3][0], "count": ""}], COLUMNS, nobody).refused
    file = fields_of("x", 0, found.refused[:3])
    again = rows(write(file["refused"], COLUMNS, READING))
    assert [row[1:] for row in again.rows] == typed[:3]
    file = fields_of("x", 0, found.refused[3:])
    assert rows(write(file["refused"], COLUMNS, READING)).rows[0][1:] == typed[3]


@given(st.text())
def test_a_mark_against_formulas_is_taken_off_again(text):
    if not (text.startswith("'") and as_typed(text) != text):
        assert as_typed(str(harmless(text))) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1234.5", "1234.5"),
        ("1234,5", "1234.5"),
        ("1 234,50", "1234.50"),
        ("1\u00a0234\u202f567", "1234567"),
        ("-3", "-3"),
    ],
)
def test_numbers_are_read_exactly(text, meant):
    assert str(number(text)) == meant


@pytest.mark.parametrize(
    "text", ["", "1,234.5", "1.234,5", "12 34", "1e5", "٣", "+1", "1 ", "0x1", ".5", "5.", "1 2345", "9" * 61, "½"]
)
def test_other_numbers_are_none(text):
    assert number(text) is None


def test_decimals_are_counted_without_closing_zeros():
    assert [decimals(Decimal(one)) for one in ("1.2300", "100", "1E+3", "0.00")] == [2, 0, 0, 0]


def test_days_are_read_in_both_forms_and_no_other():
    assert day("2026-01-31") == day("31.01.2026") == date(2026, 1, 31)
    for text in ("2026-02-30", "31.02.2026", "31/01/2026", "1.1.2026", "20260131", "2026-W05-6", "٢٠٢٦-٠١-٣١", ""):
        assert day(text) is None, text
