"""What do the rules find of a case, what is still to be established, and what else does the enterprise have?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from ondiris.domains.applications.extract import extract_for
from ondiris.domains.applications.judging import Judged, judge_application
from ondiris.domains.applications.models import Application, Decision, Established
from ondiris.domains.applications.replaying import findings_kept
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.measures.catalogue import measure
from ondiris.law.rulebook import BadDay, Conclusion, Fact, Finding, Outcome, StatedBy, conclude
from ondiris.law.types import Choice
from ondiris.web.desk.words import TAGS, measure_title
from ondiris.web.showing.findings import all_shown, value_text
from ondiris.web.ui import parts
from ondiris.web.ui.parts import Colour, Tag, Text

COLOURS: Mapping[Conclusion, Colour] = {
    Conclusion.QUALIFIES: Colour.GREEN,
    Conclusion.ELSEWHERE: Colour.YELLOW,
    Conclusion.REFUSABLE: Colour.RED,
    Conclusion.NOT_YET: Colour.BLUE,
    Conclusion.UNDETERMINED: Colour.YELLOW,
}


@dataclass(frozen=True, slots=True)
class Found:
    """Findings of a day: what they come to (None where no rules are held), and those that are met apart."""

    on: date
    conclusion: Tag | None
    open: Sequence[parts.Finding] = ()
    met: Sequence[parts.Finding] = ()
    edition: str = ""
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class ToEstablish:
    """A fact that officials answer, with the newest answer."""

    name: str
    label: Text
    proof: Text
    value: str
    established: Established | None


def judged_on(application: Application, on: date) -> Judged | None:
    """The findings of a day; None where no rules of the measure are held for it."""
    try:
        return judge_application(application, on)
    except BadDay:
        return None


def findings_of(on: date, findings: Sequence[Finding], edition: str, decision: Decision | None = None) -> Found:
    """Findings for a page, the met ones apart."""
    conclusion = conclude(findings)
    open_ones = [one for one in findings if one.outcome is not Outcome.MET]
    met = [one for one in findings if one.outcome is Outcome.MET]
    return Found(
        on,
        Tag(_(conclusion.label), COLOURS[conclusion]),
        all_shown(open_ones),
        all_shown(met),
        edition,
        decision=decision,
    )


DECIDED = (
    ApplicationState.WAITING,
    ApplicationState.GRANTED,
    ApplicationState.REFUSED,
    ApplicationState.ELSEWHERE,
)


def found(application: Application, decisions: Sequence[Decision], on: date) -> tuple[Found, Mapping[str, Any]]:
    """The findings as of the day and the facts judged; for a decided case those that its decision rests on."""
    made = [one for one in decisions if one.decided_on is not None]
    if application.state in DECIDED and made:
        last = made[-1]
        return kept(last), last.case
    judged = judged_on(application, on)
    if judged is None:
        return Found(on, None), {}
    return findings_of(on, judged.findings, judged.edition), judged.case


def kept(decision: Decision) -> Found:
    """The findings that a decision rests on."""
    assert decision.judged_on is not None  # noqa: S101  (a proposal is judged when it is made)
    return findings_of(decision.judged_on, findings_kept(decision), decision.findings.get("edition", ""), decision)


def to_establish(application: Application) -> list[ToEstablish]:
    """The measure's facts that officials state, each with its newest answer."""
    newest = {row.fact: row for row in sorted(application.established.all(), key=lambda row: row.pk)}
    return [
        ToEstablish(
            name,
            _(fact.label),
            _(fact.proof) if fact.proof else "",
            established_text(fact, newest[name].value) if name in newest else "",
            newest.get(name),
        )
        for name, fact in official_facts(application).items()
    ]


def official_facts(application: Application) -> dict[str, Fact]:
    """The facts of the measure that are an official's to state."""
    facts = measure(application.measure).facts.facts
    return {name: fact for name, fact in facts.items() if fact.stated_by == StatedBy.OFFICIAL}


def established_text(fact: Fact, kept_value: Any) -> str:
    """A value kept as JSON, as the reader writes it."""
    value = fact.type.parse(kept_value)
    return _(fact.type.labels[value]) if isinstance(fact.type, Choice) else value_text(fact.type.name, value)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """One line of the extract: what the enterprise has from measures."""

    number: str
    measure: Text
    amount: Decimal | None
    state: Tag
    submitted_on: date | None


def extract(stored: Sequence[Mapping[str, Any]]) -> list[Elsewhere]:
    """The extract's lines, as they were kept or are read now."""
    return [
        Elsewhere(
            one["number"],
            measure_title(one["measure"]),
            Decimal(one["amount"]) if one["amount"] else None,
            TAGS[ApplicationState][one["state"]],
            date.fromisoformat(one["submitted_on"]) if one["submitted_on"] else None,
        )
        for one in stored
    ]


def extract_now(application: Application) -> list[Elsewhere]:
    """What the enterprise has from other measures today; never a ground."""
    return extract(extract_for(application))
