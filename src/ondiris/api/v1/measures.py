"""Which measures are there, and what does each ask?"""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Router
from pydantic import BaseModel, Field

from ondiris.api.calling import Request
from ondiris.api.reading import On
from ondiris.base.errors import BadInput, NotFound
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.measures.declaration import Measure
from ondiris.law.parameters import Parameters, Value
from ondiris.law.rulebook import BadDay, Fact, Rule
from ondiris.law.types import Choice

router = Router()


class MeasureLine(BaseModel):
    """A measure, shortly."""

    name: str = Field(examples=["industrial-grant"])
    title: str
    lead: str
    provision: str = Field(examples=["42"])
    url: str


class FactOut(BaseModel):
    """A fact that the measure takes: who states it, of what type, and what proves it."""

    name: str
    label: str
    type: str = Field(description="yes_no, money, percent, count, code, choice, day or text")
    choices: dict[str, str] | None = Field(None, description="The values of a choice, each with its label.")
    unit: str
    stated_by: str = Field(description="applicant, register, official or sides")
    proof: str


class RuleOut(BaseModel):
    """A condition in force on the day. Not met, it is a ground of refusal, leads to another law, or has yet to be met."""

    name: str
    edition: int
    provision: str
    sentence: str
    ground: str | None = Field(description="The condition of 25.5 on which a refusal may then rest.")
    routes_to: str | None = Field(description="The law that then provides for the case.")
    each: str | None = Field(description="The list whose every row is judged.")
    set: str | None = Field(description="The switchable set it belongs to.")
    example: bool = Field(description="Shipped as an example that the authority must confirm.")
    since: date
    until: date | None
    facts: list[str]
    parameters: list[str]


class DocumentAsked(BaseModel):
    """A document that an application carries."""

    name: str
    label: str
    provision: str
    example: bool


class CriterionOut(BaseModel):
    """What experts score, from 0 to `most`; the set is an example."""

    name: str
    label: str
    most: int


class MeasureOut(MeasureLine):
    """A measure with what it asks and the conditions in force on a day."""

    on: date
    decides: str = Field(description="Role of the body that decides.")
    serves: str = Field(description="Role of the institute that serves it.")
    account_provision: str
    facts: list[FactOut]
    lists: dict[str, list[FactOut]]
    rules: list[RuleOut]
    documents: list[DocumentAsked]
    criteria: list[CriterionOut]
    experts_needed: int


class Measures(BaseModel):
    """All measures."""

    measures: list[MeasureLine]


def chosen(name: str) -> Measure:
    """The measure of this name. NotFound where there is none."""
    for one in MEASURES:
        if one.name == name:
            return one
    raise NotFound


@router.get("", response=Measures)
def list_measures(request: HttpRequest) -> Measures:
    """The measures of State incentives that the system carries out."""
    return Measures(measures=[MeasureLine(**_line(one)) for one in MEASURES])


@router.get("/{name}", response=MeasureOut)
def show_measure(request: Request, name: str, on: On = None) -> MeasureOut:
    """One measure with its facts, documents, criteria, and the conditions in force on a day, today where none is given."""
    one, day = chosen(name), on or request.day
    return MeasureOut(
        **_line(one),
        on=day,
        decides=one.decides,
        serves=one.serves,
        account_provision=one.account_provision,
        facts=[_fact(fact) for fact in one.facts.facts.values()],
        lists={each: [_fact(fact) for fact in rows.values()] for each, rows in one.facts.lists.items()},
        rules=[_rule(rule) for rule in _rules_on(one, day)],
        documents=[
            DocumentAsked(name=d.name, label=_(d.label), provision=d.provision, example=d.example)
            for d in one.documents
        ],
        criteria=[CriterionOut(name=c.name, label=_(c.label), most=c.most) for c in one.criteria],
        experts_needed=one.experts_needed,
    )


def _line(one: Measure) -> dict[str, Any]:
    return {
        "name": one.name,
        "title": _(one.title),
        "lead": _(one.lead),
        "provision": one.provision,
        "url": f"/api/v1/measures/{one.name}",
    }


def _fact(fact: Fact) -> FactOut:
    kind = fact.type
    return FactOut(
        name=fact.name,
        label=_(fact.label),
        type=kind.name,
        choices={value: _(label) for value, label in kind.labels.items()} if isinstance(kind, Choice) else None,
        unit=_(fact.unit) if fact.unit else "",
        stated_by=fact.stated_by,
        proof=_(fact.proof) if fact.proof else "",
    )


def _rules_on(one: Measure, day: date) -> list[Rule]:
    """The rules that are judged on a day: those of a set that is switched off are left out."""
    parameters = parameters_on()
    return [rule for rule in _held(one, day) if rule.set is None or not _switched_off(parameters, rule.set.switch, day)]


def _held(one: Measure, day: date) -> list[Rule]:
    try:
        return one.rules.on(day)
    except BadDay as error:
        raise no_rules(day) from error


def no_rules(day: date) -> BadInput:
    """The refusal of a day for which a measure has no conditions."""
    return BadInput({"on": _("No conditions of this measure are held for %(day)s.") % {"day": day.isoformat()}})


def _switched_off(parameters: Parameters, switch: str, day: date) -> bool:
    known = parameters.value(switch, day)
    return isinstance(known, Value) and known.value is False


def _rule(rule: Rule) -> RuleOut:
    return RuleOut(
        name=rule.name,
        edition=rule.edition,
        provision=rule.provision,
        sentence=_(rule.sentence),
        ground=rule.ground,
        routes_to=_(rule.routes_to) if rule.routes_to else None,
        each=rule.each,
        set=rule.set.name if rule.set else None,
        example=rule.example,
        since=rule.since,
        until=rule.until,
        facts=list(rule.facts),
        parameters=[str(read) for read in rule.parameters],
    )
