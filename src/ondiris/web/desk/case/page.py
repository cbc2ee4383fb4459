"""Where does an application stand, what was found, and what may this official do now?"""

from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.base.journal import access
from ondiris.domains.agreements.actions.draw import draw
from ondiris.domains.agreements.flow import FLOW as AGREEMENT
from ondiris.domains.applications.actions.ask import ask, go_on
from ondiris.domains.applications.actions.decide import decide, fund, propose, send_back
from ondiris.domains.applications.actions.establish import establish
from ondiris.domains.applications.actions.examine import assess, declare, examine
from ondiris.domains.applications.actions.take import take
from ondiris.domains.applications.answering import last_day
from ondiris.domains.applications.clock import days_with_officials
from ondiris.domains.applications.models import Application, Question
from ondiris.domains.applications.queries import place_in_queue
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.parties.permissions import acts_as, audits, holds
from ondiris.domains.parties.terms import WORDS, Capacity, Size
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import Way, ways
from ondiris.web.desk.case import stated
from ondiris.web.desk.case.examined import Examination, examination, own_assignment
from ondiris.web.desk.case.found import DECIDED, extract_now, found, to_establish
from ondiris.web.desk.registers import OPEN
from ondiris.web.desk.things import application_at
from ondiris.web.desk.words import kind_text, measure_title, nexts, tag
from ondiris.web.showing.history import history
from ondiris.web.showing.letters import letters
from ondiris.web.showing.older import older
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line, Next, Step


@for_officials
def application(request: ActedRequest, number: str) -> HttpResponse:
    """The whole case on one page."""
    actor = request.actor
    case = application_at(actor, number)
    access.looked(actor, "application", number, "case")
    prefetch_related_objects([case], "assignments", "established")
    questions = list(case.questions.order_by("pk"))
    decisions = list(case.decisions.order_by("pk"))
    findings, judged = found(case, decisions, request.day)
    examined = examination(case, actor)
    context = {
        "application": case,
        "tag": tag(ApplicationState(case.state)),
        "older": older([measure(case.measure)], actor),
        "lines": _lines(case, questions, request),
        "steps": _steps(case, examined),
        "nexts": _nexts(case, examined),
        "ways": _ways(actor, case),
        "hint": _hint(actor, case),
        "found": findings,
        "facts": to_establish(case),
        "may_establish": bool(establish.possible(actor, case)),
        "sections": stated.sections(case, judged),
        "documents": stated.documents(case),
        "questions": questions,
        "examination": examined,
        "decisions": [(one, kind_text(one.kind)) for one in decisions],
        "extract": extract_now(case),
        "agreement": getattr(case, "agreement", None),
        "letters": letters(("application", case.number)),
        "audits": bool(audits(actor)),
        "history": history(("application", case.number)),
        "experts_by": examine.provision,
        "decided_by": propose.provision,
        "established_by": establish.provision,
    }
    return render(request, "desk/case/page.html", context)


def _lines(case: Application, questions: list[Question], request: ActedRequest) -> list[Line]:
    applicant = case.applicant
    size = _(WORDS[Size(applicant.size)]) if applicant.size else ""
    lines = [
        Line(_("Applicant"), applicant.name),
        Line(_("BIN"), applicant.bin),
        Line(_("Region and size"), ", ".join(part for part in (str(applicant.region), size) if part)),
        Line(_("Measure"), measure_title(case.measure)),
        Line(_("Amount granted") if case.state in DECIDED else _("Amount asked for"), figures.tenge(case.amount)),
        Line(_("Submitted"), figures.day(case.submitted_on)),
        Line(_("Officer"), case.officer_name),
    ]
    if case.state in OPEN and case.submitted_on is not None:
        asked = [(one.asked_on, one.ended_on) for one in questions]
        days = figures.number(days_with_officials(case.submitted_on, asked, request.day))
        if case.state == ApplicationState.ASKED:
            days = _("%(days)s; the clock stands still while the applicant answers") % {"days": days}
            lines.append(Line(_("Last day for the answer"), figures.day(last_day(questions[-1]))))
        lines.append(Line(_("Days with officials"), days))
    if case.state == ApplicationState.WAITING:
        lines.append(Line(_("Place in the queue for money"), figures.number(place_in_queue(case))))
    return lines


def _nexts(case: Application, examined: Examination) -> list[Next]:
    """The state's next steps; without experts where the measure asks for none, and on to the agreement once granted."""
    if case.state == ApplicationState.GRANTED:
        drawn = hasattr(case, "agreement")
        what = _("The case goes on under its agreement.") if drawn else _("The agreement is drawn up.")
        officer = AGREEMENT["plan"].who
        return [Next(what, _(officer), None, draw.provision)]
    return nexts(ApplicationState(case.state), *(() if examined.needed else ("examine", "assess")))


def _steps(case: Application, examined: Examination) -> list[Step]:
    """The stations of a case; a question asked belongs to the check."""
    state = ApplicationState
    stations: list[tuple[Any, str]] = [
        ((state.SUBMITTED,), _("Submitted")),
        ((state.CHECKING, state.ASKED), _("Check")),
        *([((state.EXAMINING,), _("Experts"))] if examined.needed else []),
        ((state.PROPOSED,), _("Decision")),
    ]
    now = next((at for at, (states, _label) in enumerate(stations) if case.state in states), len(stations))
    outcome = str(tag(state(case.state)).label) if now == len(stations) else _("Outcome")
    return [
        Step(label, "past" if at < now else "now" if at == now else "ahead")
        for at, label in enumerate([*(label for _states, label in stations), outcome])
    ]


def _ways(actor: Actor, case: Application) -> list[Way]:
    def url(name: str) -> str:
        return reverse(f"desk:{name}", args=[case.number])

    open_to = ways(
        actor,
        case,
        (take, Way(take.title, url("take"), post=True, main=True)),
        (decide, Way(decide.title, url("decide"), main=True)),
        (send_back, Way(send_back.title, url("send-back"))),
        (fund, Way(fund.title, url("fund"), main=True)),
        (propose, Way(propose.title, url("propose"), main=True)),
        (examine, Way(examine.title, url("examine"))),
        (ask, Way(ask.title, url("ask"))),
        (go_on, Way(go_on.title, url("go-on"), main=True)),
    )
    return [*open_to, *_of_the_expert(actor, case, url), *_drawing(actor, case, url)]


def _of_the_expert(actor: Actor, case: Application, url: Any) -> list[Way]:
    own = own_assignment(case, actor)
    if own is None or own.has_conflict:
        return []
    if own.has_conflict is None:
        return ways(actor, case, (declare, Way(declare.title, url("declare"), main=True)))
    return ways(actor, case, (assess, Way(assess.title, url("assess"), main=own.assessed_on is None)))


def _drawing(actor: Actor, case: Application, url: Any) -> list[Way]:
    ready = case.state == ApplicationState.GRANTED and not hasattr(case, "agreement")
    if ready and acts_as(actor, measure(case.measure).serves, Capacity.CASE_OFFICER):
        return [Way(draw.title, url("draw"), main=True)]
    return []


def _hint(actor: Actor, case: Application) -> Any:
    """Why somebody who would expect to act here may not."""
    if holds(actor, Capacity.CASE_OFFICER) and case.state in (ApplicationState.CHECKING, ApplicationState.EXAMINING):
        return propose.may(actor, case).reason
    if holds(actor, Capacity.CASE_OFFICER) and case.state == ApplicationState.ASKED:
        return go_on.may(actor, case).reason
    if holds(actor, Capacity.DECISION_MAKER) and case.state == ApplicationState.PROPOSED:
        return decide.may(actor, case).reason
    return ""
