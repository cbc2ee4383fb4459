"""What do customers plan to buy, and what did they buy? All rows, for the bodies of article 47."""

from django import forms
from django.http import HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext_lazy as _

from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.queries import found
from ondiris.domains.planning.purchases import may_import, may_see_all
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import need_right
from ondiris.web.showing.purchases import in_languages, of_reader
from ondiris.web.ui.listing import Column, Filter, respond

LISTINGS = in_languages(
    "AllNeeds",
    [
        Column("customer", _("Customer"), source="customer__name", wraps=True),
        Column("bin", _("BIN"), source="customer__bin", shown=False),
    ],
    {
        "text": Filter(
            forms.CharField(label=_("Name or BIN of the customer"), max_length=100),
            lambda rows, typed: rows.filter(customer__in=found(Organisation.objects.all(), typed)),
        )
    },
)


@for_officials
def purchases(request: ActedRequest) -> HttpResponse | StreamingHttpResponse:
    """All customers' rows, or its own for a body that is a customer itself; from here a file is sent."""
    may = may_import(request.actor)
    need_right(may or may_see_all(request.actor), "47.1")
    context = {"may": may}
    return respond(request, of_reader(LISTINGS)(request.actor), "desk/purchases.html", context)
