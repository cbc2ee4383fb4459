"""Which fields does one part of a wording have on a form: its general terms, a good with its years, a condition?"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.domains.contracts.content import ConditionTerms, GoodTerms, Terms, YearTerms
from ondiris.domains.contracts.terms import CONDITIONS, WORDS, ConditionKind
from ondiris.domains.planning.terms import ContractKind
from ondiris.web.showing.acting import PlainForm, text_field
from ondiris.web.showing.facts import QuantityField
from ondiris.web.ui.citation import label as cited
from ondiris.web.ui.fields import DayField, MoneyField, PercentField

VOLUME, PRICE = "volume_", "price_"
DESCRIBED = ("characteristics", "properties", "composition")
NAMED = ("code", "name_kk", "name_ru", "unit", *DESCRIBED)
MOST_YEARS = 30


class _MayStayEmpty(forms.Field):
    """A field that may stay empty, without a word of it at each: the row says so once."""

    def validate(self, value: Any) -> None:
        """Nothing is asked for."""
        if value not in self.empty_values:
            super().validate(value)


class VolumeField(_MayStayEmpty, QuantityField):
    """The volume of a year."""


class PriceField(_MayStayEmpty, MoneyField):
    """The price of a unit in a year."""


class SaidField(_MayStayEmpty, forms.ChoiceField):
    """Yes, no, or not said."""


class GeneralForm(PlainForm):
    """Days, in-country value and penalty; what belongs to offtake contracts alone is asked of them alone."""

    starts_on = DayField(label=gettext_lazy("First day"))
    ends_on = DayField(label=gettext_lazy("Last day"))
    least_value = PercentField(
        label=gettext_lazy("Minimum in-country value"), help_text=gettext_lazy("In per cent (article 48, paragraph 5).")
    )
    programme_due_on = DayField(
        label=gettext_lazy("Programme to raise in-country value until"),
        help_text=gettext_lazy("The day by which the supplier delivers the programme (article 48, paragraph 5)."),
    )
    penalty = text_field(
        gettext_lazy("Penalty by the contract"),
        required=False,
        help_text=gettext_lazy(
            "What the supplier owes where it does not fulfil the conditions (article 49, paragraph 3)."
        ),
        rows=3,
    )

    def __init__(self, kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gone = ("penalty",) if kind == ContractKind.OFFTAKE else ("least_value", "programme_due_on")
        for name in gone:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """The years of a term that a page can hold."""
        data = super().clean() or {}
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last.year - first.year >= MOST_YEARS:
            self.add_error("ends_on", _("A page holds a term of at most %(most)d years.") % {"most": MOST_YEARS})
        return data


class GoodForm(PlainForm):
    """A good with a volume and a price for each year; a year left empty is a year without delivery."""

    place = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=9999)
    code = forms.CharField(
        label=gettext_lazy("Commodity code"),
        help_text=gettext_lazy("4, 6, 8, 9 or 10 digits of the nomenclature."),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    name_kk = forms.CharField(label=gettext_lazy("Name in Kazakh"), max_length=300)
    name_ru = forms.CharField(label=gettext_lazy("Name in Russian"), max_length=300)
    unit = forms.CharField(
        label=gettext_lazy("Unit"), help_text=gettext_lazy("For example tonnes or pieces."), max_length=60
    )
    characteristics = text_field(gettext_lazy("Technical characteristics"), rows=3)
    properties = text_field(gettext_lazy("Physical and chemical properties"), rows=2)
    composition = text_field(
        gettext_lazy("Composition of the set"),
        help_text=gettext_lazy("What the good consists of; where it is delivered whole, say so."),
        rows=2,
    )

    def __init__(self, kind: str, years: Iterable[int], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in DESCRIBED:
            self.fields[name].required = kind == ContractKind.OFFTAKE  # 48.5
        self.years = list(years)
        for year in self.years:
            self.fields[f"{VOLUME}{year}"] = VolumeField(label=_("Volume in %(year)d") % {"year": year})
            self.fields[f"{PRICE}{year}"] = PriceField(label=_("Price of a unit in %(year)d") % {"year": year})

    def clean_code(self) -> str:
        """The digits, however they were parted."""
        return "".join(self.cleaned_data["code"].replace(".", " ").split())

    def clean(self) -> dict[str, Any]:
        """A volume without a price, or the other way round, is half a year."""
        data = super().clean() or {}
        for year in self.years:
            names = (f"{VOLUME}{year}", f"{PRICE}{year}")
            if not any(name in self.errors for name in names):
                self._whole(data, *names)
        return data

    def _whole(self, data: Mapping[str, Any], volume: str, price: str) -> None:
        if data.get(volume) is None and data.get(price) is not None:
            self.add_error(volume, _("Write the volume too, or leave the year empty."))
        elif data.get(volume) is not None and data.get(price) is None:
            self.add_error(price, _("Write the price too, or leave the year empty."))

    def year_fields(self) -> list[forms.BoundField]:
        """The fields of the years, for the template."""
        return [self[f"{name}{year}"] for year in self.years for name in (VOLUME, PRICE)]

    def other_fields(self) -> list[forms.BoundField]:
        """The fields before them."""
        return [self[name] for name in NAMED]

    def good(self) -> GoodTerms:
        """The good as it was typed."""
        data = self.cleaned_data
        years = tuple(
            YearTerms(year, Decimal(data[f"{VOLUME}{year}"]), Decimal(data[f"{PRICE}{year}"]))
            for year in self.years
            if data[f"{VOLUME}{year}"] is not None
        )
        return GoodTerms(data["place"], **{name: data[name] for name in NAMED}, years=years)


class ConditionForm(PlainForm):
    """A condition of contract procurement."""

    place = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=9999)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of condition"), choices=lambda: _kinds())
    text = text_field(gettext_lazy("What is to be done"), rows=3)
    value = MoneyField(label=gettext_lazy("Value in money"))
    due_on = DayField(label=gettext_lazy("Last day"))

    def condition(self) -> ConditionTerms:
        """The condition as it was typed."""
        data = self.cleaned_data
        return ConditionTerms(
            data["place"], ConditionKind(data["kind"]), data["text"], Decimal(data["value"]), data["due_on"]
        )


def _kinds() -> list[tuple[str, str]]:
    kinds = [(kind.value, f"{_(WORDS[kind])} ({cited(provision)})") for kind, provision in CONDITIONS.items()]
    return [("", _("Choose a kind")), *kinds]


def years_of(first: Any, last: Any) -> list[int]:
    """The calendar years of a term; none where a day is missing or the term is longer than a page holds."""
    if not isinstance(first, date) or not isinstance(last, date) or last.year - first.year >= MOST_YEARS:
        return []
    return list(range(first.year, last.year + 1))


def general_of(terms: Terms) -> dict[str, Any]:
    """The general terms as the form's first values."""
    return {
        "starts_on": terms.starts_on,
        "ends_on": terms.ends_on,
        "least_value": terms.least_value,
        "programme_due_on": terms.programme_due_on,
        "penalty": terms.penalty,
    }


def good_of(good: GoodTerms) -> dict[str, Any]:
    """A good as its form's first values."""
    years = {f"{VOLUME}{one.year}": one.volume for one in good.years}
    years |= {f"{PRICE}{one.year}": one.price for one in good.years}
    return {name: getattr(good, name) for name in ("place", *NAMED)} | years


def condition_of(one: ConditionTerms) -> dict[str, Any]:
    """A condition as its form's first values."""
    return {"place": one.place, "kind": one.kind.value, "text": one.text, "value": one.value, "due_on": one.due_on}


def typed_years(prefix: str, sent: Mapping[str, str]) -> set[int]:
    """The years for which something was typed into a good's row."""
    pattern = re.compile(rf"{re.escape(prefix)}-(?:{VOLUME}|{PRICE})(\d{{4}})")
    return {int(found[1]) for key, text in sent.items() if text.strip() and (found := pattern.fullmatch(key))}
