"""What is missing before a draft can be submitted?"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ondiris.domains.applications.drafts import stated, undertaking_troubles, years_of
from ondiris.domains.applications.models import Application
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import Section
from ondiris.law.rulebook import StatedBy


@dataclass(frozen=True, slots=True)
class Missing:
    """One gap: the section it lies in, a key for the field, and a sentence."""

    section: str
    key: str
    text: str | Promise


def missing(application: Application) -> list[Missing]:
    """Everything that is still to be stated or handed in, in the order of the sections."""
    gaps: list[Missing] = []
    for section in measure(application.measure).sections:
        gaps.extend(_of_rows(application, section) if section.rows else _of_facts(application, section))
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
    rows = application.answers.get(section.rows) or []
    if not rows:
        return [Missing(section.name, section.rows, _("Nothing is stated here yet."))]
    gaps = []
    if section.rows == "goods":
        for place, row in enumerate(rows, 1):
            code = str(row.get("commodity_code", ""))
            if not (code.isascii() and code.isdigit() and len(code) in (4, 6, 8, 9, 10)):
                gaps.append(
                    Missing(
                        section.name,
                        f"commodity_code_{place}",
                        _("A commodity code has 4, 6, 8, 9 or 10 digits."),
                    )
                )
        return gaps
    years = years_of(application.answers)
    for place, row in enumerate(rows, 1):
        troubles = undertaking_troubles(row, years, needs_direction=section.rows == "obligations")
        gaps.extend(Missing(section.name, f"{field}_{place}", text) for field, text in troubles.items())
    return gaps
