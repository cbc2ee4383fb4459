"""How does a program state the answers of an application, and read them back?

On pages answers are texts as typed. A program states them typed, as the judge takes them (true, 5, "100000000.00"), and
a value that is not of its type is refused: half-typed answers are for people.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from pydantic import Field, StringConstraints

from ondiris.api.reading import Body, Line
from ondiris.api.reading import Text as LongText
from ondiris.base.errors import BadInput, Text
from ondiris.domains.applications.drafts import MOST_YEARS, row_value
from ondiris.domains.applications.models import Application
from ondiris.domains.measures.catalogue import measure
from ondiris.law.rulebook import Fact, StatedBy
from ondiris.law.types import BadValue, Money, Percent, encode

Number = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,15}(\.[0-9]{1,4})?$")]
Year = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
YEARS = re.compile("[0-9]{1,4}")
OWN_SHAPE = ("goods", "obligations", "goals")  # lists with more than facts in them
Plain = bool | int | LongText | None


class Good(Body):
    """A good that the project is to make."""

    commodity_code: Annotated[str, StringConstraints(pattern=r"^[0-9]{4,10}$")] = Field(examples=["843210"])
    name: Line = ""


class Goal(Body):
    """What the project is to achieve, with a target for each year."""

    indicator: Line
    unit: Line
    baseline: Number = Field(examples=["9000"])
    evidence: LongText = Field(description="Which document will prove it.")
    targets: dict[Year, Number] = Field(examples=[{"2027": "10000", "2028": "12000"}], max_length=MOST_YEARS)


class Obligation(Goal):
    """What the enterprise undertakes in one of the law's three directions (27.3)."""

    direction: Annotated[str, StringConstraints(pattern="^(productivity|export|home_market)$")]


class Answers(Body):
    """A part of the draft: what is given takes the place of what was kept, the rest stays.

    `facts` are those that the measure lists as stated by the applicant; null takes an answer back. `rows` are the
    lists of facts that the measure has besides goods and obligations, such as costs.
    """

    facts: dict[Line, Plain] = Field(
        {}, max_length=200, examples=[{"own_funds": "80000000.00", "has_qualified_engineers": True}]
    )
    goods: list[Good] | None = Field(None, max_length=500)
    obligations: list[Obligation] | None = Field(None, max_length=100)
    goals: list[Goal] | None = Field(None, max_length=100)
    rows: dict[Line, Annotated[list[dict[Line, Plain]], Field(max_length=500)]] = Field({}, max_length=20)
    first_year: int | None = Field(None, ge=2022, le=2100, description="The first year with targets.")
    year_count: int | None = Field(None, ge=1, le=MOST_YEARS)


def kept_answers(application: Application, given: Answers) -> dict[str, Any]:
    """The answers as the draft keeps them. BadInput for a fact or a list that the measure does not ask for."""
    chosen = measure(application.measure)
    asked = {section.rows for section in chosen.sections} - {""}
    wrong: dict[str, Text] = {}
    kept = _as_typed(chosen.facts.facts, given.facts, "facts.", wrong)
    for name in OWN_SHAPE:
        if (rows := getattr(given, name)) is None:
            continue
        if name not in asked:
            wrong[name] = _("This measure does not ask for it.")
        kept[name] = [row.model_dump() for row in rows]
    for name, plain in given.rows.items():
        if name not in asked - set(OWN_SHAPE):
            wrong[f"rows.{name}"] = _("This measure does not ask for it.")
            continue
        facts = chosen.facts.lists[name]
        kept[name] = [_as_typed(facts, row, f"rows.{name}[{n}].", wrong) for n, row in enumerate(plain)]
    if wrong:
        raise BadInput(wrong)
    years = given.model_dump(include={"first_year", "year_count"}, exclude_none=True)
    return {**kept, **{name: str(value) for name, value in years.items()}}


def _as_typed(
    facts: Mapping[str, Fact], given: Mapping[str, Plain], place: str, wrong: dict[str, Text]
) -> dict[str, Any]:
    """The texts that a person would have typed for values of facts; what cannot be taken goes to `wrong`."""
    kept = {}
    for name, value in given.items():
        fact = facts.get(name)
        if fact is None or fact.stated_by != StatedBy.APPLICANT:
            wrong[place + name] = _("There is no such fact for you to state.")
            continue
        try:
            kept[name] = "" if value is None else _typed(fact, value)
        except BadValue as error:
            wrong[place + name] = _now(str(error))
    return kept


def _typed(fact: Fact, value: bool | int | str) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and isinstance(fact.type, Money | Percent):
        raise BadValue(fact.type.expected)  # amounts are texts
    typed = fact.type.encode(fact.type.parse(value))
    return str(typed).lower() if isinstance(typed, bool) else str(typed)


def read_answers(application: Application) -> dict[str, Any]:
    """The answers as a program states them; what a person typed and cannot be read stays as it was typed."""
    facts, answers = measure(application.measure).facts, application.answers
    lists = {name: answers[name] for name in facts.lists.keys() - set(OWN_SHAPE) if name in answers}
    years = {n: int(v) for n in ("first_year", "year_count") if YEARS.fullmatch(v := str(answers.get(n, "")))}
    return {
        "facts": _read(facts.facts, answers),
        **{name: answers[name] for name in OWN_SHAPE if name in answers},
        "rows": {name: [_read(facts.lists[name], row) for row in rows] for name, rows in lists.items()},
        **years,
    }


def _read(facts: Mapping[str, Fact], kept: Mapping[str, Any]) -> dict[str, Any]:
    texts = {name: (fact, kept[name]) for name, fact in facts.items() if kept.get(name)}
    typed = {name: row_value(fact, text) for name, (fact, text) in texts.items()}
    return {
        name: text if typed[name] is None else encode(fact.type.name, typed[name])
        for name, (fact, text) in texts.items()
    }
