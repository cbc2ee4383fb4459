"""What stands in a letter, in one language?

The domain that sends it finds the words; the template knows only how each kind of block looks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Party:
    """Who sends, receives or signs: a name, and lines below it, such as the BIN."""

    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a letter: `look` is one of those below, `data` what it shows."""

    look: str
    data: Any


def paragraph(text: str) -> Block:
    """Running text; an empty line parts paragraphs."""
    return Block("paragraph", text)


def heading(text: str) -> Block:
    """The heading of what follows."""
    return Block("heading", text)


def note(text: str) -> Block:
    """Small print: a caution, what something rests on."""
    return Block("note", text)


def caution(title: str, text: str) -> Block:
    """What must be known before reading on, in a frame."""
    return Block("caution", {"title": title, "text": text})


def lines(rows: Sequence[tuple[str, str]]) -> Block:
    """Pairs of a label and a value."""
    return Block("lines", [list(row) for row in rows])


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, figures: Sequence[int] = (), last: bool = False
) -> Block:
    """A table; `figures` are the columns set to the right, `last` sets the last row apart as the sum."""
    return Block(
        "table",
        {"head": list(head), "rows": [list(row) for row in rows], "figures": list(figures), "last": last},
    )


def signatures(signed: Sequence[Party]) -> Block:
    """Who signed, side by side."""
    return Block("signatures", [_party(party) for party in signed])


@dataclass(frozen=True, slots=True)
class Content:
    """A whole letter. `reference` and `day` stand under the sender, `footer` at the foot of every page."""

    title: str
    sender: Party
    addressee: Party
    reference: str
    day: str
    footer: str
    blocks: tuple[Block, ...] = field(default_factory=tuple)

    def plain(self) -> dict[str, Any]:
        """The letter as plain JSON, for the template."""
        return {
            "title": self.title,
            "sender": _party(self.sender),
            "addressee": _party(self.addressee),
            "reference": self.reference,
            "day": self.day,
            "footer": self.footer,
            "blocks": [{"look": block.look, "data": block.data} for block in self.blocks],
        }


def _party(party: Party) -> dict[str, Any]:
    return {"name": party.name, "lines": list(party.lines)}
