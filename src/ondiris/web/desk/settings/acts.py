"""How does one official enter a value of a setting, and a second one confirm or reject it?"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.actors import Actor
from ondiris.domains.legislation.actions.value import confirm, enter, reject
from ondiris.domains.legislation.models import EnteredValue
from ondiris.domains.legislation.queries import parameters_on
from ondiris.law.parameters import Parameter
from ondiris.law.types import MonthDay, YesNo
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import (
    ActForm,
    ActPage,
    DeskForm,
    ReasonForm,
    act_page,
    carried_out,
    form_page,
    need_to_begin,
)
from ondiris.web.desk.settings.every import Today, few, today_of
from ondiris.web.desk.settings.page import OF_AN_ACT, is_of_an_act, setting_at, value_of
from ondiris.web.desk.things import missing
from ondiris.web.showing import settings as words
from ondiris.web.showing.facts import field_of
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.parts import Line, Text


class EnterForm(DeskForm):
    """A value of the setting's type with its days and its source."""

    valid_from = DayField(label=gettext_lazy("In force from"))
    known_until = DayField(label=gettext_lazy("Known until"), required=False)
    source = forms.CharField(
        label=gettext_lazy("Source"), help_text=gettext_lazy("The act that sets the value."), max_length=300
    )

    def __init__(self, declared: Parameter, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.declared = declared
        said = {"label": _("Value")}
        if isinstance(declared.type, MonthDay):
            said["help_text"] = _("Month and day, for example 03-31.")
        self.fields["value"] = field_of(declared.type, _(declared.unit) if declared.unit else "", **said)
        if declared.categories:
            offered = [(one, words.category_words(declared, one)) for one in declared.categories]
            self.fields["category"] = forms.ChoiceField(label=_("For what"), choices=[("", _("Choose one")), *offered])
        self.fields["known_until"].required = declared.is_for_a_time
        self.fields["known_until"].help_text = (
            _("The first day for which the source no longer speaks: the next decision's day.")
            if declared.is_for_a_time
            else _(
                "The first day for which the source no longer speaks. Leave it out where the value holds until another."
            )
        )
        self.order_fields(["category", "value", "valid_from", "known_until", "source"])

    def clean_value(self) -> Any:
        """The value as the setting's type has it."""
        value = self.cleaned_data["value"]
        return value == "true" if isinstance(self.declared.type, YesNo) else value


def address(name: str) -> str:
    """The page of a setting."""
    return reverse("desk:setting", args=[name])


def _enter_page(declared: Parameter, today: Sequence[Today]) -> ActPage:
    consequences = [
        _("Nothing counts by one person's word: a second keeper confirms or rejects it."),
        _("What was decided keeps the values it was decided by. What is judged or computed later takes the new one."),
    ]
    return ActPage(
        title=enter.title,
        button=_("Enter it"),
        of=words.label_of(declared),
        back=address(declared.name),
        done=_("The value is entered. It counts when a second person has confirmed it."),
        provision=declared.provision,
        lead=words.label_of(declared),
        lines=[
            Line(one.category or _("Today"), f"{one.value} ({one.tag.label})" if one.value else one.tag.label)
            for one in few(today)
        ],
        consequences=[_(OF_AN_ACT), *consequences] if is_of_an_act(today) else consequences,
    )


@for_officials
def enter_page(request: ActedRequest, name: str) -> HttpResponse:
    """Enter a value of a setting from a day on, for a second person to confirm."""
    declared = setting_at(request.actor, name)
    page = _enter_page(declared, today_of(declared, parameters_on(), request.day))
    form = EnterForm(declared, request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(form, lambda **typed: enter(request.actor, parameter=name, **typed)):
        messages.success(request, str(page.done))
        return redirect(page.back)
    need_to_begin(enter, request.actor)
    return form_page(request, form, page)


def _value_at(actor: Actor, name: str, number: str) -> tuple[EnteredValue, Parameter]:
    declared = setting_at(actor, name)
    found = EnteredValue.objects.filter(parameter=name, number=number).first()
    return found or missing(actor, "value", number), declared


def _page(one: EnteredValue, declared: Parameter, title: Text, button: str, done: str) -> ActPage:
    until = figures.day(one.known_until) if one.known_until else _("until it is replaced")
    return ActPage(
        title=title,
        button=button,
        of=words.label_of(declared),
        back=address(declared.name),
        done=done,
        provision=declared.provision,
        lines=[
            Line(_("Setting"), words.label_of(declared, one.category)),
            Line(_("Value"), value_of(one, declared)),
            Line(_("In force from"), figures.day(one.valid_from)),
            Line(_("Known until"), until),
            Line(_("Source"), one.source),
            Line(_("Entered by"), one.entered_by_name),
        ],
    )


@for_officials
def confirm_page(request: ActedRequest, name: str, number: str) -> HttpResponse:
    """A second person confirms the value."""
    one, declared = _value_at(request.actor, name, number)
    done = _("The value counts from now on for everything judged or computed.")
    page = _page(one, declared, confirm.title, _("Confirm it"), done)
    return act_page(request, confirm, one, ActForm(one, request.POST or None), page)


@for_officials
def reject_page(request: ActedRequest, name: str, number: str) -> HttpResponse:
    """A second person rejects the value."""
    one, declared = _value_at(request.actor, name, number)
    page = _page(one, declared, reject.title, _("Reject it"), _("The value is rejected and never counts."))
    return act_page(request, reject, one, ReasonForm(one, request.POST or None), page)
