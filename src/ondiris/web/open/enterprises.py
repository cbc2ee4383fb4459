"""Which enterprises stand in the register, by what anybody may know of them, and is one a customer under 46.2?"""

from typing import Any

from django import forms
from django.db.models import F
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import NotFound
from ondiris.domains.classifiers.models import Region
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.queries import enterprises as all_enterprises
from ondiris.domains.parties.queries import found
from ondiris.web.showing.customers import asked, for_everybody
from ondiris.web.ui import figures
from ondiris.web.ui.figures import language
from ondiris.web.ui.listing import DAY, Column, Filter, Listing, respond
from ondiris.web.ui.listing.declare import Rows
from ondiris.web.ui.parts import Line


class EnterpriseList(Listing):
    """Enterprises of the register, public facts only."""

    caption = _("Enterprises")
    columns = (
        Column("name", _("Name"), sort="order", link=lambda row: reverse("enterprise", args=[row["bin"]])),
        Column("bin", _("BIN"), sort="bin"),
        Column("region", _("Region"), source="region_name"),
        Column("activity", _("Main activity")),
        Column("registered_on", _("Registered on"), kind=DAY, shown=False),
    )
    filters = {
        "text": Filter(
            forms.CharField(
                label=_("Name or BIN"), max_length=100, help_text=_("The beginning of words, or of a BIN.")
            ),
            found,
        ),
        "region": Filter(
            forms.ModelChoiceField(Region.objects.all(), to_field_name="code", label=_("Region")), "region"
        ),
    }
    sort = "name"
    key = "bin"
    nothing = _("No enterprise is found. Try fewer letters.")
    file_name = "enterprises"

    def visible_to(self, actor: Any) -> Rows:
        """The register's public facts, for everybody."""
        return all_enterprises().annotate(region_name=F(f"region__name_{language()}"))


def enterprises(request: Any) -> HttpResponse | StreamingHttpResponse:
    """The public search of enterprises."""
    return respond(request, EnterpriseList(request.actor), "open/enterprises.html")


def enterprise(request: Any, bin: str) -> HttpResponse:
    """The public page of one organisation: what the register says publicly, and whether it is a customer on a day."""
    organisation = Organisation.objects.select_related("region").filter(bin=bin).first()
    if organisation is None:
        raise NotFound
    form, standing = asked(organisation, request.GET, request.day)
    lines = [
        Line(_("BIN"), organisation.bin),
        Line(_("Region"), getattr(organisation.region, f"name_{language()}")),
        Line(_("Main activity"), organisation.activity or "—"),
        Line(_("Registered on"), figures.day(organisation.registered_on) if organisation.registered_on else "—"),
    ]
    context = {"organisation": organisation, "lines": lines, "form": form, "shown": for_everybody(standing)}
    return render(request, "open/enterprise.html", context)
