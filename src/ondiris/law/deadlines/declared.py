"""Which deadlines does the law have, and is every row that declares one well formed?

The rows stand in `data/deadlines.toml`. Names and words are the register's: bearers, provisions, three languages.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, ConfigDict, Field, Strict, StringConstraints, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from ondiris.law.deadlines.terms import Recurrence
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.register import Id, Sentence, Words
from ondiris.law.provisions.terms import Bearer, Language

T = TypeVar("T")
MonthDay = tuple[int, int]

_STRICT = ConfigDict(extra="forbid", arbitrary_types_allowed=True)
_ANY_LEAP_YEAR = 2024


def _month_day(text: Any) -> MonthDay:
    """The month and day of "03-31"; 29 February is none, for it is not there every year."""
    day = date.fromisoformat(f"{_ANY_LEAP_YEAR}-{text}")
    if (day.month, day.day) == (2, 29):
        raise ValueError("29 February does not come every year")
    return day.month, day.day


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
YearlyDay = Annotated[MonthDay | None, BeforeValidator(_month_day)]
Count = Annotated[int, Strict(), Field(ge=1)]


class DeadlineError(ValueError):
    """A row cannot be taken; the message names it and what is wrong."""


@dataclass(frozen=True, config=_STRICT)
class Deadline:
    """One duty with its time.

    `due`: what is due, in our words; `wording`: how the law says by when, in Russian. `before` names the first day
    that is too late, `by` the last day that is not; with neither, a dated setting may give a day. `months` is the
    term that an `event` begins. `also` repeats the same duty elsewhere in the law. `waits_for` has what must come
    first. `edition` rises with each change of the row, on the day `declared_on`.
    """

    id: Slug
    provision: Id
    bearers: Annotated[tuple[Bearer, ...], Field(min_length=1)]
    due: Words
    wording: Sentence
    recurrence: Recurrence
    declared_on: Annotated[date, Strict()]
    edition: Count = 1
    also: tuple[Id, ...] = ()
    to: tuple[Bearer, ...] = ()
    before: YearlyDay = None
    by: YearlyDay = None
    months: Count | None = None
    event: Words | None = None
    waits_for: tuple[Slug, ...] = ()

    @property
    def provisions(self) -> tuple[ProvisionId, ...]:
        return (self.provision, *self.also)

    @property
    def has_day(self) -> bool:
        """Whether the law itself says by when."""
        return bool(self.before or self.by or self.months or self.recurrence is Recurrence.NEXT_FINANCIAL_YEAR)


@dataclass(frozen=True, config=_STRICT)
class Excepted:
    """A provision that speaks of time and is no deadline, with the reason."""

    provision: Id
    reason: Sentence


class Deadlines(Mapping[str, Deadline]):
    """All deadlines by id, in the order of the file; `excepted` are the provisions that are none."""

    def __init__(self, declared: tuple[Deadline, ...], excepted: tuple[Excepted, ...]) -> None:
        self._declared = {one.id: one for one in declared}
        self.excepted = excepted

    def __getitem__(self, name: str) -> Deadline:
        return self._declared[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._declared)

    def __len__(self) -> int:
        return len(self._declared)


@cache
def deadlines() -> Deadlines:
    """The deadlines as shipped. DeadlineError where a row is wrong."""
    return load((files("ondiris.law.deadlines") / "data" / "deadlines.toml").read_text(encoding="utf-8"))


def load(text: str) -> Deadlines:
    """The deadlines of a file's text. DeadlineError names the row and what is wrong."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise DeadlineError(f"not TOML: {wrong}") from None
    if unknown := set(raw) - {"deadline", "excepted"}:
        raise DeadlineError(f"not known: {', '.join(sorted(unknown))}")
    rows = tuple(_deadline(n, row) for n, row in enumerate(raw.get("deadline", []), 1))
    excepted = tuple(_read(f"excepted {n}", row, Excepted) for n, row in enumerate(raw.get("excepted", []), 1))
    seen: dict[str, Deadline] = {}
    for row in rows:
        _refuse(row.id, "this id stands twice" if row.id in seen else _trouble_with(row))
        seen[row.id] = row
    for row in rows:
        _refuse(row.id, _trouble_with_order(row, seen))
    for one in excepted:
        _refuse(str(one.provision), None if one.provision in register() else "the register has no such provision")
    return Deadlines(rows, excepted)


def _deadline(n: int, raw: dict[str, Any]) -> Deadline:
    where = str(raw.get("id", f"row {n}"))
    words = {language.value: raw.pop(language) for language in Language if language in raw}
    return _read(where, raw | {"due": words}, Deadline)


def _read(where: str, raw: dict[str, Any], shape: type[T]) -> T:
    try:
        return TypeAdapter(shape).validate_python(raw)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        raise DeadlineError(f"{where}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None


def _refuse(where: str, trouble: str | None) -> None:
    if trouble:
        raise DeadlineError(f"{where}: {trouble}")


def _trouble_with(row: Deadline) -> str | None:
    for provision in row.provisions:
        if provision not in register():
            return f"the register has no {provision}"
    named = {bearer for provision in row.provisions for bearer in register()[provision].bearers}
    if strangers := set(row.bearers) - named:
        return f"{', '.join(sorted(strangers))}: the provision names no such bearer"
    if row.before and row.by:
        return "one day, either `before` or `by`"
    if (row.before or row.by) and row.recurrence is not Recurrence.YEARLY:
        return "a day of the year belongs to what is yearly"
    if (row.recurrence is Recurrence.TRIGGERED) != (row.event is not None):
        return "what follows an event names it, and nothing else does"
    if row.months and row.event is None:
        return "a term in months begins with an event"
    return None


def _trouble_with_order(row: Deadline, rows: Mapping[str, Deadline]) -> str | None:
    if missing := [name for name in row.waits_for if name not in rows]:
        return f"waits for {', '.join(missing)}, which is not declared"
    before = list(row.waits_for)
    passed: set[str] = set()
    while before:
        name = before.pop()
        if name == row.id:
            return "waits for itself in the end"
        if name in rows and name not in passed:
            passed.add(name)
            before.extend(rows[name].waits_for)
    return None
