"""Of which day, of which two days, or of which words does the reader ask?"""

import re
from datetime import date

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

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


class SearchForm(forms.Form):
    """Words to look for, and the day on which it is said whether what has them is in force; none is today."""

    text = forms.CharField(label=_("Words"), max_length=200, widget=forms.TextInput(attrs={"type": "search"}))
    on = DayField(label=_("In force on"), required=False)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not re.search(r"[^\W_]{2}", text):
            raise forms.ValidationError(_("Write at least one word of two letters or digits."))
        return text
