"""Which program calls, as whom, for whom, on which day?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja.security import HttpBearer

from ondiris.api.problems import NoValidKey
from ondiris.api.reading import Form, read_rows
from ondiris.base.actors import Actor
from ondiris.base.journal import access
from ondiris.domains.parties.keys import actor_with, key_with
from ondiris.domains.parties.models import ApiKey


@dataclass(frozen=True, slots=True)
class Caller:
    """A key and the actor it stands for on the day of the call."""

    key: ApiKey
    actor: Actor


class Request(HttpRequest):
    """A call that anybody may make; the acting middleware gives each its legal day."""

    day: date


class KeyedRequest(Request):
    """A call with a valid key; `form` is there where the operation takes a file."""

    auth: Caller
    form: Form


class Bearer(HttpBearer):
    """`Authorization: Bearer SECRET`, where the secret is that of a key whose days and mandate are in force.

    With `rows` the body of an operation, once the key is known, may be as large as a file.
    """

    openapi_description = "A key, made by `ondiris key`. It acts by the mandates of its person for its organisation."

    def __init__(self, *, rows: bool = False) -> None:
        super().__init__()
        self.rows = rows

    def __call__(self, request: HttpRequest) -> Any:
        caller = super().__call__(request)
        if caller is None:
            raise NoValidKey(_("Send a key: Authorization: Bearer …"))
        if self.rows:
            read_rows(request)
        return caller

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        """The caller. NoValidKey where the secret is unknown, or the key's days, person or mandate have ended."""
        key = key_with(token)
        if key is None:
            raise NoValidKey(_("This key is not known."))
        actor = actor_with(key, request.day)  # type: ignore[attr-defined]  # set by the acting middleware
        if actor is None:
            reason = _("The days of this key, or of the mandate behind it, are not in force.")
            access.refused(None, "apikey", key.label, request.path, reason)
            raise NoValidKey(reason)
        return Caller(key, actor)
