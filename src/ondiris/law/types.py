"""Of which types are facts and parameters, and how is a value of each checked, written and kept in a frame?

Money and shares are Decimal, counts int; no type is a float, because NaN compares as larger than everything.
The widest amount has 15 digits before the point, so that a product of two values is still exact in 38 digits.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar

import polars as pl

from ondiris.base.words import N_

MONEY = pl.Decimal(38, 2)
PERCENT = pl.Decimal(38, 6)
_NO_LEAP_YEAR = 2023


class BadValue(ValueError):
    """The value is not of the type; the message says what was expected."""


@dataclass(frozen=True)
class Type:
    """A type of value: its name in files, its frame type and the text that it takes."""

    name: ClassVar[str]
    expected: ClassVar[str]  # what a correct value looks like, for the person who typed another
    dtype: ClassVar[pl.DataType]
    pattern: ClassVar[str]  # of the value written as text

    def parse(self, value: object) -> Any:
        """The typed value of a JSON value (numbers as int or Decimal, never float); BadValue otherwise."""
        if not isinstance(value, str) or not re.fullmatch(self.pattern, value):
            raise BadValue(self.expected)
        return value

    def encode(self, value: Any) -> Any:
        """The JSON value that `parse` reads back."""
        return value

    def fits(self, value: Any) -> bool:
        """Whether a Python value is one of this type."""
        try:
            typed = self.parse(self.encode(value))
        except (ValueError, TypeError, AttributeError):
            return False
        return type(typed) is type(value) and bool(typed == value)

    def from_text(self, column: pl.Expr) -> pl.Expr:
        """A text column as this type; null where the text is not of it."""
        text = pl.when(column.str.contains(f"^(?:{self.pattern})$")).then(column)
        return text.cast(self.dtype, strict=False)

    def __str__(self) -> str:
        return self.name


class YesNo(Type):
    name = "yes_no"
    expected = N_("must be true or false")
    dtype = pl.Boolean()
    pattern = r"true|false"

    def parse(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise BadValue(self.expected)
        return value

    def from_text(self, column: pl.Expr) -> pl.Expr:
        return pl.when(column == "true").then(True).when(column == "false").then(False)


class _Decimal(Type):
    def parse(self, value: object) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
            raise BadValue(self.expected)
        return Decimal(super().parse(format(value, "f") if isinstance(value, Decimal) else str(value)))

    def encode(self, value: Decimal) -> str:
        return format(value, "f")


class Money(_Decimal):
    """Tenge, zero or more."""

    name = "money"
    expected = N_("must be an amount in tenge: digits, at most two of them after the point, not negative")
    dtype = MONEY
    pattern = r"[0-9]{1,15}(\.[0-9]{1,2})?"


class Percent(_Decimal):
    """A share or a rate in per cent, 0 to 999.999999."""

    name = "percent"
    expected = N_("must be a number of per cent, not negative, at most six digits after the point")
    dtype = PERCENT
    pattern = r"[0-9]{1,3}(\.[0-9]{1,6})?"

    def encode(self, value: Decimal) -> str:
        return format(value.normalize(), "f")


class Count(Type):
    name = "count"
    expected = N_("must be a whole number, not negative")
    dtype = pl.Int64()
    pattern = r"[0-9]{1,12}"

    def parse(self, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise BadValue(self.expected)
        return int(super().parse(str(value)))


class Code(Type):
    """Digits whose leading zeros count: of a commodity, a territory, an activity."""

    name = "code"
    expected = N_("must be digits written as text")
    dtype = pl.String()
    pattern = r"[0-9]{1,20}"


@dataclass(frozen=True)
class Choice(Type):
    """One of a few values, each with its label."""

    name = "choice"
    expected = N_("must be one of the listed values")
    dtype = pl.String()
    labels: Mapping[str, str]

    @cached_property
    def values(self) -> tuple[str, ...]:
        return tuple(self.labels)

    def parse(self, value: object) -> str:
        if not isinstance(value, str) or value not in self.labels:
            raise BadValue(self.expected)
        return value

    def from_text(self, column: pl.Expr) -> pl.Expr:
        return pl.when(column.is_in(self.values)).then(column)

    def __str__(self) -> str:
        return f"{self.name}({', '.join(self.values)})"


class Day(Type):
    name = "day"
    expected = N_("must be a day written as 2026-01-31")
    dtype = pl.Date()
    pattern = r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}"

    def parse(self, value: object) -> date:
        try:
            return date.fromisoformat(super().parse(value))
        except ValueError as error:
            raise BadValue(self.expected) from error

    def encode(self, value: date) -> str:
        return value.isoformat()

    def from_text(self, column: pl.Expr) -> pl.Expr:
        text = pl.when(column.str.contains(f"^(?:{self.pattern})$")).then(column)
        return text.str.to_date("%Y-%m-%d", strict=False)


class MonthDay(Type):
    """A day of every year, so never 29 February."""

    name = "month_day"
    expected = N_("must be the month and the day of every year, written as 03-31")
    dtype = pl.String()
    pattern = r"[0-9]{2}-[0-9]{2}"

    def parse(self, value: object) -> str:
        text = str(super().parse(value))
        try:
            date.fromisoformat(f"{_NO_LEAP_YEAR}-{text}")
        except ValueError as error:
            raise BadValue(self.expected) from error
        return text


class Text(Type):
    name = "text"
    expected = N_("must be text")
    dtype = pl.String()
    pattern = r"[\s\S]+"


PLAIN: Mapping[str, Type] = {kind.name: kind() for kind in (YesNo, Money, Percent, Count, Code, Day, MonthDay, Text)}


def encode(type_name: str, value: Any) -> Any:
    """A value as JSON, by the name of its type; None where missing."""
    return None if value is None else _plain(type_name).encode(value)


def decode(type_name: str, value: Any) -> Any:
    """The value that `encode` wrote. BadValue where it is not of the type."""
    return None if value is None else _plain(type_name).parse(value)


def _plain(type_name: str) -> Type:
    return PLAIN.get(type_name, PLAIN["text"])  # a choice is kept as text: its values may change later
