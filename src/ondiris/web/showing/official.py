"""Which texts of a provision stand beside our words, and what must be known of them?

The official Russian text prevails. The English text is a translation, which its publisher calls unofficial; where it
lags behind or differs, the marks of the register say so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ondiris.domains.legislation.queries import official_texts, texts_of_standings
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.standing import Standing
from ondiris.law.provisions.terms import Language
from ondiris.law.provisions.translation import Mark, translation
from ondiris.web.showing.references import Piece, References
from ondiris.web.ui import figures

PREVAILING = "ru"
TRANSLATION = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a language, by lines; `lag`: what it lacks or says otherwise, `quotes` of the Russian and of it."""

    language: str
    title: str
    lines: list[list[Piece]]
    lag: str = ""
    quotes: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Texts:
    """What is shown beside our words, the reader's language first, and what one may open besides."""

    beside: list[Text] = field(default_factory=list)
    more: list[Text] = field(default_factory=list)

    @property
    def all(self) -> list[Text]:
        return self.beside + self.more

    @property
    def lags(self) -> bool:
        return any(text.lag for text in self.all)


def texts_of(shown: Iterable[Standing], references: References) -> dict[ProvisionId, Texts]:
    """The texts of each provision on its day, by one query, with the references in the loaded Russian ones linked."""
    standings = list(shown)
    found = texts_of_standings(standings)
    return {at.provision.id: _texts(found.get(at.provision.id, {}), at, references) for at in standings}


def texts_of_unregistered(unit: str) -> list[Text]:
    """The loaded texts of a unit that the register does not describe, the reader's language first."""
    held = {language: text for _unit, _level, language, text in official_texts([unit])}
    return [Text(language, title_of(language), _plain(held[language])) for language in _order() if language in held]


def _order() -> list[str]:
    """The reader's language, then the prevailing one, then the others."""
    return list(dict.fromkeys([figures.language(), PREVAILING, TRANSLATION, *Language]))


def _texts(held: Mapping[str, str], at: Standing, references: References) -> Texts:
    beside: list[Text] = []
    more: list[Text] = []
    is_loaded = at.has_published_wording
    mark = translation().by_unit.get(at.provision.id)
    for language in _order():
        text = None
        if language == TRANSLATION and is_loaded:
            text = _translated(held.get(language), mark, at)
        elif language in held:
            is_linked = is_loaded and language == PREVAILING
            lines = references.lines(at.provision.id, held[language]) if is_linked else None
            text = Text(language, title_of(language), lines or _plain(held[language]))
        if text:
            (beside if language in (figures.language(), PREVAILING) else more).append(text)
    return Texts(beside, more)


def _plain(text: str) -> list[list[Piece]]:
    return [[Piece(line)] for line in text.split("\n")]


def _translated(text: str | None, mark: Mark | None, at: Standing) -> Text | None:
    """The translation with what it lacks or says otherwise; None where it is not loaded and not known to lack it."""
    if text is None:
        return Text(TRANSLATION, title_of(TRANSLATION), [], _words(mark)) if mark and mark.absent else None
    if translation().is_behind(at.version.valid_from):
        lag = _("This English wording belongs to an earlier version: the translation is of an edition before %(day)s.")
        lag %= {"day": figures.day(translation().edition_before)}
        return Text(TRANSLATION, title_of(TRANSLATION), _plain(text), lag)
    quotes = (mark.russian, mark.english) if mark and mark.russian and mark.english else None
    return Text(TRANSLATION, title_of(TRANSLATION), _plain(text), _words(mark) if mark else "", quotes)


def _words(mark: Mark) -> str:
    return mark.words.of(Language(figures.language()))


def title_of(language: str) -> str:
    """What a text in a language is, for this reader."""
    if language == TRANSLATION:
        return _("English translation, unofficial")
    if language == figures.language():
        return _("Official text")
    return _("Official text, in Russian") if language == PREVAILING else _("Official text, in Kazakh")
