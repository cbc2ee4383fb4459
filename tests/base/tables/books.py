"""Workbooks as people and enemies make them."""

import io
import zipfile
from collections.abc import Callable, Iterable
from typing import Any

import xlsxwriter

HEAD = ("name", "day", "count")


def book(*rows: Iterable[Any], head: Iterable[Any] = HEAD, more: Callable[[Any, Any], None] | None = None) -> bytes:
    """A workbook of one sheet; `more` gets the workbook and the sheet before they are closed."""
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"strings_to_formulas": False})
    sheet = made.add_worksheet("Plan")
    for line, row in enumerate([head, *rows]):
        for place, value in enumerate(row):
            if value is not None:
                sheet.write(line, place, value)
    if more:
        more(made, sheet)
    made.close()
    return out.getvalue()


def remade(content: bytes, change: Callable[[str, bytes], bytes | None], **added: bytes) -> bytes:
    """The same archive with parts changed (None: left out) or added; `__` in a name stands for a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
        for name, part in added.items():
            new.writestr(name.replace("__", "/"), part)
    return out.getvalue()


def in_sheet(content: bytes, old: bytes, new: bytes) -> bytes:
    """The same workbook with bytes of its first sheet replaced."""
    return remade(content, lambda name, part: part.replace(old, new) if name.endswith("sheet1.xml") else part)
