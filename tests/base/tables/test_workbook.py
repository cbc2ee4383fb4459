"""Workbooks: values as they were typed, rows with formulas and merged cells back, hostile files refused whole."""

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.base.errors import BadInput
from ondiris.base.tables import Columns, Read, read
from ondiris.base.tables.archive import MOST_UNPACKED
from ondiris.base.tables.values import harmless
from tests.base.tables.books import HEAD, book, in_sheet, remade

COLUMNS = Columns(HEAD, HEAD[:1], most_rows=50)


def rows(content: bytes) -> Read:
    return read(content, COLUMNS, lambda line, cells: (line, *cells.values()))


def wrong(content: bytes) -> list[tuple[int, str, str]]:
    return [(one.line, one.column, one.reason) for one in rows(content).refused]


def refused_whole(content: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        rows(content)
    assert set(caught.value.fields) == {"file"}
    return str(caught.value.fields["file"])


def test_texts_numbers_and_empty_cells_come_as_typed():
    content = book(["Насос", None, 0.1], [None, None, None], ["=x", "2026-01-31", 1e20], ["a", True, 1234567890123456])
    assert rows(content).rows == [
        (2, "Насос", "", "0.1"),
        (4, "=x", "2026-01-31", "100000000000000000000"),
        (5, "a", "TRUE", "1234567890123456"),
    ]


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_an_amount_with_two_decimals_survives_the_workbook(amount: Decimal):
    found = rows(book(["a", None, amount])).rows[0][-1]
    assert Decimal(found) == amount
    assert len(found.partition(".")[2]) <= 2


def test_the_long_tail_that_excel_writes_is_the_short_number():
    content = in_sheet(book(["a", None, 0.5]), b"<v>0.5</v>", b"<v>0.10000000000000001</v>")
    assert rows(content).rows == [(2, "a", "", "0.1")]


def test_days_per_cent_and_leading_zeros_come_as_shown():
    def more(made, sheet):
        sheet.write_datetime(1, 1, date(2026, 1, 31), made.add_format({"num_format": "dd.mm.yyyy"}))
        sheet.write_number(2, 1, 46053.5, made.add_format({"num_format": "yyyy-mm-dd hh:mm"}))
        sheet.write_number(1, 2, 0.333333, made.add_format({"num_format": "0.0000%"}))
        sheet.write_number(2, 2, 10140000123, made.add_format({"num_format": "000000000000"}))

    assert rows(book(["a"], ["b"], more=more)).rows == [
        (2, "a", date(2026, 1, 31).isoformat(), "33.3333%"),
        (3, "b", "2026-01-31 12:00:00", "010140000123"),
    ]


def test_days_of_a_book_that_counts_from_1904_are_the_same_days():
    content = book(
        ["a"],
        more=lambda made, sheet: sheet.write_datetime(
            1, 1, date(2026, 1, 31), made.add_format({"num_format": "d.m.yy"})
        ),
    )

    def change(name, part):
        return part.replace(b"<workbookPr ", b'<workbookPr date1904="1" ') if name == "xl/workbook.xml" else part

    moved = remade(content, change)
    assert rows(moved).rows[0][2] == "2030-02-01"  # the same number means four years and a day later there


def test_a_formula_refuses_its_row_whatever_it_came_to():
    content = book(["a", None, 1], ["b"], more=lambda made, sheet: sheet.write_formula(2, 2, "=1+1", None, 2))
    assert wrong(content) == [(3, "count", "formula")]
    assert rows(content).rows == [(2, "a", "", "1")]


def test_an_error_instead_of_a_value_refuses_its_row():
    content = in_sheet(book(["a", None, 7]), b'<c r="C2"><v>7</v>', b'<c r="C2" t="e"><v>#N/A</v>')
    assert wrong(content) == [(2, "count", "error")]


def test_merged_cells_refuse_their_rows_and_no_others():
    content = book(["a"], ["b"], ["c"], ["d"], more=lambda made, sheet: sheet.merge_range(2, 1, 3, 1, "2026-01-31"))
    assert wrong(content) == [(3, "day", "merged"), (4, "day", "merged")]
    assert [row[0] for row in rows(content).rows] == [2, 5]


def test_cells_beyond_the_head_and_a_nul_refuse_their_rows():
    assert wrong(book(["a", None, None, "more"])) == [(2, "", "cells")]


def test_a_head_with_merged_cells_or_a_formula_is_named():
    merged = book(["a"], more=lambda made, sheet: sheet.merge_range(0, 0, 0, 2, "Plan"))
    assert "Sheet “Plan”, row 1" in refused_whole(merged)
    formula = book(["a"], more=lambda made, sheet: sheet.write_formula(0, 2, '="count"', None, "count"))
    assert "Sheet “Plan”, row 1" in refused_whole(formula)


def test_a_head_that_lacks_a_column_names_its_sheet():
    assert refused_whole(book(["a"], head=["nomen"])) == "Sheet “Plan”: The head has no column name."


def test_only_one_sheet_may_have_rows():
    def more(made, sheet):
        made.add_worksheet("Empty")
        made.add_worksheet("Other").write(3, 3, "x")

    assert "“Plan”, “Other”" in refused_whole(book(["a"], more=more))
    assert rows(book(["a"], more=lambda made, sheet: made.add_worksheet("Empty"))).rows


def test_more_rows_than_are_taken_at_once_are_refused():
    assert len(rows(book(*(["a"] for _ in range(50)))).rows) == 50
    assert "more rows" in refused_whole(book(*(["a"] for _ in range(51))))


def test_what_a_sheet_says_of_its_size_is_not_believed():
    content = in_sheet(book(["a"]), b'<dimension ref="A1:C2"/>', b'<dimension ref="A1:XFD1048576"/>')
    assert len(rows(content).rows) == 1
    far = in_sheet(book(["a"], ["b"]), b'<row r="3"', b'<row r="99999999999999"')
    assert len(rows(in_sheet(far, b'r="A3"', b'r="A1048577"')).rows) == 1


@pytest.mark.parametrize("name", ["xl__vbaProject.bin", "xl__VBAPROJECT.BIN"])
def test_macros_are_refused(name):
    content = remade(book(["a"]), lambda _name, part: part, **{name: b"x"})
    assert "macros" in refused_whole(content)


def test_a_kind_with_macros_is_refused_even_without_them():
    def change(name, part):
        return part.replace(b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main")

    assert "macros" in refused_whole(remade(book(["a"]), change))


def test_a_bomb_is_refused_before_it_is_unpacked():
    content = remade(book(["a"]), lambda _name, part: part, xl__media=b"\0" * 30_000_000)
    assert len(content) < 100_000
    assert "too large when unpacked" in refused_whole(content)


def test_many_parts_that_are_too_large_together_are_refused():
    out = io.BytesIO(book(["a"]))
    with zipfile.ZipFile(out, "a") as archive:
        info = zipfile.ZipInfo("big")
        archive.writestr(info, b"x")
    content = bytearray(out.getvalue())
    place = content.rindex(b"PK\x01\x02")  # the size that the directory names for the last part
    content[place + 24 : place + 28] = (MOST_UNPACKED).to_bytes(4, "little")
    content[place + 20 : place + 24] = (MOST_UNPACKED).to_bytes(4, "little")
    assert "too large when unpacked" in refused_whole(bytes(content))


def test_a_part_that_is_larger_than_it_says_is_not_read_on():
    content = bytearray(remade(book(["a"]), lambda _name, part: part))
    place = content.index(b"PK\x01\x02", content.index(b"xl/worksheets/sheet1.xml"))
    name = content.rindex(b"xl/worksheets/sheet1.xml")
    entry = content.rindex(b"PK\x01\x02", 0, name)
    content[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    assert place
    assert "cannot be read" in refused_whole(bytes(content))


@pytest.mark.parametrize(
    "prologue",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        b'<!doctype x SYSTEM "file:///etc/passwd">',
    ],
)
def test_entities_are_not_read(prologue):
    content = in_sheet(book(["a"]), b"<worksheet", prologue + b"<worksheet")
    assert "cannot be read" in refused_whole(content)


@pytest.mark.parametrize("encoding", ["utf-16", "cp037"])
def test_xml_that_hides_its_bytes_is_not_read(encoding):
    def change(name, part):
        if not name.endswith("sheet1.xml"):
            return part
        head, _close, body = part.decode().partition("?>")
        if encoding == "cp037":
            return head.replace("UTF-8", encoding).encode() + b"?>" + body.encode(encoding)
        return (head.replace("UTF-8", encoding) + "?>" + body).encode(encoding)

    assert "cannot be read" in refused_whole(remade(book(["a"]), change))


def test_a_locked_or_old_workbook_says_so():
    assert "password" in refused_whole(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    content = bytearray(book(["a"]))
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1
    assert "password" in refused_whole(bytes(content))


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        b"PK\x03\x04" + b"\0" * 100,
        book(["a"])[:-40],
        remade(book(["a"]), lambda name, part: None if name == "xl/workbook.xml" else part),
        remade(book(["a"]), lambda name, part: None if name.endswith("Types].xml") else part),
        remade(book(["a"]), lambda name, part: part[:-20] if name.endswith("sheet1.xml") else part),
        remade(book(["a"]), lambda name, part: b"" if name.endswith("styles.xml") else part),
        in_sheet(book(["a"]), b'r="A2"', b'r="A2" t="s" s="99"'),
        in_sheet(book(["a", None, 7]), b"<v>7</v>", b"<v>seven</v>"),
        in_sheet(book(["a", None, 7]), b"<v>7</v>", b"<v>" + b"9" * 5_000 + b"</v>"),
    ],
    ids=[
        "nothing",
        "zeros",
        "cut",
        "no book",
        "no types",
        "cut sheet",
        "no styles",
        "no style",
        "no number",
        "endless",
    ],
)
def test_a_broken_workbook_is_refused_whole(content):
    assert "cannot be read" in refused_whole(content)


def test_a_workbook_with_no_rows_says_so():
    assert "no rows" in refused_whole(book())
    assert "no rows" in refused_whole(book(head=[]))


def test_a_number_beyond_all_bounds_is_a_text_that_no_column_takes():
    content = in_sheet(book(["a", None, 7]), b"<v>7</v>", b"<v>1E999</v>")
    assert rows(content).rows == [(2, "a", "", "Infinity")]


def test_what_excel_adds_to_a_sheet_is_passed_over():
    def more(made, sheet):
        sheet.data_validation("A2", {"validate": "list", "source": ["a", "b"]})
        sheet.conditional_format("A1:A9", {"type": "data_bar", "data_bar_2010": True})

    assert rows(book(["a"], more=more)).rows == [(2, "a", "", "")]


def test_the_ends_of_lines_inside_a_cell_are_no_letters():
    content = remade(book(["a b"]), lambda name, part: part.replace(b"a b", b"a_x000D_\nb"))
    assert rows(content).rows[0][1].split() == ["a", "b"]


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="'"), max_size=8)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=4))
def test_a_workbook_and_a_csv_file_of_the_same_texts_say_the_same(texts):
    if not any(cell.strip() for row in texts for cell in row):
        return
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEAD, *([harmless(cell) for cell in row] for row in texts)])
    told = [[cell.strip() for cell in row] for row in texts if any(cell.strip() for cell in row)]
    for content in (book(*texts), out.getvalue().encode()):
        assert [list(row[1:]) for row in rows(content).rows] == told
