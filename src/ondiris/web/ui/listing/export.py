"""How does a whole list leave as a file, whatever its length?"""

import csv
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import IO, Any

import xlsxwriter  # type: ignore[import-untyped]
from django.http import FileResponse, QueryDict, StreamingHttpResponse
from django.utils import translation

from ondiris.base.tables.values import harmless
from ondiris.web.ui.listing.declare import Column, Listing, Row
from ondiris.web.ui.listing.keyset import Order

BATCH = 2_000  # rows a round trip
SHEET = 1_048_575  # rows of a worksheet below its head
CELL = 32_767  # characters of a cell


def as_csv(listing: Listing, query: QueryDict) -> StreamingHttpResponse:
    """The list as CSV in UTF-8 with a byte order mark, days as 2027-03-31, decimals with a point; begins at once."""
    columns, rows = _whole(listing, query)
    response = StreamingHttpResponse(
        _lines(columns, rows, translation.get_language()), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{listing.file_name}.csv"'
    return response


def as_xlsx(listing: Listing, query: QueryDict) -> FileResponse:
    """The list as a workbook, written row by row to disk; what exceeds a worksheet goes on in the next."""
    columns, rows = _whole(listing, query)
    file = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    _fill(file, columns, rows)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{listing.file_name}.xlsx")


def _whole(listing: Listing, query: QueryDict) -> tuple[list[Column], Iterator[Row]]:
    form = listing.form(query)
    rows = listing.narrowed(form)
    columns = listing.chosen(form)
    column, descending = listing.order(form)
    whole = Order.of(rows, column, listing.key, descending).sorted(rows)
    return columns, whole.values(*{each.reads for each in columns}).iterator(chunk_size=BATCH)


class _Echo:
    """A file that hands each written line back, as csv.writer's writerow returns it."""

    def write(self, line: str) -> str:
        return line


def _lines(columns: Sequence[Column], rows: Iterator[Row], language: str | None) -> Iterator[str]:
    """The file's text piece by piece; it is read after the request, whose language is gone by then."""
    writer = csv.writer(_Echo())
    with translation.override(language):
        head = writer.writerow([str(column.label) for column in columns])
    yield "\ufeff" + head
    while batch := list(islice(rows, BATCH)):
        with translation.override(language):
            text = "".join(writer.writerow([harmless(_plain(each, row)) for each in columns]) for row in batch)
        yield text


def _plain(column: Column, row: Row) -> Any:
    value = row[column.reads]
    return "" if value is None else column.kind.plain(value)


def _fill(file: IO[bytes], columns: Sequence[Column], rows: Iterator[Row]) -> None:
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold = book.add_format({"bold": True})
    formats = [book.add_format({"num_format": column.kind.excel}) for column in columns]
    row: Row | None = next(rows, None)
    while True:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 1)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, 24)
            sheet.write_string(0, at, str(column.label), bold)
        line = 1
        while row is not None and line <= SHEET:
            for at, column in enumerate(columns):
                _writer(sheet, value := _plain(column, row))(line, at, value, formats[at])
            row, line = next(rows, None), line + 1
        if row is None:
            break
    book.close()


def _writer(sheet: Any, value: Any) -> Callable[..., int]:
    if isinstance(value, date):
        return sheet.write_datetime  # type: ignore[no-any-return]
    if isinstance(value, int | Decimal):
        return sheet.write_number  # type: ignore[no-any-return]
    return lambda line, at, text, form: sheet.write_string(line, at, str(text)[:CELL], form)
