"""How does an officer take a case, ask the applicant, go on, establish a fact and draw up the agreement?"""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.domains.agreements.actions.draw import draw
from ondiris.domains.applications.actions.ask import ask, go_on
from ondiris.domains.applications.actions.establish import establish
from ondiris.domains.applications.actions.take import take
from ondiris.domains.applications.answering import last_day, open_question, setting
from ondiris.domains.applications.models import Application, Question
from ondiris.law.parameters import Gap
from ondiris.law.rulebook import Fact
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import (
    ActForm,
    ActPage,
    DeskForm,
    ReasonForm,
    act_page,
    carried_out,
    form_page,
    need_to_begin,
    text_field,
)
from ondiris.web.desk.case.found import official_facts, to_establish
from ondiris.web.desk.things import application_at, missing
from ondiris.web.showing.facts import as_kept, field_for
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.parts import Line


def page_of(application: Application) -> str:
    """The address of the case."""
    return reverse("desk:application", args=[application.number])


@for_officials
def take_page(request: ActedRequest, number: str) -> HttpResponse:
    """Take the case at once; the button stands on its page."""
    case = application_at(request.actor, number)
    form = ActForm(case, request.POST or None)
    if request.method == "POST" and carried_out(form, lambda **data: take(request.actor, number, **data)):
        messages.success(request, _("The case is yours."))
    return redirect(page_of(case))


class AskForm(ActForm):
    """The question, and the last day for its answer: at first the one that the setting gives on this day."""

    text = text_field(
        gettext_lazy("Question"),
        help_text=gettext_lazy("The applicant reads it as you write it. The clock stands still until they answer."),
    )
    answer_by = DayField(label=gettext_lazy("Last day for the answer"))

    def __init__(self, case: Application, on: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(case, *args, **kwargs)
        days = setting(on)
        if isinstance(days, Gap):
            self.fields["answer_by"].help_text = _("The authority has set no number of days. Choose a day after today.")
            return
        usual = on + timedelta(days=days.value)
        self.initial["answer_by"] = usual
        self.fields["answer_by"].help_text = _(
            "%(first)s at the earliest, by the authority's setting (%(certainty)s). You may give more days."
        ) % {"first": figures.day(usual), "certainty": _(days.certainty.label)}


@for_officials
def ask_page(request: ActedRequest, number: str) -> HttpResponse:
    """Put a question to the applicant."""
    case = application_at(request.actor, number)
    page = ActPage(
        title=ask.title,
        button=_("Send the question"),
        of=case.number,
        back=page_of(case),
        done=_("The question was sent. The clock stands still until the applicant answers."),
        lines=[Line(_("Applicant"), case.applicant.name)],
        consequences=[_("After the last day you may go on without the answer; the applicant reads this too.")],
    )
    return act_page(request, ask, case, AskForm(case, request.day, request.POST or None), page)


@for_officials
def go_on_page(request: ActedRequest, number: str) -> HttpResponse:
    """Go on with the case, whose question nobody answered in time."""
    case = application_at(request.actor, number)
    question = open_question(case)
    asked = [] if question is None else _asked(question)
    page = ActPage(
        title=go_on.title,
        button=_("Go on"),
        of=case.number,
        back=page_of(case),
        done=_("The case goes on without the answer. The clock runs again from today."),
        lines=[Line(_("Applicant"), case.applicant.name), *asked],
        consequences=[
            _("The question stays on record as not answered; the applicant sees it with your reason."),
            _("What was stated stays as it is. Not to have answered is no ground for refusal."),
            _("You may also wait: a late answer is taken until you go on."),
        ],
    )
    return act_page(request, go_on, case, ReasonForm(case, request.POST or None), page)


def _asked(question: Question) -> list[Line]:
    return [
        Line(_("Question"), question.text),
        Line(_("Asked"), f"{question.asked_by_name}, {figures.day(question.asked_on)}"),
        Line(_("Last day for the answer"), figures.day(last_day(question))),
    ]


class EstablishForm(ActForm):
    """What was found, and why; the first field is the fact's own, by its type."""

    def __init__(self, fact: Fact, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[fact.name] = field_for(fact)
        self.fields["note"] = text_field(_("Reasons"), help_text=_("What you looked at, and what it shows."))


@for_officials
def establish_page(request: ActedRequest, number: str, fact: str) -> HttpResponse:
    """Establish one fact that the law leaves to an official's judgement."""
    case = application_at(request.actor, number)
    declared = official_facts(case).get(fact) or missing(request.actor, "fact", f"{number} {fact}")
    now = next(one for one in to_establish(case) if one.name == fact)
    form = EstablishForm(declared, case, request.POST or None)
    page = ActPage(
        title=establish.title,
        button=_("Establish"),
        of=case.number,
        back=page_of(case),
        done=_("The fact is established. The findings follow from it at once."),
        lines=[Line(_("Applicant"), case.applicant.name), *_known(now)],
    )

    def call(version: int, note: str, **_typed: Any) -> None:
        value = as_kept(form.fields[fact], form.data[fact])
        establish(request.actor, number, version=version, fact=fact, value=value, note=note)

    return act_page(request, establish, case, form, page, call)


def _known(now: Any) -> list[Line]:
    if now.established is None:
        return []
    who = _("%(value)s, by %(name)s on %(day)s") % {
        "value": now.value,
        "name": now.established.by_name,
        "day": figures.day(now.established.on),
    }
    return [Line(_("Established so far"), who)]


@for_officials
def draw_page(request: ActedRequest, number: str) -> HttpResponse:
    """Draw up the agreement that a granted application leads to."""
    case = application_at(request.actor, number)
    form: forms.Form = DeskForm(request.POST if request.method == "POST" else None)
    page = ActPage(
        title=draw.title,
        button=draw.title,
        of=case.number,
        back=page_of(case),
        done="",
        lines=[Line(_("Applicant"), case.applicant.name), Line(_("Amount granted"), figures.tenge(case.amount))],
        consequences=[
            _("The obligations and goals of the application become those of the agreement, year by year."),
            _("You then plan the instalments and offer the agreement to the recipient."),
        ],
    )
    if request.method == "POST":
        drawn = draw(request.actor, application_number=number)
        messages.success(request, _("The agreement is drawn up. Plan its instalments, then offer it."))
        return redirect("desk:agreement", drawn.number)
    need_to_begin(draw, request.actor)
    return form_page(request, form, page, draw.provision)
