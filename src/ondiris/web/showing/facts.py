"""How is a fact asked on a form, and how does what was typed become the text that is kept?"""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ondiris.domains.applications.drafts import from_text
from ondiris.law.rulebook import Fact
from ondiris.law.types import BadValue, Choice, Code, Count, Day, Money, Percent, Type, YesNo
from ondiris.web.showing.findings import value_text
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField, MoneyField, NumberField, PercentField


class QuantityField(NumberField):
    """A number with at most four decimals, zero or more: a baseline, a target, a value reached."""

    example = "1250.5"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"decimals": 4, "least": 0, "most": Decimal("999999999999999.9999"), **kwargs})

    def prepare_value(self, value: Any) -> Any:
        """A stored quantity without the zeros that storage adds."""
        return figures.grouped(value, 0) if isinstance(value, Decimal) else super().prepare_value(value)


def field_for(fact: Fact) -> forms.Field:
    """The form field that asks a fact; it takes what the fact's type takes."""
    said: dict[str, Any] = {"label": _(fact.label)}
    if fact.proof:
        said["help_text"] = _("Shown by: %(proof)s.") % {"proof": _(fact.proof)}
    return field_of(fact.type, _(fact.unit) if fact.unit else "", **said)


def field_of(kind: Type, unit: str, **said: Any) -> forms.Field:
    """The form field that takes what a type takes; a yes or no as `true` or `false`. `unit` stands behind a count."""
    match kind:
        case YesNo():
            choices = [("true", _("Yes")), ("false", _("No"))]
            return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **said)
        case Choice(labels=labels):
            choices = [(value, _(label)) for value, label in labels.items()]
            return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **said)
        case Money():
            return MoneyField(**said)
        case Percent():
            return PercentField(decimals=6, most=Decimal("999.999999"), **said)
        case Count():
            return NumberField(unit=unit, least=0, most=10**12 - 1, **said)
        case Day():
            return DayField(**said)
        case Code():
            return forms.CharField(
                widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}), **said
            )
    return forms.CharField(**said)


def as_kept(field: forms.Field, typed: str) -> str:
    """What is kept of a typed text: digits and a point where the field can read it, the text itself where it cannot."""
    typed = typed.replace("\0", "").strip()
    try:
        value = field.clean(typed)
    except ValidationError:
        return typed
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else str(value or typed)


def as_typed(field: forms.Field, kept: str) -> str:
    """A kept text as the reader of this page would have typed it: numbers in the habit of their language."""
    if not isinstance(field, NumberField):
        return kept
    try:
        value = Decimal(kept)
    except ArithmeticError:
        return kept
    if not value.is_finite():
        return kept
    return figures.grouped(value, 2 if isinstance(field, MoneyField) and value % 1 else 0)


def trouble_with(fact: Fact, field: forms.Field, kept: str) -> str:
    """What hinders a kept text from being the fact's value, as a sentence; empty where nothing does."""
    if not kept:
        return _("This is still to be stated.")
    try:
        from_text(fact, kept)
    except BadValue as error:
        try:
            field.clean(kept)
        except ValidationError as sentence:
            return " ".join(sentence.messages)
        return _(str(error))
    return ""


def fact_text(fact: Fact, kept: str) -> str:
    """A kept text as a page shows it; as typed where it cannot be read."""
    try:
        value = from_text(fact, kept)
    except BadValue:
        return kept
    if isinstance(fact.type, Choice):
        return _(fact.type.labels[value])
    return value_text(fact.type.name, value)
