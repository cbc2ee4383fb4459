"""What can one do here?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from ondiris.web.ui.parts import Step

ROAD = (
    Step(_("Check yourself"), "ahead", _("in a few minutes")),
    Step(_("Apply"), "ahead", _("and answer questions, if there are any")),
    Step(_("Decision"), "ahead", _("with every condition and its article")),
    Step(_("Agreement"), "ahead", _("what the State gives, what you promise")),
    Step(_("Payments and reports"), "ahead", _("year by year")),
    Step(_("Close"), "ahead", _("or money comes back, by a sheet that shows each step")),
)


def home(request: HttpRequest) -> HttpResponse:
    """The front page."""
    return render(request, "open/home.html", {"road": ROAD})
