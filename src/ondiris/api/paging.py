"""How is a long list read page by page, and later only what has changed since?

A page is asked for by the cursor of the one before it. Each page names the place in the journal up to which it is
complete, `changes_until`; sent back as `changed_since`, it gives what acts have touched after that and nothing is
missed, for entries take their places in the order in which they commit.
"""

import base64
import json
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from ninja import Query

from ondiris.base.errors import BadInput
from ondiris.base.journal import chain
from ondiris.base.journal.models import Entry, Link

T = TypeVar("T", bound=Model)

Cursor = Annotated[str | None, Query(max_length=300, description="The `next` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=200, description="How many a page has at most.")]
Since = Annotated[
    int | None,
    Query(ge=0, le=2**62, description="The `changes_until` of an earlier answer: only what acts have touched since."),
]


@dataclass(frozen=True, slots=True)
class Page:
    """The things of a page, the cursor of the next one (None for the last), and how far the list is complete."""

    things: list[Any]
    next: str | None
    changes_until: int


def page(things: QuerySet[T], cursor: str | None, limit: int) -> Page:
    """A page of things by their public number. BadInput for a cursor that is none."""
    after, until = _read(cursor) if cursor is not None else ("", chain.head().position)
    found = list(things.filter(number__gt=after).order_by("number")[: limit + 1])
    more = len(found) > limit
    rows = found[:limit]
    return Page(rows, _written(rows[-1].number, until) if more else None, until)  # type: ignore[attr-defined]


def touched(kind: str, since: int, path: str = "number") -> Q:
    """The condition that acts have touched the thing of this kind, which is found at the path, after a place."""
    entries = Link.objects.filter(position__gt=since).values("entry")
    return Q(**{f"{path}__in": Entry.objects.filter(thing_kind=kind, pk__in=entries).values("thing")})


def _written(number: str, until: int) -> str:
    return base64.urlsafe_b64encode(json.dumps([number, until]).encode()).decode()


def _read(cursor: str) -> tuple[str, int]:
    try:
        number, until = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        if not isinstance(number, str) or not isinstance(until, int) or "\0" in number:
            raise ValueError(cursor)
    except (ValueError, TypeError, RecursionError) as error:
        raise BadInput({"cursor": _("This is no cursor that this list gave.")}) from error
    return number, until
