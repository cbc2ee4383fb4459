"""What was decided on an application, on which findings, by which article?"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ondiris.domains.applications.models import Application, Decision
from ondiris.domains.applications.terms import KINDS, DecisionKind
from ondiris.web.showing import findings
from ondiris.web.ui.parts import Finding


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision for the page: what it rests on first, the other findings apart, and what the case was judged by."""

    decision: Decision
    kind: str
    rests_on: list[Finding]
    others: list[Finding]
    edition: str
    routes_to: list[str]

    @property
    def refused(self) -> bool:
        return self.decision.kind == DecisionKind.REFUSE

    @property
    def elsewhere(self) -> bool:
        return self.decision.kind == DecisionKind.ELSEWHERE


def decided(application: Application) -> Decided | None:
    """The decision that was made; None while there is none. A proposal is not the applicant's to see."""
    decision = application.decisions.exclude(decided_on=None).order_by("-pk").first()
    if decision is None:
        return None
    stored: dict[str, Any] = decision.findings
    kept = findings.kept(stored)
    if decision.kind == DecisionKind.REFUSE:
        grounds = [one for one in kept if one.rule == decision.ground]
    elif decision.kind == DecisionKind.ELSEWHERE:
        grounds = [one for one in kept if one.leads_elsewhere]
    else:
        grounds = []
    return Decided(
        decision=decision,
        kind=_(KINDS[DecisionKind(decision.kind)]),
        rests_on=findings.all_shown(grounds),
        others=findings.all_shown(one for one in kept if one not in grounds),
        edition=stored.get("edition", ""),
        routes_to=[_(one.routes_to) for one in grounds if one.routes_to],
    )
