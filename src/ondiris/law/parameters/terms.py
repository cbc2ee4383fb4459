"""What is a parameter, a value of it, and a day for which none is established?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from ondiris.base.words import N_
from ondiris.law.types import Type


class Certainty(StrEnum):
    """How sure is a value?"""

    ACT = "act"  # read in the act itself
    TWO = "two"  # two sources agree
    SINGLE = "single"  # one source
    EXAMPLE = "example"  # chosen by the product; an authority must confirm it

    @property
    def label(self) -> str:
        return _CERTAINTIES[self]


_CERTAINTIES = {
    Certainty.ACT: N_("read in the act"),
    Certainty.TWO: N_("two sources agree"),
    Certainty.SINGLE: N_("one source"),
    Certainty.EXAMPLE: N_("example, to be confirmed by the authority"),
}


@dataclass(frozen=True)
class Parameter:
    """A named number of the law: its type, unit and the provision it serves; `categories` where it differs by one.

    `instrument`: the act that the law calls for and that is to set the number (`law.instruments`), where there is one.
    `least` and `most`: what can be reckoned with. `is_for_a_time`: whoever sets it does so until a day, such as that
    of the next decision, and never until it is replaced.
    """

    name: str
    label: str
    type: Type
    provision: str
    unit: str = ""
    categories: tuple[str, ...] = ()
    instrument: str = ""
    category_labels: Mapping[str, str] = field(default_factory=dict)
    least: Any = None
    most: Any = None
    is_for_a_time: bool = False


@dataclass(frozen=True)
class Value:
    """What a parameter is from `valid_from`, included, until the next value's first day.

    `known_until` is the first day for which the source no longer speaks; None where it holds until replaced.
    `category` None in a parameter that has categories means all of them.
    """

    name: str
    value: Any
    valid_from: date
    source: str
    certainty: Certainty
    known_until: date | None = None
    category: str | None = None
    note: str = ""


@dataclass(frozen=True)
class Gap:
    """No value is established for the day: one was known until before `known_until`, the next from `known_from`."""

    name: str
    known_until: date | None
    known_from: date | None
    category: str | None = None

    def __str__(self) -> str:
        what = self.name if self.category is None else f"{self.name} ({self.category})"
        parts = []
        if self.known_until:
            parts.append(f"known until before {self.known_until}, later not established")
        if self.known_from:
            parts.append(f"not established before {self.known_from}")
        return f"{what}: {'; '.join(parts) or 'not established'}"


@dataclass(frozen=True)
class Segment:
    """Days from `first` to before `last` over which one value, or one gap, holds."""

    first: date
    last: date
    value: Value | Gap

    @property
    def days(self) -> int:
        return (self.last - self.first).days


@dataclass(frozen=True)
class Stretch:
    """Days from `first` to before `end` over which one value, or none, is established; None where it goes on."""

    first: date
    end: date | None
    value: Value | None


@dataclass(frozen=True)
class Series:
    """The values of a parameter in one category, by first day."""

    name: str
    category: str | None
    values: tuple[Value, ...] = field(default=())

    def segments(self) -> list[tuple[date, date | None, Value]]:
        """(first day, first day no longer, value) in order of time; what lies between two is a gap."""
        nexts = [*(value.valid_from for value in self.values), None][1:]
        return [
            (value.valid_from, min(filter(None, (value.known_until, following)), default=None), value)
            for value, following in zip(self.values, nexts, strict=True)
        ]

    def stretches(self) -> list[Stretch]:
        """From the first value on, in order of time: the values, and the days between and after them without one."""
        found: list[Stretch] = []
        for first, stop, value in self.segments():
            if found and found[-1].end != first:
                found.append(Stretch(found[-1].end or first, first, None))
            found.append(Stretch(first, stop, value))
        if found and found[-1].end is not None:
            found.append(Stretch(found[-1].end, None, None))
        return found

    def on(self, day: date) -> Value | Gap:
        """The value on a day, or the gap around it."""
        known_until = None
        for first, stop, value in self.segments():
            if day < first:
                return Gap(self.name, known_until, first, self.category)
            if stop is None or day < stop:
                return value
            known_until = stop
        return Gap(self.name, known_until, None, self.category)
