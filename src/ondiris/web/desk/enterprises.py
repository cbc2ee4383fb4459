"""How does an official enter an enterprise in the register?"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.domains.classifiers.models import Region
from ondiris.domains.parties.actions.register import register
from ondiris.domains.parties.terms import WORDS, Size
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import ActPage, DeskForm, carried_out, form_page, need_to_begin
from ondiris.web.ui.fields import DayField

UNKNOWN = ("", gettext_lazy("Not known"))


def _sizes() -> list[tuple[str, Any]]:
    return [UNKNOWN, *((str(size), _(WORDS[size])) for size in Size)]


class RegisterForm(DeskForm):
    """What the papers of an enterprise say of it."""

    bin = forms.CharField(label=gettext_lazy("BIN"), help_text=gettext_lazy("12 digits."), max_length=40)
    name = forms.CharField(label=gettext_lazy("Name"), max_length=300)
    region = forms.ModelChoiceField(Region.objects.all(), to_field_name="code", label=gettext_lazy("Region"))
    activity = forms.CharField(
        label=gettext_lazy("Main activity"),
        required=False,
        max_length=10,
        help_text=gettext_lazy("The code of the main kind of economic activity, for example 28 or 28.30."),
    )
    size = forms.ChoiceField(label=gettext_lazy("Size"), required=False, choices=_sizes)
    registered_on = DayField(label=gettext_lazy("Registered on"), required=False)
    is_operating = forms.TypedChoiceField(
        label=gettext_lazy("Operating"),
        required=False,
        choices=[UNKNOWN, ("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        coerce=lambda chosen: chosen == "yes",
        empty_value=None,
    )


@for_officials
def register_page(request: ActedRequest) -> HttpResponse:
    """Register an enterprise; then its first signatory is given a mandate."""
    need_to_begin(register, request.actor)
    page = ActPage(
        title=register.title,
        button=_("Register it"),
        of=_("People"),
        back=reverse("desk:people"),
        done=_("The enterprise is registered. Give a mandate to the person who signs for it."),
        lead=_("What is not known stays empty: a condition that needs it then stays undetermined."),
    )
    form = RegisterForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(form, lambda **typed: register(request.actor, **typed)):
        messages.success(request, str(page.done))
        return redirect("desk:people-of", bin=form.cleaned_data["bin"])
    return form_page(request, form, page, register.provision)
