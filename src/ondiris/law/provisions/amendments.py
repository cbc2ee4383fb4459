"""What do the notes and the closing articles of the official text say of acts, days and other provisions?"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ondiris.law.provisions.ids import NUMBER, ProvisionId

COUNTS = {
    "трех": 3,
    "шести": 6,
    "десяти": 10,
    "двадцати": 20,
    "тридцати": 30,
    "шестидесяти": 60,
    "девяноста": 90,
}
MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня"]
MONTHS += ["июля", "августа", "сентября", "октября", "ноября", "декабря"]

_AMENDMENT = re.compile(r"от (\d{2})\.(\d{2})\.(\d{4}) № (\d+-[IVXLC]+)(?: ЗРК)?(?: \(([^()]*)\))?")
_NAMED_DAY = re.compile(r"\bс (\d{2})\.(\d{2})\.(\d{4})")
_TERM = re.compile(r"по истечении (\w+) (календарных дней|месяцев)")
_DAY_IN_WORDS = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}}) года")
_REFERENCE = re.compile(rf"(?:подпункта ({NUMBER})\) )?(?:пункта ({NUMBER}) )?статьи ({NUMBER})")


class OfficialTextError(ValueError):
    """The official text cannot be read; the message says what was met and where."""


@dataclass(frozen=True, slots=True)
class Act:
    """A law by its number and the day it was signed."""

    number: str
    signed_on: date


@dataclass(frozen=True, slots=True)
class Commencement:
    """When something takes effect by its clause: on a day, or once a term after publication has run out.

    Neither, where the clause only points to an article of the amending act ("см. ст.2").
    """

    on: date | None = None
    days: int = 0
    months: int = 0

    @property
    def by_term(self) -> bool:
        return bool(self.days or self.months)

    def after(self, published: date) -> date:
        """The first day in force for a publication on a day: the day after the term has run out."""
        months = published.month - 1 + self.months
        year, month = published.year + months // 12, months % 12 + 1
        day = min(published.day, monthrange(year, month)[1])
        return date(year, month, day) + timedelta(days=self.days + 1)


@dataclass(frozen=True, slots=True)
class Amendment:
    """An act that changed a unit or an article, and when it takes effect; `whole`: it gave a new wording."""

    act: Act
    commencement: Commencement
    whole: bool = False


def amendments(note: str) -> Iterator[Amendment]:
    """The acts that a note names, in its order. OfficialTextError where one of them cannot be read."""
    found = list(_AMENDMENT.finditer(note))
    if not found or len(found) != note.count("№"):
        raise OfficialTextError(f"the acts of this note cannot be read: {note}")
    read_to = 0
    for act in found:
        day, month, year, number, clause = act.groups()
        signed_on = _day(day, month, year)
        whole = "в редакции" in note[read_to : act.start()]
        yield Amendment(Act(number, signed_on), commencement(clause or ""), whole)
        read_to = act.end()


def commencement(clause: str) -> Commencement:
    """What a clause on taking effect says. OfficialTextError where it says nothing that we know."""
    if named := _NAMED_DAY.search(clause):
        return Commencement(on=_day(*named.groups()))
    if term := _TERM.search(clause):
        count = COUNTS.get(term[1])
        if count:
            return Commencement(months=count) if term[2] == "месяцев" else Commencement(days=count)
    elif words := day_in_words(clause):
        return Commencement(on=words)
    elif "см. ст" in clause:
        return Commencement()
    raise OfficialTextError(f"when this takes effect cannot be read: {clause or 'no clause on it'}")


def day_in_words(text: str) -> date | None:
    """The first day written as "29 июня 2023 года"; None where there is none."""
    found = _DAY_IN_WORDS.search(text)
    return _day(found[1], MONTHS.index(found[2]) + 1, found[3]) if found else None


def _day(day: str, month: str | int, year: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise OfficialTextError(f"there is no day {day}.{month}.{year}") from None


def reference(text: str) -> ProvisionId:
    """The provision that a text names ("подпункта 39) статьи 9": 9.39). OfficialTextError where none is."""
    found = _REFERENCE.search(text)
    if found is None:
        raise OfficialTextError(f"no provision is named here: {text}")
    subparagraph, paragraph, article = found.groups()
    return ProvisionId.parse(".".join(number for number in (article, paragraph, subparagraph) if number))
