"""Which dated settings are there, what does each say today, and which are still to be confirmed by the authority?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.words import N_
from ondiris.domains.legislation.models import EnteredValue
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.legislation.terms import ValueState
from ondiris.law.parameters import Certainty, Gap, Parameter, Parameters
from ondiris.law.provisions.ids import ProvisionId
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import DeskForm
from ondiris.web.showing import settings as words
from ondiris.web.ui.parts import Colour, Tag

FEW = 3  # values of more categories than these are only counted


class Show(StrEnum):
    """Which settings are listed."""

    EXAMPLE = "example"
    GAP = "gap"
    ENTERED = "entered"


SHOWN = {
    Show.EXAMPLE: N_("To be confirmed by the authority"),
    Show.GAP: N_("Not established today"),
    Show.ENTERED: N_("Waiting for a second person"),
}


class FilterForm(DeskForm):
    """Which settings are wanted; an empty field takes all."""

    text = forms.CharField(
        label=gettext_lazy("Words or article"),
        max_length=100,
        required=False,
        widget=forms.TextInput({"type": "search"}),
    )
    show = forms.ChoiceField(
        label=gettext_lazy("Show"),
        choices=[("", gettext_lazy("All settings")), *((one.value, gettext_lazy(SHOWN[one])) for one in Show)],
        required=False,
    )


@dataclass(frozen=True, slots=True)
class Today:
    """What a setting says on a day, in one category where it has some; a gap has no value."""

    category: str
    value: str
    source: str
    certainty: Certainty | None

    @property
    def tag(self) -> Tag:
        """How sure the value is, or that there is none."""
        if self.certainty is None:
            return Tag(_("not established"), Colour.YELLOW)
        return Tag(_(self.certainty.label), Colour.YELLOW if self.certainty is Certainty.EXAMPLE else Colour.GREY)


@dataclass(frozen=True, slots=True)
class Row:
    """One setting in the list; `few` are its values of the day where they are few enough to be listed."""

    parameter: Parameter
    label: str
    today: Sequence[Today]
    waiting: int

    @property
    def few(self) -> Sequence[Today]:
        return few(self.today)

    @property
    def established(self) -> int:
        return sum(one.certainty is not None for one in self.today)

    @property
    def tags(self) -> list[Tag]:
        """How sure its values are, each word once."""
        return list(dict.fromkeys(one.tag for one in self.today))

    @property
    def sources(self) -> list[str]:
        """The sources of the listed values, each once."""
        return list(dict.fromkeys(one.source for one in self.few if one.source))

    def is_shown(self, show: str, text: str) -> bool:
        """Whether the filters leave it."""
        sought = f"{self.label} {self.parameter.name} {self.parameter.provision}".casefold()
        kept = {
            "": True,
            Show.EXAMPLE: any(one.certainty is Certainty.EXAMPLE for one in self.today),
            Show.GAP: self.established < len(self.today),
            Show.ENTERED: self.waiting > 0,
        }
        return kept[show] and all(word in sought for word in text.casefold().split())


def few(today: Sequence[Today]) -> Sequence[Today]:
    """The values where they are few enough to be listed, else none."""
    return today if len(today) <= FEW else ()


def today_of(parameter: Parameter, parameters: Parameters, on: date) -> list[Today]:
    """What a setting says on a day, category by category."""
    return list(_today(parameter, parameters, on))


def _today(parameter: Parameter, parameters: Parameters, on: date) -> Iterator[Today]:
    for category in parameter.categories or (None,):
        known = parameters.value(parameter.name, on, category)
        of = words.category_words(parameter, category) if category else ""
        if isinstance(known, Gap):
            yield Today(of, "", "", None)
        else:
            yield Today(of, words.value_words(parameter, known.value), known.source, known.certainty)


@for_officials
def settings(request: ActedRequest) -> HttpResponse:
    """Every dated setting in the order of the articles, with its value of today and how sure it is."""
    parameters = parameters_on()
    entered = EnteredValue.objects.filter(state=ValueState.ENTERED).values_list("parameter", flat=True)
    waiting = Counter(entered)
    in_order = sorted(parameters.declared.values(), key=lambda one: (ProvisionId.parse(one.provision), one.name))
    every = [
        Row(one, words.label_of(one), today_of(one, parameters, request.day), waiting[one.name]) for one in in_order
    ]
    form = FilterForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {"show": "", "text": ""}
    context = {
        "form": form,
        "rows": [row for row in every if row.is_shown(**asked)],
        "count": len(every),
        "examples": sum(row.is_shown(Show.EXAMPLE, "") for row in every),
    }
    return render(request, "desk/settings/every.html", context)
