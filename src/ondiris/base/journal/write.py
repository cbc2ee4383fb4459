"""How does an act get into the journal?"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Model

from ondiris.base.actors import Actor
from ondiris.base.journal.models import Entry


def plain(value: Any) -> Any:
    """A value as JSON keeps it without loss: Decimals and days as text, the rest as it is."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    return value


def write(
    actor: Actor, act: str, thing: Model, provision: str, evidence: Mapping[str, Any], *, deputy_for: str = ""
) -> Entry:
    """Write one entry inside the act's transaction; it joins the chain when that commits.

    `deputy_for` names whose mandate it was, where that was not the actor's own.
    """
    return Entry.objects.create(
        act=act,
        thing_kind=thing._meta.model_name or "",
        thing=str(getattr(thing, "number", thing.pk)),
        actor=actor.user_id,
        actor_name=actor.name,
        deputy_for=deputy_for[:200],
        organisation_bin=actor.organisation_bin,
        organisation_name=actor.organisation_name,
        on=actor.on,
        provision=provision,
        state=getattr(thing, "state", ""),
        evidence=plain(evidence),
    )
