"""Which units are the lines of one article, and how does each hang on those before it?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from ondiris.law.provisions.amendments import (
    Amendment,
    OfficialTextError,
    amendments,
    day_in_words,
    reference,
)
from ondiris.law.provisions.ids import NUMBER, ProvisionId
from ondiris.law.provisions.terms import Level

_NUMBERED = re.compile(rf"({NUMBER})([.)])\s+(.*)")
_EXCLUDED = re.compile(r"[Ии]сключен[аы]? Законом")
# In Russian and in the English translation, which has the same outline.
_NOTES_OF_THE_ARTICLE = re.compile(r"Примечани[ея]\. |Notes?\. ")
_EXPLAINS_A_TERM = re.compile(r"Под \w+ поним|[A-Z]\w+ refers to ")


@dataclass(frozen=True, slots=True)
class OfficialUnit:
    """A unit of the official text without its number; an article's begins with its heading, on a line."""

    id: ProvisionId
    level: Level
    text: str
    excluded: Amendment | None = None


@dataclass(frozen=True, slots=True)
class TemporaryWording:
    """The wording in the place of a suspended one until a day, in units as the text numbers them."""

    target: ProvisionId
    until: date
    units: tuple[OfficialUnit, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One абзац: the level that its number gives it, if it has one, its text, a wording quoted after it."""

    level: Level | None
    number: str
    text: str
    quoted: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, line: str) -> Self:
        if numbered := _NUMBERED.match(line):
            number, mark, text = numbered.groups()
            return cls(Level.PARAGRAPH if mark == "." else Level.SUBPARAGRAPH, number, text)
        return cls(None, "", line)

    @property
    def whole_text(self) -> str:
        return "\n".join([self.text, *self.quoted])


def units_of(article: ProvisionId, heading: str, lines: Sequence[Line]) -> list[OfficialUnit]:
    """The units of an article in the order of its text, the article itself first."""
    outline = _Outline(article, heading)
    for place, line in enumerate(lines):
        outline.add(line, next((later for later in lines[place + 1 :] if later.level), None))
    return [outline.unit_of_the_article(), *outline.units]


class _Outline:
    """Where the next line of an article hangs, given the lines so far."""

    def __init__(self, article: ProvisionId, heading: str) -> None:
        self.article = article
        self.own = [heading]
        self.units: list[OfficialUnit] = []
        self.paragraph = article  # what subparagraphs hang on; the article where it has no paragraphs
        self.numbered = article  # the last numbered unit
        self.list_of: ProvisionId | None = None  # the unit whose lead-in ended in a colon
        self.count: dict[tuple[ProvisionId, Level], int] = {}

    def unit_of_the_article(self) -> OfficialUnit:
        return _unit(self.article, Level.ARTICLE, "\n".join(self.own))

    def add(self, line: Line, next_numbered: Line | None) -> None:
        if line.level:
            unit = self._numbered(line.level, line.number)
            self.units.append(_unit(unit, line.level, line.whole_text))
        elif _NOTES_OF_THE_ARTICLE.match(line.text) or (not self.units and len(self.own) == 1):
            self.own.append(line.whole_text)  # its lead-in, or all it has
            unit = self.article
            self.paragraph = self.numbered = self.article
        elif self.list_of:
            unit = self._next(self.list_of, Level.ITEM)
            self.units.append(_unit(unit, Level.ITEM, line.whole_text))
        else:
            unit = self._next(self._owner_of_part(line, next_numbered), Level.PART)
            self.units.append(_unit(unit, Level.PART, line.whole_text))
        if line.text.endswith(":"):
            self.list_of = unit
        elif unit.item is None or line.text.endswith("."):  # an item that ends otherwise leaves its list open
            self.list_of = None

    def _numbered(self, level: Level, number: str) -> ProvisionId:
        above = self.article if level is Level.PARAGRAPH else self.paragraph
        self.numbered = ProvisionId.parse(f"{above}.{number}")
        if level is Level.PARAGRAPH:
            self.paragraph = self.numbered
        return self.numbered

    def _next(self, above: ProvisionId, level: Level) -> ProvisionId:
        """The next item of a list, or the next part of a unit; the first part is the unit itself."""
        counted = self.count[above, level] = self.count.get((above, level), 0) + 1
        if level is Level.ITEM:
            return ProvisionId(above.numbers, above.part, counted)
        return ProvisionId(above.numbers, counted + 1)

    def _owner_of_part(self, line: Line, next_numbered: Line | None) -> ProvisionId:
        """What an unnumbered line is a later part of.

        After a subparagraph it is a part of that where the list goes on (13.5.10) or the line explains its
        term (13.3.4); else the list is closed, and the line is a part of the paragraph or article (46.1).
        """
        goes_on = (
            next_numbered is not None
            and next_numbered.level is Level.SUBPARAGRAPH
            and ProvisionId.parse(f"{self.paragraph}.{next_numbered.number}") > self.numbered
        )
        return self.numbered if goes_on or _EXPLAINS_A_TERM.match(line.text) else self.paragraph


def _unit(unit: ProvisionId, level: Level, text: str) -> OfficialUnit:
    excluded = next(amendments(text)) if _EXCLUDED.match(text) else None
    return OfficialUnit(unit, level, text, excluded)


def temporary_wording(lines: Sequence[Line], line: Line) -> TemporaryWording:
    """The wording quoted after a line of article 68, whose lead-in names the day until which it holds."""
    until = day_in_words(lines[0].text)
    if until is None or not lines[0].text.startswith("Приостановить до"):
        raise OfficialTextError(f"a wording is quoted, but no suspension until a day is named: {line.text}")
    target = reference(line.text)
    first, *others = _unquoted(line.quoted)
    if head := re.match(r"Статья [\d-]+\. (.*)", first):
        units = units_of(target, head[1], [Line.read(text) for text in others])
    else:
        new = Line.read(first)
        units = [OfficialUnit(target, new.level or Level.PART, "\n".join([new.text, *others]))]
    return TemporaryWording(target, until, tuple(units))


def _unquoted(lines: Sequence[str]) -> Iterator[str]:
    text = "\n".join(lines)
    yield from re.sub(r'"[.;]$', "", text.removeprefix('"')).split("\n")
