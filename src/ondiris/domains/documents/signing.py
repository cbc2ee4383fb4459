"""By whom was a text signed, and by which method?

A provider answers whether a person's proof holds for a text. Today's asks for the password again; signatures by
certificate will be another provider behind the same call.
"""

import hashlib
from dataclasses import dataclass
from typing import Any, Protocol

from django.contrib.auth.hashers import check_password
from django.db import models
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.errors import BadInput
from ondiris.domains.parties.models import User


class Signature(models.Model):
    """One person's signature: who, when, by which method, over which text."""

    user = models.BigIntegerField()
    user_name = models.CharField(max_length=200)
    on = models.DateField()
    method = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)

    class Meta:
        abstract = True


@dataclass(frozen=True, slots=True)
class Signed:
    """A proof that held: its method and the SHA-256 of what was signed."""

    method: str
    digest: str


class Provider(Protocol):
    """One way of signing."""

    def sign(self, user: User, text: bytes, proof: str) -> Signed:
        """Check the proof and return what was signed. BadInput where it does not hold."""


class PasswordAgain:
    """The signatory types the password again."""

    method = "password"

    def sign(self, user: User, text: bytes, proof: str) -> Signed:
        if not check_password(proof, user.password):
            raise BadInput({"password": _("The password is not right. Nothing was signed.")})
        return Signed(self.method, hashlib.sha256(text).hexdigest())


PROVIDERS: dict[str, Provider] = {PasswordAgain.method: PasswordAgain()}


def signed_by(actor: Actor, text: bytes, method: str, proof: str) -> dict[str, Any]:
    """The fields of the actor's signature over a text. BadInput for an unknown method or a proof that does not hold."""
    if method not in PROVIDERS:
        raise BadInput({"method": _("Sign in one of the ways that are offered.")})
    signed = PROVIDERS[method].sign(User.objects.get(pk=actor.user_id), text, proof)
    return {
        "user": actor.user_id,
        "user_name": actor.name,
        "on": actor.on,
        "method": signed.method,
        "digest": signed.digest,
    }
