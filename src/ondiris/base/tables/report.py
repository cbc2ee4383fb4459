"""How do refused rows go back, so that they can be corrected and sent again as they are?"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from ondiris.base.tables.terms import NOTES, Columns
from ondiris.base.tables.values import harmless

Rows = Iterable[Mapping[str, Any]]  # as a taken file keeps them


def as_csv(refused: Rows, columns: Columns, said: Mapping[str, str]) -> bytes:
    """CSV in UTF-8 with its mark: line, column and reason, then the cells as typed. `said` has each reason's sentence."""
    out = io.StringIO()
    writer = csv.writer(out)
    for cells in _rows(refused, columns, said):
        writer.writerow([harmless(cell) for cell in cells])
    return ("\ufeff" + out.getvalue()).encode()


def as_xlsx(refused: Rows, columns: Columns, said: Mapping[str, str]) -> bytes:
    """The same as a workbook in which every cell is text, so that nothing is made a number on the way."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet, text, bold = book.add_worksheet(), book.add_format({"num_format": "@"}), book.add_format({"bold": True})
    sheet.set_column(0, len(NOTES) + len(columns.names), 24, text)
    for line, cells in enumerate(_rows(refused, columns, said)):
        for place, cell in enumerate(cells):
            sheet.write_string(line, place, cell, text if line else bold)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _rows(refused: Rows, columns: Columns, said: Mapping[str, str]) -> Iterator[list[str]]:
    yield [*NOTES, *columns.names]
    for row in refused:
        cells = (row["cells"].get(name, "") for name in columns.names)
        yield [str(row["line"]), row["column"], said[row["reason"]], *cells]
