"""Which applications wait for this official?"""

from collections.abc import Collection, Iterator, Mapping

from django.db.models import Count, Max, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.domains.agreements.actions.draw import draw
from ondiris.domains.applications.actions.ask import answer, go_on
from ondiris.domains.applications.actions.decide import decide, fund, propose
from ondiris.domains.applications.actions.establish import establish
from ondiris.domains.applications.actions.examine import assess
from ondiris.domains.applications.actions.take import take
from ondiris.domains.applications.answering import last_day
from ondiris.domains.applications.clock import ages
from ondiris.domains.applications.models import Application, Assignment, Decision, Question
from ondiris.domains.applications.permissions import visible_to
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.funds.models import Account
from ondiris.domains.funds.terms import AccountKind
from ondiris.domains.measures.catalogue import MEASURES, measure
from ondiris.domains.parties.terms import Capacity
from ondiris.web.desk.due.parts import Due, Row, days_since, due, newest_entry, some
from ondiris.web.desk.words import kind_text
from ondiris.web.ui import figures


def served(actor: Actor) -> list[str]:
    """The measures that the actor's body serves."""
    return [one.name for one in MEASURES if one.serves in actor.roles]


def decided(actor: Actor) -> list[str]:
    """The measures that the actor's body decides."""
    return [one.name for one in MEASURES if one.decides in actor.roles]


def cases_due(actor: Actor) -> Iterator[Due]:
    """What waits among the applications, capacity by capacity."""
    if Capacity.CASE_OFFICER in actor.capacities:
        yield from _for_officers(actor)
    if Capacity.EXPERT in actor.capacities:
        yield _for_experts(actor)
    if Capacity.DECISION_MAKER in actor.capacities:
        yield _to_decide(actor)
        yield _to_fund(actor)


def _cases(actor: Actor, names: list[str], *states: ApplicationState) -> QuerySet[Application]:
    rows = visible_to(actor).filter(measure__in=names, state__in=states)
    return rows.select_related("applicant").defer("answers").order_by("submitted_on", "pk")


def _row(application: Application, aged: Mapping[int, int], note: str = "") -> Row:
    url = reverse("desk:application", args=[application.number])
    return Row(application.number, url, application.applicant.name, aged[application.pk], note)


def _list_url(**query: str) -> str:
    return f"{reverse('desk:applications')}?" + "&".join(f"{name}={value}" for name, value in query.items())


def _of_the_officer(actor: Actor) -> Q:
    """The officer's own cases, and those of whom they deputise for."""
    holders = {loan.holder for loan in actor.loans if loan.capacity == Capacity.CASE_OFFICER}
    return Q(officer__in={actor.user_id, *holders})


def _for_officers(actor: Actor) -> Iterator[Due]:
    new = some(_cases(actor, served(actor), ApplicationState.SUBMITTED))
    own = _cases(actor, served(actor), ApplicationState.CHECKING, ApplicationState.EXAMINING)
    scored = Count("assignments", filter=Q(assignments__has_conflict=False, assignments__assessed_on__isnull=False))
    mine = list(
        own.filter(_of_the_officer(actor)).annotate(last=newest_entry("application", "act"), scored=scored)[:300]
    )
    aged = ages([*new, *mine], actor.on)
    age = _("Days with officials")
    yield due(
        _("New applications to take"),
        take.provision,
        age,
        [_row(one, aged) for one in new],
        _list_url(state=ApplicationState.SUBMITTED, sort="submitted_on"),
    )
    answered, checked, examined = _parted(mine)
    more = _list_url(officer=str(actor.user_id), sort="submitted_on")
    yield due(
        _("Answers received"),
        answer.provision,
        age,
        [_row(one, aged, _("The applicant has answered")) for one in answered],
        more,
    )
    yield due(
        _("Examined: propose a decision"),
        propose.provision,
        age,
        [_row(one, aged, _scores(one)) for one in examined],
        more,
    )
    yield due(
        _("Your cases to check"), establish.provision, age, [_row(one, aged, _came_back(one)) for one in checked], more
    )
    yield _unanswered(actor)
    yield _to_draw(actor)


def _parted(mine: Collection[Application]) -> tuple[list[Application], list[Application], list[Application]]:
    """Those whose question was answered last, the others being checked, and those that the experts have scored."""
    answered: list[Application] = []
    checked: list[Application] = []
    examined: list[Application] = []
    for one in mine:
        if one.state == ApplicationState.CHECKING:
            (answered if _last(one) == "application.answer" else checked).append(one)
        elif _scored(one) >= measure(one.measure).experts_needed:
            examined.append(one)
    return answered, checked, examined


def _last(application: Application) -> str:
    return str(getattr(application, "last", ""))


def _scored(application: Application) -> int:
    return int(getattr(application, "scored", 0))


def _scores(application: Application) -> str:
    return _("%(count)d experts have scored") % {"count": _scored(application)}


def _came_back(application: Application) -> str:
    """How a case has come back to its check."""
    notes = {
        "application.send_back": _("The proposal was sent back"),
        "application.go_on": _("The question was not answered"),
    }
    return notes.get(_last(application), "")


def _unanswered(actor: Actor) -> Due:
    """The officer's cases in which the last day for an answer has passed."""
    asked = _cases(actor, served(actor), ApplicationState.ASKED).filter(_of_the_officer(actor))
    awaited = Question.objects.filter(application__in=asked, answered_on=None, closed_on=None)
    passed = awaited.filter(Q(answer_by__lt=actor.on) | Q(answer_by=None)).select_related("application__applicant")
    rows = [
        Row(
            question.application.number,
            reverse("desk:application", args=[question.application.number]),
            question.application.applicant.name,
            days_since(last, actor.on),
            _("No answer until %(day)s") % {"day": figures.day(last)},
        )
        for question in some(passed.order_by("answer_by", "pk"))
        if (last := last_day(question)) and last < actor.on
    ]
    return due(
        _("Not answered in time: go on or wait"),
        go_on.provision,
        _("Days since the last day for the answer"),
        rows,
        _list_url(state=ApplicationState.ASKED, officer=str(actor.user_id), sort="submitted_on"),
    )


def _to_draw(actor: Actor) -> Due:
    granted = _cases(actor, served(actor), ApplicationState.GRANTED).filter(agreement=None)
    rows = some(granted.annotate(decided_on=Max("decisions__decided_on")).order_by("decided_on", "pk"))
    shown = [
        Row(
            one.number,
            reverse("desk:application", args=[one.number]),
            one.applicant.name,
            days_since(getattr(one, "decided_on", None), actor.on),
            figures.tenge(one.amount),
        )
        for one in rows
    ]
    return due(
        _("Granted: draw up the agreement"),
        draw.provision,
        _("Days since the decision"),
        shown,
        _list_url(state=ApplicationState.GRANTED),
    )


def _for_experts(actor: Actor) -> Due:
    asked = (
        Assignment.objects.filter(expert=actor.user_id, assessed_on=None, application__state=ApplicationState.EXAMINING)
        .exclude(has_conflict=True)
        .select_related("application__applicant")
        .order_by("assigned_on", "pk")
    )
    rows = [
        Row(
            one.application.number,
            reverse("desk:application", args=[one.application.number]),
            one.application.applicant.name,
            days_since(one.assigned_on, actor.on),
            _("Declare your interests first") if one.has_conflict is None else _("Score it"),
        )
        for one in some(asked)
    ]
    return due(_("Applications to examine"), assess.provision, _("Days since you were asked"), rows)


def _to_decide(actor: Actor) -> Due:
    proposals = Decision.objects.filter(
        application__in=visible_to(actor).filter(measure__in=decided(actor), state=ApplicationState.PROPOSED),
        decided_on=None,
        sent_back="",
    ).exclude(proposed_by=actor.user_id)
    found = some(proposals.select_related("application__applicant").order_by("proposed_on", "pk"))
    aged = ages([one.application for one in found], actor.on)
    rows = [
        _row(
            one.application,
            aged,
            _("%(kind)s, proposed by %(name)s") % {"kind": kind_text(one.kind), "name": one.proposed_by_name},
        )
        for one in found
    ]
    return due(
        _("Proposals to decide"),
        decide.provision,
        _("Days with officials"),
        rows,
        _list_url(state=ApplicationState.PROPOSED, sort="submitted_on"),
    )


def _to_fund(actor: Actor) -> Due:
    """The first of each queue for which the account has enough."""
    queue = visible_to(actor).filter(measure__in=decided(actor), state=ApplicationState.WAITING)
    first = (
        queue.select_related("applicant").order_by("measure", "waiting_since", "submitted_on", "pk").distinct("measure")
    )
    codes = [one.programme for one in MEASURES]
    available = dict(
        Account.objects.filter(programme__code__in=codes, kind=AccountKind.AVAILABLE).values_list(
            "programme__code", "balance"
        )
    )
    rows = [
        Row(
            one.number,
            reverse("desk:application", args=[one.number]),
            one.applicant.name,
            days_since(one.waiting_since, actor.on),
            _("%(amount)s; the account holds enough") % {"amount": figures.tenge(one.amount)},
        )
        for one in first
        if one.amount is not None and one.amount <= available.get(measure(one.measure).programme, 0)
    ]
    return due(
        _("Waiting cases that the account now covers"),
        fund.provision,
        _("Days in the queue"),
        rows,
        _list_url(state=ApplicationState.WAITING),
    )
