"""Where do the acts that the law calls for stand, and who enters and confirms it?"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.actors import Actor
from ondiris.base.alphabet import sort_key
from ondiris.domains.legislation.actions.instrument import calling_for, confirm, enter, reject
from ondiris.domains.legislation.models import InstrumentRecord
from ondiris.domains.legislation.terms import ValueState
from ondiris.law.instruments.load import instruments as known_instruments
from ondiris.law.instruments.terms import Status
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
from ondiris.web.showing import instruments as showing
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.parts import Line, Text


@for_officials
def instruments(request: ActedRequest) -> HttpResponse:
    """What officials entered of the acts that the law calls for, the newest first."""
    entered = InstrumentRecord.objects.order_by("-pk")
    context = {
        "entered": [
            (
                one,
                name_of(one),
                showing.tag_of(Status(one.status)),
                tag(ValueState(one.state)),
                _ways(request.actor, one),
            )
            for one in entered
        ],
        "ways": [Way(enter.title, reverse("desk:enter-instrument"), main=True)] if enter.may(request.actor) else [],
    }
    return render(request, "desk/instruments.html", context)


def name_of(record: InstrumentRecord) -> str:
    """The name of the record's act in the reader's language."""
    return showing.name_of(known_instruments()[record.instrument])


def _ways(actor: Actor, one: InstrumentRecord) -> list[Way]:
    return ways(
        actor,
        one,
        (confirm, Way(_("Confirm it"), reverse("desk:confirm-instrument", args=[one.number]))),
        (reject, Way(_("Reject it"), reverse("desk:reject-instrument", args=[one.number]))),
    )


def _choices() -> list[tuple[str, str]]:
    known = sorted(known_instruments().values(), key=lambda one: sort_key(showing.name_of(one)))
    return [("", _("Choose an act")), *((one.id, showing.name_of(one)) for one in known)]


def _statuses() -> list[tuple[str, str]]:
    return [("", _("Choose where it stands")), *((status.value, _(status.label)) for status in Status)]


class EnterForm(DeskForm):
    """Where an act stands, since when, and by which act with number, day and address."""

    instrument = forms.ChoiceField(label=gettext_lazy("Act under the law"), choices=_choices)
    status = forms.ChoiceField(label=gettext_lazy("Where it stands"), choices=_statuses)
    valid_from = DayField(
        label=gettext_lazy("From"),
        help_text=gettext_lazy("The first day on which it stands so: for an act in force, its first day in force."),
    )
    act_number = forms.CharField(
        label=gettext_lazy("Number of the act"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Of the order or resolution. Leave it out for what is only to be drafted or agreed."),
    )
    dated = DayField(label=gettext_lazy("Day of the act"), required=False)
    address = forms.CharField(
        label=gettext_lazy("Where it can be read"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("An address that begins with https://."),
    )


@for_officials
def enter_page(request: ActedRequest) -> HttpResponse:
    """Enter where an act under the law stands, for a second person to confirm."""
    page = ActPage(
        title=enter.title,
        button=_("Enter it"),
        of=_("Acts under the law"),
        back=reverse("desk:instruments"),
        done=_("It is entered. It is shown to everybody when a second person has confirmed it."),
        consequences=[
            _("Nothing counts by one person's word: a second keeper confirms or rejects it."),
            _("An act that comes into force takes the place of the one before it; that one needs no entry of its own."),
        ],
    )
    form = EnterForm(
        request.POST if request.method == "POST" else None, initial={"instrument": request.GET.get("instrument", "")}
    )
    if request.method == "POST" and carried_out(form, lambda **typed: enter(request.actor, **typed)):
        messages.success(request, str(page.done))
        return redirect(page.back)
    need_to_begin(enter, request.actor)
    return form_page(request, form, page)


def _record_at(request: ActedRequest, number: str) -> InstrumentRecord:
    found = InstrumentRecord.objects.filter(number=number).first()
    return found or missing(request.actor, "instrumentrecord", number)


def _page(one: InstrumentRecord, title: Text, button: str, done: str, **more: Any) -> ActPage:
    return ActPage(
        title=title,
        button=button,
        of=_("Acts under the law"),
        back=reverse("desk:instruments"),
        done=done,
        provision=calling_for(one),
        lines=[
            Line(_("Act under the law"), name_of(one)),
            Line(_("Where it stands"), _(Status(one.status).label)),
            Line(_("From"), figures.day(one.valid_from)),
            Line(_("Number of the act"), one.act_number),
            Line(_("Day of the act"), figures.day(one.dated) if one.dated else ""),
            Line(_("Where it can be read"), one.address),
            Line(_("Entered by"), one.entered_by_name),
        ],
        **more,
    )


@for_officials
def confirm_page(request: ActedRequest, number: str) -> HttpResponse:
    """A second person confirms where the act stands."""
    one = _record_at(request, number)
    page = _page(one, confirm.title, _("Confirm it"), _("It is confirmed, and shown to everybody."))
    return act_page(request, confirm, one, ActForm(one, request.POST or None), page)


@for_officials
def reject_page(request: ActedRequest, number: str) -> HttpResponse:
    """A second person rejects what was entered, or takes back what was confirmed."""
    one = _record_at(request, number)
    page = _page(one, reject.title, _("Reject it"), _("It is rejected and not shown."), warning=True)
    return act_page(request, reject, one, ReasonForm(one, request.POST or None), page)
