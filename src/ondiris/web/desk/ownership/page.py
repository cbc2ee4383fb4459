"""Which shareholdings are recorded, and what is known of one organisation: its holders, holdings, statuses, trust?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.actors import Actor
from ondiris.base.journal import access
from ondiris.base.periods import in_force
from ondiris.domains.parties.actions.shareholding import enter_shareholding
from ondiris.domains.parties.actions.shares_import import import_shares
from ondiris.domains.parties.actions.status import enter_status
from ondiris.domains.parties.actions.trust import enter_trust
from ondiris.domains.parties.models import Organisation, OrganisationStatus, Shareholding, TrustManagement
from ondiris.domains.parties.permissions import may_keep_ownership, may_see_ownership
from ondiris.domains.parties.queries import found
from ondiris.domains.parties.terms import WORDS, Owner
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import Way, need_right
from ondiris.web.desk.things import missing
from ondiris.web.showing import customers
from ondiris.web.showing.ownership import force_tag, holder_words, status_words, trust_words
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.listing import DAY, PERCENT, Column, Filter, Kind, Listing, respond
from ondiris.web.ui.listing.declare import Rows
from ondiris.web.ui.parts import Tag


def _owner_word(kind: str) -> str:
    return _(WORDS[Owner(kind)])


def _either(rows: Rows, typed: str) -> Rows:
    named = found(Organisation.objects.all(), typed)
    return rows.filter(Q(held__in=named) | Q(owner__in=named) | Q(manager__in=named))


class ShareholdingList(Listing):
    """Every parcel of voting shares that is recorded, of all days."""

    caption = gettext_lazy("Shareholdings")
    columns = (
        Column("held", gettext_lazy("Whose voting shares"), source="held__name", sort="held__order",
               link=lambda row: reverse("desk:owned", args=[row["held__bin"]]), wraps=True),
        Column("held_bin", gettext_lazy("BIN"), source="held__bin", shown=False),
        Column("owner_kind", gettext_lazy("Whose they are"), kind=Kind(_owner_word, _owner_word), shown=False),
        Column("owner", gettext_lazy("Who holds them"), source="owner__name",
               link=lambda row: reverse("desk:owned", args=[row["owner__bin"]]) if row["owner__bin"] else "", wraps=True),
        Column("owner_bin", gettext_lazy("BIN of the holder"), source="owner__bin", shown=False),
        Column("share", gettext_lazy("Share"), kind=Kind(customers.share_text, PERCENT.plain, "0.######", to_the_end=True),
               sort="share"),
        Column("manager", gettext_lazy("In trust with"), source="manager__name", wraps=True),
        Column("valid_from", gettext_lazy("From the day"), kind=DAY, sort="valid_from", wraps=True),
        Column("valid_to", gettext_lazy("First day it no longer holds"), kind=DAY, wraps=True),
    )  # fmt: skip
    filters = {
        "text": Filter(
            forms.CharField(
                label=gettext_lazy("Name or BIN"),
                max_length=100,
                help_text=gettext_lazy("Of the organisation, of who holds its shares, or of who has them in trust."),
            ),
            _either,
        ),
        "owner_kind": Filter(
            forms.ChoiceField(
                label=gettext_lazy("Whose they are"),
                choices=[("", gettext_lazy("Everybody's")), *((o, gettext_lazy(WORDS[o])) for o in Owner)],
            ),
            "owner_kind",
        ),
        "on": Filter(DayField(label=gettext_lazy("On the day")), lambda rows, day: rows.filter(in_force(day))),
    }
    sort = "held"
    also = ("held__bin", "owner__bin")
    nothing = gettext_lazy("No shareholding is found.")
    file_name = "shareholdings"

    def visible_to(self, actor: Actor) -> Rows:
        """All of them, for those whom the view lets in."""
        return Shareholding.objects.all() if may_see_ownership(actor) else Shareholding.objects.none()


class FindForm(forms.Form):
    """Whose ownership is looked at."""

    use_required_attribute = False
    bin = forms.CharField(label=gettext_lazy("BIN of an organisation"), max_length=40)


@for_officials
def ownership(request: ActedRequest) -> HttpResponse | StreamingHttpResponse:
    """All shareholdings; from here an organisation is found, and what is new is entered."""
    need_right(may_see_ownership(request.actor), "46.2")
    form = FindForm(request.GET if "bin" in request.GET else None)
    if form.is_valid():
        bin = form.cleaned_data["bin"].strip()
        if Organisation.objects.filter(bin=bin).exists():
            return redirect("desk:owned", bin=bin)
        form.add_error("bin", _("No organisation with this BIN is registered."))
    context = {"form": form, "ways": _ways(request.actor)}
    return respond(request, ShareholdingList(request.actor), "desk/ownership/list.html", context)


def _ways(actor: Actor, bin: str = "") -> list[Way]:
    if not may_keep_ownership(actor):
        return []
    of = f"?bin={bin}" if bin else ""
    offered = [
        Way(enter_shareholding.title, reverse("desk:enter-shareholding") + of, main=True),
        Way(enter_status.title, reverse("desk:enter-status") + of),
        Way(enter_trust.title, reverse("desk:enter-trust") + of),
    ]
    return offered if bin else [*offered, Way(import_shares.title, reverse("desk:import-shares"))]


@dataclass(frozen=True, slots=True)
class Fact:
    """One dated fact in a table: its words, its days, and where it is ended."""

    words: str
    share: str
    days: str
    tag: Tag
    url: str
    end_url: str


def _facts(request: ActedRequest, rows: Iterable[Any], end: str, said: Any) -> list[Fact]:
    keeps = bool(may_keep_ownership(request.actor))
    facts = []
    for row in rows:
        words, share, url = said(row)
        end_url = reverse(f"desk:{end}", args=[row.pk]) if keeps else ""
        days = figures.period(row.valid_from, row.valid_to)
        facts.append(Fact(words, share, days, force_tag(row, request.day), url, end_url))
    return facts


def owned_url(organisation: Organisation | None) -> str:
    """Where the ownership of an organisation is shown; empty for the State and others."""
    return reverse("desk:owned", args=[organisation.bin]) if organisation else ""


@for_officials
def owned(request: ActedRequest, bin: str) -> HttpResponse:
    """One organisation: whether it is a customer on a day with all evidence, and everything recorded of its ownership."""
    need_right(may_see_ownership(request.actor), "46.2")
    organisation = Organisation.objects.filter(bin=bin).first() or missing(request.actor, "organisation", bin)
    access.looked(request.actor, "organisation", bin, "look")
    form, standing = customers.asked(organisation, request.GET, request.day)
    holders = organisation.holders.select_related("owner", "manager").order_by("-valid_from", "-share", "pk")
    holdings = (
        Shareholding.objects.filter(Q(owner=organisation) | Q(manager=organisation))
        .select_related("held", "owner", "manager")
        .order_by("-valid_from", "held__order", "pk")
    )
    statuses = organisation.statuses.order_by("-valid_from", "pk")
    trusts = organisation.trusts.order_by("-valid_from", "pk")
    context = {
        "organisation": organisation,
        "form": form,
        "shown": customers.for_officials(standing),
        "ways": _ways(request.actor, bin),
        "tables": [
            (_("Who holds its voting shares"), _facts(request, holders, "end-shareholding", _holder), True),
            (_("What it holds, owned or in trust"), _facts(request, holdings, "end-shareholding", _holding), True),
            (_("Statuses of article 46"), _facts(request, statuses, "end-status", _status), False),
            (_("Trust management"), _facts(request, trusts, "end-trust", _trust), False),
        ],
    }
    return render(request, "desk/ownership/page.html", context)


def _holder(row: Shareholding) -> tuple[str, str, str]:
    return holder_words(row), customers.share_text(row.share), owned_url(row.owner)


def _holding(row: Shareholding) -> tuple[str, str, str]:
    words = row.held.name
    if row.manager is not None:
        words = f"{words}: {holder_words(row)}"
    return words, customers.share_text(row.share), owned_url(row.held)


def _status(row: OrganisationStatus) -> tuple[str, str, str]:
    return status_words(row), "", ""


def _trust(row: TrustManagement) -> tuple[str, str, str]:
    return trust_words(row), "", ""
