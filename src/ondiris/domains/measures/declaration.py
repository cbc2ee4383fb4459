"""What is particular about a measure of State incentives?

A measure is declared, not programmed: who decides and who serves, what it asks, by which rules it judges, which
documents it needs, whose account pays and what the law says of that account's balance at the year's end.
"""

from dataclasses import dataclass
from enum import StrEnum

from ondiris.base.words import N_
from ondiris.domains.parties.terms import Role
from ondiris.law.rulebook import Facts, Rulebook


class Direction(StrEnum):
    """The directions of counter-obligations (27.3)."""

    PRODUCTIVITY = "productivity"
    EXPORT = "export"
    HOME_MARKET = "home_market"


DIRECTIONS = {
    Direction.PRODUCTIVITY: ("27.3:1", N_("Higher labour productivity")),
    Direction.EXPORT: ("27.3:2", N_("More export-oriented goods")),
    Direction.HOME_MARKET: ("27.3:3", N_("Supply of the home market")),
}


class CarryOver(StrEnum):
    """What the measure's clause says of the balance at the year's end: 42.5p2 speaks, 39.3 is silent."""

    SPENT_NEXT_YEAR = "spent_next_year"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the application: which facts it asks, in order; `rows` names a list of rows instead."""

    name: str
    title: str
    lead: str
    facts: tuple[str, ...] = ()
    rows: str = ""


@dataclass(frozen=True, slots=True)
class RequiredDocument:
    """A document that the application must carry, with the provision that asks for it."""

    name: str
    label: str
    provision: str
    example: bool = True


@dataclass(frozen=True, slots=True)
class Criterion:
    """What experts score, from 0 to `most` points; the set is a by-law's (42.3), shipped as an example."""

    name: str
    label: str
    most: int


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. `programme` is the code of its account, `account_provision` the clause that opens it,
    `amount_fact` the fact that says how much is asked for."""

    name: str
    prefix: str
    title: str
    lead: str
    provision: str
    decides: Role
    serves: Role
    facts: Facts
    rules: Rulebook
    sections: tuple[Section, ...]
    documents: tuple[RequiredDocument, ...]
    programme: str
    account_provision: str
    carry_over: CarryOver
    amount_fact: str
    criteria: tuple[Criterion, ...] = ()
    experts_needed: int = 0
    goals_provision: str = ""
