"""Which legal day is it for this request?

Only here does the web read a clock. A demonstration keeps its own day in a signed cookie, so that a visitor can live
through years in an hour; elsewhere it is the calendar's day in Kazakhstan.
"""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

COOKIE = "demonstration-day"


def today(request: HttpRequest) -> date:
    """The day on which the request's acts are done."""
    real = timezone.localdate()
    if not settings.DEMONSTRATION:
        return real
    kept = request.get_signed_cookie(COOKIE, default="")
    return max(real, date.fromisoformat(kept)) if kept else real


def move_to(response: HttpResponse, day: date) -> None:
    """Let the visitor's following requests happen on another day of the demonstration."""
    response.set_signed_cookie(COOKIE, day.isoformat(), httponly=True, samesite="Lax", secure=settings.SECURE)
