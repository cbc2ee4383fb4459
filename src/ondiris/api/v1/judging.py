"""Does a case meet the conditions of a measure?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from pydantic import BaseModel, Field

from ondiris.api.calling import Request
from ondiris.api.problems import WrongFacts, WrongMediaType
from ondiris.api.reading import On, json_of
from ondiris.api.v1.findings import FindingOut
from ondiris.api.v1.measures import chosen, no_rules, router
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.measures.declaration import Measure
from ondiris.law.rulebook import BadDay, Conclusion, Fact, conclude, judge
from ondiris.law.rulebook.edge import read_facts
from ondiris.law.rulebook.problems import BadFacts, Problem
from ondiris.law.types import Choice, Code, Money, Percent

MOST_CASES = 100  # judged in one call; files of any size are judged by the command line


class CaseOut(BaseModel):
    """What was found of a case."""

    case: str
    conclusion: str = Field(description="qualifies, refusable, elsewhere, not_yet or undetermined")
    conclusion_label: str
    findings: list[FindingOut]


class JudgedOut(BaseModel):
    """The findings for each case, on the day, with citations and evidence. Nothing is stored."""

    measure: str
    on: date
    cases: list[CaseOut]


MONEY_JSON = {"anyOf": [{"type": "string", "pattern": f"^{Money.pattern}$"}, {"type": "number", "minimum": 0}]}
PERCENT_JSON = {"anyOf": [{"type": "string", "pattern": f"^{Percent.pattern}$"}, {"type": "number", "minimum": 0}]}
JSON_TYPES: Mapping[str, Mapping[str, Any]] = {
    "yes_no": {"type": "boolean"},
    "money": MONEY_JSON,
    "percent": PERCENT_JSON,
    "count": {"type": "integer", "minimum": 0, "maximum": 999_999_999_999},
    "code": {"type": "string", "pattern": f"^{Code.pattern}$"},
    "day": {"type": "string", "format": "date"},
    "text": {"type": "string", "minLength": 1},
}


def _json_type(fact: Fact) -> dict[str, Any]:
    kind = fact.type
    schema = {"enum": list(kind.values)} if isinstance(kind, Choice) else JSON_TYPES[kind.name]
    return {"anyOf": [schema, {"type": "null"}], "description": fact.label}


def _json_object(facts: Mapping[str, Fact], more: Mapping[str, Any], **rest: Any) -> dict[str, Any]:
    properties = {**more, **{name: _json_type(fact) for name, fact in facts.items()}}
    return {"type": "object", "properties": properties, "additionalProperties": False, **rest}


def _case_schema(one: Measure) -> dict[str, Any]:
    """What a case of a measure may hold, as JSON Schema, from its declared facts."""
    case = {
        "anyOf": [{"type": "string", "minLength": 1}, {"type": "integer"}],
        "description": "Your name for the case.",
    }
    lists = {
        each: {"anyOf": [{"type": "array", "items": _json_object(rows, {})}, {"type": "null"}]}
        for each, rows in one.facts.lists.items()
    }
    return _json_object(one.facts.facts, {"case": case, **lists}, title=one.title, required=["case"])


CASES = [_case_schema(one) for one in MEASURES]
FACTS_BODY: Mapping[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "A case of the measure, or up to 100.",
        "content": {
            "application/json": {
                "schema": {
                    "anyOf": [
                        *CASES,
                        {"type": "array", "items": {"anyOf": CASES}, "minItems": 1, "maxItems": MOST_CASES},
                    ]
                },
                "example": {
                    "case": "A-1",
                    "in_manufacturing": True,
                    "own_funds": "80000000.00",
                    "project_cost": "200000000.00",
                    "goods": [{"commodity_code": "843210", "on_priority_list": True}],
                },
            }
        },
    }
}


@router.post("/{name}/judge", response=JudgedOut, openapi_extra=dict(FACTS_BODY))
def judge_cases(request: Request, name: str, on: On = None) -> JudgedOut:
    """Judge cases by the conditions in force on a day. The same facts and checks as `ondiris judge`; nothing is stored.

    A fact that is left out is missing, and what rests on it is undetermined.
    """
    one, day = chosen(name), on or request.day
    if request.content_type != "application/json":
        raise WrongMediaType(_("This takes application/json."))
    json_of(request.body)
    try:
        cases = read_facts(request.body, one.facts, "json")
    except BadFacts as error:
        raise WrongFacts([_place(problem) for problem in error.problems]) from error
    if cases.frame.height > MOST_CASES:
        raise WrongFacts(
            [{"field": "", "message": _("At most %(most)d cases are judged at once.") % {"most": MOST_CASES}}]
        )
    try:
        findings = judge(one.rules, cases, day, parameters_on())
    except BadDay as error:
        raise no_rules(day) from error
    found = {case: findings.of(case) for case in findings.outcomes["case"]}
    return JudgedOut(
        measure=one.name,
        on=day,
        cases=[
            CaseOut(
                case=str(case),
                conclusion=conclude(of_case),
                conclusion_label=_(Conclusion(conclude(of_case)).label),
                findings=[FindingOut.of(finding) for finding in of_case],
            )
            for case, of_case in found.items()
        ],
    )


def _place(problem: Problem) -> dict[str, Any]:
    return {
        "field": problem.field,
        "message": _(problem.message),
        "row": problem.row,
        "case": problem.case,
        "found": problem.found or None,
    }
