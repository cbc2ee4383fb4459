"""Where does an application stand, and what happens next, by whom?"""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ondiris.domains.applications.answering import last_day
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.models import Application, Question
from ondiris.domains.applications.terms import WORDS, ApplicationState
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import Measure
from ondiris.domains.parties.terms import WORDS as PARTIES
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Next, Step

S = ApplicationState
YOU, SERVES, DECIDES = "you", "serves", "decides"
BEFORE_DECISION = frozenset({S.DRAFT, S.SUBMITTED, S.CHECKING, S.ASKED, S.EXAMINING})

NEXT: Mapping[ApplicationState, tuple[Promise, str, str]] = {
    S.DRAFT: (_("Fill in the draft, check your answers and submit it."), YOU, "submit"),
    S.SUBMITTED: (_("A case officer takes your application."), SERVES, "take"),
    S.CHECKING: (_("A case officer checks your application and asks you where something is unclear."), SERVES, "ask"),
    S.ASKED: (_("Answer the question. The officials' clock stands still until you do."), YOU, "answer"),
    S.EXAMINING: (_("Experts examine your application; then a decision is proposed."), SERVES, "examine"),
    S.PROPOSED: (_("A second person makes the decision, or sends the proposal back."), DECIDES, "decide"),
    S.WAITING: (
        _("You get the money as soon as the account has it, in the order of the queue. You need not do anything."),
        DECIDES,
        "fund",
    ),
    S.GRANTED: (_("The agreement is drawn up and offered to you for signature."), SERVES, "decide"),
    S.REFUSED: (_("This case is closed. You may begin a new application at any time."), YOU, "submit"),
    S.ELSEWHERE: (_("This case is closed here. Ask for support under the other law."), YOU, "decide"),
}

STATIONS: tuple[tuple[Promise, frozenset[ApplicationState]], ...] = (
    (_("Application"), frozenset({S.DRAFT})),
    (_("Check"), frozenset({S.SUBMITTED, S.CHECKING, S.ASKED})),
    (_("Experts"), frozenset({S.EXAMINING})),
    (_("Decision"), frozenset({S.PROPOSED, S.REFUSED, S.ELSEWHERE})),
    (_("Agreement"), frozenset({S.WAITING, S.GRANTED})),
)


def who(chosen: Measure, key: str) -> str:
    """The one who acts next, in words: the enterprise, or the body that serves or decides the measure."""
    if key == YOU:
        return _now("You")
    return _now(PARTIES[chosen.serves if key == SERVES else chosen.decides])


def awaited(question: Question, on: date) -> str:
    """Until when the answer is expected and what happens then; "" where a question carries no day."""
    last = last_day(question)
    if last is None:
        return ""
    sentence = (
        _now("Answer until %(day)s. After that day the case officer may go on without your answer.")
        if on <= last
        else _now("The last day for the answer was %(day)s. You can still answer until the officer goes on without it.")
    )
    return sentence % {"day": figures.day(last)}


def nexts(application: Application, question: Question | None) -> list[Next]:
    """What happens next with an application, whose open question is given; nothing for one that was withdrawn."""
    state = ApplicationState(application.state)
    if state not in NEXT:
        return []
    what, key, move = NEXT[state]
    by_when = None if question is None else last_day(question)
    return [Next(what, who(measure(application.measure), key), by_when, FLOW[move].provision)]


def acts_next(application: Application) -> str:
    """Who acts next on an application, in words; "" where nobody does on it any more, only on its agreement."""
    if application.state in (S.REFUSED, S.ELSEWHERE, S.WITHDRAWN) or hasattr(application, "agreement"):
        return ""
    return who(measure(application.measure), NEXT[ApplicationState(application.state)][1])


def steps(application: Application, *, examined: bool) -> list[Step]:
    """The stations of a case with the one where it stands; none for an application that was withdrawn.

    `examined`: whether experts scored it; a case that was decided without them did not pass that station.
    """
    state = ApplicationState(application.state)
    if state == S.WITHDRAWN:
        return []
    experts = examined or (state in BEFORE_DECISION and measure(application.measure).experts_needed > 0)
    stations = [
        (label, states)
        for label, states in STATIONS
        if (experts or S.EXAMINING not in states) and not (state in (S.REFUSED, S.ELSEWHERE) and S.GRANTED in states)
    ]
    here = next(place for place, (_label, states) in enumerate(stations) if state in states)
    notes = {here: _now(WORDS[state])}
    if application.submitted_on is not None and here > 0:
        notes[0] = _now("submitted on %(day)s") % {"day": figures.day(application.submitted_on)}
    where = {-1: "past", 0: "now", 1: "ahead"}
    return [
        Step(label, where[(place > here) - (place < here)], notes.get(place, ""))
        for place, (label, _states) in enumerate(stations)
    ]
