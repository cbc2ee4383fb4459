"""What does a person see when an act refuses, and nothing was written?"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import is_valid_path
from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import BadInput, NotFound, NotPermitted, Stale, Trouble, WrongState

STATUS: dict[type[Trouble], int] = {NotFound: 404, NotPermitted: 403, Stale: 409, WrongState: 409}
TITLES = {
    404: _("There is no such page"),
    403: _("You may not do this"),
    409: _("This has changed in the meantime"),
    413: _("This was too much at once"),
    422: _("This could not be done"),
    400: _("This could not be read"),
}
TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


class TroubleMiddleware:
    """Turn a Trouble that no view took up into a page that says what happened and where to go."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page for a Trouble; None lets other exceptions pass."""
        return trouble_page(request, exception) if isinstance(exception, Trouble) else None


def trouble_page(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """The page for one trouble, with the status that fits it."""
    status = STATUS.get(type(trouble), 422)
    sentences: list[Any] = list(trouble.fields.values()) if isinstance(trouble, BadInput) else [trouble.message]
    return _page(request, status, sentences, trouble.provision)


def _page(request: HttpRequest, status: int, sentences: list[Any], provision: str = "") -> HttpResponse:
    back = "" if status == 404 else _above(request.path)
    context = {"title": TITLES[status], "sentences": sentences, "provision": provision, "back": back}
    return render(request, "web/trouble.html", context, status=status)


def _above(path: str) -> str:
    """The nearest address above: of an act, the page of the thing that it was to be done to."""
    while path.rstrip("/"):
        path = path.rstrip("/").rpartition("/")[0] + "/"
        if is_valid_path(path):
            break
    return path


def put_on(form: BaseForm, trouble: Trouble) -> None:
    """Set what an act refused beside the fields of a form; what belongs to no field goes on top."""
    if not isinstance(trouble, BadInput):
        form.add_error(None, str(trouble.message))
        return
    for field, sentence in trouble.fields.items():
        form.add_error(field if field in form.fields else None, str(sentence))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for an address that leads nowhere."""
    return trouble_page(request, NotFound())


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for a request that is larger than any form's, or that is none at all."""
    if isinstance(exception, TOO_LARGE):
        return _page(request, 413, [_("More was sent than a form takes. Shorten what you wrote and send it again.")])
    return _page(request, 400, [_("What was sent is not what a page of this site sends.")])


def outdated(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form from before one signed in or out, which is refused as if another site had sent it."""
    return _page(
        request, 403, [_("This page is from before you signed in or out. Open it again and send it once more.")]
    )
