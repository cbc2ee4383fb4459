"""Which thing does an address name, if the caller may see it, and what may the caller do with it?"""

from typing import TypeVar

from django.db.models import QuerySet

from ondiris.api.reading import NUMBER
from ondiris.base.actors import Actor
from ondiris.base.acts import ACTS, Thing
from ondiris.base.errors import NotFound
from ondiris.base.flow import Flow
from ondiris.base.journal import access

T = TypeVar("T", bound=Thing)


def seen(actor: Actor, visible: QuerySet[T], number: str) -> T:
    """The thing of this number among those that the actor may see. NotFound otherwise, and in the access log."""
    found = visible.filter(number=number).first() if NUMBER.fullmatch(number) else None
    if found is None:
        access.refused(actor, visible.model.__name__.lower(), number.replace("\0", ""), "look", NotFound().message)
        raise NotFound
    return found


def looked_at(actor: Actor, thing: Thing) -> None:
    """Keep in the access log that an official was shown the thing."""
    if actor.roles:
        access.looked(actor, type(thing).__name__.lower(), thing.number, "look")


def acts_of(actor: Actor, flow: Flow, thing: Thing) -> list[str]:
    """The names of the acts that the actor can do to the thing now."""
    return [name for name in flow.moves if ACTS[f"{flow.name}.{name}"].possible(actor, thing)]
