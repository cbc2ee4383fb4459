"""What did a decision rest on, and would the rules as they stand now give the same answers?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ondiris.base.journal import access
from ondiris.domains.applications.actions.decide import propose
from ondiris.domains.applications.models import Decision
from ondiris.domains.applications.replaying import findings_kept, replay_decision
from ondiris.domains.measures.catalogue import measure
from ondiris.law.rulebook import Replayed, Result
from ondiris.law.types import BadValue
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.case.deciding import ground_text
from ondiris.web.desk.case.found import established_text, extract, kept
from ondiris.web.desk.things import decision_at
from ondiris.web.desk.words import kind_text
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Colour, Line, Tag, Text

COLOURS: Mapping[Result, Colour] = {
    Result.SAME: Colour.GREEN,
    Result.DIFFERS: Colour.RED,
    Result.EDITION_GONE: Colour.YELLOW,
    Result.SOURCE_ALTERED: Colour.YELLOW,
}


@dataclass(frozen=True, slots=True)
class Again:
    """One rule's stored answer beside the one it gives now."""

    sentence: Text
    provision: str
    edition: int
    result: Tag
    stored: Text
    answer: Text
    corrected: Text


@dataclass(frozen=True, slots=True)
class FactKept:
    """A fact as judged, and whose word it is."""

    label: Text
    value: str
    stated_by: Text


@for_officials
def decision(request: ActedRequest, number: str, key: int) -> HttpResponse:
    """A proposal or decision with its findings, facts and extract; replayed when that is asked for."""
    one = decision_at(request.actor, number, key)
    access.looked(request.actor, "decision", f"{number} {key}", "case")
    context = {
        "decision": one,
        "application": one.application,
        "state": _state(one),
        "lines": _lines(one),
        "found": kept(one),
        "facts": _facts(one),
        "extract": extract(one.extract),
        "decided_by": propose.provision,
        "replayed": _replayed(one) if "replay" in request.GET else None,
    }
    return render(request, "desk/decision.html", context)


def _state(decision: Decision) -> Tag:
    if decision.decided_on is not None:
        return Tag(_("Decided"), Colour.GREEN)
    return Tag(_("Sent back"), Colour.GREY) if decision.sent_back else Tag(_("Proposed"), Colour.BLUE)


def _lines(decision: Decision) -> list[Line]:
    ground = next((one for one in findings_kept(decision) if one.rule == decision.ground), None)
    lines = [
        Line(_("Applicant"), decision.application.applicant.name),
        Line(_("Kind"), kind_text(decision.kind)),
        Line(_("Proposed"), f"{decision.proposed_by_name}, {figures.day(decision.proposed_on)}"),
        Line(_("Judged as of"), figures.day(decision.judged_on)),
        Line(_("Reasons"), decision.reasons),
    ]
    if ground is not None:
        lines.insert(2, Line(_("Ground"), ground_text(ground)))
    if decision.amount is not None:
        lines.insert(2, Line(_("Amount"), figures.tenge(decision.amount)))
    if decision.decided_on is not None:
        lines.append(Line(_("Decided"), f"{decision.decided_by_name}, {figures.day(decision.decided_on)}"))
    if decision.sent_back:
        lines.append(Line(_("Sent back"), decision.sent_back))
    return lines


def _facts(decision: Decision) -> Sequence[FactKept]:
    """The facts of the case as they were judged, in the order of the measure."""
    declared = measure(decision.application.measure).facts.facts
    return [
        FactKept(_(fact.label), _value(fact, decision.case.get(name)), _(fact.stated_by.label))
        for name, fact in declared.items()
    ]


def _value(fact: Any, stored: Any) -> str:
    if stored is None:
        return _("not stated")
    try:
        return established_text(fact, stored)
    except BadValue:
        return str(stored)


def _replayed(decision: Decision) -> list[Again]:
    kept_ones = findings_kept(decision)
    return [
        _again(one, finding.sentence, finding.provision)
        for one, finding in zip(replay_decision(decision), kept_ones, strict=True)
    ]


def _again(one: Replayed, sentence: str, provision: str) -> Again:
    corrected = ""
    if one.corrected_by is not None and one.corrected is not None:
        corrected = _("edition %(edition)d, which corrects it: %(answer)s") % {
            "edition": one.corrected_by,
            "answer": _(one.corrected.label),
        }
    return Again(
        _(sentence),
        provision,
        one.edition,
        Tag(_(one.result.label), COLOURS[one.result]),
        _(one.stored.label),
        _(one.answer.label) if one.answer else "—",
        corrected,
    )
