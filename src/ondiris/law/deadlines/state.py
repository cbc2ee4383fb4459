"""How does one duty stand on a day: ahead, due, late by so many days, done on a day, or without a day?"""

from dataclasses import dataclass
from datetime import date, timedelta

from ondiris.law.deadlines.due import Occurrence
from ondiris.law.deadlines.terms import State

WINDOW = timedelta(days=30)  # due is what ends within these days


@dataclass(frozen=True, slots=True)
class Standing:
    """One state; `days` late, of what is late or was done late; `done_on` of what is done."""

    state: State
    days: int = 0
    done_on: date | None = None


def stands(one: Occurrence, done_on: date | None, on: date) -> Standing:
    """How it stands on a day; what is done only later is not done yet on that day. Without a day nothing is late."""
    if done_on is not None and done_on <= on:
        return Standing(State.DONE, _days_late(one, done_on), done_on)
    if one.last_day is None:
        return Standing(State.NO_DAY)
    if on > one.last_day:
        return Standing(State.LATE, _days_late(one, on))
    return Standing(State.DUE if on >= window_opens(one.opens_on, one.last_day) else State.AHEAD)


def window_opens(opens_on: date, last_day: date) -> date:
    """The first day on which it is due: WINDOW before the last, but not before it can be done."""
    return max(opens_on, last_day - WINDOW)


def _days_late(one: Occurrence, day: date) -> int:
    return max(0, (day - one.last_day).days) if one.last_day else 0
