"""What does a file of shareholdings say, row by row, and which rows of it cannot be read?

CSV with a head: held and owner by BIN (owner also "state" or "other"), share in per cent, valid_from, and, where there
are such, valid_to and manager, the BIN of who has the shares in trust. UTF-8 or Windows-1251; commas, semicolons, tabs.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import BadInput
from ondiris.base.identifiers import trouble_with_bin
from ondiris.base.words import N_
from ondiris.domains.parties.terms import Owner

NEEDED = ("held", "owner", "share", "valid_from")
COLUMNS = (*NEEDED, "valid_to", "manager")
NOTES = ("line", "column", "wrong")  # a report of refused rows has these before the rest, and is taken in again
MOST_ROWS = 1_000_000
LONGEST = 60  # characters of a cell that is kept with a refusal

REASONS: Mapping[str, str] = {
    "bin": N_("This is not a BIN: it has 12 digits, of which the last checks the others."),
    "owner": N_("Write a BIN, “state” or “other”."),
    "share": N_("A share is above 0 and at most 100, with at most six decimals."),
    "day": N_("Write a real day as 2026-01-31 or 31.01.2026."),
    "reversed": N_("The last day must come after the first."),
    "cells": N_("The row has more cells than the head."),
    "nobody": N_("No organisation with this BIN is registered."),
    "itself": N_("An organisation holds no voting shares of itself."),
    "own_trustee": N_("An owner does not hold its own shares in trust."),
    "twice": N_("This holder already has a parcel of these shares in these days."),
    "too_much": N_("With this row more than all voting shares would be held at once."),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row that can be read; `line` is its place in the file, the head being 1."""

    line: int
    held: str
    owner_kind: str
    owner: str
    manager: str
    share: Decimal
    valid_from: date
    valid_to: date | None
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is not taken: the first column that is wrong, why (a key of REASONS), and its cells as typed."""

    line: int
    column: str
    reason: str
    cells: Mapping[str, str]


@dataclass
class Read:
    """The rows of a file that can be read, and those that cannot."""

    rows: list[Row] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def read(content: bytes) -> Read:
    """The rows of a file. BadInput beside `file` where the whole of it cannot be read."""
    found = Read()
    for line, cells in _lines(_text(content)):
        row = _row(line, cells)
        if isinstance(row, Row):
            found.rows.append(row)
        else:
            found.refused.append(row)
    if not found.rows and not found.refused:
        raise BadInput({"file": _("The file has no rows below its head.")})
    return found


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadInput({"file": _("This is no CSV file in UTF-8 or Windows-1251.")})


def _lines(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    head_line = text.partition("\n")[0]
    delimiter = max(";,\t", key=head_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        head = [cell.strip().lower() for cell in next(reader, [])]
        _check(head)
        for place, cells in enumerate(reader):
            if place >= MOST_ROWS:
                raise BadInput({"file": _("The file has more rows than are taken at once. Send it in parts.")})
            if any(cell.strip() for cell in cells):
                named = {name: cell.strip()[:LONGEST] for name, cell in zip(head, cells, strict=False)}
                yield reader.line_num, named | ({"": "…"} if any(c.strip() for c in cells[len(head) :]) else {})
    except csv.Error:
        raise BadInput(
            {"file": _("The file cannot be read as CSV in line %(line)d.") % {"line": reader.line_num}}
        ) from None


def _check(head: list[str]) -> None:
    if missing := [name for name in NEEDED if name not in head]:
        raise BadInput({"file": _("The head has no column %(names)s.") % {"names": ", ".join(missing)}})
    strange = [name[:LONGEST] for name in head if name not in (*COLUMNS, *NOTES)]
    if strange or len(set(head)) < len(head):
        names = ", ".join(strange or sorted({name for name in head if head.count(name) > 1}))
        raise BadInput(
            {"file": _("The head has a column that is unknown or stands twice: %(names)s.") % {"names": names}}
        )


def _row(line: int, cells: dict[str, str]) -> Row | Refused:
    def wrong(column: str, reason: str) -> Refused:
        return Refused(line, column, reason, {name: cells.get(name, "") for name in COLUMNS})

    if "" in cells:
        return wrong("", "cells")
    held, owner, manager = cells.get("held", ""), cells.get("owner", ""), cells.get("manager", "")
    kind = owner.lower() if owner.lower() in (Owner.STATE, Owner.OTHER) else Owner.ORGANISATION.value
    if trouble_with_bin(held):
        return wrong("held", "bin")
    if kind == Owner.ORGANISATION and trouble_with_bin(owner):
        return wrong("owner", "owner")
    if manager and trouble_with_bin(manager):
        return wrong("manager", "bin")
    share = _share(cells.get("share", ""))
    if share is None:
        return wrong("share", "share")
    days = {name: _day(cells.get(name, "")) for name in ("valid_from", "valid_to")}
    valid_from = days["valid_from"]
    if valid_from is None:
        return wrong("valid_from", "day")
    if days["valid_to"] is None and cells.get("valid_to"):
        return wrong("valid_to", "day")
    if days["valid_to"] is not None and days["valid_to"] <= valid_from:
        return wrong("valid_to", "reversed")
    named = owner if kind == Owner.ORGANISATION else ""
    kept = {name: cells.get(name, "") for name in COLUMNS}
    return Row(line, held, kind, named, manager, share, valid_from, days["valid_to"], kept)


def _share(text: str) -> Decimal | None:
    if not re.fullmatch(r"[0-9]{1,3}([.,][0-9]{1,6})?", text):
        return None
    try:
        share = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    return share if 0 < share <= 100 else None


def _day(text: str) -> date | None:
    if dotted := re.fullmatch(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})", text):
        text = "-".join(reversed(dotted.groups()))
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
