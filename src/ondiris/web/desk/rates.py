"""Which base rates are established, where is a gap, and who enters and confirms a new one?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.actors import Actor
from ondiris.domains.legislation.actions.rate import confirm, enter, reject
from ondiris.domains.legislation.models import EnteredValue
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.legislation.terms import ValueState
from ondiris.law.parameters import Gap, Parameters
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import (
    ActForm,
    ActPage,
    DeskForm,
    ReasonForm,
    Way,
    act_page,
    carried_out,
    form_page,
    need_to_begin,
    ways,
)
from ondiris.web.desk.things import missing
from ondiris.web.desk.words import tag
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField, PercentField
from ondiris.web.ui.parts import Line, Tag, Text

BASE_RATE = "base_rate"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days over which one rate, or none, is established."""

    period: str
    rate: Decimal | None
    source: str
    certainty: Text


def stretches(parameters: Parameters, until: date) -> Sequence[Stretch]:
    """The rates from the newest back to the first, gaps between and after them included."""
    series = parameters.series(BASE_RATE)
    last = max(until, *(value.known_until or value.valid_from for value in series))
    found = []
    for segment in parameters.segments(BASE_RATE, series[0].valid_from, last):
        period = figures.period(segment.first, segment.last)
        if isinstance(segment.value, Gap):
            found.append(Stretch(period, None, "", ""))
        else:
            value = segment.value
            found.append(Stretch(period, value.value.normalize(), value.source, _(value.certainty.label)))
    return found[::-1]


@for_officials
def rates(request: ActedRequest) -> HttpResponse:
    """The base rate over time, what was entered by officials, and the gap."""
    parameters = parameters_on()
    known = parameters.value(BASE_RATE, request.day)
    entered = list(EnteredValue.objects.filter(parameter=BASE_RATE).order_by("-pk"))
    context = {
        "gap": known.known_until if isinstance(known, Gap) else None,
        "known_until": None if isinstance(known, Gap) else known.known_until,
        "label": _(parameters.declared[BASE_RATE].label),
        "provision": parameters.declared[BASE_RATE].provision,
        "stretches": stretches(parameters, request.day),
        "entered": [(one, _tag(one), one.value.normalize(), _ways(request.actor, one)) for one in entered],
        "ways": [Way(enter.title, reverse("desk:enter-rate"), main=True)] if enter.may(request.actor) else [],
    }
    return render(request, "desk/rates.html", context)


def _tag(one: EnteredValue) -> Tag:
    return tag(ValueState(one.state))


def _ways(actor: Actor, one: EnteredValue) -> list[Way]:
    return ways(
        actor,
        one,
        (confirm, Way(confirm.title, reverse("desk:confirm-rate", args=[one.number]))),
        (reject, Way(reject.title, reverse("desk:reject-rate", args=[one.number]))),
    )


class EnterForm(DeskForm):
    """A rate with its days and its source."""

    value = PercentField(label=gettext_lazy("Base rate, per cent a year"), decimals=2, most=999)
    valid_from = DayField(label=gettext_lazy("In force from"))
    known_until = DayField(
        label=gettext_lazy("Known until"),
        help_text=gettext_lazy("The first day for which the source no longer speaks: the next decision's day."),
    )
    source = forms.CharField(
        label=gettext_lazy("Source"), help_text=gettext_lazy("The act that sets the rate."), max_length=300
    )


@for_officials
def enter_page(request: ActedRequest) -> HttpResponse:
    """Enter a new base rate, for a second person to confirm."""
    page = ActPage(
        title=enter.title,
        button=_("Enter it"),
        of=_("Rates"),
        back=reverse("desk:rates"),
        done=_("The rate is entered. It counts when a second person has confirmed it."),
        consequences=[_("Nothing counts by one person's word: a second keeper confirms or rejects it.")],
    )
    form = EnterForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form, lambda **typed: enter(request.actor, parameter=BASE_RATE, **typed)
    ):
        messages.success(request, str(page.done))
        return redirect(page.back)
    need_to_begin(enter, request.actor)
    return form_page(request, form, page, enter.provision)


def _value_at(request: ActedRequest, number: str) -> EnteredValue:
    found = EnteredValue.objects.filter(parameter=BASE_RATE, number=number).first()
    return found or missing(request.actor, "value", number)


def _page(one: EnteredValue, title: Text, button: str, done: str) -> ActPage:
    return ActPage(
        title=title,
        button=button,
        of=_("Rates"),
        back=reverse("desk:rates"),
        done=done,
        lines=[
            Line(_("Base rate"), figures.percent(one.value.normalize())),
            Line(_("In force from"), figures.day(one.valid_from)),
            Line(_("Known until"), figures.day(one.known_until)),
            Line(_("Source"), one.source),
            Line(_("Entered by"), one.entered_by_name),
        ],
    )


@for_officials
def confirm_page(request: ActedRequest, number: str) -> HttpResponse:
    """A second person confirms the rate."""
    one = _value_at(request, number)
    done = _("The rate counts from now on for everything judged or computed.")
    page = _page(one, confirm.title, _("Confirm it"), done)
    return act_page(request, confirm, one, ActForm(one, request.POST or None), page)


@for_officials
def reject_page(request: ActedRequest, number: str) -> HttpResponse:
    """A second person rejects the rate."""
    one = _value_at(request, number)
    page = _page(one, reject.title, _("Reject it"), _("The rate is rejected and never counts."))
    return act_page(request, reject, one, ReasonForm(one, request.POST or None), page)
