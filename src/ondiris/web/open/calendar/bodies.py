"""How punctual was each body in a year, and what are its duties?"""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ondiris.domains.calendar.queries import duties_of, punctuality
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.terms import OrganisationKind
from ondiris.web.showing import calendar


def bodies(request: Any) -> HttpResponse:
    """Every body that owes anything in a year: on time, late by how many days, not done."""
    year = calendar.year_asked(request)
    context = {
        "year": year,
        "years": calendar.years(year, request.day),
        "rows": [(row, _late(row.late_days)) for row in punctuality(year, request.day)],
    }
    return render(request, "open/calendar/bodies.html", context)


def _late(days: tuple[int, ...]) -> str:
    """3 (12, 4 and 1 days): how many were done late, and by how much."""
    if not days:
        return "0"
    return _("%(count)d (days: %(days)s)") % {"count": len(days), "days": ", ".join(map(str, days))}


def body_at(number: str) -> Organisation:
    """The public body with this BIN; Http404 where there is none."""
    found = Organisation.objects.filter(bin=number, kind=OrganisationKind.PUBLIC_BODY).first()
    if found is None:
        raise Http404
    return found


def body(request: Any, number: str) -> HttpResponse:
    """One body's duties in a year and the address of its calendar."""
    found, year = body_at(number), calendar.year_asked(request)
    dated, without = calendar.rows(duties_of(found, year, request.day))
    context = {
        "body": found,
        "year": year,
        "years": calendar.years(year, request.day),
        "dated": dated,
        "without": without,
    }
    return render(request, "open/calendar/body.html", context)
