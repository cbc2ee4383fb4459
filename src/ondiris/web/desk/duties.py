"""Which duties has our body this year, how does each stand, and how is one marked as done?"""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.actors import Actor
from ondiris.domains.calendar import queries
from ondiris.domains.calendar.actions.mark import mark_done, take_back
from ondiris.domains.calendar.actions.term import begin
from ondiris.domains.calendar.models import Mark
from ondiris.domains.calendar.permissions import beginnable
from ondiris.domains.documents.keeping import Upload
from ondiris.domains.parties.models import Organisation
from ondiris.law.deadlines import Deadline, State, deadlines, held_up, waited_for
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import (
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
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.parts import Line, Tag


def body_of(actor: Actor) -> Organisation:
    """The body for which the official acts."""
    return Organisation.objects.get(pk=actor.organisation_id)


@for_officials
def duties(request: ActedRequest) -> HttpResponse:
    """The body's duties for a year, those without a day apart, and the terms it began."""
    year = calendar.year_asked(request)
    every = queries.duties(year, request.day)
    dated, without = calendar.rows([one for one in every if one.organisation.pk == request.actor.organisation_id])
    handed = queries.handed_to(request.actor.roles, every)
    reached = [one for one in handed if one.at.state is State.DONE]
    may_begin_terms = bool(beginnable(request.actor))
    terms = queries.terms_of(request.actor.organisation_id, request.day) if may_begin_terms else []
    context = {
        "year": year,
        "years": calendar.years(year, request.day),
        "dated": dated,
        "without": without,
        "reached": calendar.all_rows(sorted(reached, key=lambda one: one.at.done_on or date.min, reverse=True)),
        "awaited": len(handed) - len(reached),
        "late": sum(row.duty.at.state is State.LATE for row in dated),
        "may_begin_terms": may_begin_terms,
        "terms": [(one, calendar.term_tag(one), calendar.what(one.occurrence.deadline)) for one in terms],
        "ways": [Way(begin.title, reverse("desk:begin-term"))] if begin.may(request.actor) else [],
        "feed": reverse("calendar-feed", args=[request.actor.organisation_bin]),
    }
    return render(request, "desk/duties.html", context)


@dataclass(frozen=True, slots=True)
class Step:
    """A step before or after this one: what, whose, by when, and how it stands where a body has it."""

    deadline: Deadline
    what: str
    who: str
    last_day: str
    state: Tag | None


def _steps(around: tuple[Deadline, ...], year: int, request: ActedRequest) -> list[Step]:
    wanted = {one.id for one in around}
    found = [one for one in queries.duties(year, request.day) if one.deadline.id in wanted] if wanted else []
    with_body = [
        Step(
            one.deadline,
            calendar.what(one.deadline),
            one.organisation.name,
            calendar.day_words(one.occurrence),
            calendar.state_tag(one.at),
        )
        for one in found
    ]
    nobody = wanted - {one.deadline.id for one in found}
    return with_body + [
        Step(one, calendar.what(one), calendar.names(one.bearers), "", None) for one in around if one.id in nobody
    ]


def _duty_at(request: ActedRequest, name: str, period: str) -> queries.Duty:
    found = queries.duty(body_of(request.actor), name, period, request.day)
    return found or missing(request.actor, "duty", f"{name} {period}")


@for_officials
def duty(request: ActedRequest, name: str, period: str) -> HttpResponse:
    """One duty: by when and why, what it waits for, what it holds up, and the mark."""
    one = _duty_at(request, name, period)
    marks = Mark.objects.filter(organisation=request.actor.organisation_id, deadline=name, period=period)
    if one.mark:
        address = reverse("desk:take-back-mark", args=[one.mark.number])
        offered = ways(request.actor, one.mark, (take_back, Way(take_back.title, address)))
    else:
        address = reverse("desk:mark", args=[name, period])
        offered = [Way(mark_done.title, address, main=True)] if mark_done.may(request.actor) else []
    year = one.occurrence.opens_on.year
    context = {
        "row": calendar.row_of(one),
        "lines": _lines(one),
        "ways": offered,
        "before": _steps(waited_for(one.deadline, deadlines()), year, request),
        "after": _steps(held_up(one.deadline, deadlines()), year, request),
        "history": history(*(("mark", number) for number in marks.values_list("number", flat=True))),
        "back": f"{reverse('desk:duties')}?year={year}",
    }
    return render(request, "desk/duty.html", context)


def _lines(one: queries.Duty) -> list[Line]:
    deadline, at = one.deadline, one.occurrence
    lines = [
        Line(_("Period"), calendar.period_words(at)),
        Line(_("How often"), capfirst(calendar.often(deadline))),
        Line(_("Last day"), calendar.day_words(at)),
        Line(_("In the law's words"), f"«{deadline.wording}»"),
        Line(_("Where the day comes from"), calendar.origin(at)),
        Line(_("To whom"), capfirst(calendar.names(deadline.to))),
    ]
    if one.mark:
        lines += [
            Line(_("What was handed over"), one.mark.handed_over),
            Line(_("Marked by"), one.mark.marked_by_name),
        ]
    return lines


class MarkForm(DeskForm):
    """When it was done and what was handed over."""

    done_on = DayField(label=gettext_lazy("Done on"))
    handed_over = forms.CharField(
        label=gettext_lazy("What was handed over or done"),
        help_text=gettext_lazy("With the number and the day of the letter, for example: letter No. 12-05/331."),
        max_length=300,
    )
    upload = forms.FileField(
        label=gettext_lazy("Document"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy("PDF, PNG, JPEG, XLSX or DOCX, up to 20 MB."),
    )

    def clean_upload(self) -> Upload | None:
        file = self.cleaned_data["upload"]
        return Upload(file.name, file.size, file.file) if file else None


@for_officials
def mark_page(request: ActedRequest, name: str, period: str) -> HttpResponse:
    """Mark a duty of the body as done."""
    one = _duty_at(request, name, period)
    row = calendar.row_of(one)
    page = ActPage(
        title=mark_done.title,
        button=_("Mark it as done"),
        of=_("Our duties"),
        back=reverse("desk:duty", args=[name, period]),
        done=_("It is marked as done. The public page of punctuality shows the day."),
        provision=str(one.deadline.provision),
        lines=[Line(_("What is due"), row.what), Line(_("Period"), row.period), Line(_("Last day"), row.last_day)],
        consequences=[_("The day is public; what was handed over and the document are your body's own.")],
    )
    form = MarkForm(request.POST or None, request.FILES or None, initial={"done_on": request.day})
    if request.method == "POST" and carried_out(
        form, lambda **typed: mark_done(request.actor, deadline=name, period=period, **typed)
    ):
        messages.success(request, str(page.done))
        return redirect(page.back)
    need_to_begin(mark_done, request.actor)
    return form_page(request, form, page)


@for_officials
def take_back_page(request: ActedRequest, number: str) -> HttpResponse:
    """Take a mistaken mark back."""
    found = Mark.objects.filter(organisation=request.actor.organisation_id, number=number).first()
    one = found or missing(request.actor, "mark", number)
    deadline = deadlines()[one.deadline]
    page = ActPage(
        title=take_back.title,
        button=_("Take it back"),
        of=_("Our duties"),
        back=reverse("desk:duty", args=[one.deadline, one.period]),
        done=_("The mark is taken back, and the duty is open again."),
        provision=str(deadline.provision),
        lines=[Line(_("What is due"), calendar.what(deadline)), Line(_("What was handed over"), one.handed_over)],
        warning=True,
    )
    return act_page(request, take_back, one, ReasonForm(one, request.POST or None), page)
