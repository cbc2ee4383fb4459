"""Which states can a thing have, and by which moves does it pass from one to another?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Move:
    """One row of a flow's table: an act's name, where it may start, where it may lead, who does it, and why.

    `to` has one state, or several when the act itself chooses; `provision` is the article behind the move.
    """

    name: str
    starts: frozenset[StrEnum]
    to: tuple[StrEnum, ...]
    who: str
    provision: str


class Flow:
    """The table of moves of one kind of thing. Buttons, checks and diagrams are read from it.

    `carried` are the ways on which things go along with what they belong to: their name is the whole one of the act
    that takes them.
    """

    def __init__(self, name: str, states: type[StrEnum], moves: Iterable[Move], carried: Iterable[Move] = ()) -> None:
        self.name = name
        self.states = states
        table: dict[str, Move] = {}
        for move in moves:
            if move.name in table:
                raise ValueError(f"the flow {name} has two moves named {move.name}")
            table[move.name] = move
        self.moves: Mapping[str, Move] = MappingProxyType(table)
        self.carried = tuple(carried)

    def __getitem__(self, name: str) -> Move:
        return self.moves[name]

    def from_state(self, state: str) -> list[Move]:
        """The moves that may start in a state, in the table's order."""
        return [move for move in self.moves.values() if state in move.starts]


def move(
    name: str, starts: StrEnum | Iterable[StrEnum], to: StrEnum | Iterable[StrEnum], *, who: str, provision: str
) -> Move:
    """A row of the table, written shortly: one state or several on either side."""
    return Move(
        name,
        frozenset([starts] if isinstance(starts, StrEnum) else starts),
        (to,) if isinstance(to, StrEnum) else tuple(to),
        who,
        provision,
    )
