"""Would a decision's stored facts give its stored answers, put through the rules as they stand now?"""

from ondiris.domains.applications.models import Decision
from ondiris.domains.measures.catalogue import measure
from ondiris.law.rulebook import Finding, Replayed, replay


def findings_kept(decision: Decision) -> list[Finding]:
    """The findings that the decision rests on, as they were stored with it."""
    return [Finding.from_json(stored) for stored in decision.findings["findings"]]


def replay_decision(decision: Decision) -> list[Replayed]:
    """Each stored finding beside the answer that its edition, and its correction if there is one, gives now.

    The stored facts and parameter values are evaluated again; lists, rates and registers of today are not asked.
    """
    return replay(measure(decision.application.measure).rules, findings_kept(decision))
