"""What does one page of a list show?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ondiris.web.ui.figures import number
from ondiris.web.ui.listing.declare import Column, Listing, Row, Rows
from ondiris.web.ui.listing.keyset import Order
from ondiris.web.ui.parts import Text

COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column; `url` sorts by it, `sorted` is ascending, descending or ""."""

    label: Text
    url: str = ""
    sorted: str = ""
    to_the_end: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template of a list draws; rows are HTML, made here because a template takes too long for cells."""

    caption: Text
    form: forms.Form
    heads: Sequence[Head]
    rows: Sequence[SafeString]
    count: str
    nothing: Text
    filters_in_use: int
    clear_url: str
    newer_url: str
    older_url: str
    exports: Sequence[tuple[str, str]]

    @property
    def filters(self) -> list[forms.BoundField]:
        return [field for field in self.form if field.name not in ("columns", "sort")]


def page_of(listing: Listing, query: QueryDict) -> Page:
    """One page at an address: two queries, one for the rows and one for their bounded number."""
    form = listing.form(query)
    rows = listing.narrowed(form)
    columns = listing.chosen(form)
    column, descending = listing.order(form)
    order = Order.of(rows, column, listing.key, descending)
    shown, newer, older = _cut(listing, rows, order, query)
    return Page(
        caption=listing.caption,
        form=form,
        heads=[_head(each, column, descending, query) for each in columns],
        rows=_drawn(shown, columns),
        count=_count(rows, listing.key),
        nothing=listing.nothing,
        filters_in_use=sum(any(query.getlist(name)) for name in listing.filters),
        clear_url=_address(query, **dict.fromkeys(listing.filters, "")),
        newer_url=_address(query, before=order.mark(shown[0])) if newer else "",
        older_url=_address(query, after=order.mark(shown[-1])) if older else "",
        exports=[("XLSX", _address(query, export="xlsx")), ("CSV", _address(query, export="csv"))],
    )


def _cut(listing: Listing, rows: Rows, order: Order, query: QueryDict) -> tuple[list[Row], bool, bool]:
    """The rows of the page, whether others stand before it, and whether after."""
    mark, backwards = query.get("before") or query.get("after"), bool(query.get("before"))
    part = order.sorted(order.beyond(rows, mark, backwards) if mark else rows, backwards)
    sources = {column.reads for column in listing.columns} | {order.path, order.key, *listing.also}
    found: list[Row] = list(part.values(*sources)[: listing.page_size + 1])
    more = len(found) > listing.page_size
    found = found[: listing.page_size]
    if backwards:
        return found[::-1], more, bool(found)
    return found, bool(mark and found), more


def _count(rows: Rows, key: str) -> str:
    counted = rows.order_by().values(key)[: COUNTED + 1].count()
    if counted > COUNTED:
        return _("more than %(count)s entries") % {"count": number(COUNTED)}
    return ngettext("%(count)s entry", "%(count)s entries", counted) % {"count": number(counted)}


def _head(column: Column, by: Column, descending: bool, query: QueryDict) -> Head:
    way = ("descending" if descending else "ascending") if column is by else ""
    turned = column.name if way != "ascending" else f"-{column.name}"
    url = _address(query, sort=turned) if column.sort else ""
    return Head(column.label, url, way, column.kind.to_the_end)


def _address(query: QueryDict, **changed: str) -> str:
    """This list's address with some parameters changed; the place in the list is left unless it is what changes."""
    there = query.copy()
    for name in ("before", "after", "export"):
        there.pop(name, None)
    for name, value in changed.items():
        there[name] = value
        if not value:
            del there[name]
    return "?" + there.urlencode()


def _drawn(rows: Sequence[Row], columns: Sequence[Column]) -> list[SafeString]:
    opened = [_opening(column, first=column is columns[0]) for column in columns]
    return [
        mark_safe(  # noqa: S308  (each cell escapes its value)
            "".join(f"{begin}{_cell(column, row)}{end}" for column, (begin, end) in zip(columns, opened, strict=True))
        )
        for row in rows
    ]


def _opening(column: Column, first: bool) -> tuple[str, str]:
    marks = " ".join(name for name, on in (("end", column.kind.to_the_end), ("wraps", column.wraps)) if on)
    marked = f' class="{marks}"' if marks else ""
    if first:
        return f'<th scope="row"{marked}>', "</th>"
    return f'<td{marked} data-label="{escape(column.label)}">', "</td>"


def _cell(column: Column, row: Row) -> str:
    value: Any = row[column.reads]
    text = "—" if value is None or value == "" else conditional_escape(column.kind.show(value))
    url = column.link(row) if column.link else ""
    return f'<a href="{escape(url)}">{text}</a>' if url else text
