"""To which provisions do those of a page refer, which refer to them, and where in the text do the words stand?"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from ondiris.domains.legislation.models import Reference
from ondiris.domains.legislation.queries import references_around
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.register import Register
from ondiris.law.provisions.standing import Standing, standing
from ondiris.web.showing import law
from ondiris.web.ui import citation


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `url` where its words name a provision."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """A provision at the other end of references, and those of the page that they start from or lead to."""

    label: str
    url: str
    here: list[str]


class References:
    """The references around the provisions of a page on a day, by one query; `chosen`: the day that links keep."""

    def __init__(self, shown: Iterable[Standing], register: Register, on: date, chosen: date | None) -> None:
        self.chosen = chosen
        standings = {str(at.provision.id): at for at in shown}
        self._units = list(standings)
        rows = references_around(self._units)
        current = {unit for unit, at in standings.items() if at.has_published_wording}
        self._made = [row for row in rows if row.source in current]
        self._met = [row for row in rows if row.target in standings and _stands(row.source, register, on)]
        self._by_source: dict[str, list[Reference]] = defaultdict(list)
        for row in self._made:
            self._by_source[row.source].append(row)

    def lines(self, unit: ProvisionId, text: str) -> list[list[Piece]]:
        """The lines of a unit's text, the words of its references linked; of several targets the first."""
        pieces, place = [], 0
        for row in sorted(self._by_source[str(unit)], key=lambda row: (row.start, row.pk)):
            if row.start >= place:
                pieces.append(Piece(text[place : row.start]))
                pieces.append(Piece(text[row.start : row.end], law.address(row.target, self.chosen)))
                place = row.end
        pieces.append(Piece(text[place:]))
        return _by_line(pieces)

    @property
    def refers_to(self) -> list[Other]:
        """The provisions named in the shown ones, in the law's order."""
        return self._others((row.target, row.source) for row in self._made)

    @property
    def referred_by(self) -> list[Other]:
        """The provisions in force that day that name one of the shown ones, in the law's order."""
        return self._others((row.source, row.target) for row in self._met)

    def _others(self, pairs: Iterable[tuple[str, str]]) -> list[Other]:
        here: dict[str, list[str]] = defaultdict(list)
        for other, own in pairs:
            if own != self._units[0] and own not in here[other]:
                here[other].append(own)
            else:
                here[other] += []
        ordered = sorted(here, key=ProvisionId.parse)
        return [Other(citation.label(one), law.address(one, self.chosen), here[one]) for one in ordered]


def _stands(source: str, register: Register, on: date) -> bool:
    row = register.get(ProvisionId.parse(source))
    return row is None or standing(row, on).has_published_wording


def _by_line(pieces: Collection[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1].append(Piece(first, piece.url))
        lines += [[Piece(line, piece.url)] for line in others]
    return [[piece for piece in line if piece.text] for line in lines]
