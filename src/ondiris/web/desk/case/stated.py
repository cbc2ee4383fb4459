"""What did the applicant state and hand in, as an official reads it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from ondiris.domains.applications.completeness import UNDERTAKEN
from ondiris.domains.applications.drafts import Undertaken, undertakings_of, years_of
from ondiris.domains.applications.models import Application, Attachment
from ondiris.domains.documents.models import Document
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import DIRECTIONS, Direction, Section
from ondiris.law.rulebook import Fact, StatedBy
from ondiris.web.desk.case.found import established_text
from ondiris.web.showing.facts import fact_text
from ondiris.web.ui.parts import Line, Text


@dataclass(frozen=True, slots=True)
class Promise:
    """An obligation or a goal: what is measured, from where, and the target of each year."""

    direction: Text
    provision: str
    indicator: str
    unit: str
    baseline: Decimal
    targets: Sequence[Decimal]
    evidence: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A section of the application: lines of facts, and its list, of promises by years or of rows of (head, text)."""

    title: Text
    lines: Sequence[Line] = ()
    rows: Sequence[Sequence[tuple[Text, str]]] = ()
    promises: Sequence[Promise] = ()
    years: Sequence[int] = ()
    of_project: bool = False


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A document of the measure's list, and what was handed in for it."""

    label: Text
    provision: str
    documents: Sequence[Document]


def sections(application: Application, case: Mapping[str, Any]) -> list[Stated]:
    """The application section by section; `case` is what was judged, for whether a good stands on the list."""
    return [_section(application, section, case) for section in measure(application.measure).sections]


def _section(application: Application, section: Section, case: Mapping[str, Any]) -> Stated:
    declared = measure(application.measure).facts.facts
    kept = {name: str(application.answers.get(name, "")) for name in section.facts}
    lines = [
        Line(_(declared[name].label), fact_text(declared[name], text) if text else "") for name, text in kept.items()
    ]
    if section.rows and section.rows not in UNDERTAKEN:
        return Stated(_(section.title), lines, _rows(application, section.rows, case.get(section.rows) or ()))
    if section.rows:
        promises = [_promise(one) for one in undertakings_of(application, section.rows)]
        years = years_of(application.answers)
        return Stated(_(section.title), lines, promises=promises, years=years, of_project=section.rows == "goals")
    return Stated(_(section.title), lines)


def _rows(application: Application, name: str, judged: Sequence[Mapping[str, Any]]) -> list[list[tuple[Text, str]]]:
    """The rows of a declared list: what was typed, and what the registers say of it, as far as it was judged."""
    declared = measure(application.measure).facts.lists[name]
    typed = application.answers.get(name) or []
    named = any(row.get("name") for row in typed)
    known = judged if len(judged) == len(typed) else [{}] * len(typed)
    return [
        [
            *((_(fact.label), _text(fact, row.get(key), found.get(key))) for key, fact in declared.items()),
            *([(_("Name of the good"), str(row.get("name", "")))] if named else []),
        ]
        for row, found in zip(typed, known, strict=True)
    ]


def _text(fact: Fact, typed: Any, found: Any) -> str:
    if fact.stated_by == StatedBy.APPLICANT:
        return fact_text(fact, str(typed or ""))
    return _("not known") if found is None else established_text(fact, found)


def _promise(one: Undertaken) -> Promise:
    provision, label = DIRECTIONS[Direction(one.direction)] if one.direction else ("", "")
    return Promise(
        direction=_(label) if label else "",
        provision=provision,
        indicator=one.indicator,
        unit=one.unit,
        baseline=one.baseline.normalize(),
        targets=[target.normalize() for target in one.targets.values()],
        evidence=one.evidence,
    )


def documents(application: Application) -> list[HandedIn]:
    """What the measure asks for, with what was handed in, one query for all."""
    attached = list(Attachment.objects.filter(application=application).select_related("document").order_by("pk"))
    return [
        HandedIn(
            _(required.label),
            required.provision,
            [one.document for one in attached if one.requirement == required.name],
        )
        for required in measure(application.measure).documents
    ]
