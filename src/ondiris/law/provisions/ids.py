"""How is a provision of the law named, and which comes first?

An id has as many parts as the law numbers: `25`, `29.7`, `63.2.1`, `13.5.10-1`. A later part (часть) of a
unit is `5.2p3` (the first part is the unit itself); an unnumbered item is counted after a colon: `25.5:1`,
`49.2p2:1`. The id does not tell the level: 15.6 is a paragraph and 9.39 a subparagraph.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import total_ordering
from typing import Self

Number = tuple[int, int]  # 10 is (10, 0) and 10-1 is (10, 1): the hyphen belongs to the number

_COUNT = "[1-9][0-9]{0,2}"
NUMBER = f"{_COUNT}(?:-{_COUNT})?"  # as it is written: 10 or 10-1
_ID = re.compile(rf"(?P<numbers>{NUMBER}(?:\.{NUMBER}){{0,2}})(?:p(?P<part>{_COUNT}))?(?::(?P<item>{_COUNT}))?")
_RANGE = re.compile(f"({_COUNT})-({_COUNT})")


@total_ordering
@dataclass(frozen=True, slots=True)
class ProvisionId:
    """The name of a unit of the law; sorts as the law counts, with later parts after the numbered units."""

    numbers: tuple[Number, ...]
    part: int = 1
    item: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an id as it is written; ValueError says what an id looks like."""
        found = _ID.fullmatch(text)
        if found is None or found["part"] == "1":
            raise ValueError(f"{text!r} is not an id of a provision; ids look like 25, 25.5, 13.5.10-1, 5.2p3, 25.5:1")
        numbers = tuple(_number(number) for number in found["numbers"].split("."))
        return cls(numbers, int(found["part"] or 1), int(found["item"]) if found["item"] else None)

    def __str__(self) -> str:
        text = ".".join(f"{whole}-{added}" if added else str(whole) for whole, added in self.numbers)
        text += f"p{self.part}" if self.part > 1 else ""
        return text + (f":{self.item}" if self.item else "")

    def __lt__(self, other: "ProvisionId") -> bool:
        return self._place < other._place

    @property
    def _place(self) -> tuple[tuple[int, int, int], ...]:
        """What sorts: below one unit stand its items, then its numbered units, then its later parts."""
        place = [(1, whole, added) for whole, added in self.numbers]
        if self.part > 1:
            place.append((2, self.part, 0))
        if self.item:
            place.append((0, self.item, 0))
        return tuple(place)

    @property
    def article(self) -> "ProvisionId":
        return ProvisionId(self.numbers[:1])

    @property
    def parent(self) -> "ProvisionId | None":
        """The unit this one stands in; None for an article."""
        if self.item:
            return ProvisionId(self.numbers, self.part)
        if self.part > 1:
            return ProvisionId(self.numbers)
        return ProvisionId(self.numbers[:-1]) if len(self.numbers) > 1 else None

    def within(self, unit: "ProvisionId") -> bool:
        """Whether this is the unit itself or stands anywhere in it."""
        return self == unit or (self.parent is not None and self.parent.within(unit))


def _number(text: str) -> Number:
    whole, _, added = text.partition("-")
    return int(whole), int(added or 0)


def parse_articles(text: str, known: Collection[ProvisionId]) -> tuple[ProvisionId, ...]:
    """The articles of a selection such as `25-29,42`, in order.

    A hyphen makes a range here, except where a known article bears exactly that number (25-1). ValueError
    where a piece is not a number or a range, runs backwards, or begins or ends at no known article.
    """
    chosen: set[ProvisionId] = set()
    for piece in (piece.strip() for piece in text.split(",")):
        span = _RANGE.fullmatch(piece)
        try:
            single = ProvisionId.parse(piece)
            first, last = single, single
            if single not in known and span:
                first, last = (ProvisionId.parse(end) for end in span.groups())
        except ValueError:
            raise ValueError(f"{piece!r} is not an article or a range of articles, such as 42 or 25-29") from None
        for end in (first, last):
            if end not in known or end.parent is not None:
                raise ValueError(f"there is no article {end}")
        if last < first:
            raise ValueError(f"the range {piece} runs backwards")
        chosen.update(article for article in known if first <= article <= last and article.parent is None)
    return tuple(sorted(chosen))
