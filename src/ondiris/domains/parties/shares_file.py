"""What does a file of shareholdings say, row by row, and which rows of it cannot be read?

Its head names held and owner by BIN (owner also "state" or "other"), share in per cent, valid_from, and, where there
are such, valid_to and manager, the BIN of who has the shares in trust.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ondiris.base.identifiers import trouble_with_bin
from ondiris.base.tables import READING, Columns, Wrong
from ondiris.base.tables.values import day, decimals, number
from ondiris.base.words import N_
from ondiris.domains.parties.terms import Owner

NEEDED = ("held", "owner", "share", "valid_from")
COLUMNS = Columns((*NEEDED, "valid_to", "manager"), NEEDED, most_rows=1_000_000)
DECIMALS = 6

REASONS: Mapping[str, str] = {
    **READING,
    "bin": N_("This is not a BIN: it has 12 digits, of which the last checks the others."),
    "owner": N_("Write a BIN, “state” or “other”."),
    "share": N_("A share is above 0 and at most 100, with at most six decimals."),
    "day": N_("Write a real day as 2026-01-31 or 31.01.2026."),
    "reversed": N_("The last day must come after the first."),
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


def row_of(line: int, cells: Mapping[str, str]) -> Row:
    """The row that the cells say. Wrong where one of them cannot be taken."""
    held, owner, manager = cells["held"], cells["owner"], cells["manager"]
    kind = owner.lower() if owner.lower() in (Owner.STATE, Owner.OTHER) else Owner.ORGANISATION.value
    if trouble_with_bin(held):
        raise Wrong("held", "bin")
    if kind == Owner.ORGANISATION and trouble_with_bin(owner):
        raise Wrong("owner", "owner")
    if manager and trouble_with_bin(manager):
        raise Wrong("manager", "bin")
    share, valid_from = _share(cells["share"]), _day("valid_from", cells["valid_from"])
    valid_to = _day("valid_to", cells["valid_to"]) if cells["valid_to"] else None
    if valid_to is not None and valid_to <= valid_from:
        raise Wrong("valid_to", "reversed")
    named = owner if kind == Owner.ORGANISATION else ""
    return Row(line, held, kind, named, manager, share, valid_from, valid_to, cells)


def _share(text: str) -> Decimal:
    share = number(text.removesuffix("%").strip())
    if share is None or not 0 < share <= 100 or decimals(share) > DECIMALS:
        raise Wrong("share", "share")
    return share


def _day(column: str, text: str) -> date:
    found = day(text)
    if found is None:
        raise Wrong(column, "day")
    return found
