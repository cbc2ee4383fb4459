"""By which day is a duty due, in a year, for a quarter or after an event?

"до 1 марта" leaves 1 March out: the last day is the last of February. "в срок до 31 марта" is the term that ends with
31 March: that day is the last. Three months "с момента направления" end with the day of the third month that has the
number of the day of sending, or with its last day where it has none. A last day that is no working day stays where it
is, unless a dated setting moves it.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ondiris.law.deadlines.declared import Deadline, MonthDay
from ondiris.law.deadlines.terms import Recurrence
from ondiris.law.deadlines.working import working_day_from
from ondiris.law.parameters import Parameters, Value
from ondiris.law.provisions.load import register
from ondiris.law.provisions.standing import standing
from ondiris.law.provisions.terms import State as InForce

MOVES = "deadlines.moves_to_a_working_day"
IN_YEAR = "deadlines.last_day_in_a_year"  # category: the id of a deadline
AFTER_QUARTER = "deadlines.days_after_a_quarter"

_PERIOD = re.compile(r"(?P<year>[12]\d{3})(?:-Q(?P<quarter>[1-4]))?", re.ASCII)
_SET_YEARLY = (Recurrence.YEARLY, Recurrence.BY_ACT, Recurrence.NOT_GIVEN)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A duty for one period: `2026`, the quarter `2026-Q3`, or the number of what began it.

    `opens_on` is the first day on which it can be done, `closes_on` the last of the days it belongs to. `last_day` is
    None where neither the law nor a setting gives one; `written` is that day before a setting moved it; `set_by` the
    setting that gave it.
    """

    deadline: Deadline
    period: str
    opens_on: date
    closes_on: date
    last_day: date | None = None
    written: date | None = None
    set_by: Value | None = None

    @property
    def judged_on(self) -> date:
        """The day on which it is asked who bears the duty and whether its provision is in force."""
        return self.last_day or self.closes_on


def occurrences(deadline: Deadline, year: int, parameters: Parameters) -> tuple[Occurrence, ...]:
    """Those that open in a calendar year, in order of time; none for what an event begins.

    A quarter is told of when it is over, so a year has the fourth of the year before and its own first three.
    Days for which the provision is not in force, or its wording not held, have none.
    """
    if deadline.recurrence is Recurrence.TRIGGERED:
        return ()
    periods = [str(year)]
    if deadline.recurrence is Recurrence.QUARTERLY:
        periods = [f"{year - 1}-Q4", *(f"{year}-Q{quarter}" for quarter in (1, 2, 3))]
    return tuple(one for period in periods if (one := occurrence(deadline, period, parameters)))


def occurrence(deadline: Deadline, period: str, parameters: Parameters) -> Occurrence | None:
    """The one of a period as it is written in an address; None where there is none."""
    found = _PERIOD.fullmatch(period)
    quarterly = deadline.recurrence is Recurrence.QUARTERLY
    if found is None or deadline.recurrence is Recurrence.TRIGGERED or bool(found["quarter"]) != quarterly:
        return None
    year = int(found["year"])
    quarter = found["quarter"]
    made = _quarterly(deadline, year, int(quarter), parameters) if quarter else _yearly(deadline, year, parameters)
    return made if _stands(made) else None


def triggered(deadline: Deadline, number: str, happened_on: date, parameters: Parameters) -> Occurrence:
    """The one that an event began on a day; its term in months, where it has one, runs from that day (62.4)."""
    if deadline.months is None:
        return Occurrence(deadline, number, happened_on, happened_on)
    last = months_after(happened_on, deadline.months)
    return _dated(Occurrence(deadline, number, happened_on, last), last, parameters)


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it is shorter: 30 November + 3 is in February."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _stands(one: Occurrence) -> bool:
    return standing(register()[one.deadline.provision], one.judged_on).state is InForce.IN_FORCE


def _yearly(deadline: Deadline, year: int, parameters: Parameters) -> Occurrence:
    first, last = date(year, 1, 1), date(year, 12, 31)
    one = Occurrence(deadline, str(year), first, last)
    if deadline.recurrence is Recurrence.NEXT_FINANCIAL_YEAR:
        return _dated(one, last, parameters)
    if deadline.before:
        return _dated(one, date(year, *deadline.before) - timedelta(days=1), parameters)
    if deadline.by:
        return _dated(one, date(year, *deadline.by), parameters)
    setting = parameters.value(IN_YEAR, last, deadline.id) if deadline.recurrence in _SET_YEARLY else None
    if isinstance(setting, Value):
        return _dated(one, date(year, *month_day(setting.value)), parameters, setting)
    return one


def _quarterly(deadline: Deadline, year: int, quarter: int, parameters: Parameters) -> Occurrence:
    opens = months_after(date(year, 1, 1), 3 * quarter)
    one = Occurrence(deadline, f"{year}-Q{quarter}", opens, months_after(opens, 3) - timedelta(days=1))
    setting = parameters.value(AFTER_QUARTER, opens, deadline.id)
    if isinstance(setting, Value):
        return _dated(one, opens + timedelta(days=setting.value - 1), parameters, setting)
    return one


def month_day(text: str) -> MonthDay:
    """The month and day of a setting such as 03-15."""
    month, day = text.split("-")
    return int(month), int(day)


def _dated(one: Occurrence, last: date, parameters: Parameters, set_by: Value | None = None) -> Occurrence:
    moves = parameters.value(MOVES, last)
    moved = working_day_from(last) if isinstance(moves, Value) and moves.value else last
    return replace(one, last_day=moved, written=last, set_by=set_by)


def settings_of(deadline: Deadline, parameters: Parameters) -> int:
    """How many values of settings have had a say in its days: it only grows, and with every value that may move one."""
    name = AFTER_QUARTER if deadline.recurrence is Recurrence.QUARTERLY else IN_YEAR
    own = 0 if deadline.has_day else parameters.times_set(name, deadline.id)
    return own + parameters.times_set(MOVES)
