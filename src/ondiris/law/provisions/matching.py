"""Which units of a text that is to be loaded meet the register, and what of the two stays alone?"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ondiris.law.provisions.english import is_english, parse_english
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.official import NUMBER_OF_THE_LAW, divisions, parse
from ondiris.law.provisions.outline import OfficialUnit
from ondiris.law.provisions.references import Reference, references
from ondiris.law.provisions.register import Register
from ondiris.law.provisions.terms import Language, Wording


@dataclass(frozen=True, slots=True)
class LawText:
    """A text of the law in one language, as units.

    `acts`: what its notes name of each article; `inner_notes`: its publisher's notes between units, by article;
    `references` are read from the Russian text alone.
    """

    language: Language
    units: tuple[OfficialUnit, ...]
    acts: Mapping[ProvisionId, set[str]]
    inner_notes: tuple[tuple[ProvisionId, str], ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Matching:
    """Where a text and the register do not meet.

    `surplus`: units that the register lacks or has at another level; `lacking`: provisions of the register that the
    text has not; `twice`: units that the text has more than once; `unnamed`: acts that changed an article by the
    register and that the text does not name, so that its wording may be of an earlier day.
    """

    surplus: tuple[ProvisionId, ...]
    lacking: tuple[ProvisionId, ...]
    twice: tuple[ProvisionId, ...]
    unnamed: tuple[tuple[ProvisionId, tuple[str, ...]], ...]


def read(text: str, language: Language | None = None) -> LawText:
    """A text in Russian or English, as its head says or as told. OfficialTextError where it cannot be read."""
    if language is None:
        language = Language.EN if is_english(text) else Language.RU
    if language is Language.EN:
        english = parse_english(text)
        return LawText(
            language,
            tuple(unit for article in english for unit in article.units),
            {article.id: article.acts for article in english},
            tuple((article.id, note) for article in english for note in article.inner_notes),
        )
    russian = parse(text).articles
    units = tuple(unit for article in russian for unit in article.units)
    return LawText(
        language,
        units,
        {article.id: {change.act.number for change in article.amendments} for article in russian},
        references=references(units, divisions(text)),
    )


def match(text: LawText, register: Register) -> Matching:
    """Compare by id and level. What has ended, or stands in a temporary wording alone, is not looked for."""
    count = Counter(unit.id for unit in text.units)
    known = {row.id: row.level for row in register.values()}
    last = {row.id: row.versions[-1] for row in register.values()}
    return Matching(
        surplus=tuple(unit.id for unit in text.units if known.get(unit.id) != unit.level),
        lacking=tuple(
            unit
            for unit, version in last.items()
            if unit not in count and version.valid_to is None and version.wording is Wording.BASE
        ),
        twice=tuple(unit for unit, times in count.items() if times > 1),
        unnamed=tuple(_unnamed(text, register)),
    )


def _unnamed(text: LawText, register: Register) -> Iterator[tuple[ProvisionId, tuple[str, ...]]]:
    for article in register.articles.values():
        acts = {version.act for row in article.provisions for version in row.versions} - {NUMBER_OF_THE_LAW}
        if unnamed := acts - text.acts.get(article.id, set()):
            yield article.id, tuple(sorted(unnamed))
