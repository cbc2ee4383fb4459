"""How is what waits written down: a headed run of things, oldest first?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Model, OuterRef, QuerySet, Subquery

from ondiris.base.journal.models import Entry
from ondiris.web.ui.parts import Text

M = TypeVar("M", bound=Model)
MOST = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that waits: `age` in days, `note` what is particular about it."""

    number: str
    url: str
    who: str
    age: int | None = None
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Due:
    """What one can do and the things it waits for; `more_url` leads to all where not all are shown."""

    title: Text
    provision: str
    age_of: Text
    rows: Sequence[Row]
    more: bool = False
    more_url: str = ""


def due(title: Text, provision: str, age_of: Text, rows: Iterable[Row], more_url: str = "") -> Due:
    """A headed run, the oldest first, at most MOST of it."""
    aged = sorted(rows, key=lambda row: -1 if row.age is None else row.age, reverse=True)
    return Due(title, provision, age_of, aged[:MOST], len(aged) > MOST, more_url)


def some(rows: QuerySet[M]) -> list[M]:
    """As many as are shown and one more, which says that there are others."""
    return list(rows[: MOST + 1])


def days_since(day: date | None, on: date) -> int | None:
    """Days from a day to today; None where the day is not known."""
    return None if day is None else (on - day).days


def newest_entry(kind: str, field: str) -> Subquery:
    """A field of the newest entry that the journal has of each thing, by its number."""
    entries = Entry.objects.filter(thing_kind=kind, thing=OuterRef("number")).order_by("-pk")
    return Subquery(entries.values(field)[:1])
