"""How are the law's deadlines, and the duties that come of them, put into words?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ondiris.domains.calendar.queries import Duty, RunningTerm
from ondiris.domains.calendar.terms import TermState
from ondiris.law.deadlines import Deadline, Occurrence, Recurrence, Standing, State, deadlines, held_up
from ondiris.law.parameters import Certainty
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.register import Words
from ondiris.law.provisions.terms import Bearer, Language
from ondiris.web.showing.states import tag_of
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Colour, Tag

FIRST_YEAR = 2022  # the law's first


def in_words(words: Words) -> str:
    """A text of a declaration in the reader's language."""
    return words.of(Language(figures.language()))


def what(deadline: Deadline) -> str:
    """What is due."""
    return in_words(deadline.due)


def names(bearers: Sequence[Bearer]) -> str:
    """Who owes it, or to whom it is handed, as the law calls them."""
    return ", ".join(_(bearer.label) for bearer in bearers)


def titled(one: Occurrence) -> str:
    """What is due, with the quarter where it is due by quarters."""
    said, period = what(one.deadline), period_words(one)
    return said if period == one.period else f"{said}, {period}"


def period_words(one: Occurrence) -> str:
    """The period in words: 2026, or the fourth quarter of 2025."""
    year, _dash, quarter = one.period.partition("-Q")
    if not quarter:
        return year
    return _("quarter %(quarter)s of %(year)s") % {"quarter": quarter, "year": year}


def day_words(one: Occurrence) -> str:
    """The last day, or that there is none."""
    if one.last_day is None:
        return _("The law gives no day, and none is set")
    return figures.day(one.last_day)


def origin(one: Occurrence) -> str:
    """Where the last day comes from, and whether it was moved."""
    if one.written is None:
        return _("It has no day, and so it is never late.")
    said = [_("As the law writes it.")]
    if one.set_by is not None:
        said = [_("Set by an act: %(source)s.") % {"source": one.set_by.source}]
        if one.set_by.certainty is Certainty.EXAMPLE:
            said = [_("The law gives no day; this one is an example, to be confirmed by the authority.")]
    if one.written != one.last_day:
        said.append(
            _("It fell on %(day)s, no working day, and a setting moves it.") % {"day": figures.day(one.written)}
        )
    return " ".join(said)


def state_tag(at: Standing) -> Tag:
    """How a duty stands, with the days."""
    if at.state is State.LATE:
        late = ngettext("Late by %(days)d day", "Late by %(days)d days", at.days) % {"days": at.days}
        return Tag(late, Colour.RED)
    if at.state is State.DONE:
        day = figures.day(at.done_on)
        if not at.days:
            return Tag(_("Done on %(day)s") % {"day": day}, Colour.GREEN)
        late = ngettext("Done on %(day)s, %(days)d day late", "Done on %(day)s, %(days)d days late", at.days)
        return Tag(late % {"day": day, "days": at.days}, Colour.YELLOW)
    return Tag(_(at.state.label), Colour.YELLOW if at.state is State.DUE else Colour.GREY)


def term_tag(one: RunningTerm) -> Tag:
    """How a term stands: of one that has ended without an answer, for how long; of one that was answered, how."""
    if one.term.state == TermState.RUNNING:
        if one.at.state is not State.LATE:
            return tag_of(TermState, one.term.state)
        ended = ngettext("Ended %(days)d day ago", "Ended %(days)d days ago", one.at.days)
        return Tag(ended % {"days": one.at.days}, Colour.RED)
    return tag_of(TermState, one.term.state)


def often(deadline: Deadline) -> str:
    """How often it is due; of what follows an event, after which."""
    if deadline.recurrence is not Recurrence.TRIGGERED or deadline.event is None:
        return _(deadline.recurrence.label)
    said = in_words(deadline.event)
    if deadline.months:
        term = ngettext("%(count)d month after: %(event)s", "%(count)d months after: %(event)s", deadline.months)
        return term % {"count": deadline.months, "event": said}
    return _("after: %(event)s") % {"event": said}


@dataclass(frozen=True, slots=True)
class Row:
    """A duty in a table; `holds_up` are the provisions of the steps further on, each once."""

    duty: Duty
    what: str
    period: str
    last_day: str
    to: str
    state: Tag
    late: bool
    holds_up: tuple[ProvisionId, ...]


def rows(duties: Sequence[Duty]) -> tuple[list[Row], list[Row]]:
    """Those with a day and those without."""
    made = all_rows(duties)
    return [row for row in made if row.duty.last_day], [row for row in made if not row.duty.last_day]


def all_rows(duties: Iterable[Duty]) -> list[Row]:
    """Duties as rows, in their order."""
    return [row_of(one) for one in duties]


def row_of(one: Duty) -> Row:
    """One duty as a row."""
    return Row(
        duty=one,
        what=titled(one.occurrence),
        period=period_words(one.occurrence),
        last_day=day_words(one.occurrence),
        to=names(one.deadline.to),
        state=state_tag(one.at),
        late=one.at.state is State.LATE or one.at.days > 0,
        holds_up=tuple(dict.fromkeys(step.provision for step in held_up(one.deadline, deadlines()))),
    )


def year_asked(request: Any) -> int:
    """The year that the address asks for; this one where it asks for none, or for one that is not shown."""
    typed = request.GET.get("year", "")
    year = int(typed) if typed.isascii() and typed.isdigit() and len(typed) == 4 else 0
    this: int = request.day.year
    return year if FIRST_YEAR <= year <= this + 1 else this


def years(chosen: int, today: date) -> list[tuple[int, bool]]:
    """The years to choose from, the newest first, and which one is shown."""
    return [(year, year == chosen) for year in range(today.year + 1, FIRST_YEAR - 1, -1)]
