"""What does an application's draft say, typed and checked, from what was typed into it?

`answers` keeps text as typed: a fact's name → text, and for the lists `goods`, `obligations` and `goals` rows of text.
Reading never fails: what cannot be read is a trouble with its key, and the rest stands.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import BadInput, Text
from ondiris.base.lines import trouble_with_line
from ondiris.domains.applications.models import Application
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import Direction
from ondiris.law.rulebook import Fact, Facts, StatedBy
from ondiris.law.types import BadValue, Count, Money, Percent, YesNo

SPACES = str.maketrans("", "", " \u00a0\u202f")
MOST_YEARS = 10
NUMBER = re.compile(r"[0-9]{1,15}([.,][0-9]{1,4})?")


def from_text(fact: Fact, text: str) -> Any:
    """The typed value of what was typed for a fact; BadValue where it is not one. Spaces in numbers are forgiven."""
    text = text.strip()
    if isinstance(fact.type, YesNo):
        if text not in ("true", "false"):
            raise BadValue(fact.type.expected)
        return text == "true"
    if isinstance(fact.type, Money | Percent):
        return fact.type.parse(text.translate(SPACES).replace(",", "."))
    if isinstance(fact.type, Count):
        digits = text.translate(SPACES)
        if not re.fullmatch(fact.type.pattern, digits):
            raise BadValue(fact.type.expected)
        return fact.type.parse(int(digits))
    return fact.type.parse(text)


def typed(facts: Facts, name: str, value: Any, *, stated_by: str) -> Any:
    """The typed value of one fact of a case. BadInput where it is unknown, another's to state, or not of its type."""
    fact = facts.facts.get(name)
    if fact is None or fact.stated_by != stated_by:
        raise BadInput({name: _("There is no such fact for you to state.")})
    try:
        return from_text(fact, value) if isinstance(value, str) else fact.type.parse(value)
    except BadValue as error:
        raise BadInput({name: str(error)}) from error


@dataclass(frozen=True, slots=True)
class Undertaken:
    """What the applicant undertakes: an indicator with its baseline and a target for each year."""

    direction: str
    indicator: str
    unit: str
    baseline: Decimal
    evidence: str
    targets: Mapping[int, Decimal]


def years_of(answers: Mapping[str, Any]) -> list[int]:
    """The calendar years for which targets are set; none while they are not stated rightly."""
    first, count = str(answers.get("first_year", "")), str(answers.get("year_count", ""))
    if not (re.fullmatch("[0-9]{4}", first) and re.fullmatch("[0-9]{1,2}", count)):
        return []
    return [int(first) + n for n in range(int(count))] if 1 <= int(count) <= MOST_YEARS else []


def number(text: Any) -> Decimal:
    """A number as people type it, zero or more, at most four decimals; ValueError otherwise."""
    typed = str(text).translate(SPACES)
    if not NUMBER.fullmatch(typed):
        raise ValueError(text)
    return Decimal(typed.replace(",", "."))


def undertaking_troubles(row: Mapping[str, Any], years: list[int], *, needs_direction: bool) -> dict[str, Text]:
    """What one row of obligations or goals lacks, by field."""
    wrong: dict[str, Text] = {}
    if needs_direction and row.get("direction") not in set(Direction):
        wrong["direction"] = _("Choose one of the three directions of the law.")
    for field, most, empty in (
        ("indicator", 200, _("Name what will be measured.")),
        ("unit", 60, _("Name the unit.")),
        ("evidence", 300, _("Say which document will prove it.")),
    ):
        if trouble := trouble_with_line(str(row.get(field, "")), most, empty):
            wrong[field] = trouble
    try:
        number(row.get("baseline", ""))
    except ValueError:
        wrong["baseline"] = _("Give the value today as a number, zero or more.")
    targets = row.get("targets") or {}
    for year in years:
        try:
            good = number(targets.get(str(year), "")) > 0
        except ValueError:
            good = False
        if not good:
            wrong[f"target_{year}"] = _("Give a target above zero for %(year)d.") % {"year": year}
    if not years:
        wrong["years"] = _("Say for which years targets are set.")
    return wrong


def undertakings_of(application: Application, rows: str) -> list[Undertaken]:
    """The rows of `obligations` or `goals` that have nothing wrong."""
    years = years_of(application.answers)
    return [
        Undertaken(
            direction=str(row.get("direction", "")),
            indicator=str(row["indicator"]).strip(),
            unit=str(row["unit"]).strip(),
            baseline=number(row["baseline"]),
            evidence=str(row["evidence"]).strip(),
            targets={year: number(row["targets"][str(year)]) for year in years},
        )
        for row in application.answers.get(rows, [])
        if not undertaking_troubles(row, years, needs_direction=rows == "obligations")
    ]


def row_value(fact: Fact, text: Any) -> Any:
    """The typed value of a fact of a row, None where nothing readable was typed."""
    try:
        return from_text(fact, str(text)) if str(text).strip() else None
    except BadValue:
        return None


def stated(facts: Facts, answers: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The facts of the case that the applicant stated, typed; and what could not be read, by fact."""
    values: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for name, fact in facts.facts.items():
        text = answers.get(name)
        if fact.stated_by != StatedBy.APPLICANT or not isinstance(text, str) or not text.strip():
            continue
        try:
            values[name] = from_text(fact, text)
        except BadValue as error:
            wrong[name] = str(error)
    return values, wrong


def requested_amount(application: Application) -> Decimal:
    """How much is asked for, in tenge. BadInput where the draft does not say it rightly."""
    chosen = measure(application.measure)
    amount = stated(chosen.facts, application.answers)[0].get(chosen.amount_fact)
    if not isinstance(amount, Decimal) or amount == 0:
        raise BadInput({chosen.amount_fact: _("Give an amount above zero with at most two decimals.")})
    return amount
