"""Is what a program sent what the operation takes: JSON of the right shape and types, nothing coerced?"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, cast

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from ninja import Path, Query
from ninja.errors import ValidationError
from ninja.parser import Parser
from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from ondiris.api.problems import FieldError, NotJson, TooLarge, WrongMediaType
from ondiris.base.errors import BadInput, NotFound
from ondiris.base.words import N_
from ondiris.domains.documents.keeping import Upload
from ondiris.law import types
from ondiris.law.types import BadValue

NUMBER = re.compile(r"[A-Z0-9-]{1,40}")
MISSING = N_("is missing")
UNKNOWN = N_("There is no such field here.")
FRAME = 100_000  # bytes that a multipart body has around its file, at most


def _typed(kind: types.Type) -> Callable[[Any], Any]:
    def parse(value: Any) -> Any:
        if value is not None and not isinstance(value, str | date):
            raise PydanticCustomError("said", "{sentence}", {"sentence": kind.expected})
        try:
            return value if value is None or isinstance(value, date) else kind.parse(value)
        except BadValue as error:
            raise PydanticCustomError("said", "{sentence}", {"sentence": str(error)}) from error

    return parse


Money = Annotated[
    Decimal,
    BeforeValidator(_typed(types.Money())),
    WithJsonSchema({"type": "string", "pattern": f"^{types.Money.pattern}$", "examples": ["100000000.00"]}),
]
Day = Annotated[
    date,
    BeforeValidator(_typed(types.Day())),
    WithJsonSchema({"type": "string", "format": "date", "examples": ["2026-01-31"]}),
]
On = Annotated[Day | None, Query(description="The day that is asked about; today where it is left out.")]
Number = Annotated[str, Path(description="The public number of the thing.", examples=["IG-2026-00001"])]
Text = Annotated[str, StringConstraints(max_length=10_000)]
Line = Annotated[str, StringConstraints(max_length=300)]


class Body(BaseModel):
    """A JSON object that takes the declared fields, of the declared types, and no other."""

    model_config = ConfigDict(extra="forbid", strict=True)


class StrictParser(Parser):
    """JSON in which no name stands twice, no number is inexact and every text can be stored."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """The body's JSON value. WrongMediaType or NotJson where it is none."""
        if request.content_type != "application/json":
            raise WrongMediaType(_("This takes application/json."))
        return cast("dict[str, Any]", json_of(request.body))


def json_of(data: bytes) -> Any:
    """A JSON value with its decimals as Decimal. NotJson where it is none, or holds what no text or number may."""
    try:
        value = json.loads(data, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_no_name_twice)
        _check_texts(value)
    except (ValueError, RecursionError) as error:
        raise NotJson(_("The body cannot be read as JSON: %(why)s") % {"why": str(error)[:120]}) from error
    return value


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no number of JSON")


def _no_name_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    given = dict(pairs)
    if len(given) != len(pairs):
        names = [name for name, _value in pairs]
        raise ValueError(f"{next(name for name in names if names.count(name) > 1)!r} stands twice in an object")
    return given


def _check_texts(value: Any) -> None:
    if isinstance(value, str):
        value.encode()  # a lone surrogate is a UnicodeEncodeError, which is a ValueError
        if "\0" in value:
            raise ValueError("a text holds the character U+0000")
    elif isinstance(value, list):
        for item in value:
            _check_texts(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            _check_texts(name)
            _check_texts(item)


def read_rows(request: HttpRequest) -> None:
    """Read a body of rows by the thousand, which may be as large as a file. TooLarge above that."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.LARGEST_DOCUMENT:
        raise TooLarge(_("The body is larger than is taken."))
    request._body = request.read()  # as Django keeps it, without its bound for forms


def checked_number(number: str) -> str:
    """A thing's public number as it stands in an address. NotFound for what cannot be one."""
    if not NUMBER.fullmatch(number):
        raise NotFound
    return number


@dataclass(frozen=True, slots=True)
class Form:
    """The parts of a multipart body."""

    fields: Mapping[str, str]
    upload: Upload


def form_of(request: HttpRequest, fields: Iterable[str]) -> Form:
    """The text fields and the `file` of a multipart body: all of them, each once, and no other.

    TooLarge and WrongMediaType before the body is read, BadInput beside the fields.
    """
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.LARGEST_DOCUMENT + FRAME:
        raise TooLarge(_("The file is larger than %(most)d MB.") % {"most": settings.LARGEST_DOCUMENT // 1_000_000})
    if request.content_type != "multipart/form-data":
        raise WrongMediaType(_("This takes multipart/form-data with a file."))
    given, files = request.POST, request.FILES.getlist("file")
    wrong: dict[str, str] = {name: _now(MISSING) for name in fields if not given.get(name)}
    wrong |= {name: _now(UNKNOWN) for name in [*given, *request.FILES] if name not in {*fields, "file"}}
    wrong |= {name: _now("must be text") for name in fields if "\0" in given.get(name, "")}
    if len(files) != 1 or "file" in given:
        wrong["file"] = _now("Send one file.")
    if wrong:
        raise BadInput(wrong)
    return Form(
        {name: given[name] for name in fields},
        Upload(files[0].name or "", files[0].size or 0, cast(Any, files[0].file)),
    )


SENTENCES: Mapping[str, str] = {
    "missing": MISSING,
    "extra_forbidden": UNKNOWN,
    "string_type": N_("must be text"),
    "string_too_long": N_("is too long"),
    "int_type": N_("must be a whole number, not negative"),
    "int_parsing": N_("must be a whole number, not negative"),
    "bool_type": N_("must be true or false"),
    "list_type": N_("must be a list"),
    "dict_type": N_("must be an object"),
    "model_type": N_("must be an object"),
    "model_attributes_type": N_("must be an object"),
    "greater_than_equal": N_("is too small"),
    "less_than_equal": N_("is too large"),
    "too_long": N_("has too many entries"),
    "too_short": N_("has too few entries"),
    "enum": N_("must be one of the listed values"),
    "literal_error": N_("must be one of the listed values"),
    "string_pattern_mismatch": N_("is not of the form that is taken"),
}


def shape_errors(error: ValidationError) -> list[FieldError]:
    """What is wrong with the shape of a request, beside each field, in the language of the request."""
    return [FieldError(field=_place(one["loc"]), message=_sentence(one)) for one in error.errors]


def _sentence(error: Mapping[str, Any]) -> str:
    said = error["ctx"]["sentence"] if error["type"] == "said" else SENTENCES.get(error["type"])
    return _now(said) if said else _now("This value cannot be taken.")


def _place(loc: Iterable[Any]) -> str:
    """`instalments[0].amount` of ("body", "plan", "instalments", 0, "amount"); a query's parameter by its name."""
    source, *rest = loc
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in rest[source == "body" :])
    return path.removeprefix(".")
