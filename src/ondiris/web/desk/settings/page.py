"""What was and is one dated setting, what have officials entered of it, and where is a gap?"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.base.words import N_
from ondiris.domains.legislation.actions.value import confirm, enter, reject
from ondiris.domains.legislation.models import EnteredValue
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.legislation.terms import ValueState
from ondiris.law.instruments.load import instruments
from ondiris.law.parameters import Certainty, Gap, Parameter, Parameters
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import Way, ways
from ondiris.web.desk.settings.every import Today, today_of
from ondiris.web.desk.things import missing
from ondiris.web.desk.words import tag
from ondiris.web.showing import instruments as showing
from ondiris.web.showing import settings as words
from ondiris.web.showing.history import history
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Tag

OF_AN_ACT = N_(
    "An act itself says the value of today. Enter another where that act was changed or another followed it."
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days over which one value, or none, is established."""

    category: str
    period: str
    value: str
    source: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Entered:
    """A value that an official entered, how it stands, and what this person may do about it."""

    one: EnteredValue
    category: str
    value: str
    state: Tag
    ways: Sequence[Way]


def setting_at(actor: Actor, name: str) -> Parameter:
    """The declared setting of this name; NotFound, and a line in the access log, where there is none."""
    return Parameters.load().declared.get(name) or missing(actor, "setting", name)


@for_officials
def setting(request: ActedRequest, name: str) -> HttpResponse:
    """One setting: today, as officials entered it, over time, and its journal."""
    declared, parameters = setting_at(request.actor, name), parameters_on()
    entered = list(EnteredValue.objects.filter(parameter=name).order_by("-pk"))
    today = today_of(declared, parameters, request.day)
    enter_page = reverse("desk:enter-value", args=[name])
    context = {
        "setting": declared,
        "label": words.label_of(declared),
        "instrument": instruments().get(declared.instrument),
        "instrument_name": showing.name_of(instruments()[declared.instrument]) if declared.instrument else "",
        "today": today,
        "is_example": any(one.certainty is Certainty.EXAMPLE for one in today),
        "of_an_act": _(OF_AN_ACT) if is_of_an_act(today) else "",
        "gap": _gap(declared, parameters, request),
        "entered": [_entered(one, declared, request.actor) for one in entered],
        "stretches": stretches(declared, parameters),
        "ways": [Way(enter.title, enter_page, main=True)] if enter.may(request.actor) else [],
        "history": history(*(("enteredvalue", one.number) for one in entered)),
    }
    return render(request, "desk/settings/one.html", context)


def is_of_an_act(today: Sequence[Today]) -> bool:
    """Whether an act itself says the value of today."""
    return any(one.certainty is Certainty.ACT for one in today)


def _gap(declared: Parameter, parameters: Parameters, request: ActedRequest) -> str:
    """The day from which nothing is established, where today is such a day; empty where it is not."""
    gaps = [parameters.value(declared.name, request.day, one) for one in declared.categories or (None,)]
    ended = [gap.known_until for gap in gaps if isinstance(gap, Gap) and gap.known_until]
    return figures.day(min(ended)) if ended else ""


def stretches(declared: Parameter, parameters: Parameters) -> list[Stretch]:
    """What is established from the newest day back to the first, gaps between and after the values included."""
    return [
        Stretch(
            category=words.category_words(declared, category) if category else "",
            period=figures.period(one.first, one.end),
            value=words.value_words(declared, one.value.value) if one.value else "",
            source=one.value.source if one.value else "",
            certainty=_(one.value.certainty.label) if one.value else "",
        )
        for category in declared.categories or (None,)
        for one in reversed(parameters.stretches(declared.name, category))
    ]


def value_of(one: EnteredValue, declared: Parameter) -> str:
    """An entered value in words."""
    return words.value_words(declared, declared.type.parse(one.value))


def _entered(one: EnteredValue, declared: Parameter, actor: Actor) -> Entered:
    return Entered(
        one=one,
        category=words.category_words(declared, one.category) if one.category else "",
        value=value_of(one, declared),
        state=tag(ValueState(one.state)),
        ways=ways(
            actor,
            one,
            (confirm, Way(confirm.title, reverse("desk:confirm-value", args=[one.parameter, one.number]))),
            (reject, Way(reject.title, reverse("desk:reject-value", args=[one.parameter, one.number]))),
        ),
    )
