"""What did a self-check find, why is something open, and what can one do next?"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.judging import Judged
from ondiris.domains.parties.terms import WORDS
from ondiris.law.rulebook import Conclusion, Evidence, Finding, Outcome, StatedBy
from ondiris.web.open.check_form import FROM_DIRECTIONS, LATER, Check
from ondiris.web.showing import findings
from ondiris.web.ui import parts

KINDS = {Conclusion.QUALIFIES: "success", Conclusion.ELSEWHERE: "warning", Conclusion.REFUSABLE: "warning"}
ORDER = [Outcome.NOT_MET, Outcome.UNDETERMINED, Outcome.MET]


def shown(check: Check, found: Judged) -> dict[str, Any]:
    """The context of the result's page."""
    own = [_in_own_words(finding, check) for finding in found.findings]
    return {
        "on": found.on,
        "edition": found.edition,
        "conclusion": _(found.conclusion.label),
        "kind": KINDS.get(found.conclusion, "info"),
        "meaning": _meaning(found),
        "findings": [
            _shown(finding, found.edition) for outcome in ORDER for finding in own if finding.outcome is outcome
        ],
        "counts": [(_(outcome.label), sum(f.outcome is outcome for f in own)) for outcome in ORDER],
        "nexts": list(_nexts(check, found)),
    }


def _in_own_words(finding: Finding, check: Check) -> Finding:
    """The finding with the visitor named where in a case a register or an official would have answered."""

    def as_said(evidence: Evidence) -> Evidence:
        facts = (
            replace(read, stated_by=StatedBy.APPLICANT.value)
            if read.value is not None and check.is_own_word(read.name, finding.each)
            else read
            for read in evidence.facts
        )
        return replace(evidence, facts=tuple(facts))

    return replace(finding, evidence=tuple(as_said(evidence) for evidence in finding.evidence))


def _shown(finding: Finding, edition: str) -> parts.Finding:
    [one] = findings.all_shown([finding])
    if finding.outcome is Outcome.UNDETERMINED:
        return replace(one, note=" ".join([*_why(finding, edition), str(one.note)]).strip())
    return one


def _why(finding: Finding, edition: str) -> Iterator[str]:
    """What is missing for an answer, a sentence each."""
    if finding.each and not finding.evidence:
        yield _("No row is stated.")
    for name, label in _missing(finding).items():
        if name in LATER:
            yield _("This is found in the case itself, after you apply.")
        elif name == FROM_DIRECTIONS:
            yield _("No direction is chosen.")
        elif name == "on_priority_list":
            if edition:
                yield _("The list goes into more detail than a code that you gave: give the code in full.")
            else:
                yield _("No edition of the list is in force on this day.")
        else:
            yield _("Not answered: %(fact)s.") % {"fact": label}
    reads = (read for evidence in finding.evidence for read in evidence.parameters if read.value is None)
    for label, gap in dict.fromkeys((_(read.label), findings.gap_text(read)) for read in reads):
        yield f"{label}: {gap}."


def _missing(finding: Finding) -> dict[str, str]:
    """The facts without a value, by name, with their labels."""
    reads = (read for evidence in finding.evidence for read in evidence.facts)
    return {read.name: _(read.label) for read in reads if read.value is None}


def _only_later_is_open(found: Judged) -> bool:
    """Whether all that is open is found in the case itself."""
    undetermined = [finding for finding in found.findings if finding.outcome is Outcome.UNDETERMINED]
    return bool(undetermined) and all(
        finding.evidence and _missing(finding).keys() <= LATER for finding in undetermined
    )


def _meaning(found: Judged) -> str:
    match found.conclusion:
        case Conclusion.QUALIFIES:
            return _("By what you stated, every condition is met.")
        case Conclusion.REFUSABLE:
            return _("By what you stated, at least one condition is not met, and a refusal may rest on it.")
        case Conclusion.ELSEWHERE:
            return _("By what you stated, this measure is not the one for you: another law provides for your case.")
        case Conclusion.NOT_YET:
            return _("By what you stated, no ground of refusal is there, but a step is still missing.")
        case _:
            if _only_later_is_open(found):
                return _("Nothing that you stated stands in the way. What is open is found in the case itself.")
            if found.grounds:
                return _("A condition is not met, and it is open whether another law provides for your case.")
            return _("Some answers are missing. Beside each condition it is said which.")


def _nexts(check: Check, found: Judged) -> Iterator[parts.Next]:
    you, institute = _("You"), _(WORDS[check.measure.serves])
    if found.conclusion is Conclusion.ELSEWHERE:
        law = next(finding.routes_to for finding in found.findings if finding.leads_elsewhere)
        yield parts.Next(_("Ask for the measures of the other law: %(law)s") % {"law": _(str(law))}, you)
        return
    if found.conclusion is Conclusion.REFUSABLE:
        yield parts.Next(_("Look at what is not met, and check again when it has changed"), you)
        return
    if found.conclusion is Conclusion.UNDETERMINED and not _only_later_is_open(found):
        yield parts.Next(_("Answer what you left open, and check again"), you)
    yield parts.Next(_("Sign in and begin an application"), you, provision="25.8")
    yield parts.Next(_("The application is taken up and checked"), institute, provision=FLOW["take"].provision)
