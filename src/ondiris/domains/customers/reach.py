"""Whose voting shares belong to a set of holders, directly or through others, and by which chain?

A holding through an organisation counts in full once the organisation itself is reached: once the shares of it that
belong to the holders and to those reached before come to `enough`. Holdings of several add up. The set is the least
that closes under this: each parcel is counted once, so a circle of ownership reaches nobody by itself, and ends.

Shares are whole numbers, millionths of a per cent.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

HUNDRED = 100 * 10**6
UNKNOWN = 0  # in the place of an organisation: a holder whom nobody has recorded


class Parcel(NamedTuple):
    """Voting shares of `held` that belong to each of `by` in its own right (its owner, and who holds it in trust)."""

    key: int
    held: int
    share: int
    by: tuple[int, ...]


class Reach:
    """What `holders` reach: `step` is 0 for them and n for those reached in the n-th round; `shares` is what of each
    organisation belongs to all of these together."""

    def __init__(self, holders: Iterable[int], enough: int) -> None:
        self.enough = enough
        self.step: dict[int, int] = dict.fromkeys(holders, 0)
        self.shares: defaultdict[int, int] = defaultdict(int)
        self._round = 0
        self._counted: set[int] = set()

    def count(self, parcels: Iterable[Parcel]) -> list[int]:
        """Count parcels of those who reached last, each once whatever its rights; returns whom they reach now."""
        self._round += 1
        reached = []
        for key, held, share, by in parcels:
            if len(by) > 1:
                if key in self._counted:
                    continue
                self._counted.add(key)
            self.shares[held] += share
            if self.shares[held] >= self.enough and held not in self.step:
                self.step[held] = self._round
                reached.append(held)
        return reached


def reach(holders: Iterable[int], parcels_of: Callable[[Sequence[int]], Iterable[Parcel]], enough: int) -> Reach:
    """What the holders reach; `parcels_of` gives the parcels that belong to any of some organisations."""
    found = Reach(holders, enough)
    last: Sequence[int] = list(found.step)
    while last:
        last = found.count(parcels_of(last))
    return found


def among(parcels: Iterable[Parcel]) -> Callable[[Sequence[int]], Iterable[Parcel]]:
    """The parcels at hand, to be asked for by those to whom they belong."""
    by_holder: dict[int, list[Parcel]] = defaultdict(list)
    for parcel in parcels:
        for holder in parcel.by:
            by_holder[holder].append(parcel)
    return lambda holders: (parcel for holder in holders for parcel in by_holder.get(holder, ()))


def by_held(parcels: Iterable[Parcel]) -> dict[int, list[Parcel]]:
    """Parcels by the organisation whose shares they are."""
    found: dict[int, list[Parcel]] = defaultdict(list)
    for parcel in parcels:
        found[parcel.held].append(parcel)
    return found


def unrecorded(organisations: Iterable[int], parcels: Iterable[Parcel]) -> list[Parcel]:
    """What is left of each organisation's voting shares beyond its parcels, as parcels of UNKNOWN."""
    left = dict.fromkeys(organisations, HUNDRED)
    for parcel in parcels:
        if parcel.held in left:
            left[parcel.held] -= parcel.share
    return [Parcel(-held, held, share, (UNKNOWN,)) for held, share in left.items() if share > 0]


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain: the parcels of `held` that belong to the holders or to those they reach."""

    held: int
    parcels: tuple[Parcel, ...]


def chain(found: Reach, parcels_in: Mapping[int, Sequence[Parcel]], held: int) -> list[Link]:
    """By which steps shares of an organisation belong to the holders, from them down to it; `parcels_in` by held."""
    links: dict[int, Link] = {}
    todo = [held]
    while todo:
        one = todo.pop()
        if one in links or (one != held and not found.step.get(one)):
            continue  # a holder needs no explanation, and what is not reached carries nothing
        theirs = tuple(p for p in parcels_in.get(one, ()) if any(by in found.step for by in p.by))
        if theirs:
            links[one] = Link(one, theirs)
            todo.extend(by for parcel in theirs for by in parcel.by)
    last = len(found.step)
    return sorted(links.values(), key=lambda link: (found.step.get(link.held, last), link.held))
