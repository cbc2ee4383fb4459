"""Which units has the official Russian text of the law, and what do its notes say of them?

The text comes as its publisher prints it: one абзац a line, indents of non-breaking spaces, articles headed
"Статья N.", notes on amendments below them. Here lines become articles; in `outline` articles become units.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ondiris.law.provisions.amendments import (
    Act,
    Amendment,
    Commencement,
    OfficialTextError,
    amendments,
    commencement,
    day_in_words,
    reference,
)
from ondiris.law.provisions.ids import NUMBER, ProvisionId
from ondiris.law.provisions.outline import Line, OfficialUnit, TemporaryWording, temporary_wording, units_of

__all__ = ["OfficialArticle", "OfficialText", "OfficialTextError", "OfficialUnit", "parse", "units"]

NUMBER_OF_THE_LAW = "86-VII"

_LAW = re.compile(r"^Закон Республики Казахстан от (.*) года № (\d+-[IVXLC]+)", re.MULTILINE)
_ARTICLE = re.compile(rf"Статья ({NUMBER})\.\s*(.*)")
_DIVISION = re.compile(r"(?:Раздел|Глава|Параграф) \d+(?:-\d+)?\.")
_PUBLISHERS_NOTE = re.compile(r"Примечание ИЗПИ!|Вниманию пользователей!")
_FOOTNOTE = re.compile(r"Сноска\.|Статья [\d-]+ (?:- )?(?:с изменени|в редакции|дополнен|исключен)")
_SIGNATURE = re.compile(r"Президент Республики Казахстан\s+\w\.\s*[А-ЯӘІҢҒҮҰҚӨҺ-]+")
_QUOTATION_ENDS = re.compile(r'"[.;]$')
_NEW_WORDING_FOLLOWS = "в следующей редакции:"


@dataclass(frozen=True, slots=True)
class OfficialArticle:
    """An article: its units in the order of the text, its own first; the notes below it, the acts they name.

    `temporary`: the wordings it puts, for a time, in the place of units of other articles.
    """

    id: ProvisionId
    units: tuple[OfficialUnit, ...]
    notes: tuple[str, ...]
    amendments: tuple[Amendment, ...]
    temporary: tuple[TemporaryWording, ...]

    @property
    def notes_on(self) -> set[ProvisionId]:
        """The articles that the notes say they are about."""
        return {reference(note.replace("Статья", "статьи")) for note in self.notes if "Статья" in note}


@dataclass(frozen=True, slots=True)
class OfficialText:
    """The law as published: `starts` is when it takes effect, `starts_otherwise` when the units named do."""

    law: Act
    articles: tuple[OfficialArticle, ...]
    starts: Commencement
    starts_otherwise: Mapping[ProvisionId, Commencement]

    def temporary_of(self, article: ProvisionId) -> tuple[TemporaryWording, ...]:
        """The temporary wordings of an article or of units in it."""
        return tuple(w for other in self.articles for w in other.temporary if w.target.within(article))


@dataclass(slots=True)
class _Draft:
    """The lines met so far of an article."""

    number: str
    heading: str
    lines: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def parse(text: str) -> OfficialText:
    """Read the official Russian text. OfficialTextError where it is another text or cannot be read."""
    text = text.replace("\xa0", " ").lstrip("\ufeff")
    law = _law(text)
    articles = tuple(_article(draft) for draft in _drafts(text.splitlines()))
    if not articles:
        raise OfficialTextError("no article is headed “Статья N.” in this text")
    closing = next((a for a in articles if a.units[0].text.startswith("Порядок введения в действие")), None)
    if closing is None:
        raise OfficialTextError("there is no article on taking effect (“Порядок введения в действие”) in this text")
    own, *others = closing.units
    otherwise = {reference(unit.text): commencement(unit.text) for unit in others}
    return OfficialText(law, articles, commencement(own.text), otherwise)


def units(text: str) -> Iterator[OfficialUnit]:
    """Every unit of the official Russian text, in its order. OfficialTextError as for `parse`."""
    for article in parse(text).articles:
        yield from article.units


def divisions(text: str) -> tuple[tuple[ProvisionId, ...], ...]:
    """The articles of each параграф: from its head to the next, or to the two blank lines of a chapter's lost head."""
    found: list[list[ProvisionId]] = []
    inside, blank = False, 0
    for line in (line.strip() for line in text.replace("\xa0", " ").splitlines()):
        if _DIVISION.match(line):
            inside = True
            found.append([])
        elif blank > 1:
            inside = False
        if inside and (head := _ARTICLE.match(line)):
            found[-1].append(ProvisionId.parse(head[1]))
        blank = 0 if line else blank + 1
    return tuple(tuple(articles) for articles in found if articles)


def _law(text: str) -> Act:
    if not text.strip():
        raise OfficialTextError("the text is empty")
    found = _LAW.search(text)
    signed_on = day_in_words(found[0]) if found else None
    if found is None or signed_on is None:
        raise OfficialTextError(
            "this is not the official Russian text: it has no line “Закон Республики Казахстан от …”"
        )
    if found[2] != NUMBER_OF_THE_LAW:
        raise OfficialTextError(f"this is law No. {found[2]}; the register is of law No. {NUMBER_OF_THE_LAW}")
    return Act(found[2], signed_on)


def _drafts(lines: list[str]) -> list[_Draft]:
    drafts: list[_Draft] = []
    rest = iter(line.strip() for line in lines)
    for line in rest:
        draft = drafts[-1] if drafts else None
        if not line or _DIVISION.match(line) or _SIGNATURE.fullmatch(line):
            continue
        if _PUBLISHERS_NOTE.match(line):
            while next(rest, ""):  # to the blank line after it
                pass
        elif head := _ARTICLE.match(line):
            drafts.append(_Draft(head[1], head[2]))
        elif draft is None:
            continue  # title and preamble have no id
        elif _FOOTNOTE.match(line):
            draft.notes.append(line)
        elif draft.lines and draft.lines[-1].text.endswith(_NEW_WORDING_FOLLOWS) and line.startswith('"'):
            draft.lines[-1].quoted.extend(quotation(line, rest, _QUOTATION_ENDS))
        else:
            draft.lines.append(Line.read(line))
    return drafts


def quotation(first: str, rest: Iterator[str], ends: re.Pattern[str]) -> list[str]:
    """The lines of a quoted wording, which may hold a headed article: to where its quotes are even and a line ends so."""
    lines, quotes = [first], first.count('"')
    while quotes % 2 or not ends.search(lines[-1]):
        line = next(rest, None)
        if line is None:
            raise OfficialTextError(f"the quoted wording does not end: {first}")
        if line:
            lines.append(line)
            quotes += line.count('"')
    return lines


def _article(draft: _Draft) -> OfficialArticle:
    article = ProvisionId.parse(draft.number)
    try:
        units = units_of(article, draft.heading, draft.lines)
        temporary = [temporary_wording(draft.lines, line) for line in draft.lines if line.quoted]
        acts = tuple(act for note in draft.notes for act in amendments(note))
    except OfficialTextError as wrong:
        raise OfficialTextError(f"article {article}: {wrong}") from None
    return OfficialArticle(article, tuple(units), tuple(draft.notes), acts, tuple(temporary))
