"""The officer asks, the applicant answers or lets the day pass; in between the clock stands still."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from ondiris.base import figures
from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import BadInput
from ondiris.base.lines import said
from ondiris.domains.applications.answering import last_day, open_question, usual_day
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.models import Application, Question
from ondiris.domains.applications.permissions import may_answer, may_ask, may_go_on


@act(FLOW, "ask", _("Ask the applicant"), Application, may_ask)
def ask(actor: Actor, application: Application, *, text: str, answer_by: date | None = None) -> Outcome:
    """Put a question; the case waits for its answer. `answer_by` is the last day for it, left out the setting's.

    BadInput for a day before the setting's, or, where none is established, for one that does not come after today.
    """
    question = Question.objects.create(
        application=application,
        text=said("text", text),
        asked_on=actor.on,
        asked_by_name=actor.name,
        answer_by=_not_too_soon(actor.on, answer_by),
    )
    return Outcome({"question": question.text, "answer_by": question.answer_by})


def _not_too_soon(asked_on: date, answer_by: date | None) -> date:
    usual = usual_day(asked_on)
    given = answer_by or usual
    if given is None:
        raise BadInput({"answer_by": _("Say until which day an answer is expected.")})
    first = usual or asked_on + timedelta(days=1)
    if given < first:
        raise BadInput({"answer_by": _("Choose %(first)s or a later day.") % {"first": figures.day(first)}})
    return given


@act(FLOW, "answer", _("Answer the question"), Application, may_answer)
def answer(actor: Actor, application: Application, *, text: str) -> Outcome:
    """Answer the open question, also late; the case goes back to its officer."""
    question = _awaited(application)
    question.answer_text = said("text", text)
    question.answered_on = actor.on
    question.answered_by_name = actor.name
    question.save()
    return Outcome({"question": question.text, "answer": text})


@act(FLOW, "go_on", _("Go on without an answer"), Application, may_go_on)
def go_on(actor: Actor, application: Application, *, reason: str) -> Outcome:
    """Close the question as not answered; the case goes back to its officer, and what was stated stays as it is."""
    question = _awaited(application)
    question.closed_reason = said("reason", reason)
    question.closed_on = actor.on
    question.closed_by_name = actor.name
    question.save()
    return Outcome({"question": question.text, "answer_by": last_day(question), "reason": question.closed_reason})


def _awaited(application: Application) -> Question:
    question = open_question(application)
    assert question is not None  # noqa: S101  (a case that stands at `asked` has one)
    return question
