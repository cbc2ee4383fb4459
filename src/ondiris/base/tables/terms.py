"""Which columns has a file, what is a line of it, and why may one not be taken?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from ondiris.base.words import N_

NOTES = ("line", "column", "wrong")  # a report of refused rows has these before the rest, and is taken in again
LONGEST = 1_000  # characters of a cell that is kept with a refusal: more than any column takes

READING: Mapping[str, str] = {
    "cells": N_("The row has more cells than the head."),
    "nul": N_("The cell has a character that cannot be kept."),
    "formula": N_("The cell has a formula. What it came to is not taken on trust: write the value itself."),
    "merged": N_("The cell is merged with others. Undo that, and write in each row what belongs to it."),
    "error": N_("The cell has an error instead of a value."),
}

Row = TypeVar("Row")
T = TypeVar("T")


class Wrong(Exception):
    """A row that cannot be taken: the column that is wrong ("" for the row as a whole) and a key of the reasons."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(column, reason)
        self.column, self.reason = column, reason


class Watch(Protocol):
    """Passes rows on as they are, and may show how far they are: `what` is "read" or "keep"."""

    def __call__(self, rows: Iterable[T], what: str) -> Iterable[T]: ...


def unwatched(rows: Iterable[T], what: str) -> Iterable[T]:
    """Nobody looks on."""
    return rows


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one kind of file in their order, those that a head must have, and how many rows come at once."""

    names: tuple[str, ...]
    needed: tuple[str, ...]
    most_rows: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row below the head as texts by column; `wrong` where a cell of it is none (a formula), before anybody reads it."""

    number: int
    cells: Mapping[str, str]
    wrong: Wrong | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is not taken: the first column that is wrong, why (a key of the reasons), and its cells as typed."""

    line: int
    column: str
    reason: str
    cells: Mapping[str, str]


@dataclass
class Read(Generic[Row]):
    """The rows that can be read, and those that cannot."""

    rows: list[Row] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
