"""What are the rows of a CSV file, whichever program wrote it?

UTF-8 with or without its mark, or Windows-1251; commas, semicolons or tabs, whichever the head has most of.
"""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import BadInput
from ondiris.base.tables.head import head_of, under
from ondiris.base.tables.terms import Columns, Line
from ondiris.base.tables.values import as_typed


def delimited(content: bytes, columns: Columns) -> Iterator[Line]:
    """The rows that are not empty; their line is where they end in the file, the head being 1."""
    text = _text(content)
    delimiter = max(";,\t", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        head = head_of(next(reader, []), columns)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Line(reader.line_num, *under(head, [as_typed(cell) for cell in cells]))
    except csv.Error:
        raise BadInput(
            {"file": _("The file cannot be read as CSV in line %(line)d.") % {"line": reader.line_num}}
        ) from None


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text.partition("\n")[0]:  # in a head it says that this is no text; in a row it is a typing error
            return text
    raise BadInput({"file": _("This is no CSV file in UTF-8 or Windows-1251, and no XLSX.")})
