"""How does a provision stand on a day, and what may be shown of it?

Article 68 suspends 29.7 and 36 "до 29 июня 2023 года". We read the named day as excluded: 28 June 2023 is
the last day of the temporary wording, 29 June the first of the base one. The other reading (29 June is
still suspended) would move that one day only; the choice stands in the rows of 29.7 and 36.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ondiris.law.provisions.register import Provision, Version, Words
from ondiris.law.provisions.terms import State, Status, Wording


@dataclass(frozen=True, slots=True)
class Standing:
    """A provision on a day.

    `version` holds on that day; before commencement it is the first to come, after the end the last there
    was. `words` are ours, of the wording in force; None where nothing is in force, and where the wording of
    that day is not held: today's words never stand for an earlier wording, whose numbering may have
    differed too.
    """

    provision: Provision
    state: State
    version: Version
    words: Words | None

    @property
    def has_published_wording(self) -> bool:
        """Whether the wording in force is the one that the published texts give.

        That is the last as shipped: not a temporary one, and none that officials entered with a text of its own.
        """
        is_base = self.state is State.IN_FORCE and self.version.wording is Wording.BASE
        return is_base and self.version.official is None


def standing(provision: Provision, on: date, known_on: date | None = None) -> Standing:
    """How a provision stands on a day, as known now, or as it was known on another day.

    The two differ where a change reaches back: 13.5.8 was excluded from 08.01.2022 by an act of 30.12.2022.
    """
    known = [
        version
        for version in provision.versions
        if known_on is None or version.known_since is None or version.known_since <= known_on
    ]
    begun = [version for version in known if version.valid_from <= on]
    if not begun:
        return Standing(provision, State.NOT_YET, known[0] if known else provision.versions[0], None)
    version = begun[-1]  # versions follow one another without a gap, so the last begun holds
    state = _state(version, on, last=version is provision.versions[-1])
    words = provision.words(version) if state is State.IN_FORCE else None
    return Standing(provision, state, version, words)


def _state(version: Version, on: date, last: bool) -> State:
    if last and version.valid_to and version.valid_to <= on:
        return State.ENDED
    if version.status is not Status.IN_FORCE:
        return State[version.status.name]
    return State.IN_FORCE if version.held else State.NOT_HELD


def in_force(provision: Provision, on: date, known_on: date | None = None) -> bool | None:
    """Whether a provision is in force on a day, in whatever wording, held or not; None where not known."""
    state = standing(provision, on, known_on).state
    return None if state is State.UNKNOWN else state in (State.IN_FORCE, State.NOT_HELD)


def law_on(provisions: Iterable[Provision], day: date) -> tuple[Standing, ...]:
    """Every provision as it stands on a day, in the order given."""
    return tuple(standing(provision, day) for provision in provisions)


@dataclass(frozen=True, slots=True)
class Change:
    """A provision that stands otherwise on the second day than on the first."""

    before: Standing
    after: Standing


def difference(provisions: Iterable[Provision], first: date, second: date) -> tuple[Change, ...]:
    """The provisions that stand otherwise on the second day than on the first, in the order given."""
    both = ((standing(provision, first), standing(provision, second)) for provision in provisions)
    return tuple(
        Change(before, after)
        for before, after in both
        if (before.state, before.version) != (after.state, after.version)
    )
