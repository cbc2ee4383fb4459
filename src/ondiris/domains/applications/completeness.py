"""What is missing before a draft can be submitted?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import Text
from ondiris.domains.applications.drafts import row_value, stated, undertaking_troubles, years_of
from ondiris.domains.applications.models import Application
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import Measure, Section
from ondiris.law.rulebook import Fact, StatedBy

UNDERTAKEN = ("obligations", "goals")  # lists with a target for each year


@dataclass(frozen=True, slots=True)
class Missing:
    """One gap: the section it lies in, the key of its field (`goods-0-commodity_code` in a list), and a sentence."""

    section: str
    key: str
    text: Text


def missing(application: Application) -> list[Missing]:
    """Everything that is still to be stated or handed in, in the order of the sections."""
    gaps: list[Missing] = []
    for section in measure(application.measure).sections:
        gaps.extend(_of_facts(application, section))
        gaps.extend(_of_rows(application, section) if section.rows else [])
    handed_in = set(application.attachments.values_list("requirement", flat=True))
    gaps.extend(
        Missing("documents", required.name, _now(required.label))
        for required in measure(application.measure).documents
        if required.name not in handed_in
    )
    return gaps


def _of_facts(application: Application, section: Section) -> list[Missing]:
    facts = measure(application.measure).facts
    values, wrong = stated(facts, application.answers)
    return [
        Missing(section.name, name, _now(wrong[name]) if name in wrong else _now(facts.facts[name].label))
        for name in section.facts
        if name not in values and facts.facts[name].stated_by == StatedBy.APPLICANT
    ]


def _of_rows(application: Application, section: Section) -> list[Missing]:
    troubles = row_troubles(measure(application.measure), application.answers, section.rows)
    if not troubles:
        return [Missing(section.name, section.rows, _("Nothing is stated here yet."))]
    gaps = [
        Missing(section.name, f"{section.rows}-{place}-{field}", text)
        for place, row in enumerate(troubles)
        for field, text in row.items()
        if field != "years"
    ]
    years = next((row["years"] for row in troubles if "years" in row), None)  # asked once, missed by every row
    return gaps if years is None else [Missing(section.name, "first_year", years), *gaps]


def row_troubles(chosen: Measure, answers: Mapping[str, Any], rows: str) -> list[dict[str, Text]]:
    """What each row of the list `rows` lacks, by field, in the order of the rows."""
    kept = answers.get(rows) or []
    if rows in UNDERTAKEN:
        years = years_of(answers)
        return [undertaking_troubles(row, years, needs_direction=rows == "obligations") for row in kept]
    if rows == "goods":
        return [_of_good(row) for row in kept]
    return [_of_row(chosen.facts.lists[rows], row) for row in kept]


def _of_good(row: Mapping[str, Any]) -> dict[str, Text]:
    code = str(row.get("commodity_code", ""))
    if code.isascii() and code.isdigit() and len(code) in (4, 6, 8, 9, 10):
        return {}
    return {"commodity_code": _("A commodity code has 4, 6, 8, 9 or 10 digits.")}


def _of_row(facts: Mapping[str, Fact], row: Mapping[str, Any]) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    for name, fact in facts.items():
        if fact.stated_by == StatedBy.APPLICANT and row_value(fact, row.get(name, "")) is None:
            typed = str(row.get(name, "")).strip()
            wrong[name] = _now(fact.type.expected) if typed else _("This is still to be stated.")
    return wrong
