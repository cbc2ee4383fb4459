"""Which columns does the first row of a table name, and what stands under each?"""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import BadInput
from ondiris.base.tables.terms import NOTES, Columns, Wrong

SHOWN = 60  # characters of a strange name that are said again


def head_of(cells: Sequence[str], columns: Columns) -> list[str]:
    """The columns by place. BadInput where one is missing, unknown or stands twice; case does not matter."""
    head = [cell.strip().lower() for cell in cells]
    while head and not head[-1]:
        head.pop()
    if missing := [name for name in columns.needed if name not in head]:
        raise BadInput({"file": _("The head has no column %(names)s.") % {"names": ", ".join(missing)}})
    strange = [name[:SHOWN].replace("\0", "") for name in head if name not in (*columns.names, *NOTES)]
    if strange or len(set(head)) < len(head):
        names = ", ".join(strange or sorted({name for name in head if head.count(name) > 1}))
        raise BadInput(
            {"file": _("The head has a column that is unknown or stands twice: %(names)s.") % {"names": names}}
        )
    return head


def under(head: Sequence[str], cells: Sequence[str]) -> tuple[dict[str, str], Wrong | None]:
    """The cells of a row by column without the notes, and what is wrong with the row by itself."""
    named = {name: cell.strip() for name, cell in zip(head, cells, strict=False) if name not in NOTES}
    more = any(cell.strip() for cell in cells[len(head) :])
    return named, Wrong("", "cells") if more else without_nul(named)


def without_nul(cells: Mapping[str, str]) -> Wrong | None:
    """None, or what is wrong with a row that has the character which the database cannot keep."""
    return next((Wrong(name, "nul") for name, text in cells.items() if "\0" in text), None)
