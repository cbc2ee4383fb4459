"""Which facts does a measure ask for, of what type, and who states each?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from ondiris.base.words import N_
from ondiris.law.types import Type

_RESERVED = {"case", "row", "reads"}


class UnknownFact(AttributeError):
    """A rule or a file names a fact that the measure does not declare."""


class StatedBy(StrEnum):
    """Whose word a fact is."""

    APPLICANT = "applicant"
    REGISTER = "register"
    OFFICIAL = "official"
    SIDES = "sides"

    @property
    def label(self) -> str:
        return _STATED_BY[self]


_STATED_BY = {
    StatedBy.APPLICANT: N_("stated by the applicant"),
    StatedBy.REGISTER: N_("taken from a register"),
    StatedBy.OFFICIAL: N_("answered by an official"),
    StatedBy.SIDES: N_("stated by both sides of the contract"),
}


@dataclass(frozen=True)
class Fact:
    """One thing that rules ask: `label` names it on forms and in evidence, `proof` says what shows it."""

    name: str
    type: Type
    label: str
    stated_by: StatedBy
    proof: str = ""
    unit: str = ""


class Facts:
    """The facts of a measure: one value a case, and lists (`each`) with one value a row.

    >>> Facts("grant", [Fact("own_funds", Money(), N_("Own money"), StatedBy.APPLICANT)], each={"goods": [...]})
    """

    def __init__(self, name: str, facts: Sequence[Fact], each: Mapping[str, Sequence[Fact]] | None = None) -> None:
        self.name = name
        self.facts: Mapping[str, Fact] = _by_name(name, facts)
        self.lists: Mapping[str, Mapping[str, Fact]] = {
            key: _by_name(f"{name}.{key}", rows) for key, rows in (each or {}).items()
        }
        if taken := _RESERVED.union(self.facts).intersection(self.lists):
            raise ValueError(f"{name}: the name of a list is taken: {', '.join(sorted(taken))}")

    def of(self, each: str | None) -> Mapping[str, Fact]:
        """The facts of a case, or of a row of the list named. UnknownFact where there is no such list."""
        if each is None:
            return self.facts
        if each not in self.lists:
            raise UnknownFact(f"{self.name} has no list {each}; it has {', '.join(self.lists) or 'none'}")
        return self.lists[each]

    def schema(self, each: str | None = None) -> dict[str, pl.DataType]:
        """The frame type of each fact, without the column `case`."""
        return {name: fact.type.dtype for name, fact in self.of(each).items()}


def _by_name(where: str, facts: Sequence[Fact]) -> dict[str, Fact]:
    named: dict[str, Fact] = {}
    for fact in facts:
        if fact.name in named or fact.name in _RESERVED or not fact.name.isidentifier():
            raise ValueError(f"{where}: {fact.name!r} is declared twice, is reserved or is not a name")
        named[fact.name] = fact
    return named
