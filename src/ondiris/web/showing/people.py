"""Who may act for an organisation, and how are mandates given and ended? The same page in the cabinet and at the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from ondiris.base.actors import Actor
from ondiris.base.errors import BadInput, NotFound, NotPermitted
from ondiris.base.journal import access
from ondiris.domains.parties.actions.mandate import capacities_at, end_mandate, give_mandate, invite
from ondiris.domains.parties.models import Mandate, Organisation
from ondiris.domains.parties.people import mandates_at
from ondiris.domains.parties.permissions import may_end, may_give, may_register, may_see_people
from ondiris.domains.parties.queries import enterprises
from ondiris.domains.parties.terms import WORDS, OrganisationKind
from ondiris.web.showing.invitation import one_time_address
from ondiris.web.trouble import put_on
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.parts import Colour, Line, Tag

Guard = Callable[..., Any]


def people_paths(guard: Guard) -> list[URLPattern]:
    """The addresses, each behind the audience's guard; the names are the same in each audience."""
    return [
        path("", guard(own), name="people"),
        path("<int:key>/end/", guard(end), name="end-mandate"),
        path("<int:key>/address/", guard(require_POST(address)), name="address"),
        path("<slug:bin>/", guard(of), name="people-of"),
        path("<slug:bin>/give/", guard(give), name="give-mandate"),
    ]


def _url(request: Any, name: str, *args: Any) -> str:
    return reverse(f"{request.resolver_match.namespace}:{name}", args=args)


def _missing(actor: Actor, kind: str, number: str) -> NotFound:
    access.refused(actor, kind, number, "look", NotFound().message)
    return NotFound()


def _organisation_at(actor: Actor, bin: str) -> Organisation:
    found = Organisation.objects.filter(bin=bin).first()
    if found is None or not may_see_people(actor, found):
        raise _missing(actor, "organisation", bin)
    return found


def _mandate_at(actor: Actor, key: int) -> Mandate:
    found = Mandate.objects.select_related("user", "organisation").filter(pk=key).first()
    if found is None or not may_see_people(actor, found.organisation):
        raise _missing(actor, "mandate", str(key))
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """One mandate in the table: `end_url` and `address_url` where this person may do it."""

    mandate: Mandate
    capacity: str
    state: Tag
    period: str
    deputies: list[str]
    end_url: str
    address_url: str


class FindForm(forms.Form):
    """Whose people are sought."""

    bin = forms.CharField(label=gettext_lazy("BIN of an enterprise"), max_length=12)


def own(request: Any) -> HttpResponse:
    """The people of the organisation for which one acts; who registers enterprises finds others from here."""
    form = FindForm(request.GET or None) if may_register(request.actor) else None
    if form is not None and form.is_valid():
        bin = form.cleaned_data["bin"].strip()
        if enterprises().filter(bin=bin).exists():
            return redirect(_url(request, "people-of", bin))
        form.add_error("bin", _("No enterprise with this BIN is registered."))
    return _people(request, Organisation.objects.get(pk=request.actor.organisation_id), form)


def of(request: Any, bin: str) -> HttpResponse:
    """The people of another organisation, for those who may see them."""
    return _people(request, _organisation_at(request.actor, bin), None)


def _people(request: Any, organisation: Organisation, form: forms.Form | None) -> HttpResponse:
    gives = may_give(request.actor, organisation)
    bodies = Organisation.objects.filter(kind=OrganisationKind.PUBLIC_BODY).exclude(pk=organisation.pk)
    context = {
        "organisation": organisation,
        "rows": [_row(request, one, bool(gives)) for one in mandates_at(organisation, request.day)],
        "gives": gives,
        "give_url": _url(request, "give-mandate", organisation.bin),
        "form": form,
        "bodies": [
            (body.name, _url(request, "people-of", body.bin))
            for body in (bodies.order_by("order") if may_register(request.actor) else ())
        ],
    }
    return render(request, "web/people/people.html", context)


def _row(request: Any, mandate: Mandate, gives: bool) -> Row:
    waits = gives and not mandate.user.has_usable_password()
    return Row(
        mandate=mandate,
        capacity=_(WORDS[mandate.capacity]),  # type: ignore[index]
        state=force_tag(mandate.valid_from, request.day),
        period=figures.period(mandate.valid_from, mandate.valid_to),
        deputies=[
            f"{lent.deputy.name}, {figures.period(lent.valid_from, lent.valid_to)}"
            for lent in mandate.delegations.all()
        ],
        end_url=_url(request, "end-mandate", mandate.pk) if may_end(request.actor, mandate) else "",
        address_url=_url(request, "address", mandate.pk) if waits else "",
    )


def force_tag(valid_from: date, on: date) -> Tag:
    """Whether what has not ended has begun."""
    return Tag(_("In force"), Colour.GREEN) if valid_from <= on else Tag(_("Not yet in force"), Colour.BLUE)


class GiveForm(forms.Form):
    """A person by e-mail, what for, and from when until when."""

    use_required_attribute = False
    email = forms.EmailField(label=gettext_lazy("E-mail"), help_text=gettext_lazy("Who is known here is found by it."))
    name = forms.CharField(
        label=gettext_lazy("Name"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("For a person who is new here; else it may stay empty."),
    )
    capacity = forms.ChoiceField(label=gettext_lazy("What the person may do"), widget=forms.RadioSelect)
    valid_from = DayField(label=gettext_lazy("From the day"))
    valid_to = DayField(
        label=gettext_lazy("First day without it"),
        required=False,
        help_text=gettext_lazy("Empty: until it is ended."),
    )

    def __init__(self, organisation: Organisation, on: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(str(capacity), _(WORDS[capacity])) for capacity in capacities_at(organisation)]
        self.fields["capacity"].choices = offered  # type: ignore[attr-defined]
        self.initial["valid_from"] = on


def give(request: Any, bin: str) -> HttpResponse:
    """Give a mandate for the organisation."""
    organisation = _organisation_at(request.actor, bin)
    if not (answer := may_give(request.actor, organisation)):
        raise NotPermitted(answer.reason)
    form = GiveForm(organisation, request.day, request.POST or None)
    back = _url(request, "people-of", bin)
    if request.method == "POST" and form.is_valid():
        try:
            mandate = give_mandate(request.actor, bin=bin, **form.cleaned_data)
        except BadInput as trouble:
            put_on(form, trouble)
        else:
            messages.success(request, _given(mandate))
            return redirect(back)
    return _form_page(request, form, _("Give a mandate"), organisation, back)


def _given(mandate: Mandate) -> str:
    said = _("%(name)s has the mandate.") % {"name": mandate.user.name}
    if mandate.user.has_usable_password():
        return said
    return said + " " + _("They have no password yet: make a one-time address below and hand it over.")


class EndForm(forms.Form):
    """From which day on the mandate no longer holds."""

    use_required_attribute = False
    valid_to = DayField(
        label=gettext_lazy("First day without it"),
        help_text=gettext_lazy("From this day on the person can no longer act by it."),
    )


def end(request: Any, key: int) -> HttpResponse:
    """End a mandate."""
    mandate = _mandate_at(request.actor, key)
    if not (answer := may_end(request.actor, mandate)):
        raise NotPermitted(answer.reason)
    form = EndForm(request.POST or None, initial={"valid_to": request.day})
    back = _url(request, "people-of", mandate.organisation.bin)
    if request.method == "POST" and form.is_valid():
        try:
            end_mandate(request.actor, key=key, valid_to=form.cleaned_data["valid_to"])
        except BadInput as trouble:
            put_on(form, trouble)
        else:
            day = figures.day(form.cleaned_data["valid_to"])
            messages.success(
                request, _("From %(day)s on %(name)s acts no longer by it.") % {"day": day, "name": mandate.user.name}
            )
            return redirect(back if mandate.user_id != request.actor.user_id else "start")
    lines = [
        Line(_("Person"), mandate.user.name),
        Line(_("What the person may do"), _(WORDS[mandate.capacity])),  # type: ignore[index]
        Line(_("Days"), figures.period(mandate.valid_from, mandate.valid_to)),
    ]
    return _form_page(request, form, _("End a mandate"), mandate.organisation, back, lines, warning=True)


def address(request: Any, key: int) -> HttpResponse:
    """Make the one-time address and show it, this once."""
    mandate = _mandate_at(request.actor, key)
    person = invite(request.actor, key=key)
    context = {
        "person": person,
        "organisation": mandate.organisation,
        "address": one_time_address(request, person),
        "back": _url(request, "people-of", mandate.organisation.bin),
    }
    return render(request, "web/people/address.html", context)


def _form_page(
    request: Any,
    form: forms.Form,
    title: str,
    organisation: Organisation,
    back: str,
    lines: list[Line] | None = None,
    *,
    warning: bool = False,
) -> HttpResponse:
    context = {"form": form, "title": title, "organisation": organisation, "back": back, "lines": lines}
    return render(request, "web/people/act.html", {**context, "warning": warning})
