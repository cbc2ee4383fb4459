"""How is a finding of the rulebook told, with its citation and its evidence?"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from pydantic import BaseModel, Field

from ondiris.law.rulebook import Finding, StatedBy

Plain = bool | int | str | None


class FactReadOut(BaseModel):
    """A fact as judged; `value` is null where it was missing."""

    name: str
    label: str
    type: str
    value: Plain = Field(description="Money and per cent as text, counts as numbers, days as 2026-01-31.")
    unit: str
    stated_by: str
    stated_by_label: str


class ParameterReadOut(BaseModel):
    """A number of the law as it applied; where none was established, `value` is null and `gap` says what is known."""

    name: str
    label: str
    type: str
    value: Plain
    category: str | None
    unit: str
    source: str
    certainty: str
    valid_from: date | None
    known_until: date | None
    gap: str


class EvidenceOut(BaseModel):
    """What the answer rests on: of the case, or of one row of a list (`row` counts from 0)."""

    row: int | None
    outcome: str
    facts: list[FactReadOut]
    parameters: list[ParameterReadOut]


class FindingOut(BaseModel):
    """The answer of one condition: met, not_met or undetermined."""

    rule: str = Field(examples=["puts_in_own_money"])
    edition: int
    fingerprint: str
    provision: str = Field(examples=["42.2"])
    sentence: str
    outcome: str
    refuses: bool = Field(description="Not met, and a refusal may rest on it.")
    ground: str | None = Field(examples=["25.5:3"])
    routes_to: str | None
    each: str | None
    set: str | None
    example: bool
    evidence: list[EvidenceOut]

    @classmethod
    def of(cls, finding: Finding) -> "FindingOut":
        """A finding, its sentences in the language of the request."""
        kept = finding.to_json()
        return cls(
            **{
                name: kept[name]
                for name in ("rule", "edition", "fingerprint", "provision", "outcome", "ground", "each")
            },
            sentence=_(finding.sentence),
            refuses=finding.refuses,
            routes_to=_(finding.routes_to) if finding.routes_to else None,
            set=finding.set,
            example=finding.example,
            evidence=list(_evidence(kept["evidence"])),
        )


def _evidence(kept: Iterable[dict[str, Any]]) -> Iterable[EvidenceOut]:
    for one in kept:
        yield EvidenceOut(
            row=one["row"],
            outcome=one["outcome"],
            facts=[
                FactReadOut(
                    **{**read, "label": _(read["label"]), "unit": _(read["unit"]) if read["unit"] else ""},
                    stated_by_label=_(StatedBy(read["stated_by"]).label),
                )
                for read in one["facts"]
            ],
            parameters=[
                ParameterReadOut(**{**read, "label": _(read["label"]), "unit": _(read["unit"]) if read["unit"] else ""})
                for read in one["parameters"]
            ],
        )
