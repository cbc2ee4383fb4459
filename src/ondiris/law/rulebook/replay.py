"""Would the rules, as they stand now, give the answers that a decision stored?

Stored facts and stored parameter values are put through the stored editions again; no answer is copied.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ondiris.base.words import N_
from ondiris.law.rulebook.book import Rule, Rulebook
from ondiris.law.rulebook.cases import Cases
from ondiris.law.rulebook.finding import FactRead, Finding, Outcome
from ondiris.law.rulebook.judge import evaluate


class Result(StrEnum):
    """How a stored answer compares with the answer given now."""

    SAME = "same"
    DIFFERS = "differs"
    EDITION_GONE = "edition_gone"
    SOURCE_ALTERED = "source_altered"

    @property
    def label(self) -> str:
        return _RESULTS[self]


_RESULTS = {
    Result.SAME: N_("The same answer"),
    Result.DIFFERS: N_("Another answer"),
    Result.EDITION_GONE: N_("The edition is no longer there"),
    Result.SOURCE_ALTERED: N_("The edition was altered after the decision"),
}


@dataclass(frozen=True)
class Replayed:
    """One stored finding and the answer now: `answer` is None where the edition is gone.

    An altered edition is evaluated all the same. `corrected_by` is the edition that corrects the stored one, if any,
    and `corrected` its answer on the stored facts; a fact or number that was not stored leaves it undetermined.
    """

    rule: str
    edition: int
    result: Result
    stored: Outcome
    answer: Outcome | None
    corrected_by: int | None = None
    corrected: Outcome | None = None


def replay(book: Rulebook, stored: Sequence[Finding]) -> list[Replayed]:
    """Evaluate the stored findings of one case again, each through its own edition and through its correction."""
    now = [book.edition(finding.rule, finding.edition) for finding in stored]
    corrections = [_correction(book, rule, finding) for rule, finding in zip(now, stored, strict=True)]
    answers = _answers(book, stored, [rule for rule in now if rule])
    corrected = _answers(book, stored, [rule for rule in corrections if rule])
    return [
        Replayed(
            finding.rule,
            finding.edition,
            _result(finding, rule, answers.get(finding.rule)),
            finding.outcome,
            answers.get(finding.rule),
            correction.edition if correction else None,
            corrected.get(finding.rule),
        )
        for finding, rule, correction in zip(stored, now, corrections, strict=True)
    ]


def _result(finding: Finding, rule: Rule | None, answer: Outcome | None) -> Result:
    if rule is None:
        return Result.EDITION_GONE
    if rule.fingerprint != finding.fingerprint:
        return Result.SOURCE_ALTERED
    return Result.SAME if answer is finding.outcome else Result.DIFFERS


def _correction(book: Rulebook, rule: Rule | None, finding: Finding) -> Rule | None:
    """The last edition in the chain of corrections of a stored one, as far as it holds on the day judged."""
    last = None
    while rule is not None:
        rule = next((r for r in book.rules if (r.name, r.corrects) == (rule.name, rule.edition)), None)
        last = rule if rule is not None and rule.holds_on(finding.on) else last
    return last


def _answers(book: Rulebook, stored: Sequence[Finding], rules: Sequence[Rule]) -> dict[str, Outcome]:
    if not rules:
        return {}
    parameters = {
        (read.name, read.category): read.value
        for finding in stored
        for evidence in finding.evidence
        for read in evidence.parameters
    }
    case = Cases.of(book.facts, [{"case": "stored", **_facts(book, stored)}])
    answers = evaluate(book.facts, rules, case, book.parameters, lambda *read: parameters.get(read))
    return {rule.name: Outcome.of(answers[rule.name][0]) for rule in rules}


def _facts(book: Rulebook, stored: Sequence[Finding]) -> dict[str, Any]:
    """The stored facts as one record: what any finding holds is there for every rule."""
    record: dict[str, Any] = {}
    rows: dict[str, dict[int, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    for finding in stored:
        for evidence in finding.evidence:
            target = record if evidence.row is None else rows[finding.each or ""][evidence.row]
            target.update({read.name: read.value for read in evidence.facts if _declared(book, finding.each, read)})
    lists = {each: [row for _, row in sorted(of.items())] for each, of in rows.items() if each in book.facts.lists}
    return record | lists


def _declared(book: Rulebook, each: str | None, read: FactRead) -> bool:
    """Whether the fact is still declared with the type in which it was stored."""
    declared = (book.facts.facts if each is None else book.facts.lists.get(each, {})).get(read.name)
    return declared is not None and (read.value is None or declared.type.fits(read.value))
