"""Of which day, of which two days, of which words, or of which provisions does the reader ask?"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ondiris.law.coverage import Covered, Reach
from ondiris.law.provisions.load import register
from ondiris.law.provisions.terms import Bearer, Language
from ondiris.web.showing.systems import SYSTEMS
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField


class DayForm(forms.Form):
    """One day; none is today."""

    on = DayField(label=_("The law on"), required=False)


def day_asked(request: HttpRequest, today: date) -> tuple[DayForm, date | None]:
    """The form as it was filled in and the day to show: today where none is asked for, None where it is no day."""
    if "on" not in request.GET:
        return DayForm(initial={"on": today}), today
    form = DayForm(request.GET)
    return form, (form.cleaned_data["on"] or today) if form.is_valid() else None


class DaysForm(forms.Form):
    """Two days, the second after the first."""

    first = DayField(label=_("From the law on"))
    second = DayField(label=_("to the law on"))

    def clean_second(self) -> date:
        second: date = self.cleaned_data["second"]
        first = self.cleaned_data.get("first")
        if first and second <= first:
            raise forms.ValidationError(_("Choose a day after the first one."))
        return second


class CoverageForm(forms.Form):
    """Which provisions of the coverage: each field narrows, an empty one takes all."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = Language(figures.language())
        borne = {bearer for provision in register().values() for bearer in provision.bearers}
        headings = ((str(one.id), f"{one.id}. {one.heading.of(language)}") for one in register().articles.values())
        bearers = ((bearer.value, _now(bearer.label)) for bearer in Bearer if bearer in borne)
        systems = ((system, _now(label)) for system, label in SYSTEMS.items())
        self._offer("state", _now("How far"), ((reach.value, _now(reach.label)) for reach in Reach))
        self._offer("article", _now("Article"), headings)
        self._offer("bearer", _now("Whom it binds, empowers or protects"), bearers)
        self._offer("system", _now("Part of the system"), systems)

    def takes(self, row: Covered) -> bool:
        """Whether the filters leave the row; only of a valid form."""
        chosen, provision = self.cleaned_data, register()[row.id]
        return (
            chosen["state"] in ("", row.reach.value)
            and chosen["article"] in ("", str(row.id.article))
            and (not chosen["bearer"] or chosen["bearer"] in provision.bearers)
            and (not chosen["system"] or chosen["system"] in row.systems)
        )

    def _offer(self, name: str, label: str, choices: Iterable[tuple[str, str]]) -> None:
        offered = [("", _now("any")), *choices]
        self.fields[name] = forms.ChoiceField(label=label, choices=offered, required=False)


class SearchForm(forms.Form):
    """Words to look for, and the day on which it is said whether what has them is in force; none is today."""

    text = forms.CharField(label=_("Words"), max_length=200, widget=forms.TextInput(attrs={"type": "search"}))
    on = DayField(label=_("In force on"), required=False)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not re.search(r"[^\W_]{2}", text):
            raise forms.ValidationError(_("Write at least one word of two letters or digits."))
        return text
