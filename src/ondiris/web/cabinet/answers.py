"""What did the applicant state, section by section, as a page shows it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.domains.applications.completeness import UNDERTAKEN
from ondiris.domains.applications.drafts import number as read_number
from ondiris.domains.applications.drafts import years_of
from ondiris.domains.applications.models import Application
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import DIRECTIONS, Direction, Measure, Section
from ondiris.law.rulebook import Fact
from ondiris.web.cabinet.rows import GOODS, listed_facts
from ondiris.web.showing.facts import fact_text
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line


@dataclass(frozen=True, slots=True)
class Undertaken:
    """A row of obligations or goals in words; `targets` are in the order of the years."""

    direction: str
    indicator: str
    unit: str
    baseline: str
    evidence: str
    targets: list[str]


@dataclass(frozen=True, slots=True)
class SectionShown:
    """A section's title, its facts as lines, and its rows: undertakings with `years`, or others as (head, text)."""

    title: str
    lines: list[Line]
    change_url: str
    has_rows: bool
    heads: list[str]
    rows: list[list[tuple[str, str]]]
    undertakings: list[Undertaken]
    years: list[int]


def sections_shown(application: Application, *, editable: bool) -> list[SectionShown]:
    """Every section of an application's measure with what was stated; `editable` adds where it is changed."""
    chosen = measure(application.measure)
    return [
        _section(chosen, part, application.answers, _url(application, part) if editable else "")
        for part in chosen.sections
    ]


def _url(application: Application, part: Section) -> str:
    return reverse("cabinet:section", args=[application.number, part.name])


def _section(chosen: Measure, part: Section, answers: Mapping[str, Any], url: str) -> SectionShown:
    facts = chosen.facts.facts
    rows = answers.get(part.rows) or [] if part.rows else []
    undertaken = part.rows in UNDERTAKEN
    listed = {} if undertaken or not part.rows else listed_facts(chosen, part.rows)
    heads = [_(fact.label) for fact in listed.values()] + ([_("Name of the good")] if part.rows == GOODS else [])
    return SectionShown(
        title=_(part.title),
        lines=[
            Line(_(facts[name].label), fact_text(facts[name], str(answers.get(name, ""))), url and f"{url}#id_{name}")
            for name in part.facts
        ],
        change_url=url,
        has_rows=bool(part.rows),
        heads=heads,
        rows=[list(zip(heads, _texts(listed, part.rows, row), strict=True)) for row in rows if not undertaken],
        undertakings=[_undertaken(row, years_of(answers)) for row in rows if undertaken],
        years=years_of(answers),
    )


def _texts(listed: Mapping[str, Fact], rows: str, row: Mapping[str, Any]) -> list[str]:
    texts = [fact_text(fact, str(row.get(name, ""))) for name, fact in listed.items()]
    return [*texts, str(row.get("name", ""))] if rows == GOODS else texts


def _undertaken(row: Mapping[str, Any], years: list[int]) -> Undertaken:
    direction = row.get("direction", "")
    targets = row.get("targets") or {}
    return Undertaken(
        direction=_(DIRECTIONS[Direction(direction)][1]) if direction in set(Direction) else "",
        indicator=str(row.get("indicator", "")),
        unit=str(row.get("unit", "")),
        baseline=_number(row.get("baseline", "")),
        evidence=str(row.get("evidence", "")),
        targets=[_number(targets.get(str(year), "")) for year in years],
    )


def _number(text: Any) -> str:
    """A number as the reader writes it; as typed where it is none."""
    try:
        value: Decimal = read_number(text)
    except ValueError:
        return str(text)
    return figures.number(value)
