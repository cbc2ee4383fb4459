"""Which letters were written about a thing, each in the reader's language first?"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ondiris.domains.documents.letters.write import letters_about
from ondiris.domains.documents.models import Document
from ondiris.domains.documents.terms import WORDS, LetterKind
from ondiris.web.frame import NAMES
from ondiris.web.ui import figures


@dataclass(frozen=True, slots=True)
class LetterShown:
    """One letter: what it is, its day, to whom, and (code, language, document) for each language, the reader's first."""

    title: str
    on: date
    to: str
    documents: list[tuple[str, str, Document]]


def letters(*things: tuple[str, str], to: int | None = None) -> list[LetterShown]:
    """The letters about things, each (kind, number), oldest first; `to` keeps those to one organisation."""
    shown: list[LetterShown] = []
    every = letters_about(*things).select_related("document__owner")
    for letter in every if to is None else every.filter(document__owner=to):
        title = _(WORDS[LetterKind(letter.kind)])
        language = (letter.language, NAMES[letter.language], letter.document)
        last = shown[-1] if shown else None
        if last and last.title == title and letter.language not in {code for code, _name, _document in last.documents}:
            last.documents.append(language)
        else:
            shown.append(LetterShown(title, letter.on, letter.document.owner.name, [language]))
    for one in shown:
        one.documents.sort(key=lambda document: document[0] != figures.language())
    return shown
