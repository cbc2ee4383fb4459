"""What exactly is signed, and by which method?

A provider answers whether a person's proof holds for a text. Today's asks for the password again; signatures by
certificate will be another provider behind the same call.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Protocol

from django.contrib.auth.hashers import check_password
from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import BadInput
from ondiris.base.journal.write import plain
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.parties.models import User


def text_of(agreement: Agreement) -> bytes:
    """The agreement's terms as one canonical text: what both sides sign."""
    terms = {
        "number": agreement.number,
        "application": agreement.application.number,
        "recipient": agreement.recipient.bin,
        "authority": agreement.authority.bin,
        "amount": agreement.amount,
        "instalments": [{"due_on": i.due_on, "amount": i.amount} for i in agreement.instalments.order_by("place")],
        "undertakings": [
            {
                "track": u.track,
                "direction": u.direction,
                "indicator": u.indicator,
                "unit": u.unit,
                "baseline": u.baseline,
                "weight": u.weight,
                "evidence": u.evidence_asked,
                "targets": {str(t.year): t.value for t in u.targets.all()},
            }
            for u in agreement.undertakings.prefetch_related("targets").order_by("pk")
        ],
    }
    return json.dumps(plain(terms), ensure_ascii=False, sort_keys=True).encode()


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
