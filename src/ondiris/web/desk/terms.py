"""Which term has our body begun for an enterprise, and how did it end? (62.4)"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.domains.calendar import queries
from ondiris.domains.calendar.actions.term import begin, follow, meet, withdraw
from ondiris.domains.calendar.models import Term
from ondiris.domains.calendar.permissions import beginnable
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import (
    ActForm,
    ActPage,
    DeskForm,
    ReasonForm,
    Way,
    act_page,
    carried_out,
    form_page,
    need_to_begin,
    ways,
)
from ondiris.web.desk.things import missing
from ondiris.web.showing import calendar
from ondiris.web.showing.history import history
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.parts import Line, Text


def _term_at(request: ActedRequest, number: str) -> Term:
    found = Term.objects.filter(body=request.actor.organisation_id, number=number).select_related("organisation")
    return found.first() or missing(request.actor, "term", number)


def _lines(one: queries.RunningTerm) -> list[Line]:
    return [
        Line(_("Enterprise"), one.term.organisation.name),
        Line(_("What is due"), calendar.what(one.occurrence.deadline)),
        Line(_("Number of the paper"), one.term.reference),
        Line(_("Day of the event"), figures.day(one.term.happened_on)),
        Line(_("Last day"), calendar.day_words(one.occurrence)),
    ]


@for_officials
def term(request: ActedRequest, number: str) -> HttpResponse:
    """One term: since when, until when, how it ended or what may follow."""
    found = _term_at(request, number)
    one = queries.running(found, request.day)
    lines = _lines(one)
    if one.follows:
        lines.append(Line(_("If it was not met, and not before the term ends"), calendar.what(one.follows)))
    if found.note:
        lines.append(Line(_("How it ended"), found.note))
    if found.ended_on:
        lines.append(Line(_("Done on"), figures.day(found.ended_on)))
    context = {
        "term": found,
        "tag": calendar.term_tag(one),
        "provision": str(one.occurrence.deadline.provision),
        "lines": lines,
        "ways": ways(
            request.actor,
            found,
            (meet, Way(meet.title, reverse("desk:meet-term", args=[number]), main=True)),
            (follow, Way(follow.title, reverse("desk:follow-term", args=[number]))),
            (withdraw, Way(withdraw.title, reverse("desk:withdraw-term", args=[number]))),
        ),
        "history": history(("term", number)),
    }
    return render(request, "desk/term.html", context)


class BeginForm(DeskForm):
    """For whom, since when, by which paper."""

    deadline = forms.ChoiceField(label=gettext_lazy("Which term"))
    bin = forms.CharField(label=gettext_lazy("BIN of the enterprise"), max_length=12)
    happened_on = DayField(
        label=gettext_lazy("Day of the event"), help_text=gettext_lazy("The term runs from this day.")
    )
    reference = forms.CharField(label=gettext_lazy("Number of the paper"), max_length=200)

    def __init__(self, choices: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deadline"].choices = choices  # type: ignore[attr-defined]


@for_officials
def begin_page(request: ActedRequest) -> HttpResponse:
    """Begin a term by hand: an event has happened."""
    page = ActPage(
        title=begin.title,
        button=_("Begin it"),
        of=_("Our duties"),
        back=reverse("desk:duties"),
        done=_("The term is running. When it has ended, say here how."),
    )
    choices = [(one.id, f"{calendar.what(one)}: {calendar.often(one)}") for one in beginnable(request.actor)]
    form = BeginForm(choices, request.POST or None)
    if request.method == "POST" and carried_out(form, lambda **typed: begin(request.actor, **typed)):
        messages.success(request, str(page.done))
        return redirect(page.back)
    need_to_begin(begin, request.actor)
    return form_page(request, form, page, begin.provision)


class EndForm(ActForm):
    """On which day, by which paper."""

    ended_on = DayField(label=gettext_lazy("Done on"))
    note = forms.CharField(label=gettext_lazy("What was handed over or done"), max_length=300)


def _page(one: queries.RunningTerm, title: Text, button: str, done: str, *, warning: bool = False) -> ActPage:
    return ActPage(
        title=title,
        button=button,
        of=one.term.number,
        back=reverse("desk:term", args=[one.term.number]),
        done=done,
        lines=_lines(one),
        warning=warning,
    )


@for_officials
def meet_page(request: ActedRequest, number: str) -> HttpResponse:
    """Say that what the term was given for was done."""
    found = _term_at(request, number)
    page = _page(
        queries.running(found, request.day), meet.title, _("It was put right"), _("The term has ended: it was met.")
    )
    return act_page(request, meet, found, EndForm(found, request.POST or None), page)


@for_officials
def follow_page(request: ActedRequest, number: str) -> HttpResponse:
    """Say that it was not, and that what the law has follow is done."""
    found = _term_at(request, number)
    done = _("The term has ended: what follows was done.")
    page = _page(queries.running(found, request.day), follow.title, _("Say that it is done"), done, warning=True)
    return act_page(request, follow, found, EndForm(found, request.POST or None), page)


@for_officials
def withdraw_page(request: ActedRequest, number: str) -> HttpResponse:
    """Withdraw a term begun by mistake."""
    found = _term_at(request, number)
    done = _("The term is withdrawn.")
    page = _page(queries.running(found, request.day), withdraw.title, _("Withdraw it"), done, warning=True)
    return act_page(request, withdraw, found, ReasonForm(found, request.POST or None), page)
