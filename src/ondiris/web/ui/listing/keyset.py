"""Which rows stand before or after a given one?"""

import base64
import json
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import F, Q
from django.http import Http404
from django.utils.translation import gettext as _

from ondiris.web.ui.listing.declare import Column, Row, Rows


@dataclass(frozen=True, slots=True)
class Order:
    """An order of rows by `path`, ties parted by `key`; empty values stand last, either way."""

    path: str
    key: str
    descending: bool
    nullable: bool

    @classmethod
    def of(cls, rows: Rows, column: Column, key: str, descending: bool) -> "Order":
        return cls(column.sort, key, descending, not column.filled and _may_be_null(rows, column.sort))

    def sorted(self, rows: Rows, backwards: bool = False) -> Rows:
        """The rows in this order, or in its mirror."""
        descending = self.descending != backwards
        # Where empty values stand is said only if there can be any: an index has them at one fixed end.
        empty = {"nulls_first" if backwards else "nulls_last": True} if self.nullable else {}
        by, tie = F(self.path), F(self.key)
        if descending:
            return rows.order_by(by.desc(**empty), tie.desc())
        return rows.order_by(by.asc(**empty), tie.asc())

    def beyond(self, rows: Rows, mark: str, backwards: bool) -> Rows:
        """The rows after a mark (or before it); a mark that is none is a 404."""
        try:
            return rows.filter(self._condition(*_read(mark), backwards=backwards))
        except (ValueError, TypeError, ValidationError, ArithmeticError):
            raise Http404(_("This page of the list does not exist.")) from None

    def _condition(self, value: Any, key: Any, backwards: bool) -> Q:
        way = "lt" if self.descending != backwards else "gt"
        past_key = Q(**{f"{self.key}__{way}": key})
        empty = Q(**{f"{self.path}__isnull": True})
        if value is None:
            return (~empty | past_key) if backwards else (empty & past_key)
        # The first half lets an index find the place; the second drops the ties already shown.
        past = Q(**{f"{self.path}__{way}e": value}) & (Q(**{f"{self.path}__{way}": value}) | past_key)
        return past | empty if self.nullable and not backwards else past

    def mark(self, row: Row) -> str:
        """The place of a row, for an address."""
        text = json.dumps([_written(row[self.path]), _written(row[self.key])], ensure_ascii=False)
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _read(mark: str) -> tuple[str | None, str]:
    value, key = json.loads(base64.urlsafe_b64decode(mark + "=" * (-len(mark) % 4)))
    if not isinstance(key, str) or not isinstance(value, str | None) or "\0" in f"{value}{key}":
        raise ValueError(mark)
    return value, key


def _written(value: Any) -> str | None:
    if value is None:
        return None
    return str(value.isoformat() if hasattr(value, "isoformat") else value)


def _may_be_null(rows: Rows, path: str) -> bool:
    """Whether the model allows an empty value at the path; what the query computes may always be empty."""
    model: Any = rows.model
    for part in path.split("__"):
        if part == "pk":
            return False
        try:
            field = model._meta.get_field(part)
        except (FieldDoesNotExist, AttributeError):
            return True
        if field.null:
            return True
        model = field.related_model
    return False
