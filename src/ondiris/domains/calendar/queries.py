"""Which duties has each body in a year, and how does each stand on a day?"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from ondiris.base.periods import Period, overlapping
from ondiris.domains.calendar.bearers import receivers_of, roles_of
from ondiris.domains.calendar.models import Mark, Term
from ondiris.domains.calendar.terms import MarkState, TermState
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.parties.models import BodyRole, Organisation
from ondiris.law.deadlines import (
    Deadline,
    Occurrence,
    Standing,
    State,
    deadlines,
    occurrence,
    occurrences,
    stands,
    triggered,
)
from ondiris.law.parameters import Parameters


@dataclass(frozen=True, slots=True)
class Duty:
    """What one body owes for one period, how it stands on the day asked, and the mark that says it is done."""

    organisation: Organisation
    occurrence: Occurrence
    at: Standing
    mark: Mark | None = None

    @property
    def deadline(self) -> Deadline:
        return self.occurrence.deadline

    @property
    def last_day(self) -> date | None:
        return self.occurrence.last_day


def duties(year: int, on: date, organisations: Iterable[int] | None = None) -> list[Duty]:
    """The duties that open in a year, of these bodies by key or of all, the earliest last day first.

    Three queries, however many there are. A body owes what its roles owe on the last day, by the roles of that day.
    """
    roles, marks = _roles(organisations), _marks(organisations)
    parameters = parameters_on()
    due = [one for deadline in deadlines().values() for one in occurrences(deadline, year, parameters)]
    return _sorted(_owed(due, list(roles.filter(overlapping(date(year, 1, 1), None))), list(marks), on))


def duties_of(organisation: Organisation, year: int, on: date) -> list[Duty]:
    """The duties of one body that open in a year."""
    return duties(year, on, [organisation.pk])


def handed_to(roles: Collection[str], owed: Iterable[Duty]) -> list[Duty]:
    """Of some duties, those that are handed to a holder of any of the roles."""
    return [one for one in owed if not receivers_of(one.deadline).isdisjoint(roles)]


def duty(organisation: Organisation, name: str, period: str, on: date) -> Duty | None:
    """One duty of a body by the deadline's id and its period; None where it has no such duty."""
    declared = deadlines().get(name)
    found = declared and occurrence(declared, period, parameters_on())
    if not found:
        return None
    mine = [organisation.pk]
    return next(_owed([found], list(_roles(mine)), list(_marks(mine)), on), None)


def _roles(organisations: Iterable[int] | None) -> QuerySet[BodyRole]:
    every = BodyRole.objects.select_related("organisation").order_by("organisation__order", "pk")
    return every if organisations is None else every.filter(organisation__in=organisations)


def _marks(organisations: Iterable[int] | None) -> QuerySet[Mark]:
    every = Mark.objects.filter(state=MarkState.STANDS)
    return every if organisations is None else every.filter(organisation__in=organisations)


def _owed(due: list[Occurrence], roles: list[BodyRole], marks: list[Mark], on: date) -> Iterator[Duty]:
    marked = {(mark.organisation_id, mark.deadline, mark.period): mark for mark in marks}
    for one in due:
        owing = roles_of(one.deadline)
        holders = {
            role.organisation_id: role.organisation
            for role in roles
            if role.role in owing and one.judged_on in Period(role.valid_from, role.valid_to)
        }
        for key, organisation in holders.items():
            mark = marked.get((key, one.deadline.id, one.period))
            yield Duty(organisation, one, stands(one, mark.done_on if mark else None, on), mark)


def _sorted(found: Iterable[Duty]) -> list[Duty]:
    return sorted(found, key=lambda one: (one.last_day is None, one.last_day or one.occurrence.opens_on))


@dataclass(frozen=True, slots=True)
class RunningTerm:
    """A term with its occurrence, how it stands on the day asked, and what the body does when it was not met."""

    term: Term
    occurrence: Occurrence
    at: Standing
    follows: Deadline | None


def terms_of(body: int, on: date) -> list[RunningTerm]:
    """The terms that a body began, the earliest last day first, those withdrawn left out."""
    return _in_order(Term.objects.filter(body=body).exclude(state=TermState.WITHDRAWN), on)


def terms_for(organisation: int, on: date) -> list[RunningTerm]:
    """The terms that run for an organisation, the earliest last day first; what has ended is left out."""
    return _in_order(Term.objects.filter(organisation=organisation, state=TermState.RUNNING), on)


def _in_order(rows: QuerySet[Term], on: date) -> list[RunningTerm]:
    parameters = parameters_on()
    found = [_running(term, parameters, on) for term in rows.select_related("organisation", "body")]
    return sorted(found, key=lambda one: (one.term.state != TermState.RUNNING, one.occurrence.judged_on))


def running(term: Term, on: date) -> RunningTerm:
    """One term as it stands on a day."""
    return _running(term, parameters_on(), on)


def _running(term: Term, parameters: Parameters, on: date) -> RunningTerm:
    declared = deadlines()[term.deadline]
    one = triggered(declared, term.number, term.happened_on, parameters)
    met_on = term.ended_on if term.state == TermState.MET else None
    return RunningTerm(term, one, stands(one, met_on, on), follow_up(declared))


def follow_up(deadline: Deadline) -> Deadline | None:
    """What is done when the term ends without its being met (62.4)."""
    return next((one for one in deadlines().values() if deadline.id in one.waits_for), None)


@dataclass(frozen=True, slots=True)
class Punctuality:
    """How punctual a body was with what opened in a year; `late_days` of what was done late, the most first.

    Duties without a day are counted apart: they are never late.
    """

    organisation: Organisation
    on_time: int
    late_days: tuple[int, ...]
    not_done: int
    to_come: int
    without_day: int


def punctuality(year: int, on: date) -> list[Punctuality]:
    """All bodies that owe anything in a year, in the order of names."""
    by_body: dict[int, list[Duty]] = {}
    for one in duties(year, on):
        by_body.setdefault(one.organisation.pk, []).append(one)
    rows = [_punctual(owed) for owed in by_body.values()]
    return sorted(rows, key=lambda row: row.organisation.order)


def _punctual(owed: list[Duty]) -> Punctuality:
    dated = [one for one in owed if one.last_day is not None]
    done = [one for one in dated if one.at.state is State.DONE]
    return Punctuality(
        organisation=owed[0].organisation,
        on_time=sum(one.at.days == 0 for one in done),
        late_days=tuple(sorted((one.at.days for one in done if one.at.days), reverse=True)),
        not_done=sum(one.at.state is State.LATE for one in dated),
        to_come=sum(one.at.state in (State.AHEAD, State.DUE) for one in dated),
        without_day=len(owed) - len(dated),
    )
