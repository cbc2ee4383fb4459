"""The officer asks, the applicant answers; in between the clock stands still."""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.lines import said
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.models import Application, Question
from ondiris.domains.applications.permissions import may_answer, may_ask


@act(FLOW, "ask", _("Ask the applicant"), Application, may_ask)
def ask(actor: Actor, application: Application, *, text: str) -> Outcome:
    """Put a question; the case waits for its answer."""
    Question.objects.create(
        application=application, text=said("text", text), asked_on=actor.on, asked_by_name=actor.name
    )
    return Outcome({"question": text})


@act(FLOW, "answer", _("Answer the question"), Application, may_answer)
def answer(actor: Actor, application: Application, *, text: str) -> Outcome:
    """Answer the open question; the case goes back to its officer."""
    question = application.questions.filter(answered_on=None).latest("pk")
    question.answer_text = said("text", text)
    question.answered_on = actor.on
    question.answered_by_name = actor.name
    question.save()
    return Outcome({"question": question.text, "answer": text})
