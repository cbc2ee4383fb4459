"""What does a table from outside say, row by row, and which rows of it cannot be read?

A table is a CSV file, a workbook of Excel, or rows that a program sent. What makes the whole of it unreadable is a
BadInput beside `file`; what is wrong with a row comes back with its line and column, and the others are read.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import BadInput
from ondiris.base.tables.delimited import delimited
from ondiris.base.tables.head import without_nul
from ondiris.base.tables.terms import LONGEST, NOTES, Columns, Line, Read, Refused, Watch, Wrong, unwatched
from ondiris.base.tables.values import plain
from ondiris.base.tables.workbook import is_workbook, workbook

Row = TypeVar("Row")
Given = Sequence[Mapping[str, str | int | Decimal | None]]  # rows of a program, a value each


def read(
    source: bytes | Given, columns: Columns, row: Callable[[int, Mapping[str, str]], Row], watch: Watch = unwatched
) -> Read[Row]:
    """The rows of a table, each made by `row` from its line and its cells of every column.

    It raises Wrong for one that is not taken.
    """
    found: Read[Row] = Read()
    for line in watch(_lines(source, columns), "read"):
        try:
            if line.wrong is not None:
                raise line.wrong
            found.rows.append(row(line.number, {name: line.cells.get(name, "") for name in columns.names}))
        except Wrong as wrong:
            found.refused.append(Refused(line.number, wrong.column, wrong.reason, kept(line.cells, columns)))
    if not found.rows and not found.refused:
        raise BadInput({"file": _("The file has no rows below its head.")})
    return found


def kept(cells: Mapping[str, str], columns: Columns) -> dict[str, str]:
    """The cells of a row as they are kept with its refusal: what was typed, as far as it can be stored."""
    texts = {name: cells.get(name, "").replace("\0", "\N{REPLACEMENT CHARACTER}") for name in columns.names}
    return {name: text if len(text) <= LONGEST else f"{text[:LONGEST]}…" for name, text in texts.items()}


def _lines(source: bytes | Given, columns: Columns) -> Iterator[Line]:
    if not isinstance(source, bytes):
        lines = _given(source)
    else:
        lines = workbook(source, columns) if is_workbook(source) else delimited(source, columns)
    for place, line in enumerate(lines):
        if place >= columns.most_rows:
            raise BadInput({"file": _("The file has more rows than are taken at once. Send it in parts.")})
        yield line


def _given(rows: Given) -> Iterator[Line]:
    """Rows of a program: their line is their place, the first being 1."""
    for place, row in enumerate(rows, 1):
        cells = {name: plain(value).strip() for name, value in row.items() if name not in NOTES}
        yield Line(place, cells, without_nul(cells))
