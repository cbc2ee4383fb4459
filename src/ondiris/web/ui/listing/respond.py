"""How does a view answer with a list: as a page, or as a file?"""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from ondiris.web.ui.listing.declare import Listing
from ondiris.web.ui.listing.export import as_csv, as_xlsx
from ondiris.web.ui.listing.page import page_of

EXPORTS = {"csv": as_csv, "xlsx": as_xlsx}


def respond(
    request: HttpRequest, listing: Listing, template: str, context: Mapping[str, Any] | None = None
) -> HttpResponse | StreamingHttpResponse:
    """The template with `listing`, or the file asked for by ?export=; wrong filters are shown, never exported."""
    export = EXPORTS.get(request.GET.get("export", ""))
    if export and listing.form(request.GET).is_valid():
        return export(listing, request.GET)
    return render(request, template, {**(context or {}), "listing": page_of(listing, request.GET)})
