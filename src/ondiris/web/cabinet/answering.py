"""How does the applicant answer the officer's question?"""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ondiris.base.errors import BadInput, NotPermitted, Stale, Trouble, WrongState
from ondiris.domains.applications.actions.ask import answer as answer_act
from ondiris.domains.applications.actions.attach import attach
from ondiris.domains.applications.answering import open_question
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.measures.catalogue import measure
from ondiris.web.acting import for_enterprises
from ondiris.web.cabinet.forms import AnswerForm
from ondiris.web.cabinet.lookup import application_at
from ondiris.web.cabinet.standing import awaited
from ondiris.web.trouble import put_on
from ondiris.web.ui import figures


@for_enterprises
def answer(request: Any, number: str) -> HttpResponse:
    """The open question and the box for its answer; once answered, the case goes back to its officer."""
    application = application_at(request.actor, number)
    if request.method != "POST":
        if application.state != ApplicationState.ASKED:
            return redirect("cabinet:application", number=number)
        if not (permitted := answer_act.possible(request.actor, application)):
            raise NotPermitted(permitted.reason, provision=answer_act.provision)
    form = AnswerForm(application, request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            answer_act(request.actor, number, version=form.cleaned_data["version"], text=form.cleaned_data["text"])
        except BadInput as trouble:
            put_on(form, trouble)
        except (Stale, WrongState) as trouble:
            application.refresh_from_db()
            put_on(form, _too_late(application) or trouble)
            form.renewed(application)
            status = 409
        else:
            messages.success(request, _("Your answer was sent. The case is with its officer again."))
            return redirect("cabinet:application", number=number)
    question = open_question(application)
    context = {
        "application": application,
        "form": form,
        "question": question,
        "awaited": awaited(question, request.day) if question else "",
        "measure_title": _(measure(application.measure).title),
        "may_attach": attach.possible(request.actor, application),
    }
    return render(request, "cabinet/answer.html", context, status=status)


def _too_late(application: Application) -> Trouble | None:
    """What an applicant is told whose question the officer has closed; None where it was not."""
    newest = application.questions.order_by("-pk").first()
    if newest is None or newest.closed_on is None:
        return None
    return WrongState(
        _("The case went on without an answer on %(day)s. What you wrote was not sent.")
        % {"day": figures.day(newest.closed_on)}
    )
