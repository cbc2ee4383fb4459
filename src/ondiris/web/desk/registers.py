"""Which applications and agreements are there for an official, to be filtered, sorted and taken away?"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.db.models import (
    Case,
    DateField,
    F,
    Func,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ondiris.domains.agreements import permissions as agreements
from ondiris.domains.agreements.terms import AgreementState
from ondiris.domains.applications import permissions as applications
from ondiris.domains.applications.models import Question
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.classifiers.models import Region
from ondiris.domains.parties.models import Organisation, User
from ondiris.domains.parties.queries import found
from ondiris.domains.parties.terms import Capacity
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.words import TAGS, measure_choices, measure_title
from ondiris.web.frame import NAMES
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.figures import language
from ondiris.web.ui.listing import DAY, MONEY, NUMBER, Column, Filter, Kind, Listing, respond, tags
from ondiris.web.ui.listing.declare import Row, Rows

OPEN = (
    ApplicationState.SUBMITTED,
    ApplicationState.CHECKING,
    ApplicationState.ASKED,
    ApplicationState.EXAMINING,
    ApplicationState.PROPOSED,
)
MEASURE = Kind(measure_title, measure_title)


def _states(states: type[ApplicationState] | type[AgreementState]) -> forms.ChoiceField:
    choices = [(code, tag.label) for code, tag in TAGS[states].items() if code != ApplicationState.DRAFT]
    return forms.ChoiceField(label=_("State"), choices=[("", _("All states")), *choices])


def _people(capacity: Capacity) -> QuerySet[User]:
    return User.objects.filter(mandates__capacity=capacity).distinct().order_by("name")


def _named(organisation: str) -> Callable[[Rows, str], Rows]:
    """A filter by words of a name, the first digits of a BIN, or the beginning of the thing's own number."""

    def narrow(rows: Rows, typed: str) -> Rows:
        typed = typed.strip()
        if "-" in typed and any(character.isdigit() for character in typed):
            return rows.filter(number__istartswith=typed)
        return rows.filter(**{f"{organisation}__in": found(Organisation.objects.all(), typed)})

    return narrow


def _text() -> forms.CharField:
    return forms.CharField(
        label=_("Number, BIN or name"), help_text=_("The first letters of a word are enough."), max_length=100
    )


def _region() -> "forms.ModelChoiceField[Region]":
    return forms.ModelChoiceField(Region.objects.all(), label=_("Region"), empty_label=_("All regions"))


def _in_languages(listing: type[Listing], organisation: str) -> dict[str, type[Listing]]:
    """The listing for each language: the region's name is read where the organisation stands, and nowhere counted."""
    return {
        code: type(
            listing.__name__, (listing,), {"columns": [_reading(each, organisation, code) for each in listing.columns]}
        )
        for code in NAMES
    }


def _reading(column: Column, organisation: str, code: str) -> Column:
    return replace(column, source=f"{organisation}__region__name_{code}") if column.name == "region" else column


class Applications(Listing):
    """The applications of the measures that the official's body decides or serves."""

    caption = _("Applications")
    columns: ClassVar[list[Column]] = [
        Column(
            "number", _("Number"), sort="number", link=lambda row: reverse("desk:application", args=[row["number"]])
        ),
        Column("applicant", _("Applicant"), "applicant__name"),
        Column("bin", _("BIN"), "applicant__bin", shown=False),
        Column("measure", _("Measure"), kind=MEASURE, shown=False),
        Column("region", _("Region"), shown=False),
        Column("state", _("State"), kind=tags(TAGS[ApplicationState])),
        Column("amount", _("Amount"), kind=MONEY, sort="amount"),
        Column("submitted_on", _("Submitted"), kind=DAY, sort="submitted_on"),
        Column("days", _("Days"), kind=NUMBER),
        Column("officer", _("Officer"), "officer_name", sort="officer_name"),
    ]
    filters: ClassVar[Mapping[str, Filter]] = {
        "text": Filter(_text(), _named("applicant")),
        "state": Filter(_states(ApplicationState), "state"),
        "measure": Filter(forms.ChoiceField(label=_("Measure"), choices=measure_choices), "measure"),
        "region": Filter(_region(), "applicant__region"),
        "officer": Filter(
            forms.ModelChoiceField(_people(Capacity.CASE_OFFICER), label=_("Officer"), empty_label=_("All officers")),
            lambda rows, user: rows.filter(officer=user.pk),
        ),
        "since": Filter(DayField(label=_("Submitted from")), "submitted_on__gte"),
        "until": Filter(DayField(label=_("Submitted until")), "submitted_on__lte"),
    }
    sort = "-number"
    nothing = _("No application has come in yet.")
    file_name = "applications"

    def visible_to(self, actor: Any) -> Rows:
        """Those that permissions show; open ones with the days spent with officials (the clock stops for questions)."""
        today = Value(actor.on, output_field=DateField())
        waited = (
            Question.objects.filter(application=OuterRef("pk"))
            .values("application")
            .annotate(days=Sum(_days(F("asked_on"), Coalesce(F("answered_on"), F("closed_on"), today))))
            .values("days")
        )
        return applications.visible_to(actor).annotate(
            days=Case(
                When(state__in=OPEN, then=_days(F("submitted_on"), today) - Coalesce(Subquery(waited), 0)),
                output_field=IntegerField(),
            ),
        )


class _Days(Func):
    """Whole days from one date to another, as PostgreSQL subtracts them."""

    template, arg_joiner = "(%(expressions)s)", " - "
    output_field = IntegerField()


def _days(first: Any, end: Any) -> Func:
    return _Days(end, first)


class Agreements(Listing):
    """The agreements under the measures that the official's body decides or serves."""

    caption = _("Agreements")
    columns: ClassVar[list[Column]] = [
        Column("number", _("Number"), sort="number", link=lambda row: reverse("desk:agreement", args=[row["number"]])),
        Column("recipient", _("Recipient"), "recipient__name"),
        Column("bin", _("BIN"), "recipient__bin", shown=False),
        Column("measure", _("Measure"), "application__measure", kind=MEASURE, shown=False),
        Column("region", _("Region"), shown=False),
        Column("state", _("State"), kind=tags(TAGS[AgreementState])),
        Column("amount", _("Amount"), kind=MONEY, sort="amount"),
        Column("in_force_on", _("In force from"), kind=DAY, sort="in_force_on"),
        Column("noticed_on", _("Notice given"), kind=DAY, sort="noticed_on", shown=False),
        Column("officer", _("Officer"), "application__officer_name", shown=False),
        Column("application", _("Application"), "application__number", link=lambda row: _of_agreement(row)),
    ]
    filters: ClassVar[Mapping[str, Filter]] = {
        "text": Filter(_text(), _named("recipient")),
        "state": Filter(_states(AgreementState), "state"),
        "measure": Filter(forms.ChoiceField(label=_("Measure"), choices=measure_choices), "application__measure"),
        "region": Filter(_region(), "recipient__region"),
        "officer": Filter(
            forms.ModelChoiceField(_people(Capacity.CASE_OFFICER), label=_("Officer"), empty_label=_("All officers")),
            lambda rows, user: rows.filter(application__officer=user.pk),
        ),
    }
    sort = "-number"
    nothing = _("No agreement has been drawn up yet.")
    file_name = "agreements"

    def visible_to(self, actor: Any) -> Rows:
        """Those that permissions show."""
        return agreements.visible_to(actor)


def _of_agreement(row: Row) -> str:
    return reverse("desk:application", args=[row["application__number"]])


APPLICATIONS = _in_languages(Applications, "applicant")
AGREEMENTS = _in_languages(Agreements, "recipient")


@for_officials
def applications_page(request: ActedRequest) -> HttpResponse | StreamingHttpResponse:
    """The list of applications."""
    return respond(request, APPLICATIONS[language()](request.actor), "desk/applications.html")


@for_officials
def agreements_page(request: ActedRequest) -> HttpResponse | StreamingHttpResponse:
    """The list of agreements."""
    return respond(request, AGREEMENTS[language()](request.actor), "desk/agreements.html")
