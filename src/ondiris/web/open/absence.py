"""Who stands in for me while I am away?"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from ondiris.base.actors import Actor
from ondiris.base.errors import BadInput
from ondiris.domains.parties.actions.delegate import delegate, end_delegation
from ondiris.domains.parties.models import Delegation, Mandate, User
from ondiris.domains.parties.people import not_ended
from ondiris.domains.parties.terms import WORDS
from ondiris.web.acting import ActedRequest, for_people
from ondiris.web.showing.people import force_tag
from ondiris.web.trouble import put_on
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField


class LendForm(forms.Form):
    """Which of my mandates, to whom, and for which days."""

    use_required_attribute = False
    mandate = forms.TypedChoiceField(label=gettext_lazy("Mandate"), coerce=int)
    deputy = forms.TypedChoiceField(label=gettext_lazy("Who stands in"), coerce=int)
    valid_from = DayField(label=gettext_lazy("First day of the absence"))
    valid_to = DayField(label=gettext_lazy("First day back"))

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = Mandate.objects.filter(not_ended(actor.on), organisation=actor.organisation_id)
        mine = here.filter(user=actor.user_id).order_by("pk")
        others = User.objects.filter(pk__in=here.values("user"), is_active=True).exclude(pk=actor.user_id)
        self.fields["mandate"].choices = [  # type: ignore[attr-defined]
            (one.pk, f"{_(WORDS[one.capacity])}, {figures.period(one.valid_from, one.valid_to)}")  # type: ignore[index]
            for one in mine
        ]
        self.fields["deputy"].choices = [  # type: ignore[attr-defined]
            ("", "—"),
            *((one.pk, f"{one.name}, {one.email}") for one in others.order_by("name")),
        ]


@for_people
def absence(request: ActedRequest) -> HttpResponse:
    """What I have lent, and a form to lend a mandate of mine for an absence."""
    form = LendForm(request.actor, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            lent = delegate(request.actor, **form.cleaned_data)
        except BadInput as trouble:
            put_on(form, trouble)
        else:
            said = _("%(name)s stands in for you from %(first)s, and no longer from %(end)s.")
            days = {"first": figures.day(lent.valid_from), "end": figures.day(form.cleaned_data["valid_to"])}
            messages.success(request, said % {"name": lent.deputy.name, **days})
            return redirect("absence")
    lent_now = Delegation.objects.filter(
        not_ended(request.day), mandate__user=request.actor.user_id, mandate__organisation=request.actor.organisation_id
    ).select_related("mandate", "deputy")
    rows = [
        (
            one,
            _(WORDS[one.mandate.capacity]),  # type: ignore[index]
            figures.period(one.valid_from, one.valid_to),
            force_tag(one.valid_from, request.day),
        )
        for one in lent_now.order_by("valid_from")
    ]
    return render(request, "open/absence.html", {"form": form, "rows": rows})


@require_POST
@for_people
def end(request: ActedRequest, key: int) -> HttpResponse:
    """Back early: from today the mandate is mine alone again."""
    lent = end_delegation(request.actor, key=key)
    messages.success(request, _("%(name)s stands in for you no longer.") % {"name": lent.deputy.name})
    return redirect("absence")
