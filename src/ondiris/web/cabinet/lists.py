"""Which applications and agreements has the enterprise had?"""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.agreements.terms import AgreementState
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.measures.catalogue import measure
from ondiris.web.acting import for_enterprises
from ondiris.web.cabinet.lookup import own_agreements, own_applications
from ondiris.web.showing.states import tag_of
from ondiris.web.ui.listing import DAY, MONEY, Column, Filter, Kind, Listing, respond
from ondiris.web.ui.templatetags.ui import tag


def _title(name: str) -> str:
    return _now(measure(name).title)


MEASURE = Kind(_title, _title)


def _state(states: type[ApplicationState] | type[AgreementState]) -> Kind:
    """A state as its tag; the words are looked up when shown, in the reader's language."""
    return Kind(lambda value: tag(tag_of(states, value)), lambda value: str(tag_of(states, value).label))


class Applications(Listing):
    """The enterprise's applications."""

    caption = _("Applications")
    columns = (
        Column(
            "number",
            _("Number"),
            sort="pk",
            link=lambda row: reverse("cabinet:application", args=[row["number"]]),
        ),
        Column("measure", _("Measure"), kind=MEASURE),
        Column("state", _("State"), kind=_state(ApplicationState), sort="state"),
        Column("submitted_on", _("Submitted on"), kind=DAY, sort="submitted_on"),
        Column("amount", _("Amount"), kind=MONEY, sort="amount"),
    )
    filters = {"number": Filter(forms.CharField(label=_("Number")), "number__icontains")}
    sort = "-number"
    file_name = "applications"

    def visible_to(self, actor: Actor) -> QuerySet[Application]:
        return own_applications(actor)


class Agreements(Listing):
    """The enterprise's agreements."""

    caption = _("Agreements")
    columns = (
        Column(
            "number",
            _("Number"),
            sort="pk",
            link=lambda row: reverse("cabinet:agreement", args=[row["number"]]),
        ),
        Column("measure", _("Measure"), source="application__measure", kind=MEASURE),
        Column("state", _("State"), kind=_state(AgreementState), sort="state"),
        Column("amount", _("Amount"), kind=MONEY, sort="amount"),
        Column("in_force_on", _("In force since"), kind=DAY, sort="in_force_on"),
    )
    filters = {"number": Filter(forms.CharField(label=_("Number")), "number__icontains")}
    sort = "-number"
    file_name = "agreements"

    def visible_to(self, actor: Actor) -> QuerySet[Agreement]:
        return own_agreements(actor)


@for_enterprises
def applications(request: Any) -> HttpResponse | StreamingHttpResponse:
    """All of them."""
    return respond(request, Applications(request.actor), "cabinet/applications.html")


@for_enterprises
def agreements(request: Any) -> HttpResponse | StreamingHttpResponse:
    """All of them."""
    return respond(request, Agreements(request.actor), "cabinet/agreements.html")
