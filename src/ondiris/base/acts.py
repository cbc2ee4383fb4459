"""How is something done so that it is allowed, whole and in the journal, or not done at all?

An act is one function, registered once. The wrapper alone opens the transaction, locks the thing, asks
permission, checks the move and the version, writes the new state, and writes the journal last. The body
does what is particular about the act and returns an Outcome.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer
from ondiris.base.errors import BadInput, NotFound, NotPermitted, Stale, WrongState
from ondiris.base.flow import Flow, Move
from ondiris.base.journal import access
from ondiris.base.journal.write import write


class Thing(models.Model):
    """What acts are done to: it has a public number, a state of a flow, and a version that each act raises."""

    number = models.CharField(max_length=40, unique=True)
    state = models.CharField(max_length=40)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.number


T = TypeVar("T", bound=Thing)


def _holds_nul(value: Any) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, Mapping):
        return any(_holds_nul(part) for pair in value.items() for part in pair)
    return isinstance(value, list | tuple) and any(_holds_nul(part) for part in value)


def _refuse_nul(data: Mapping[str, Any]) -> None:
    """BadInput for a text with the character that the database cannot keep."""
    if wrong := {name: _("This text has a character that cannot be kept.") for name in data if _holds_nul(data[name])}:
        raise BadInput(wrong)


M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act's body hands back: evidence for the journal, and the state where the move leaves a choice.

    `provision` is the article of this very case, where one flow serves cases under several.
    """

    evidence: Mapping[str, Any] = field(default_factory=dict)
    to: StrEnum | None = None
    provision: str = ""


@dataclass(frozen=True)
class Act(Generic[T]):
    """A registered act on a thing of class `model`; call it to do it."""

    name: str
    title: Promise
    model: type[T]
    flow: Flow
    move: Move
    may: Callable[[Actor, T], Answer]
    body: Callable[..., Outcome]

    @property
    def provision(self) -> str:
        return self.move.provision

    def possible(self, actor: Actor, thing: T) -> Answer:
        """Whether a button for it is shown: the state allows the move and the actor may make it."""
        if thing.state not in self.move.starts:
            return Answer(False, _("This is not possible where the case stands now."))
        return self.may(actor, thing)

    def __call__(self, actor: Actor, number: str, *, version: int | None = None, **data: Any) -> T:
        """Do the act to the thing with this number and return it as it stands after.

        `version` is the one the person saw; without it the newest is taken (machines that send none).
        Raises NotFound, NotPermitted, WrongState, Stale, or what the body refuses; then nothing is written.
        """
        try:
            with transaction.atomic():
                return self._do(actor, number, version, data)
        except (NotFound, NotPermitted) as refusal:
            access.refused(actor, self.model.__name__.lower(), number, self.name, refusal.message)
            raise

    def _do(self, actor: Actor, number: str, version: int | None, data: Mapping[str, Any]) -> T:
        thing = self.model._default_manager.select_for_update().filter(number=number).first()
        if thing is None:
            raise NotFound
        answer = self.may(actor, thing)
        if not answer:
            raise NotPermitted(answer.reason, provision=self.provision)
        if version is not None and version != thing.version:
            raise Stale
        if thing.state not in self.move.starts:
            raise WrongState(_("This is not possible where the case stands now."), provision=self.provision)
        _refuse_nul(data)
        outcome = self.body(actor, thing, **data)
        self._leave(thing, outcome)
        write(
            actor, self.name, thing, outcome.provision or self.provision, outcome.evidence, deputy_for=answer.deputy_for
        )
        return thing

    def _leave(self, thing: T, outcome: Outcome) -> None:
        to = outcome.to or self.move.to[0]
        if to not in self.move.to or (outcome.to is None and len(self.move.to) > 1):
            raise AssertionError(f"{self.name} cannot lead to {outcome.to}")
        thing.state = to
        thing.version += 1
        thing.save()


def carry_along(things: models.QuerySet[T], start: StrEnum, to: StrEnum) -> int:
    """Move all of these things that stand at `start`, because the act at hand moves what they belong to; returns how many.

    One statement, however many; the journal's line is that of the act, whose evidence says how many followed.
    """
    return things.filter(state=start).update(state=to, version=models.F("version") + 1)


ACTS: dict[str, Act[Any]] = {}


def act(
    flow: Flow, name: str, title: Promise, model: type[T], may: Callable[[Actor, T], Answer]
) -> Callable[[Callable[..., Outcome]], Act[T]]:
    """Register the decorated body as the act that makes the flow's move of this name."""

    def register(body: Callable[..., Outcome]) -> Act[T]:
        full = f"{flow.name}.{name}"
        if full in ACTS:
            raise ValueError(f"the act {full} is registered twice")
        ACTS[full] = made = Act(full, title, model, flow, flow[name], may, body)
        made.__dict__["__doc__"] = body.__doc__
        return made

    return register


@dataclass(frozen=True)
class Beginning(Generic[M]):
    """A registered act that brings something new into being; `model` is what the journal then names.

    `cites` reads the article from that, where it differs from one to another and `provision` is only the general one.
    """

    name: str
    title: Promise
    model: type[M]
    provision: str
    may: Callable[[Actor], Answer]
    body: Callable[..., tuple[M, Mapping[str, Any]]]
    cites: Callable[[M], str] | None = None

    def __call__(self, actor: Actor, **data: Any) -> M:
        """Make the thing and return it. Raises NotPermitted or what the body refuses; then nothing is written."""
        try:
            with transaction.atomic():
                return self._do(actor, data)
        except (NotFound, NotPermitted) as refusal:
            access.refused(actor, self.model.__name__.lower(), "", self.name, refusal.message)
            raise

    def _do(self, actor: Actor, data: Mapping[str, Any]) -> M:
        answer = self.may(actor)
        if not answer:
            raise NotPermitted(answer.reason, provision=self.provision)
        _refuse_nul(data)
        thing, evidence = self.body(actor, **data)
        provision = self.cites(thing) if self.cites else self.provision
        write(actor, self.name, thing, provision, evidence, deputy_for=answer.deputy_for)
        return thing


BEGINNINGS: dict[str, Beginning[Any]] = {}


def beginning(
    name: str,
    title: Promise,
    model: type[M],
    provision: str,
    may: Callable[[Actor], Answer],
    cites: Callable[[M], str] | None = None,
) -> Callable[[Callable[..., tuple[M, Mapping[str, Any]]]], Beginning[M]]:
    """Register the decorated body as the act that makes a new thing; it returns the thing and its evidence."""

    def register(body: Callable[..., tuple[M, Mapping[str, Any]]]) -> Beginning[M]:
        if name in BEGINNINGS:
            raise ValueError(f"the beginning {name} is registered twice")
        BEGINNINGS[name] = made = Beginning(name, title, model, provision, may, body, cites)
        return made

    return register
