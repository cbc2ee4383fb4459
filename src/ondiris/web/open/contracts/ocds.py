"""Where do programs get the contracts as open data, and the extension that the data names?"""

from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from ondiris.base.errors import BadInput, NotFound
from ondiris.domains.contracts.ocds.package import Head, changed, record_package, release_package
from ondiris.domains.contracts.ocds.release import Addresses
from ondiris.domains.contracts.public import shown_on
from ondiris.domains.parties.queries import body_with
from ondiris.domains.parties.terms import Role

FOLDER = files("ondiris.domains.contracts.ocds") / "extension"
MEDIA_TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8", "md": "text/markdown; charset=utf-8"}


def releases(request: Any) -> StreamingHttpResponse:
    """A release package of all contracts, or of those changed since an instant."""
    return _package(request, release_package)


def records(request: Any) -> StreamingHttpResponse:
    """A record package of all contracts, or of those changed since an instant."""
    return _package(request, record_package)


def _package(request: Any, written: Callable[..., Iterator[str]]) -> StreamingHttpResponse:
    since = _since(request)
    shown = shown_on(request.day)
    authority = body_with(Role.INDUSTRY_AUTHORITY, request.day)
    extension = request.build_absolute_uri(reverse("ocds-extension", args=["extension.json"]))
    head = Head(
        uri=request.build_absolute_uri(),
        published_at=timezone.localtime(),
        publisher=authority,
        publisher_name="Öndiris",
        extension=extension,
        policy=request.build_absolute_uri(reverse("ocds-extension", args=["README.md"])),
    )
    with translation.override("ru"):  # the language of the package
        edition = request.build_absolute_uri(reverse("list-edition", args=["CODE", "NUMBER"]))
    at = Addresses(settings.OCID_PREFIX, edition.replace("CODE", "{code}").replace("NUMBER", "{number}"))
    pieces = written(head, changed(shown.contracts(), since), shown, at)
    response = StreamingHttpResponse(pieces, content_type="application/json")
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _since(request: Any) -> datetime | None:
    typed = request.GET.get("since", "")
    if not typed:
        return None
    try:
        found = parse_datetime(typed.replace(" ", "+"))  # a plus that an address left unquoted
    except ValueError:
        found = None
    if found is None or timezone.is_naive(found):
        raise BadInput({"since": _("Write an instant as 2026-01-31T09:00:00+05:00.")})
    return found


def extension(request: Any, name: str) -> HttpResponse:
    """A file of the extension."""
    file = FOLDER.joinpath(*name.split("/"))
    known = {"extension.json", "release-schema.json", "README.md"} | {
        f"codelists/{one.name}" for one in (FOLDER / "codelists").iterdir()
    }
    if name not in known:
        raise NotFound
    documentation = request.build_absolute_uri(reverse("ocds-extension", args=["README.md"]))
    text = file.read_text(encoding="utf-8").replace("{{documentation}}", documentation)
    response = HttpResponse(text, content_type=MEDIA_TYPES[name.rpartition(".")[2]])
    response["Access-Control-Allow-Origin"] = "*"
    return response
