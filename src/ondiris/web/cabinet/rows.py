"""How are the lists of an application typed row by row, and read back from what was sent?"""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from ondiris.domains.applications.completeness import UNDERTAKEN
from ondiris.domains.measures.declaration import DIRECTIONS, Measure, Section
from ondiris.law.rulebook import Fact, StatedBy
from ondiris.web.showing.facts import QuantityField, as_kept, field_for

GOODS, OBLIGATIONS, GOALS = "goods", "obligations", "goals"
YEARS = ("first_year", "year_count")
MOST_LISTED, MOST_UNDERTAKINGS = 300, 50  # a request holds a thousand fields
TARGET = "target_"

TITLES = {GOODS: _lazy("Good %(place)d"), OBLIGATIONS: _lazy("Obligation %(place)d"), GOALS: _lazy("Goal %(place)d")}
ADD = {GOODS: _lazy("Add a good"), OBLIGATIONS: _lazy("Add an obligation"), GOALS: _lazy("Add a goal")}


def title_of(part: Section, place: int) -> str:
    """What a row of a section is called, by its place from 1."""
    if part.rows in TITLES:
        return TITLES[part.rows] % {"place": place}
    return f"{_(part.title)}, {place}"


def most_rows(rows: str) -> int:
    """How many rows a page of this list holds."""
    return MOST_UNDERTAKINGS if rows in UNDERTAKEN else MOST_LISTED


def _numeric(label: str, **kwargs: Any) -> forms.CharField:
    return forms.CharField(
        label=label, widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}), **kwargs
    )


def year_fields() -> dict[str, forms.Field]:
    """The years for which targets are set, asked once an application."""
    return {
        "first_year": _numeric(_("First year with a target"), help_text=_("Four digits, for example 2027.")),
        "year_count": _numeric(_("For how many years are targets set?"), help_text=_("From 1 to 10.")),
    }


def fields_of(chosen: Measure, rows: str, years: list[int]) -> dict[str, forms.Field]:
    """The fields of one row: obligations and goals have a target for each year, other lists the facts declared."""
    return _undertaking_fields(rows, years) if rows in UNDERTAKEN else _listed_fields(chosen, rows)


def listed_facts(chosen: Measure, rows: str) -> dict[str, Fact]:
    """The facts of a row that the applicant states."""
    facts = chosen.facts.lists[rows]
    return {name: fact for name, fact in facts.items() if fact.stated_by == StatedBy.APPLICANT}


def _listed_fields(chosen: Measure, rows: str) -> dict[str, forms.Field]:
    fields = {name: field_for(fact) for name, fact in listed_facts(chosen, rows).items()}
    if rows == GOODS:
        fields["commodity_code"].help_text = _("4, 6, 8, 9 or 10 digits of the nomenclature.")
        fields["name"] = forms.CharField(label=_("Name of the good"), required=False)
    return fields


def _undertaking_fields(rows: str, years: list[int]) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    if rows == OBLIGATIONS:
        choices = [(direction.value, _(label)) for direction, (_provision, label) in DIRECTIONS.items()]
        label = _("Direction (article 27, paragraph 3)")
        fields["direction"] = forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)
    fields["indicator"] = forms.CharField(
        label=_("Indicator"), help_text=_("What will be measured, for example output a worker.")
    )
    fields["unit"] = forms.CharField(label=_("Unit"), help_text=_("For example tonnes or thousand tenge."))
    fields["baseline"] = QuantityField(label=_("Value today"))
    fields["evidence"] = forms.CharField(
        label=_("Proved by"), help_text=_("Which document will show the value reached.")
    )
    for year in years:
        fields[f"{TARGET}{year}"] = QuantityField(label=_("Target for %(year)d") % {"year": year})
    return fields


def flat(row: Mapping[str, Any]) -> dict[str, str]:
    """A kept row as texts by field."""
    texts = {name: str(value) for name, value in row.items() if name != "targets"}
    return texts | {f"{TARGET}{year}": str(value) for year, value in (row.get("targets") or {}).items()}


def is_blank(row: Mapping[str, Any]) -> bool:
    """Whether nothing was typed into a row."""
    return not any(text.strip() for text in flat(row).values())


def read_rows(chosen: Measure, rows: str, sent: Mapping[str, str]) -> list[dict[str, Any]]:
    """The rows that were sent, in their order, as they are kept: each with the fields of its kind, targets by year."""
    pattern = re.compile(rf"{rows}-(\d{{1,4}})-(\w+)")
    typed: dict[int, dict[str, str]] = {}
    for key, text in sent.items():
        if found := pattern.fullmatch(key):
            typed.setdefault(int(found[1]), {})[found[2]] = text
    return [_read(chosen, rows, typed[place]) for place in sorted(typed)[: most_rows(rows)]]


def _read(chosen: Measure, rows: str, typed: Mapping[str, str]) -> dict[str, Any]:
    fields = fields_of(chosen, rows, [])
    row: dict[str, Any] = {name: as_kept(field, typed.get(name, "")) for name, field in fields.items()}
    if rows == GOODS:
        row["commodity_code"] = "".join(row["commodity_code"].replace(".", " ").split())  # as people part the digits
    if rows not in UNDERTAKEN:
        return row
    years = [name.removeprefix(TARGET) for name in typed if re.fullmatch(rf"{TARGET}[0-9]{{4}}", name)]
    target = QuantityField()
    return {"direction": "", **row, "targets": {year: as_kept(target, typed[f"{TARGET}{year}"]) for year in years}}
