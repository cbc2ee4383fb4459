"""How does Akoma Ntoso's naming convention call the law, its amending acts and each provision?

A часть, which has no number of its own, is an alinea; an unnumbered item of a list is an indent.
"""

from datetime import date

from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.official import NUMBER_OF_THE_LAW
from ondiris.law.provisions.register import Register
from ondiris.law.provisions.terms import Language, Level

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LANGUAGES = {Language.RU: "rus", Language.EN: "eng", Language.KK: "kaz"}
ELEMENTS = {
    Level.ARTICLE: "article",
    Level.PARAGRAPH: "paragraph",
    Level.SUBPARAGRAPH: "subparagraph",
    Level.PART: "alinea",
    Level.ITEM: "indent",
}
_SHORT = {
    Level.ARTICLE: "art",
    Level.PARAGRAPH: "para",
    Level.SUBPARAGRAPH: "subpara",
    Level.PART: "al",
    Level.ITEM: "indent",
}

# When the law and the acts that amended it were signed, by the notes below its articles.
SIGNED_ON = {
    NUMBER_OF_THE_LAW: date(2021, 12, 27),
    "141-VII": date(2022, 7, 14),
    "157-VII": date(2022, 11, 5),
    "177-VII": date(2022, 12, 30),
    "223-VII": date(2023, 4, 19),
    "54-VIII": date(2024, 1, 23),
    "71-VIII": date(2024, 4, 6),
    "86-VIII": date(2024, 5, 21),
    "107-VIII": date(2024, 7, 1),
}


def act_iri(number: str) -> str:
    """The work that an act is, by its number; the day of signing is left out where it is not known."""
    signed_on = SIGNED_ON.get(number)
    return "/".join(["/akn/kz/act", *([signed_on.isoformat()] if signed_on else []), number.lower()])


WORK = act_iri(NUMBER_OF_THE_LAW)


def expression_iri(language: Language, on: date) -> str:
    """The law in a language as it stands on a day."""
    return f"{WORK}/{LANGUAGES[language]}@{on.isoformat()}"


def eid(unit: ProvisionId, register: Register) -> str:
    """The id of a provision in a document: art_25__para_5__indent_1."""
    own = register[unit]
    steps = [] if unit.parent is None else [eid(unit.parent, register)]
    return "__".join([*steps, f"{_SHORT[own.level]}_{_number(unit)}"])


def _number(unit: ProvisionId) -> str:
    if unit.item:
        return str(unit.item)
    if unit.part > 1:
        return str(unit.part)
    whole, added = unit.numbers[-1]
    return f"{whole}-{added}" if added else str(whole)


def printed_number(unit: ProvisionId, level: Level, language: Language) -> str:
    """The number as the law prints it; empty for what it does not number."""
    number = _number(unit)
    if level is Level.ARTICLE:
        return {Language.RU: f"Статья {number}.", Language.EN: f"Article {number}.", Language.KK: f"{number}-бап."}[
            language
        ]
    return {Level.PARAGRAPH: f"{number}.", Level.SUBPARAGRAPH: f"{number})"}.get(level, "")
