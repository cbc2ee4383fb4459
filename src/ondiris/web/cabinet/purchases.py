"""What has the enterprise told of its purchases, planned and made?"""

from typing import Any

from django.http import HttpResponse, StreamingHttpResponse

from ondiris.domains.customers.standing import standing_on
from ondiris.domains.customers.terms import Answer
from ondiris.domains.parties.models import Organisation
from ondiris.domains.planning.purchases import may_import
from ondiris.web.acting import for_enterprises
from ondiris.web.showing.purchases import in_languages, of_reader
from ondiris.web.ui.listing import respond

LISTINGS = in_languages("OwnNeeds", [], {})


@for_enterprises
def purchases(request: Any) -> HttpResponse | StreamingHttpResponse:
    """Its own rows; from here a file is sent. Who is surely no customer is told so before sending one."""
    own = Organisation.objects.get(pk=request.actor.organisation_id)
    no_customer = standing_on(own, request.day).answer is Answer.NOT_CUSTOMER
    context = {"may": may_import(request.actor), "no_customer": no_customer, "own": own}
    return respond(request, of_reader(LISTINGS)(request.actor), "cabinet/purchases.html", context)
