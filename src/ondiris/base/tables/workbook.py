"""What are the rows of an XLSX workbook, where only one sheet has any?

Cells are read as what is typed in them: numbers as the shortest decimal that the file's number stands for, days as days,
per cent as per cent. A formula, an error or a merged cell refuses its row; what it came to is not taken on trust.
"""

import io
import warnings
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from typing import Any
from xml.etree.ElementTree import iterparse
from zipfile import ZipFile

import openpyxl
from django.utils.translation import gettext_lazy as _
from openpyxl.utils import range_boundaries

from ondiris.base.errors import BadInput
from ondiris.base.tables.archive import UNREADABLE, holding, is_workbook, opened
from ondiris.base.tables.head import head_of, under
from ondiris.base.tables.terms import Columns, Line, Wrong

__all__ = ["is_workbook", "workbook"]

MOST_ROWS, MOST_COLUMNS = 1_048_576, 50  # of a sheet; no kind of file has half as many columns
BATCH = 1_000

Span = tuple[int, int, int]  # the first and the last row of cells that are merged, and their first column


def workbook(content: bytes, columns: Columns) -> Iterator[Line]:
    """The rows that are not empty, by their number in the sheet. BadInput beside `file` where the whole is not taken."""
    archive = opened(content)
    book = _tried(lambda: openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False))
    sheets = [sheet for sheet in book.worksheets if any(True for _row in _rows(sheet))]
    if len(sheets) > 1:
        names = ", ".join(f"“{sheet.title}”" for sheet in sheets[:5])
        raise BadInput({"file": _("Only one sheet may have rows; here are more: %(names)s.") % {"names": names}})
    if sheets:
        yield from _lines(sheets[0], columns, _merged(archive, sheets[0]))


def _lines(sheet: Any, columns: Columns, merged: list[Span]) -> Iterator[Line]:
    head: list[str] | None = None
    for number, cells in _rows(sheet):
        texts, wrong = _texts(cells)
        span = _span_at(merged, number)
        if head is None:
            if span or wrong:
                said = {"sheet": sheet.title, "row": number}
                raise BadInput(
                    {"file": _("Sheet “%(sheet)s”, row %(row)d: the head has merged cells or a formula.") % said}
                )
            head = _head(sheet.title, texts, columns)
            continue
        named, trouble = under(head, texts)
        if span is not None:
            wrong = {span[2] - 1: "merged"} | wrong
        places = [place for place in sorted(wrong) if place >= len(head) or head[place] in columns.names]
        if places and trouble is None:
            trouble = Wrong(head[places[0]] if places[0] < len(head) else "", wrong[places[0]])
        yield Line(number, named, trouble)


def _head(sheet: str, texts: Sequence[str], columns: Columns) -> list[str]:
    try:
        return head_of(texts, columns)
    except BadInput as wrong:
        said = {"sheet": sheet, "what": wrong.fields["file"]}
        raise BadInput({"file": _("Sheet “%(sheet)s”: %(what)s") % said}) from None


def _rows(sheet: Any) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows with something in them. What the sheet says of its own size is not believed."""
    sheet.reset_dimensions()
    rows = enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS), 1)
    while batch := _tried(lambda: list(islice(rows, BATCH))):
        for number, cells in batch:
            if width := _width(cells):
                yield number, cells[:width]


def _width(cells: Sequence[Any]) -> int:
    """How many cells a row has up to the last with something in it."""
    for place in range(len(cells), 0, -1):
        if cells[place - 1].value not in (None, ""):
            return place
    return 0


def _tried(call: Any) -> Any:
    """What the library reads; BadInput for whatever it stumbles over. What it only warns of is nothing to us."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return call()
    except Exception:
        raise BadInput({"file": UNREADABLE}) from None


def _texts(cells: Sequence[Any]) -> tuple[list[str], dict[int, str]]:
    """The cells as texts, and by their place those that are no values."""
    wrong = {place: "formula" if cell.data_type == "f" else "error" for place, cell in enumerate(cells)
             if cell.data_type in ("f", "e")}  # fmt: skip
    return [_text(cell) for cell in cells], wrong


def _text(cell: Any) -> str:
    value = cell.value
    if isinstance(value, str):
        return value.replace("_x000D_", "\r")  # as Excel writes half of a line's end inside a cell
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, cell.number_format)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _number(value: int | float, shown_as: str) -> str:
    """A number as it was typed: 0.1 and not the float's long tail; zeros before it where its format shows them."""
    exact = Decimal(repr(value))
    if not exact.is_finite():
        return str(exact)
    if "%" in shown_as:
        return f"{_short(exact * 100)}%"
    text = _short(exact)
    return text.zfill(len(shown_as)) if set(shown_as) == {"0"} and text.isdigit() else text


def _short(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _merged(archive: ZipFile, sheet: Any) -> list[Span]:
    """The merged cells of a sheet as spans of rows that do not overlap, in their order."""
    path = sheet._worksheet_path  # the library reads no merged cells where it reads row by row
    if not holding(archive, path, b"mergeCell"):
        return []
    with archive.open(path) as source:
        found = _tried(lambda: sorted(_ranges(source)))
    spans: list[Span] = []
    for first, last, column in found:
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]), min(column, spans[-1][2]))
        else:
            spans.append((first, last, column))
    return spans


def _ranges(source: Any) -> Iterator[Span]:
    for _event, element in iterparse(source):  # noqa: S314  (no part defines entities: archive.opened)
        if element.tag.rpartition("}")[2] == "mergeCell":
            left, top, _right, bottom = range_boundaries(element.get("ref"))
            yield top, bottom, left
        element.clear()


def _span_at(merged: list[Span], row: int) -> Span | None:
    place = bisect_right(merged, (row, MOST_ROWS + 1, 0)) - 1
    return merged[place] if place >= 0 and merged[place][0] <= row <= merged[place][1] else None
