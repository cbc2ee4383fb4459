"""How does a body's calendar get into a calendar program? (iCalendar, RFC 5545)

Whole-day events on the last days of last year, this one and the next. An event keeps its UID, of the deadline, the
period and the body's BIN, in every language and for ever; its SEQUENCE rises with each change of the declaration and
with each setting of its day, and DTSTAMP is the day of the declaration, so that the same duties are the same bytes.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from ondiris.domains.calendar.queries import Duty, duties_of
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.parties.models import Organisation
from ondiris.law.deadlines.due import settings_of
from ondiris.law.parameters import Parameters
from ondiris.web.open.calendar.bodies import body_at
from ondiris.web.showing import calendar
from ondiris.web.ui import citation, figures


def feed(request: Any, number: str) -> HttpResponse:
    """The calendar of a body, for everybody: its duties are public law."""
    body = body_at(number)
    year = request.day.year
    owed = [one for each in (year - 1, year, year + 1) for one in duties_of(body, each, request.day)]
    made = calendar_of(body, owed, parameters_on(), request.build_absolute_uri)
    response = HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{body.bin}.ics"'
    response["Cache-Control"] = "public, max-age=3600"
    return response


def calendar_of(
    body: Organisation, duties: Iterable[Duty], parameters: Parameters, absolute: Callable[[str], str]
) -> Calendar:
    """The duties with a day as events; `absolute` makes an address whole."""
    made = Calendar()
    made.add("prodid", f"-//Öndiris//{figures.language().upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", body.name)
    for one in duties:
        if one.last_day is not None:
            made.add_component(_event(one, one.last_day, body, parameters, absolute))
    return made


def _event(
    one: Duty, last_day: date, body: Organisation, parameters: Parameters, absolute: Callable[[str], str]
) -> Event:
    deadline, occurrence = one.deadline, one.occurrence
    event = Event()
    event.add("uid", f"{deadline.id}-{occurrence.period}-{body.bin}@ondiris")
    event.add("dtstamp", datetime.combine(deadline.declared_on, time(), UTC))
    event.add("sequence", deadline.edition - 1 + settings_of(deadline, parameters))
    event.add("dtstart", last_day)
    event.add("dtend", last_day + timedelta(days=1))
    event.add("summary", f"{citation.label(str(deadline.provision))}: {calendar.titled(occurrence)}")
    event.add("description", _description(one))
    event.add("url", absolute(reverse("law:provision", args=[str(deadline.provision)])))
    event.add("transp", "TRANSPARENT")
    return event


def _description(one: Duty) -> str:
    lines = [_("Last day: %(day)s.") % {"day": calendar.day_words(one.occurrence)}, calendar.origin(one.occurrence)]
    if one.deadline.to:
        lines.append(_("To whom: %(who)s.") % {"who": calendar.names(one.deadline.to)})
    return "\n".join(lines)
