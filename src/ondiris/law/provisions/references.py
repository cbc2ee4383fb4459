"""Which other provisions does a unit of the official Russian text name, in which words?

A reference is read from the smallest unit to the largest: "абзацем вторым части первой настоящего пункта",
"подпунктом 23) статьи 9 настоящего Закона". What belongs to another law ("статьей 192 Предпринимательского
кодекса") leads nowhere here. The lead-in of a list counts as its first абзац, so the second is the first item.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ondiris.law.provisions.ids import NUMBER, ProvisionId
from ondiris.law.provisions.outline import OfficialUnit
from ondiris.law.provisions.terms import Level

INDENT, PART, SUBPARAGRAPH, PARAGRAPH, ARTICLE, DIVISION, CHAPTER = range(7)  # from the smallest to the largest

_WORDS = {
    INDENT: "абзац(?:а|у|ем|е|ы|ев|ам|ами|ах)?",
    PART: "част(?:ь|и|ью|ей|ям|ями|ях)",
    SUBPARAGRAPH: "подпункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?",
    PARAGRAPH: "пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?",
    ARTICLE: "стат(?:ья|ьи|ье|ью|ьей|ей|ьям|ьями|ьях)",
    DIVISION: "параграф(?:а|у|ом|е)?",
    CHAPTER: "глав(?:а|ы|е|у|ой)",
}
_STEMS = ("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят")
_ORDINAL = rf"(?:{'|'.join(_STEMS)})(?:ый|ой|ая|ий|ья|ого|его|ьего|ому|ему|ым|им|ьим|ом|ем|ую|ью|ьей|ей|ые|ых|ыми)"
_BETWEEN = r"(?:, | и | или | [–—-] )"


def _listed(one: str) -> str:
    return f"{one}(?:{_BETWEEN}{one})*"


def _piece(level: int, word: str) -> str:
    """One step of a reference: "настоящей статьи", "частью первой", "пунктом 2", "подпунктами 1) – 3)"."""
    count = {INDENT: _ORDINAL, PART: _ORDINAL, SUBPARAGRAPH: rf"{NUMBER}\)"}.get(level, NUMBER)
    return rf"(?:(?P<this{level}>настоящ\w+) {word}\b|\b{word} (?P<count{level}>{_listed(count)}))"


_PIECE = re.compile("|".join(_piece(level, word) for level, word in _WORDS.items()), re.IGNORECASE)
_OF_THIS_LAW = re.compile(r" настоящего Закона")
_OF_ANOTHER = re.compile(
    r" (?:[А-ЯЁ][а-яё-]+(?:ого|его) )?(?:[Кк]одекса|Закона|Конституции|Договора|[Пп]равил|[Мм]етодики|[Уу]каза)\b"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of a unit's text, from `start` to `end` (excluded), and the provisions that they name.

    `targets` is empty where they name none: of another law (`foreign`), or one that the text has not.
    """

    source: ProvisionId
    start: int
    end: int
    words: str
    targets: tuple[ProvisionId, ...]
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    level: int
    counts: tuple[str, ...]  # none: "настоящий"
    end: int


def references(units: Sequence[OfficialUnit], divisions: Sequence[Sequence[ProvisionId]]) -> tuple[Reference, ...]:
    """The references in the units of the whole text, in its order; `divisions`: the articles of each параграф."""
    levels = {unit.id: unit.level for unit in units}
    return tuple(found for unit in units for found in _in_unit(unit, levels, divisions))


def _in_unit(
    unit: OfficialUnit, levels: Mapping[ProvisionId, Level], divisions: Sequence[Sequence[ProvisionId]]
) -> Iterator[Reference]:
    place = 0
    while first := _PIECE.search(unit.text, place):
        place = first.end()
        if unit.text[first.start() - 1 : first.start()] == '"':
            continue  # the head of a quoted article
        steps = [_step(first)]
        while (more := _PIECE.match(unit.text, steps[-1].end + 1)) and unit.text[steps[-1].end] == " ":
            steps.append(_step(more))
        place = steps[-1].end
        other = _OF_ANOTHER.match(unit.text, place) if steps[-1].counts else None
        whole = _OF_THIS_LAW.match(unit.text, place) or other
        place = whole.end() if whole else place
        targets = () if other else _targets(steps, unit.id, levels, divisions)
        yield Reference(unit.id, first.start(), place, unit.text[first.start() : place], targets, bool(other))


def _step(found: re.Match[str]) -> _Step:
    level = next(level for level in _WORDS if found[f"this{level}"] or found[f"count{level}"])
    counts = found[f"count{level}"]
    return _Step(level, tuple(re.split(f"({_BETWEEN})", counts)) if counts else (), found.end())


def _targets(
    steps: Sequence[_Step],
    source: ProvisionId,
    levels: Mapping[ProvisionId, Level],
    divisions: Sequence[Sequence[ProvisionId]],
) -> tuple[ProvisionId, ...]:
    """The provisions of a chain, from its largest step down; none where any step leads to no unit of the text."""
    *smaller, largest = steps
    if largest.level == DIVISION and not largest.counts:
        return tuple(next((articles for articles in divisions if source.article in articles), ()))
    found = [_this(largest.level, source, levels)] if not largest.counts else _of(None, largest, levels)
    for step in reversed(smaller):
        found = [each for one in found if one for each in _of(one, step, levels)] if step.counts else []
    return tuple(one for one in found if one) if all(one in levels for one in found) else ()


def _this(level: int, source: ProvisionId, levels: Mapping[ProvisionId, Level]) -> ProvisionId | None:
    """The unit of a level in which the source stands, or which it is."""
    if level == ARTICLE:
        return source.article
    if level == PART:
        return ProvisionId(source.numbers, source.part)
    wanted = {PARAGRAPH: Level.PARAGRAPH, SUBPARAGRAPH: Level.SUBPARAGRAPH}.get(level)
    at: ProvisionId | None = source
    while at is not None and levels.get(at) is not wanted:
        at = at.parent
    return at


def _of(above: ProvisionId | None, step: _Step, levels: Mapping[ProvisionId, Level]) -> list[ProvisionId | None]:
    """The units that a step counts in the one above; an article stands in none, and only an article does."""
    if (above is None) != (step.level == ARTICLE):
        return [None]
    named = [_unit(above, step.level, count) for count in step.counts[::2]]
    found: list[ProvisionId | None] = named[:1]
    for between, first, last in zip(step.counts[1::2], named, named[1:], strict=False):
        if between.strip() in ("–", "—", "-") and first and last:
            found += sorted(one for one in levels if first < one < last and one.parent == last.parent)
        found.append(last)
    return found


def _unit(above: ProvisionId | None, level: int, count: str) -> ProvisionId | None:
    if level in (ARTICLE, PARAGRAPH, SUBPARAGRAPH):
        return ProvisionId.parse(f"{above}.{count.rstrip(')')}" if above else count)
    nth = next(n for n, stem in enumerate(_STEMS, 1) if count.lower().startswith(stem))
    if above is None:
        return None
    if level == PART:
        return ProvisionId(above.numbers, nth)
    return above if nth == 1 else ProvisionId(above.numbers, above.part, nth - 1)
