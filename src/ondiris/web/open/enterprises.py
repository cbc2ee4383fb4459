"""Which enterprises stand in the register, by what anybody may know of them: name, BIN, region, activity?"""

from typing import Any

from django import forms
from django.db.models import F
from django.http import HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext_lazy as _

from ondiris.domains.classifiers.models import Region
from ondiris.domains.parties.queries import enterprises as all_enterprises
from ondiris.domains.parties.queries import found
from ondiris.web.ui.figures import language
from ondiris.web.ui.listing import DAY, Column, Filter, Listing, respond
from ondiris.web.ui.listing.declare import Rows


class EnterpriseList(Listing):
    """Enterprises of the register, public facts only."""

    caption = _("Enterprises")
    columns = (
        Column("name", _("Name"), sort="order"),
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
