"""How does a keeper enter and end shareholdings, statuses and trust management?"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.acts import Beginning
from ondiris.base.dated import Dated
from ondiris.domains.parties.actions.shareholding import end_shareholding, enter_shareholding
from ondiris.domains.parties.actions.status import end_status, enter_status
from ondiris.domains.parties.actions.trust import end_trust, enter_trust
from ondiris.domains.parties.models import Organisation, OrganisationStatus, Shareholding, TrustManagement
from ondiris.domains.parties.terms import WORDS, Manager, Owner, Status
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import ActPage, DeskForm, carried_out, form_page, need_to_begin
from ondiris.web.desk.ownership.page import owned_url
from ondiris.web.desk.things import missing
from ondiris.web.showing.customers import holder_of, share_text
from ondiris.web.showing.ownership import trust_words
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField, PercentField
from ondiris.web.ui.parts import Line

BIN_HELP = gettext_lazy("12 digits of an organisation in the register.")


def _bin(label: Any, *, required: bool = True, help_text: Any = BIN_HELP) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=40, help_text=help_text)


def _worded(kinds: Any) -> list[tuple[str, Any]]:
    return [(str(kind), gettext_lazy(WORDS[kind])) for kind in kinds]


class DatedForm(DeskForm):
    """From which day until which."""

    valid_from = DayField(label=gettext_lazy("From the day"))
    valid_to = DayField(
        label=gettext_lazy("First day it no longer holds"),
        required=False,
        help_text=gettext_lazy("Empty: until it is ended."),
    )


class ShareholdingForm(DatedForm):
    """Whose voting shares, held by whom, how much."""

    held = _bin(gettext_lazy("Whose voting shares: BIN"))
    owner_kind = forms.ChoiceField(
        label=gettext_lazy("Whose they are"),
        choices=_worded(Owner),
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "What a ministry or another State body holds is the State's. Others are natural persons and organisations of "
            "which it is known that no holding, company or Fund of article 46 is behind them; who they are is not recorded. "
            "A share of which that is not known is not entered."
        ),
    )
    owner = _bin(gettext_lazy("BIN of the holder"), required=False)
    share = PercentField(label=gettext_lazy("Share of the voting shares"), decimals=6)
    manager = _bin(
        gettext_lazy("In trust with: BIN"),
        required=False,
        help_text=gettext_lazy("Only where another organisation has these very shares in trust management."),
    )
    field_order = ["held", "owner_kind", "owner", "share", "manager", "valid_from", "valid_to"]


class StatusForm(DatedForm):
    """What an organisation is."""

    organisation = _bin(gettext_lazy("BIN of the organisation"))
    status = forms.ChoiceField(label=gettext_lazy("Status"), choices=_worded(Status), widget=forms.RadioSelect)
    basis = forms.CharField(
        label=gettext_lazy("Basis"),
        help_text=gettext_lazy("The act, the list or the licence that says so."),
        max_length=300,
    )
    field_order = ["organisation", "status", "basis", "valid_from", "valid_to"]


RIGHTS = [("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No")), ("unknown", gettext_lazy("Not known"))]


class TrustForm(DatedForm):
    """Into whose trust management an organisation was handed."""

    organisation = _bin(gettext_lazy("BIN of the organisation"))
    manager_kind = forms.ChoiceField(
        label=gettext_lazy("Who manages it"), choices=_worded(Manager), widget=forms.RadioSelect
    )
    buys_later = forms.TypedChoiceField(
        label=gettext_lazy("With the right to buy later"),
        choices=RIGHTS,
        widget=forms.RadioSelect,
        coerce=lambda chosen: {"yes": True, "no": False}.get(chosen),
    )
    basis = forms.CharField(
        label=gettext_lazy("Basis"),
        help_text=gettext_lazy("The agreement, without names of natural persons."),
        max_length=300,
    )
    field_order = ["organisation", "manager_kind", "buys_later", "basis", "valid_from", "valid_to"]


def _enter(
    request: ActedRequest, act: Beginning[Any], form_class: type[DatedForm], of: str, button: str, lead: str
) -> HttpResponse:
    need_to_begin(act, request.actor)
    bin = request.GET.get("bin", "")[:40]
    page = ActPage(
        title=act.title,
        button=button,
        of=_("Ownership"),
        back=reverse("desk:owned", args=[bin]) if bin.isascii() and bin.isalnum() else reverse("desk:ownership"),
        done=_("It is recorded. The answer below already rests on it."),
        lead=lead,
    )
    form = form_class(request.POST if request.method == "POST" else None, initial={of: bin})
    if request.method == "POST" and carried_out(form, lambda **typed: act(request.actor, **typed)):
        messages.success(request, str(page.done))
        return redirect("desk:owned", bin=form.cleaned_data[of].strip())
    return form_page(request, form, page, act.provision)


@for_officials
def enter_shareholding_page(request: ActedRequest) -> HttpResponse:
    """Enter who holds voting shares of an organisation."""
    lead = _("Voting shares (interests in the capital) count, in per cent of all of them, by the day.")
    return _enter(request, enter_shareholding, ShareholdingForm, "held", _("Enter it"), lead)


@for_officials
def enter_status_page(request: ActedRequest) -> HttpResponse:
    """Enter what an organisation is in the words of 46.2."""
    lead = _("A status makes a customer, or makes one of those whose holdings do.")
    return _enter(request, enter_status, StatusForm, "organisation", _("Enter it"), lead)


@for_officials
def enter_trust_page(request: ActedRequest) -> HttpResponse:
    """Enter into whose trust management an organisation was handed."""
    lead = _(
        "An organisation that belongs to national holdings or companies is no customer while it is so handed over."
    )
    return _enter(request, enter_trust, TrustForm, "organisation", _("Enter it"), lead)


class EndForm(DeskForm):
    """From which day on it no longer holds."""

    valid_to = DayField(
        label=gettext_lazy("First day it no longer holds"),
        help_text=gettext_lazy("Its own first day takes away what was entered by mistake; the journal keeps it."),
    )


def _end(
    request: ActedRequest, act: Beginning[Any], fact: Dated, of: Organisation, said: Callable[[Any], tuple[str, ...]]
) -> HttpResponse:
    need_to_begin(act, request.actor)
    page = ActPage(
        title=act.title,
        button=_("End it"),
        of=_("Ownership"),
        back=owned_url(of),
        done=_("It is recorded. The answer below already rests on it."),
        lines=[
            Line(_("Organisation"), of.name),
            Line(_("What is recorded"), " ".join(filter(None, said(fact)[:2]))),
            Line(_("Days"), figures.period(fact.valid_from, fact.valid_to)),
        ],
        warning=True,
    )
    form = EndForm(request.POST if request.method == "POST" else None, initial={"valid_to": _latest(fact, request.day)})
    if request.method == "POST" and carried_out(form, lambda **typed: act(request.actor, key=fact.pk, **typed)):
        messages.success(request, str(page.done))
        return redirect(page.back)
    return form_page(request, form, page, act.provision)


def _latest(fact: Dated, today: date) -> date:
    return fact.valid_to or max(today, fact.valid_from)


@for_officials
def end_shareholding_page(request: ActedRequest, key: int) -> HttpResponse:
    """End a shareholding, or take away one entered by mistake."""
    found = Shareholding.objects.select_related("held", "owner", "manager").filter(pk=key).first()
    fact = found or missing(request.actor, "shareholding", str(key))

    def said(one: Shareholding) -> tuple[str, ...]:
        return holder_of(one.owner_kind, one.owner, one.manager), share_text(one.share)

    return _end(request, end_shareholding, fact, fact.held, said)


@for_officials
def end_status_page(request: ActedRequest, key: int) -> HttpResponse:
    """End a status, or take away one entered by mistake."""
    found = OrganisationStatus.objects.select_related("organisation").filter(pk=key).first()
    fact = found or missing(request.actor, "organisationstatus", str(key))
    return _end(request, end_status, fact, fact.organisation, lambda one: (_(WORDS[Status(one.status)]), one.basis))


@for_officials
def end_trust_page(request: ActedRequest, key: int) -> HttpResponse:
    """End a trust management, or take away one entered by mistake."""
    found = TrustManagement.objects.select_related("organisation").filter(pk=key).first()
    fact = found or missing(request.actor, "trustmanagement", str(key))
    return _end(request, end_trust, fact, fact.organisation, lambda one: (trust_words(one),))
