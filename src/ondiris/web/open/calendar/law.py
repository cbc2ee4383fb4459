"""By when does the law ask what of whom, provision by provision?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from ondiris.domains.legislation.queries import parameters_on
from ondiris.law.deadlines import Deadline, Recurrence, deadlines, occurrences
from ondiris.law.parameters import Parameters
from ondiris.web.showing import calendar


@dataclass(frozen=True, slots=True)
class Row:
    """A deadline in a year: its last days, or none; how the law says it, in Russian."""

    deadline: Deadline
    what: str
    who: str
    to: str
    often: str
    days: list[str]
    origin: str
    first: date


def law(request: Any) -> HttpResponse:
    """Every deadline of the law in a year: by day, after an event, and without a day."""
    year = calendar.year_asked(request)
    parameters = parameters_on()
    every = [row for deadline in deadlines().values() if (row := _row(deadline, year, parameters))]
    dated = sorted((row for row in every if row.days), key=lambda row: row.first)
    context = {
        "year": year,
        "years": calendar.years(year, request.day),
        "dated": dated,
        "triggered": [row for row in every if row.deadline.recurrence is Recurrence.TRIGGERED],
        "without": [row for row in every if not row.days and row.deadline.recurrence is not Recurrence.TRIGGERED],
    }
    return render(request, "open/calendar/law.html", context)


def _row(deadline: Deadline, year: int, parameters: Parameters) -> Row | None:
    """None for a year in which the provision asks nothing, or its wording is not held."""
    found = occurrences(deadline, year, parameters)
    if not found and deadline.recurrence is not Recurrence.TRIGGERED:
        return None
    dated = [one for one in found if one.last_day is not None]
    return Row(
        deadline=deadline,
        what=calendar.what(deadline),
        who=calendar.names(deadline.bearers),
        to=calendar.names(deadline.to),
        often=calendar.often(deadline),
        days=[calendar.day_words(one) for one in dated],
        origin=calendar.origin(found[0]) if dated else "",
        first=dated[0].judged_on if dated else date(year, 12, 31),
    )
