"""Does an enterprise qualify for a measure, as far as it says itself? Nothing is stored."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ondiris.domains.applications.judging import Judged, goods_edition, judged
from ondiris.law.rulebook import BadDay
from ondiris.web.open import check_result
from ondiris.web.open.check_form import Check
from ondiris.web.open.measures import declared
from ondiris.web.showing.older import older
from ondiris.web.ui import figures
from ondiris.web.ui.templatetags.ui import error_summary


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: Any, name: str) -> HttpResponse:
    """The questions of the measure; sent in, what the rules find. What was typed stands on the page alone."""
    measure = declared(name)
    asked = Check(measure, request.day, request.POST if request.method == "POST" else None)
    found = None
    if request.method == "POST" and "add" not in request.POST and asked.is_valid():
        found = _found(asked)
    warned = older([measure], request.actor)
    context = {"measure": measure, "check": asked, "parts": list(asked.parts()), "older": warned}
    if found is None:
        response = render(request, "open/check.html", context | error_summary(*asked.forms))
    else:
        response = render(request, "open/check_result.html", context | check_result.shown(asked, found))
    response["Cache-Control"] = "no-store"
    return response


def _found(asked: Check) -> Judged | None:
    """What is found; None where no rules are held for the day, which is then said beside it."""
    edition = goods_edition(asked.measure, asked.on)
    try:
        return judged(asked.measure, asked.case(edition), asked.on, edition)
    except BadDay:
        first = min(rule.since for rule in asked.measure.rules.rules)
        asked.form.add_error(
            "on", _("The rules of this measure are held from %(day)s on.") % {"day": figures.day(first)}
        )
        return None
