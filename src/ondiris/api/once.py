"""How does a write that is sent twice happen once?

The header Idempotency-Key names the request. The act, what it wrote and the stored answer commit together; whoever
sends the same key at the same moment waits for the first and is then given its answer.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, BinaryIO, TypeVar, cast

from django.db import transaction
from django.http import HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel

from ondiris.api.calling import KeyedRequest
from ondiris.api.models import StoredAnswer
from ondiris.api.problems import MEDIA_TYPE, IdempotencyKeyReused, NoIdempotencyKey, problem
from ondiris.api.reading import Form, form_of
from ondiris.base.errors import Trouble

KEY = re.compile(r"[\x21-\x7e]{1,200}")
View = TypeVar("View", bound=Callable[..., Any])


def once(status: int, *, form: Iterable[str] | None = None) -> Callable[[View], View]:
    """Let a view write once for each Idempotency-Key of a caller; `status` is that of its success.

    The view returns what it answers, a model, or raises a Trouble. A refusal is an answer too and is stored: another
    try, after what stood in its way is gone, takes a new key. What never came to the act, for its body was of the
    wrong shape, is not stored. `form` names the text fields of an operation that takes a file.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answered(request: KeyedRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            key = request.headers.get("Idempotency-Key", "")
            if not KEY.fullmatch(key):
                raise NoIdempotencyKey(_("A write carries the header Idempotency-Key, 1 to 200 visible characters."))
            if form is not None:
                request.form = form_of(request, form)
            with transaction.atomic():
                stored = _claim(request, key)
                if stored.status is None:
                    stored.status, stored.body = _do(request, status, lambda: view(request, *args, **kwargs))
                    stored.save()
            return HttpResponse(stored.body, status=stored.status, content_type=_media_type(stored.status))

        return answered  # type: ignore[return-value]

    return decorate


def _claim(request: KeyedRequest, key: str) -> StoredAnswer:
    """The locked row of the key: new, or with the answer that was given. IdempotencyKeyReused for another request."""
    digest = _digest(request)
    new = StoredAnswer(caller=request.auth.key, key=key, digest=digest)
    StoredAnswer.objects.bulk_create([new], ignore_conflicts=True)
    stored = StoredAnswer.objects.select_for_update().get(caller=request.auth.key, key=key)
    if stored.digest != digest:
        raise IdempotencyKeyReused(_("This Idempotency-Key was sent with another request. Nothing was done."))
    return stored


def _do(request: KeyedRequest, status: int, view: Callable[[], BaseModel]) -> tuple[int, str]:
    """The status and the body of the answer. An act that is refused has itself taken back what it wrote."""
    try:
        answer = view()
    except Trouble as trouble:
        refused = problem(request, trouble)
        return refused.status_code, refused.content.decode()
    return status, answer.model_dump_json()


def _media_type(status: int) -> str:
    return MEDIA_TYPE if status >= 400 else "application/json"


def _digest(request: KeyedRequest) -> str:
    """A digest of the address and the body; of a form by its parts, for its boundary is new each time."""
    form: Form | None = getattr(request, "form", None)
    if form is None:
        body = request.body
    else:
        body = json.dumps([form.fields, form.upload.name, _sha256(form.upload.content)], sort_keys=True).encode()
    address = f"{request.method} {request.get_full_path()}\n".encode()
    return salted_hmac("ondiris.api.once", address + body, algorithm="sha256").hexdigest()


def _sha256(content: BinaryIO) -> str:
    digest = hashlib.file_digest(cast(Any, content), "sha256").hexdigest()
    content.seek(0)
    return digest
