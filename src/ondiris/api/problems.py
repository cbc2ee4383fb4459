"""What is a program told when something is refused, and nothing was written? (RFC 9457)"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, Field

from ondiris.base.errors import BadInput, Trouble

MEDIA_TYPE = "application/problem+json"


class NoValidKey(Trouble):
    """The call carries no key, or one that is not valid today."""

    code = "no-valid-key"


class NotJson(Trouble):
    """The body cannot be read as JSON."""

    code = "not-json"


class WrongMediaType(Trouble):
    """The body is of another kind than the operation takes."""

    code = "media-type"


class TooLarge(Trouble):
    """The body is larger than is taken."""

    code = "too-large"


class NoIdempotencyKey(Trouble):
    """A write without the header that makes it safe to repeat."""

    code = "idempotency-key-missing"


class IdempotencyKeyReused(Trouble):
    """The same key was used for another request."""

    code = "idempotency-key-reused"


class WrongFacts(BadInput):
    """Facts that cannot be judged; `rows` says of each where it stands."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        super().__init__({})
        self.rows = list(rows)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem: its status, its title, and what a program can do about it."""

    status: int
    title: Promise
    advice: Promise


KINDS: Mapping[str, Kind] = {
    "bad-input": Kind(422, _("Some fields cannot be taken"), _("Mend the fields that `errors` names.")),
    "not-json": Kind(400, _("The body is not JSON"), _("Send one JSON value in UTF-8, each name once in an object.")),
    "idempotency-key-missing": Kind(
        400,
        _("The header Idempotency-Key is missing"),
        _("Send a value of your own, new for each act, 1 to 200 visible ASCII characters."),
    ),
    "idempotency-key-reused": Kind(
        422, _("The Idempotency-Key was used for another request"), _("Take a new one for each new request.")
    ),
    "no-valid-key": Kind(
        401, _("No valid key"), _("Send `Authorization: Bearer …` with a key whose days and mandate are in force.")
    ),
    "not-permitted": Kind(403, _("You may not do this"), _("`detail` says why; the attempt is in the access log.")),
    "not-found": Kind(404, _("There is no such thing"), _("It does not exist, or it is not yours to see.")),
    "method": Kind(405, _("This address does not take the method"), _("The header Allow names those it takes.")),
    "stale": Kind(
        409, _("This has changed in the meantime"), _("Read the thing again and decide with its new version.")
    ),
    "wrong-state": Kind(
        409, _("Not possible where the case stands"), _("Read the thing: `acts` names what is possible.")
    ),
    "not-allowed": Kind(
        422,
        _("The law does not allow this as it stands"),
        _("`detail` names the conditions that are not met or not known."),
    ),
    "too-large": Kind(413, _("The body is too large"), _("JSON may have 1 MB, a file or rows by the thousand 20 MB.")),
    "media-type": Kind(
        415,
        _("The body is of the wrong kind"),
        _("Send application/json, or multipart/form-data where a file is taken."),
    ),
    "not-enough": Kind(422, _("The account does not cover the amount"), _("Wait for money, or ask for less.")),
    "trouble": Kind(422, _("This could not be done"), _("`detail` says why.")),
    "unexpected": Kind(500, _("Something went wrong here"), _("Nothing was written. Try again with the same key.")),
}


class Citation(BaseModel):
    """A provision of the Law on Industrial Policy that the refusal rests on."""

    provision: str = Field(examples=["25.6"])
    url: str = Field(description="Where the provision can be read.", examples=["/api/v1/law/provisions/25.6"])


class FieldError(BaseModel):
    """One thing wrong, beside its field; `row`, `case` and `found` where facts of several cases were sent."""

    field: str = Field(description="The field's name or place; empty for the body as a whole.", examples=["amount"])
    message: str = Field(examples=["Give an amount above zero with at most two decimals."])
    row: int | None = None
    case: str | None = None
    found: str | None = None


class Problem(BaseModel):
    """What was refused and why (RFC 9457). Nothing was written. `title`, `detail` and messages are in your language."""

    type: str = Field(
        description="The kind of problem, an address that explains it.", examples=["/api/v1/problems/stale"]
    )
    title: str = Field(examples=["This has changed in the meantime"])
    status: int = Field(examples=[409])
    detail: str = Field(examples=["Somebody changed this after you opened the page."])
    instance: str = Field(description="The address that was called.", examples=["/api/v1/applications/IG-2026-00001"])
    citations: list[Citation] = []
    errors: list[FieldError] = []


def kind_of(trouble: Trouble) -> str:
    """The code of a trouble's kind: its own, or that of the nearest class above it that has one."""
    return next(code for cls in type(trouble).__mro__ if (code := getattr(cls, "code", "trouble")) in KINDS)


def problem(request: HttpRequest, trouble: Trouble) -> JsonResponse:
    """The response for a trouble, in the language of the request."""
    return respond(request, kind_of(trouble), str(trouble.message), _errors(trouble), trouble.provision)


def respond(
    request: HttpRequest, code: str, detail: str, errors: Iterable[FieldError] = (), provision: str = ""
) -> JsonResponse:
    """The response for a kind of problem."""
    kind = KINDS[code]
    cited = [Citation(provision=provision, url=reverse("api:provision", args=[provision]))] if provision else []
    body = Problem(
        type=reverse("api:problem", args=[code]),
        title=str(kind.title),
        status=kind.status,
        detail=detail,
        instance=request.path,
        citations=cited,
        errors=list(errors),
    )
    response = JsonResponse(
        body.model_dump(mode="json"),
        status=kind.status,
        content_type=MEDIA_TYPE,
        json_dumps_params={"ensure_ascii": False},
    )
    if kind.status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


def _errors(trouble: Trouble) -> list[FieldError]:
    if isinstance(trouble, WrongFacts):
        return [FieldError(**row) for row in trouble.rows]
    if isinstance(trouble, BadInput):
        return [FieldError(field=name, message=str(text)) for name, text in trouble.fields.items()]
    return []
