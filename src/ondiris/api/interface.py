"""How do all operations of the interface answer alike, and how are they described?"""

import inspect
import logging
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, cast

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from ondiris.api.problems import MEDIA_TYPE, Problem, TooLarge, problem, respond
from ondiris.api.reading import StrictParser, shape_errors
from ondiris.base.errors import BadInput, Trouble

log = logging.getLogger(__name__)

PROBLEM = {"$ref": "#/components/schemas/Problem"}
IDEMPOTENCY_KEY = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": True,
    "schema": {"type": "string", "pattern": r"^[\x21-\x7e]{1,200}$"},
    "description": "Your name for this write. The same key with the same body gives the stored answer; nothing is done twice.",
    "example": "3f1c2f0e-6b0d-4d57-9d0e-2f8f3c1d7a11",
}
LANGUAGE = {
    "in": "header",
    "name": "Accept-Language",
    "required": False,
    "schema": {"type": "string"},
    "example": "en",
    "description": "Language of titles, labels and messages: kk, ru or en; Kazakh where it is left out.",
}


class Interface(NinjaAPI):
    """A versioned interface: strict bodies, no unknown parameters, problem details, a description that says so."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(parser=StrictParser(), docs_url=None, urls_namespace="api", **kwargs)
        handlers: Mapping[type[Exception], Callable[[HttpRequest, Any], HttpResponse]] = {
            Trouble: problem,
            ValidationError: _misshaped,
            HttpError: _unreadable,
            RequestDataTooBig: _too_large,
            Exception: _unexpected,
        }
        for error, handler in handlers.items():
            self.add_exception_handler(error, handler)
        self.add_decorator(_no_unknown_parameters)

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        """The OpenAPI document, with what every operation shares written into each."""
        described = super().get_openapi_schema(**kwargs)
        for address, path in described["paths"].items():
            for method, operation in path.items():
                _share(operation, writes=method == "post" and "security" in operation, names_a_thing="{" in address)
        schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
        described["components"]["schemas"] |= {**schema.pop("$defs"), "Problem": schema}
        return described

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """An operation's name in the description: that of its view."""
        return operation.view_func.__name__

    def _get_urls(self) -> list[Any]:
        patterns = super()._get_urls()
        for pattern in patterns:
            pattern.callback = _with_methods_as_problem(cast(Callable[..., HttpResponse], pattern.callback))
        return patterns


def _share(operation: dict[str, Any], *, writes: bool, names_a_thing: bool) -> None:
    """Write the common parameters and problems into an operation's description."""
    takes_body, keyed = "requestBody" in operation, "security" in operation
    operation["parameters"] += [LANGUAGE, *([IDEMPOTENCY_KEY] if writes else [])]
    may_be = {
        400: takes_body or writes,
        401: keyed,
        403: writes,
        404: names_a_thing or writes,
        409: writes,
        413: takes_body,
        415: takes_body,
        422: True,
    }
    for status in (status for status, possible in may_be.items() if possible):
        content = {MEDIA_TYPE: {"schema": PROBLEM}}
        operation["responses"].setdefault(status, {"description": SAID[status], "content": content})


SAID = {
    400: "Not JSON, or the Idempotency-Key is missing",
    401: "No valid key",
    403: "Not permitted; in the access log",
    404: "There is no such thing, or it is not yours to see",
    409: "The thing has moved on",
    413: "The body is too large",
    415: "The body is of the wrong kind",
    422: "Something in the request cannot be taken; `errors` names the fields",
}


def _no_unknown_parameters(view: Callable[..., Any]) -> Callable[..., Any]:
    """Refuse a query parameter that the operation does not declare: one misspelt would be passed over silently."""
    declared = set(inspect.signature(view).parameters)

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        path = request.resolver_match.kwargs if request.resolver_match else {}
        known = declared - set(path) - ({"request"} if request.method == "GET" else {"request", "body"})
        if strange := [name for name in request.GET if name not in known or len(request.GET.getlist(name)) > 1]:
            raise BadInput({name: _("There is no such parameter, or it stands twice.") for name in strange})
        return view(request, *args, **kwargs)

    return checked


def _misshaped(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return respond(request, "bad-input", _("Some fields need your attention."), shape_errors(error))


def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    cause = error.__cause__
    if isinstance(cause, Trouble):
        return problem(request, cause)
    return respond(request, "not-json" if error.status_code == 400 else "trouble", str(error))


def _too_large(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(request, TooLarge(_("The body is larger than is taken.")))


def _unexpected(request: HttpRequest, error: Exception) -> HttpResponse:
    log.exception("%s %s", request.method, request.path, exc_info=error)
    return respond(request, "unexpected", _("Something went wrong here. Nothing was written."))


def _with_methods_as_problem(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, with an answer to a method that it does not take which programs can read."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code != 405:
            return response
        said = respond(request, "method", _("This address takes %(methods)s.") % {"methods": response["Allow"]})
        said["Allow"] = response["Allow"]
        return said

    return answered
