"""How does a program come to act as a person, and for whom does its key act on a day?"""

import hashlib
import secrets
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.errors import BadInput
from ondiris.domains.parties.models import ApiKey, Organisation, User
from ondiris.domains.parties.queries import actor_for

PREFIX = "ondiris_"  # so that a secret that leaks into a file or a log is recognised


def make_key(
    user: User, organisation: Organisation, *, label: str, valid_from: date, valid_to: date
) -> tuple[ApiKey, str]:
    """A new key and its secret, which is shown now and never again. BadInput names what cannot be so."""
    wrong: dict[str, Promise] = {}
    if not label.strip():
        wrong["label"] = _("Write something here.")
    if valid_to <= valid_from:
        wrong["valid_to"] = _("The last day must come after the first.")
    if actor_for(user, organisation, valid_from) is None:
        wrong["organisation"] = _("This person has no mandate for this organisation on the first day.")
    if wrong:
        raise BadInput(wrong)
    secret = PREFIX + secrets.token_urlsafe(32)
    key = ApiKey.objects.create(
        user=user,
        organisation=organisation,
        label=label.strip(),
        digest=_digest(secret),
        valid_from=valid_from,
        valid_to=valid_to,
    )
    return key, secret


def key_with(secret: str) -> ApiKey | None:
    """The key of this secret, valid or not; None where there is none."""
    return ApiKey.objects.select_related("user", "organisation").filter(digest=_digest(secret)).first()


def actor_with(key: ApiKey, on: date) -> Actor | None:
    """Whom the key acts as on a day: its user by the mandates for its organisation. None where any of them has ended."""
    in_force = key.valid_from <= on and (key.valid_to is None or on < key.valid_to)
    return actor_for(key.user, key.organisation, on) if in_force and key.user.is_active else None


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
