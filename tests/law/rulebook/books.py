"""A small measure for tests of the rulebook: an assembler of vehicles with its lines."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from ondiris.law.parameters import Certainty, Parameter, Parameters, Value
from ondiris.law.rulebook import Cases, Fact, Facts, Outcome, Rule, Rulebook, RuleSet, StatedBy, judge
from ondiris.law.types import Choice, Code, Count, Day, Money, Percent, Text, YesNo

SINCE = date(2023, 1, 1)
ON = date(2024, 6, 1)
KINDS = {"car": "Car", "bus": "Bus", "tractor": "Tractor"}


def fact(name: str, type: Any, by: StatedBy = StatedBy.APPLICANT) -> Fact:
    return Fact(name, type, name.replace("_", " ").capitalize(), by)


FACTS = Facts(
    "assembly",
    [
        fact("operating", YesNo(), StatedBy.REGISTER),
        fact("solvent", YesNo()),
        fact("cost", Money()),
        fact("own_funds", Money()),
        fact("share", Percent()),
        fact("capacity", Count()),
        fact("staff", Count()),
        fact("kind", Choice(KINDS)),
        fact("code", Code()),
        fact("other_code", Code()),
        fact("begun_on", Day()),
        fact("remark", Text()),
    ],
    each={"lines": [fact("vehicle", Choice(KINDS)), fact("yearly", Count()), fact("ready", YesNo())]},
)

PARAMETERS = Parameters(
    [
        Parameter("least_share", "Least share", Percent(), "42.2"),
        Parameter("least_capacity", "Least capacity", Count(), "63.2.1", categories=("car", "bus")),
        Parameter("reported_conditions", "Whether they are judged", YesNo(), "25.5:3"),
    ],
    [
        Value("least_share", Decimal(20), SINCE, "example", Certainty.EXAMPLE, known_until=date(2025, 1, 1)),
        Value("least_capacity", 25_000, SINCE, "63.2.1", Certainty.ACT, category="car"),
        Value("least_capacity", 1_200, SINCE, "63.2.1", Certainty.ACT, category="bus"),
        Value("reported_conditions", False, SINCE, "example", Certainty.EXAMPLE),
        Value("reported_conditions", True, date(2024, 1, 1), "example", Certainty.EXAMPLE, date(2025, 1, 1)),
    ],
)

REPORTED = RuleSet("reported", "As reported", switch="reported_conditions")


@dataclass
class AnyProvision:
    """A register in which everything is in force but what is named."""

    missing: set[str] = field(default_factory=set)
    since: date = date(2022, 1, 8)

    def in_force_during(self, provision: str, since: date, until: date | None) -> bool:
        return provision not in self.missing and self.since <= since


def a_book(**options: Any) -> Rulebook:
    return Rulebook("assembly", FACTS, **{"provisions": AnyProvision(), "parameters": PARAMETERS} | options)


def enrolled(body: Callable[[Any, Any], Any], book: Rulebook | None = None, **options: Any) -> Rule:
    """A rule of a function, with the least that a rule needs."""
    body.__doc__ = body.__doc__ or "A sentence."
    book = a_book() if book is None else book
    return book.rule("42.2", **{"since": SINCE} | options)(body)


def answer(rule: Callable[[Any, Any], Any], on: date = ON, each: str | None = None, **facts: Any) -> Outcome:
    """What a rule of a book of its own answers for one case."""
    book = a_book()
    enrolled(rule, book, each=each)
    findings = judge(book, Cases.of(FACTS, [{"case": "A-1", **facts}]), on, PARAMETERS)
    return findings.of("A-1")[0].outcome
