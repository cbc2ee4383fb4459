"""How is a finding of the rulebook shown, with what was needed and what was stated?"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from ondiris.domains.contracts.facts import FACTS as CONTRACTS
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.law.rulebook import Evidence, Finding, ParameterRead, StatedBy
from ondiris.law.types import Choice
from ondiris.web.ui import figures, parts


def value_text(type_name: str, value: Any) -> str:
    """A fact's or a parameter's value as the reader writes it; empty where it is missing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return figures.day(value)
    if type_name == "money":
        return figures.tenge(value)
    if type_name == "percent":
        return figures.percent(value.normalize() if isinstance(value, Decimal) else value)
    if type_name == "choice":
        return _(choice_labels().get(value, value))
    return figures.number(value) if isinstance(value, int | Decimal) else str(value)


@cache
def choice_labels() -> dict[str, str]:
    """The words of every value that a fact of any measure, or of contracts, may be chosen from."""
    declared = [*(m.facts for m in MEASURES), CONTRACTS]
    facts = [fact for each in declared for named in (each.facts, *each.lists.values()) for fact in named.values()]
    return {
        value: label for fact in facts if isinstance(fact.type, Choice) for value, label in fact.type.labels.items()
    }


def gap_text(read: ParameterRead) -> str:
    """Which days no value is established for: those after `known_until`, those before `known_from`."""
    said = []
    if read.known_until:
        said.append(_("known until before %(day)s, later not established") % {"day": figures.day(read.known_until)})
    if read.known_from:
        said.append(_("not established before %(day)s") % {"day": figures.day(read.known_from)})
    return "; ".join(said) or _("not established")


def _needed(reads: Iterable[ParameterRead]) -> str:
    """What the parameters say, or which gap they lie in."""
    shown = [read for read in reads if read.type != "yes_no"]  # the switch of a set is no number that is needed
    return "; ".join(gap_text(read) if read.value is None else value_text(read.type, read.value) for read in shown)


def _rows(evidence: Evidence) -> list[parts.Evidence]:
    needed = _needed(evidence.parameters)
    where = "" if evidence.row is None else f"{evidence.row + 1}. "
    return [
        parts.Evidence(
            fact=where + _(read.label),
            needed=needed if place == 0 else "",
            stated=value_text(read.type, read.value),
            stated_by=_(StatedBy(read.stated_by).label),
        )
        for place, read in enumerate(evidence.facts)
    ]


def shown(finding: Finding) -> parts.Finding:
    """One finding for the template."""
    notes = []
    if finding.set:
        notes.append(_(finding.set_label) + ".")
    if finding.refuses and finding.ground:
        notes.append(_("A refusal may rest on this (article 25, paragraph 6)."))
    if finding.leads_elsewhere and finding.routes_to:
        notes.append(_("Governed by: %(law)s.") % {"law": _(finding.routes_to)})
    return parts.Finding(
        sentence=_(finding.sentence),
        answer=finding.outcome.value,
        provision=finding.provision,
        evidence=[row for evidence in finding.evidence for row in _rows(evidence)],
        note=" ".join(notes),
    )


def all_shown(findings: Iterable[Finding]) -> list[parts.Finding]:
    """Findings for the template: what is not met first, then what is open, then what is met."""
    order = {"not_met": 0, "undetermined": 1, "met": 2}
    return [shown(f) for f in sorted(findings, key=lambda f: order[f.outcome.value])]


def kept(stored: dict[str, Any]) -> list[Finding]:
    """The findings that a decision keeps."""
    return [Finding.from_json(one) for one in stored.get("findings", [])]
