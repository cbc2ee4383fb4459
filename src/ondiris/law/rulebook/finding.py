"""What was found of one case, by which rule, on what facts and numbers: the record a decision keeps?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from ondiris.base.words import N_
from ondiris.law.types import decode, encode


class Outcome(StrEnum):
    """The answer of a rule; undetermined where a fact or a number is missing."""

    MET = "met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"

    @classmethod
    def of(cls, answer: bool | None) -> "Outcome":
        return cls.UNDETERMINED if answer is None else cls.MET if answer else cls.NOT_MET

    @property
    def label(self) -> str:
        return _OUTCOMES[self]


_OUTCOMES = {
    Outcome.MET: N_("met"),
    Outcome.NOT_MET: N_("not met"),
    Outcome.UNDETERMINED: N_("undetermined"),
}


@dataclass(frozen=True)
class FactRead:
    """A fact as judged; `value` None where it was missing, `type` the name of its type."""

    name: str
    label: str
    type: str
    value: Any
    stated_by: str
    unit: str = ""


@dataclass(frozen=True)
class ParameterRead:
    """A parameter as judged. Where no value was established, `value` is None, `gap` says what is known in English, and
    `known_until` and `known_from` are the ends of the gap."""

    name: str
    label: str
    type: str
    value: Any
    category: str | None = None
    unit: str = ""
    source: str = ""
    certainty: str = ""
    valid_from: date | None = None
    known_until: date | None = None
    known_from: date | None = None
    gap: str = ""


@dataclass(frozen=True)
class Evidence:
    """What the answer rests on: of a case, or of one row of a list (`row` counts from 0)."""

    outcome: Outcome
    facts: tuple[FactRead, ...]
    parameters: tuple[ParameterRead, ...]
    row: int | None = None


@dataclass(frozen=True)
class Finding:
    """The answer of one edition of a rule for one case on the day `on`, with its evidence.

    A rule over a list has evidence a row; none where the list is empty.
    """

    rule: str
    edition: int
    fingerprint: str
    on: date
    provision: str
    sentence: str
    outcome: Outcome
    evidence: tuple[Evidence, ...]
    ground: str | None = None
    routes_to: str | None = None
    each: str | None = None
    set: str | None = None
    set_label: str = ""
    example: bool = False

    @property
    def refuses(self) -> bool:
        """Whether a refusal may rest on it: not met, and a ground of refusal."""
        return self.outcome is Outcome.NOT_MET and self.ground is not None

    @property
    def leads_elsewhere(self) -> bool:
        """Whether it takes the case out of the measure, to the law in `routes_to`."""
        return self.outcome is Outcome.NOT_MET and self.routes_to is not None

    def to_json(self) -> dict[str, Any]:
        """Plain JSON; `from_json` gives an equal finding."""
        return vars(self) | {
            "on": self.on.isoformat(),
            "outcome": self.outcome.value,
            "evidence": [_evidence_to_json(evidence) for evidence in self.evidence],
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Finding":
        """A finding as `to_json` wrote it. KeyError, TypeError or ValueError where it did not."""
        typed = {
            "on": date.fromisoformat(stored["on"]),
            "outcome": Outcome(stored["outcome"]),
            "evidence": tuple(_evidence_from_json(evidence) for evidence in stored["evidence"]),
        }
        return cls(**stored | typed)


class Conclusion(StrEnum):
    """What the findings of a case come to."""

    QUALIFIES = "qualifies"
    ELSEWHERE = "elsewhere"
    REFUSABLE = "refusable"
    NOT_YET = "not_yet"
    UNDETERMINED = "undetermined"

    @property
    def label(self) -> str:
        return _CONCLUSIONS[self]


_CONCLUSIONS = {
    Conclusion.QUALIFIES: N_("All conditions are met"),
    Conclusion.ELSEWHERE: N_("Another law provides for this case"),
    Conclusion.REFUSABLE: N_("A condition is not met"),
    Conclusion.NOT_YET: N_("A step is still to be taken"),
    Conclusion.UNDETERMINED: N_("Something is still to be found out"),
}


def conclude(findings: Iterable[Finding]) -> Conclusion:
    """One word for a case: another law comes first, then a ground of refusal, then what is open.

    While it is open whether another law provides for the case, nothing else is concluded. No findings conclude nothing.
    """
    findings = list(findings)
    open_route = any(f.outcome is Outcome.UNDETERMINED and f.routes_to for f in findings)
    if any(f.leads_elsewhere for f in findings):
        return Conclusion.ELSEWHERE
    if not findings or open_route:
        return Conclusion.UNDETERMINED
    if any(f.refuses for f in findings):
        return Conclusion.REFUSABLE
    if any(f.outcome is Outcome.UNDETERMINED for f in findings):
        return Conclusion.UNDETERMINED
    return Conclusion.NOT_YET if any(f.outcome is Outcome.NOT_MET for f in findings) else Conclusion.QUALIFIES


_DAYS = ("valid_from", "known_until", "known_from")


def _evidence_to_json(evidence: Evidence) -> dict[str, Any]:
    return {
        "outcome": evidence.outcome.value,
        "row": evidence.row,
        "facts": [vars(read) | {"value": encode(read.type, read.value)} for read in evidence.facts],
        "parameters": [
            vars(read)
            | {
                "value": encode(read.type, read.value),
                **{name: encode("day", getattr(read, name)) for name in _DAYS},
            }
            for read in evidence.parameters
        ],
    }


def _evidence_from_json(stored: dict[str, Any]) -> Evidence:
    facts = (FactRead(**read | {"value": decode(read["type"], read["value"])}) for read in stored["facts"])
    parameters = (
        ParameterRead(
            **read
            | {
                "value": decode(read["type"], read["value"]),
                **{name: decode("day", read[name]) for name in _DAYS},
            }
        )
        for read in stored["parameters"]
    )
    return Evidence(Outcome(stored["outcome"]), tuple(facts), tuple(parameters), stored["row"])
