"""On which conditions is a measure given on a day, as the rulebook has them?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.measures.declaration import Measure
from ondiris.law.parameters import Certainty, Gap, Parameters
from ondiris.law.rulebook import BadDay, Rule
from ondiris.web.showing.findings import value_text
from ondiris.web.showing.settings import label_of


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a condition rests on, as it stands on the day, and how sure it is."""

    label: str
    value: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One rule in words; `routes_to` names the law that provides for those who do not meet it."""

    sentence: str
    provision: str
    numbers: list[Number]
    routes_to: str


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions of the law itself (`label` empty), or of a set whose `label` says how it is known."""

    label: str
    conditions: list[Condition]


def conditions_on(measure: Measure, on: date) -> list[Conditions]:
    """The rules that are judged on a day, those of the law before those of sets; none before the rules begin."""
    try:
        rules = measure.rules.on(on)
    except BadDay:
        return []
    parameters = parameters_on()
    by_label: dict[str, list[Condition]] = {"": []}
    for rule in rules:
        if not _switched_off(rule, on, parameters):
            label = _(rule.set.label) if rule.set else ""
            by_label.setdefault(label, []).append(_condition(rule, on, parameters))
    return [Conditions(label, conditions) for label, conditions in by_label.items() if conditions]


def _switched_off(rule: Rule, on: date, parameters: Parameters) -> bool:
    if rule.set is None:
        return False
    switch = parameters.value(rule.set.switch, on)
    return not isinstance(switch, Gap) and switch.value is False


def _condition(rule: Rule, on: date, parameters: Parameters) -> Condition:
    return Condition(
        sentence=_(rule.sentence),
        provision=rule.provision,
        numbers=list(_numbers(rule, on, parameters)),
        routes_to=_(rule.routes_to) if rule.routes_to else "",
    )


def _numbers(rule: Rule, on: date, parameters: Parameters) -> Iterator[Number]:
    for read in rule.parameters:
        if rule.set and read.name == rule.set.switch:
            continue
        declared = parameters.declared[read.name]
        for category in declared.categories or (None,):
            label = label_of(declared, category)
            known = parameters.value(read.name, on, category)
            if isinstance(known, Gap):
                yield Number(label, _("not established for this day"), "")
            else:
                example = known.certainty is Certainty.EXAMPLE
                text = value_text(declared.type.name, known.value)
                yield Number(label, text, _(known.certainty.label) if example else "")
