"""What did the applicant state and hand in, as an official reads it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from ondiris.domains.applications.drafts import Undertaken, undertakings_of, years_of
from ondiris.domains.applications.models import Application, Attachment
from ondiris.domains.documents.models import Document
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import DIRECTIONS, Direction, Section
from ondiris.web.showing.facts import fact_text
from ondiris.web.ui.parts import Line, Text


@dataclass(frozen=True, slots=True)
class Good:
    """A good of the project, and whether it stood on the list on the day judged (None: not known)."""

    code: str
    name: str
    on_list: bool | None


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
    """A section of the application: lines of facts, and its goods or promises with their years."""

    title: Text
    lines: Sequence[Line] = ()
    goods: Sequence[Good] = ()
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
    if section.rows == "goods":
        return Stated(_(section.title), lines, goods=_goods(application, case))
    if section.rows:
        promises = [_promise(one) for one in undertakings_of(application, section.rows)]
        years = years_of(application.answers)
        return Stated(_(section.title), lines, promises=promises, years=years, of_project=section.rows == "goals")
    return Stated(_(section.title), lines)


def _goods(application: Application, case: Mapping[str, Any]) -> list[Good]:
    listed = {row["commodity_code"]: row.get("on_priority_list") for row in case.get("goods") or ()}
    rows = application.answers.get("goods") or []
    return [
        Good(code, str(row.get("name", "")), listed.get(code))
        for row in rows
        for code in [str(row.get("commodity_code", "")).strip()]
    ]


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
