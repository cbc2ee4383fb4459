"""What may I do, for whom, who stands in for me, and in which language am I written to?"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from ondiris.domains.parties.actions.language import choose_language
from ondiris.domains.parties.models import Delegation, Mandate
from ondiris.domains.parties.people import not_ended
from ondiris.domains.parties.terms import WORDS
from ondiris.web.acting import ActedRequest, for_people
from ondiris.web.frame import NAMES
from ondiris.web.showing.people import force_tag
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Tag


@dataclass(frozen=True, slots=True)
class Row:
    """A mandate of mine, or one lent to me by its `holder`."""

    organisation: str
    capacity: str
    period: str
    state: Tag
    holder: str = ""


class LanguageForm(forms.Form):
    """The language of mails."""

    language = forms.ChoiceField(label=gettext_lazy("Language of letters"), choices=tuple(NAMES.items()))


@require_POST
@for_people
def language(request: ActedRequest) -> HttpResponse:
    """Choose the language in which one is written to."""
    form = LanguageForm(request.POST or None)
    if form.is_valid():
        choose_language(request.actor, **form.cleaned_data)
        messages.success(request, _("You will be written to in this language."))
    return redirect("account")


@login_required
def account(request: Any) -> HttpResponse:
    """My mandates, own and lent, and the ways to an absence, the password, another organisation."""
    own = Mandate.objects.filter(not_ended(request.day), user=request.user).select_related("organisation")
    lent = Delegation.objects.filter(not_ended(request.day), deputy=request.user)
    rows = [_row(one, one, request) for one in own.order_by("organisation__order", "pk")]
    lent = lent.select_related("mandate__organisation", "mandate__user").order_by("valid_from")
    rows += [_row(one.mandate, one, request, one.mandate.user.name) for one in lent]
    return render(
        request, "open/account.html", {"rows": rows, "form": LanguageForm(initial={"language": request.user.language})}
    )


def _row(mandate: Mandate, dated: Mandate | Delegation, request: Any, holder: str = "") -> Row:
    return Row(
        organisation=mandate.organisation.name,
        capacity=_(WORDS[mandate.capacity]),  # type: ignore[index]
        period=figures.period(dated.valid_from, dated.valid_to),
        state=force_tag(dated.valid_from, request.day),
        holder=holder,
    )
