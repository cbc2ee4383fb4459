"""What has been fulfilled, what is due, and what comes next under an agreement?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Max, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from ondiris.domains.agreements.fulfilment import Fulfilment, Indicator, YearOf, fulfilment
from ondiris.domains.agreements.models import Agreement, Report, Target, Undertaking
from ondiris.domains.agreements.terms import AgreementState, ReportState, Track
from ondiris.domains.legislation.queries import parameters_on
from ondiris.law.parameters import Gap


def last_year(agreement: Agreement) -> int:
    """The last calendar year with a target."""
    year = Target.objects.filter(undertaking__agreement=agreement).aggregate(last=Max("year"))["last"]
    return int(year)


def undertakings_of(agreement: Agreement) -> list[Undertaking]:
    """What the recipient undertook, both tracks, each with its targets by year and what was reached."""
    targets = Target.objects.select_related("reached").order_by("year")
    return list(agreement.undertakings.order_by("pk").prefetch_related(Prefetch("targets", targets)))


def indicator(one: Undertaking, on: date) -> Indicator:
    """An undertaking with its years; a year is due once it is over on the day."""
    years = tuple(
        YearOf(t.year, t.value, t.reached.value if hasattr(t, "reached") else None, due=t.year < on.year)
        for t in one.targets.all()
    )
    return Indicator(one.indicator, one.direction, one.unit, one.weight, years)


def level_cap(on: date) -> Fraction:
    """The most that one indicator counts for, a parameter of the example formula. ValueError where it is not set."""
    value = parameters_on().value("recovery.level_cap", on)
    if isinstance(value, Gap):
        raise ValueError("the cap of an indicator's level is not set on this day")
    return Fraction(value.value) / 100


def fulfilment_of(agreement: Agreement, on: date, track: Track = Track.OBLIGATION) -> Fulfilment:
    """The level of fulfilment of a track on a day. ValueError as of `level_cap`."""
    return fulfilments(undertakings_of(agreement), on)[track]


def fulfilments(undertakings: Sequence[Undertaking], on: date) -> dict[Track, Fulfilment]:
    """The level of fulfilment of each track on a day, its indicators in the order of the undertakings."""
    cap = level_cap(on)
    return {
        track: fulfilment([indicator(one, on) for one in undertakings if one.track == track], cap) for track in Track
    }


def unreported_years(undertakings: Iterable[Undertaking], reports: Iterable[Report], on: date) -> list[int]:
    """The years that are over, have a target and no report handed in."""
    handed_in = {one.year for one in reports if one.state in (ReportState.SUBMITTED, ReportState.ACCEPTED)}
    due = {target.year for one in undertakings for target in one.targets.all() if target.year < on.year}
    return sorted(due - handed_in)


LIVE = (AgreementState.IN_FORCE, AgreementState.NOTICED)


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A year for which the recipient still has to report; `state` is the report's, "" where none is begun."""

    agreement: str
    year: int
    state: str


def reports_due(agreements: QuerySet[Agreement], on: date, most: int | None = None) -> list[ReportDue]:
    """The reports that live agreements ask for on a day: of years that are over, or returned for correction.

    The oldest years come first; `most` cuts the list.
    """
    report = Report.objects.filter(agreement=OuterRef("undertaking__agreement"), year=OuterRef("year"))
    due = (
        Target.objects.filter(undertaking__agreement__in=agreements, undertaking__agreement__state__in=LIVE)
        .annotate(report=Coalesce(Subquery(report.values("state")[:1]), Value("")))
        .filter(Q(year__lt=on.year) | Q(report=ReportState.RETURNED))
        .exclude(report__in=[ReportState.SUBMITTED, ReportState.ACCEPTED])
    )
    rows = due.values_list("undertaking__agreement__number", "year", "report").distinct().order_by("year")
    return [ReportDue(*row) for row in rows[:most]]
