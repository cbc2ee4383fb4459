"""Who looked at what, and what was refused to whom?"""

from django.utils import translation

from ondiris.base.actors import Actor
from ondiris.base.errors import Text
from ondiris.base.journal.models import Look


def _look(actor: Actor | None, kind: str, thing: str, purpose: str, *, allowed: bool, reason: Text = "") -> None:
    with translation.override("en"):  # the language of the code is kept, so that each reads it in their own
        said = str(reason)
    Look.objects.create(
        actor=actor.user_id if actor else None,
        actor_name=actor.name if actor else "",
        organisation_bin=actor.organisation_bin if actor else "",
        thing_kind=kind,
        thing=thing[:200],
        purpose=purpose,
        allowed=allowed,
        reason=said[:300],
    )


def looked(actor: Actor, kind: str, thing: str, purpose: str) -> None:
    """Somebody was shown a thing that holds confidential data (6.3p3)."""
    _look(actor, kind, thing, purpose, allowed=True)


def refused(actor: Actor | None, kind: str, thing: str, purpose: str, reason: Text) -> None:
    """Somebody asked for what is not theirs; written outside the refused act's transaction."""
    _look(actor, kind, thing, purpose, allowed=False, reason=reason)
