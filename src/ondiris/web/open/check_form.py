"""Which questions does a self-check ask, and which facts do the answers give?

The form is made from the facts that the measure's rules read. What is not answered is missing, never no. Documents and
the examination come later in a case and are not asked; obligations are asked for by direction alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ondiris.domains.applications.judging import goods_rows
from ondiris.domains.lists.models import Edition
from ondiris.domains.measures.declaration import DIRECTIONS, Measure
from ondiris.law.rulebook import Fact, StatedBy
from ondiris.law.types import Code, YesNo
from ondiris.web.showing.facts import field_for
from ondiris.web.ui.fields import DayField

LATER = frozenset({"documents_complete", "experts_have_examined"})  # found in the case itself
FROM_DIRECTIONS = "directions_accepted"  # counted over the directions chosen
MOST_ROWS = 200
FIRST_ROWS = 2

UNKNOWN = ("", _("I do not know"))


def asked(measure: Measure) -> list[Fact]:
    """The facts of a case that some rule of the measure reads and a visitor can answer, in their declared order."""
    read = {name for rule in measure.rules.rules if rule.each is None for name in rule.facts}
    return [fact for name, fact in measure.facts.facts.items() if name in read - LATER - {FROM_DIRECTIONS}]


def field_of(fact: Fact, *, in_row: bool = False) -> forms.Field:
    """The form field for a fact; it may stay open."""
    field = CodeField() if isinstance(fact.type, Code) else field_for(fact)
    field.required = False
    field.label = _now(fact.label)
    if isinstance(field, forms.ChoiceField):
        known: Any = field.choices
        if in_row:
            field.widget = forms.Select()
        field.choices = [UNKNOWN, *known] if in_row else [*known, UNKNOWN]
    return field


class CodeField(forms.CharField):
    """A commodity code; the spaces and points by which people part its digits are forgiven."""

    default_validators = [
        RegexValidator(
            r"\A([0-9]{4}|[0-9]{6}|[0-9]{8}|[0-9]{9}|[0-9]{10})\Z", _("A commodity code has 4, 6, 8, 9 or 10 digits.")
        )
    ]
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> str:
        return "".join((super().to_python(value) or "").replace(".", " ").split())


def typed(fact: Fact, value: Any) -> Any:
    """What a field gave as the fact's type has it; None where nothing was said."""
    if value in (None, ""):
        return None
    if isinstance(fact.type, YesNo):
        value = value == "true"
    if isinstance(value, Decimal):
        value = Decimal(f"{value.normalize() + 0:f}")
    if not fact.type.fits(value):
        raise forms.ValidationError(_now(fact.type.expected))
    return value


@dataclass(frozen=True, slots=True)
class Part:
    """A headed part of the page: fields, or the rows of a list with the button that adds one."""

    title: str
    lead: str
    fields: list[BoundField]
    rows: "RowSet | None" = None


class FactsForm(forms.Form):
    """The day, the facts of the case and, where the measure asks for obligations, their directions."""

    def __init__(self, measure: Measure, today: date, data: QueryDict | None) -> None:
        super().__init__(data, initial={"on": today})
        self.measure = measure
        self.facts = asked(measure)
        self.fields["on"] = DayField(
            label=_("Judge on the day"), help_text=_("The rules, lists and numbers of this day are used.")
        )
        self.fields |= {fact.name: field_of(fact) for fact in self.facts}
        if "obligations" in measure.facts.lists:
            self.fields["directions"] = forms.MultipleChoiceField(
                label=_("Directions in which you would take obligations"),
                choices=[(direction.value, _now(label)) for direction, (_provision, label) in DIRECTIONS.items()],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
            self.fields["has_targets"] = forms.TypedChoiceField(
                label=_("Each obligation has a target for each year"),
                choices=[("true", _("Yes")), ("false", _("No")), UNKNOWN],
                widget=forms.RadioSelect,
                coerce=lambda text: text == "true",
                empty_value=None,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        for fact in self.facts:
            try:
                self.cleaned_data[fact.name] = typed(fact, self.cleaned_data.get(fact.name))
            except forms.ValidationError as wrong:
                self.add_error(fact.name, wrong)
        return self.cleaned_data

    def case(self) -> dict[str, Any]:
        """The facts stated; obligations as rows, one a direction. Without a direction chosen none is known."""
        case = {fact.name: self.cleaned_data[fact.name] for fact in self.facts}
        if "directions" in self.fields:
            directions, targets = self.cleaned_data["directions"], self.cleaned_data["has_targets"]
            case["obligations"] = [{"direction": d, "every_period_has_target": targets} for d in directions]
            if FROM_DIRECTIONS in self.measure.facts.facts:
                case[FROM_DIRECTIONS] = len(directions) or None
        return case


class RowSet:
    """The rows of one list of the measure: what the visitor states of each row, as many rows as were asked for."""

    def __init__(self, measure: Measure, name: str, data: QueryDict | None) -> None:
        self.name = name
        self.facts = [fact for fact in measure.facts.lists[name].values() if fact.stated_by == StatedBy.APPLICANT]
        self.count = FIRST_ROWS
        if data is not None:
            stated = data.get(f"{name}-rows", "")
            self.count = int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 4 else FIRST_ROWS
            self.count = min(self.count + (data.get("add") == name), MOST_ROWS)
        self.forms = [self._row(place, data) for place in range(1, self.count + 1)]

    def _row(self, place: int, data: QueryDict | None) -> forms.Form:
        row = forms.Form(data, prefix=f"{self.name}-{place}")
        for fact in self.facts:
            field = field_of(fact, in_row=True)
            field.label = f"{place}. {_now(fact.label)}"
            field.help_text = ""
            row.fields[fact.name] = field
        return row

    def is_valid(self) -> bool:
        return all(row.is_valid() for row in self.forms)

    def stated(self) -> list[dict[str, Any]]:
        """The rows in which something is stated, typed."""
        rows = [{f.name: typed(f, row.cleaned_data[f.name]) for f in self.facts} for row in self.forms]
        return [row for row in rows if any(value is not None for value in row.values())]


class Check:
    """The whole form of a self-check: facts, and the rows of each list but obligations."""

    def __init__(self, measure: Measure, today: date, data: QueryDict | None = None) -> None:
        self.measure = measure
        self.form = FactsForm(measure, today, data)
        names = [name for name in measure.facts.lists if name != "obligations"]
        self.rows = {name: RowSet(measure, name, data) for name in names}

    @property
    def forms(self) -> list[forms.Form]:
        """Every form of the page, for the summary of errors."""
        return [self.form, *(row for rows in self.rows.values() for row in rows.forms)]

    def is_valid(self) -> bool:
        return all(form.is_valid() for form in self.forms)

    @property
    def on(self) -> date:
        on: date = self.form.cleaned_data["on"]
        return on

    def case(self, edition: Edition | None) -> dict[str, Any]:
        """The facts as the rules take them; whether goods are listed is looked up in the edition."""
        case = {"case": "self-check", **self.form.case()}
        case |= {name: rows.stated() for name, rows in self.rows.items()}
        if "goods" in self.rows:
            case["goods"] = goods_rows(case, edition)
        return case

    def is_own_word(self, fact: str, each: str | None) -> bool:
        """Whether the visitor states a fact of the case, or of the rows of a list."""
        if each in self.rows:
            return fact in {own.name for own in self.rows[each].facts}
        return each is not None or fact in self.form.fields or fact == FROM_DIRECTIONS

    def parts(self) -> Iterator[Part]:
        """The page's parts: what registers and officials answer in a case, then the sections of the application."""
        applicant = {fact.name for fact in self.form.facts if fact.stated_by == StatedBy.APPLICANT}
        others = [fact.name for fact in self.form.facts if fact.name not in applicant]
        if others:
            yield Part(
                _now("Your enterprise in registers and certificates"),
                _now("In a case, registers and officials answer these questions. Here you do."),
                self._fields(others),
            )
        for section in self.measure.sections:
            names = [name for name in section.facts if name in applicant]
            if section.rows == "obligations":
                names += ["directions", "has_targets"]
            rows = self.rows.get(section.rows)
            if names or rows:
                yield Part(_now(section.title), _now(section.lead), self._fields(names), rows)

    def _fields(self, names: list[str]) -> list[BoundField]:
        return [self.form[name] for name in names]
