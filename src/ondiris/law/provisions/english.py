"""Which units has the English translation of the law, as its publisher prints it, and what of it is no unit?

It follows the Russian text line by line, so the same outline makes the same ids. Its own seams: a full stop may be
missing after "Article 20"; chapter and paragraph heads share a line; notes on changes to come or on a suspension
stand between units, where the Russian text has none.
"""

import re
from dataclasses import dataclass

from ondiris.law.provisions.amendments import OfficialTextError
from ondiris.law.provisions.ids import NUMBER, ProvisionId
from ondiris.law.provisions.official import NUMBER_OF_THE_LAW, quotation
from ondiris.law.provisions.outline import Line, OfficialUnit, units_of

_LAW = re.compile(r"^Law of the Republic of Kazakhstan dated .* № (\d+-[IVXLC]+)", re.MULTILINE)
_ARTICLE = re.compile(rf"Article ({NUMBER})\.? +([A-Z].*)")
_DIVISION = re.compile(r"(?:Chapter|Section|Paragraph) \d+(?:-\d+)?\. ")
_SIGNATURE = re.compile(r"President of the|Republic of Kazakhstan\b.{0,40}$")
_NOTE = re.compile(
    r"Footnote\.|It is meant to be |This (?:edition|version) of |Article [\d-]+(?:,| -)? (?:as amended|is excluded)"
)
_ACT = re.compile(r"№ (\d+-[IVXLC]+)")
_ANY_LINE = re.compile("")
_NEW_WORDING_FOLLOWS = "in the following wording:"


@dataclass(frozen=True, slots=True)
class EnglishArticle:
    """An article of the translation: its units, its notes, and the acts that these name."""

    id: ProvisionId
    units: tuple[OfficialUnit, ...]
    notes: tuple[str, ...]

    @property
    def acts(self) -> set[str]:
        return {act for note in self.notes if note.startswith("Footnote.") for act in _ACT.findall(note)}

    @property
    def inner_notes(self) -> tuple[str, ...]:
        """The notes between its units, which are not about acts that have amended it."""
        return tuple(note for note in self.notes if not note.startswith("Footnote."))


@dataclass(slots=True)
class _Draft:
    number: str
    heading: str
    lines: list[Line]
    notes: list[str]


def is_english(text: str) -> bool:
    """Whether a text is headed as an English translation of a law."""
    return _LAW.search(text.replace("\xa0", " ")) is not None


def parse_english(text: str) -> tuple[EnglishArticle, ...]:
    """Read the English translation. OfficialTextError where it is another text or cannot be read."""
    text = text.replace("\xa0", " ").lstrip("\ufeff")
    found = _LAW.search(text)
    if found is None:
        raise OfficialTextError(
            "this is not the English text of the law: it has no line “Law of the Republic of Kazakhstan dated …”"
        )
    if found[1] != NUMBER_OF_THE_LAW:
        raise OfficialTextError(f"this is law No. {found[1]}; the register is of law No. {NUMBER_OF_THE_LAW}")
    articles = tuple(_article(draft) for draft in _drafts(text))
    if not articles:
        raise OfficialTextError("no article is headed “Article N.” in this text")
    return articles


def _drafts(text: str) -> list[_Draft]:
    drafts: list[_Draft] = []
    before: list[str] = []  # notes that stand above the head of their article
    rest = iter(line.strip() for line in text.splitlines())
    for line in rest:
        draft = drafts[-1] if drafts else None
        if not line or _DIVISION.match(line) or _SIGNATURE.match(line):
            continue
        if head := _ARTICLE.fullmatch(line):
            drafts.append(_Draft(head[1], head[2], [], before))
            before = []
        elif draft is None:
            continue  # title and preamble have no id
        elif _NOTE.match(line):
            (before if re.match(r"This version of Article", line) else draft.notes).append(line)
        elif draft.lines and draft.lines[-1].text.endswith(_NEW_WORDING_FOLLOWS) and line.startswith('"'):
            draft.lines[-1].quoted.extend(quotation(line, rest, _ANY_LINE))
        else:
            draft.lines.append(Line.read(line))
    return drafts


def _article(draft: _Draft) -> EnglishArticle:
    article = ProvisionId.parse(draft.number)
    return EnglishArticle(article, tuple(units_of(article, draft.heading, draft.lines)), tuple(draft.notes))
