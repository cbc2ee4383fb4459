"""Which editions of approved lists are there, and how does a new one come about?"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.actors import Actor
from ondiris.domains.lists.actions.edition import agree, approve, begin_edition, edit, publish, reopen
from ondiris.domains.lists.models import Edition
from ondiris.domains.lists.queries import PRIORITY_GOODS, changes
from ondiris.domains.lists.terms import EditionState
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import (
    ActForm,
    ActPage,
    DeskForm,
    Way,
    act_page,
    carried_out,
    form_page,
    need_to_begin,
    ways,
)
from ondiris.web.desk.things import missing
from ondiris.web.desk.words import nexts, tag
from ondiris.web.showing.history import history
from ondiris.web.showing.lists import force_tag, title_of
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.parts import Line, Tag, Text


def page_of(edition: Edition) -> str:
    """The address of an edition on the desk."""
    return reverse("desk:edition", args=[edition.number])


@for_officials
def lists(request: ActedRequest) -> HttpResponse:
    """Every edition, drafts too, newest first."""
    editions = Edition.objects.select_related("list").order_by("list", "-valid_from", "-pk")
    context = {
        "editions": [
            (one, title_of(one.list), figures.period(one.valid_from, one.valid_to), _state(one, request))
            for one in editions
        ],
        "ways": [Way(begin_edition.title, reverse("desk:begin-edition"), main=True)]
        if begin_edition.may(request.actor)
        else [],
    }
    return render(request, "desk/lists.html", context)


def _state(edition: Edition, request: ActedRequest) -> Tag:
    """Where an edition stands; a published one is ahead, in force or past."""
    if edition.state == EditionState.PUBLISHED:
        return force_tag(edition, request.day)
    return tag(EditionState(edition.state))


def edition_at(actor: Actor, number: str) -> Edition:
    """The edition of this number; officials see drafts as well. NotFound where there is none."""
    found = Edition.objects.select_related("list").filter(number=number).first()
    return found or missing(actor, "edition", number)


@for_officials
def edition(request: ActedRequest, number: str) -> HttpResponse:
    """One edition: its goods, and what it changes against the edition before."""
    one = edition_at(request.actor, number)
    before = _before(one)
    context = {
        "edition": one,
        "title": title_of(one.list),
        "state": _state(one, request),
        "lines": _lines(one),
        "nexts": nexts(EditionState(one.state)),
        "ways": _ways(request.actor, one),
        "goods": list(one.lines.all()),
        "before": before,
        "changes": changes(before, one) if before else None,
        "history": history(("edition", number)),
    }
    return render(request, "desk/edition.html", context)


def _before(one: Edition) -> Edition | None:
    """The published edition that this one follows."""
    earlier = Edition.objects.filter(list=one.list, state=EditionState.PUBLISHED, valid_from__lt=one.valid_from)
    return earlier.order_by("-valid_from").first()


def _lines(one: Edition) -> list[Line]:
    return [
        Line(_("List"), title_of(one.list)),
        Line(_("Edition"), one.title),
        Line(_("In force"), figures.period(one.valid_from, one.valid_to)),
        Line(
            _("Approved by"),
            _("No. %(number)s of %(day)s") % {"number": one.act_number, "day": figures.day(one.act_date)}
            if one.act_number
            else "",
        ),
    ]


def _ways(actor: Actor, one: Edition) -> list[Way]:
    def url(name: str) -> str:
        return reverse(f"desk:{name}", args=[one.number])

    return ways(
        actor,
        one,
        (edit, Way(edit.title, url("edit-goods"), main=True)),
        (agree, Way(agree.title, url("agree"))),
        (approve, Way(approve.title, url("approve"), main=True)),
        (publish, Way(publish.title, url("publish"), main=True)),
        (reopen, Way(reopen.title, url("reopen"))),
    )


class BeginForm(DeskForm):
    """The edition's name and days."""

    title = forms.CharField(label=gettext_lazy("Name of the edition"), max_length=200)
    valid_from = DayField(label=gettext_lazy("In force from"))
    valid_to = DayField(
        label=gettext_lazy("In force until"),
        help_text=gettext_lazy("The first day on which it no longer holds; empty where it holds until replaced."),
        required=False,
    )


@for_officials
def begin_page(request: ActedRequest) -> HttpResponse:
    """Begin a new edition with the goods of the newest one."""
    page = ActPage(
        title=begin_edition.title,
        button=_("Begin it"),
        of=_("Lists"),
        back=reverse("desk:lists"),
        done="",
        consequences=[_("The draft begins with the goods of the newest edition; you then add and remove.")],
    )
    form = BeginForm(request.POST if request.method == "POST" else None)
    begun: list[Edition] = []

    def call(**typed: Any) -> None:
        begun.append(begin_edition(request.actor, code=PRIORITY_GOODS, **typed))

    if request.method == "POST" and carried_out(form, call):
        messages.success(request, _("The draft is begun. Change its goods, then mark it as agreed."))
        return redirect(page_of(begun[0]))
    need_to_begin(begin_edition, request.actor)
    return form_page(request, form, page, begin_edition.provision)


def _page(one: Edition, title: Text, button: str, done: str, *consequences: str) -> ActPage:
    return ActPage(
        title=title,
        button=button,
        of=one.number,
        back=page_of(one),
        done=done,
        lines=_lines(one),
        consequences=consequences,
    )


@for_officials
def agree_page(request: ActedRequest, number: str) -> HttpResponse:
    """Mark the draft as agreed."""
    one = edition_at(request.actor, number)
    page = _page(one, agree.title, _("Mark it"), _("The draft is agreed. The authority's decision maker approves it."))
    return act_page(request, agree, one, ActForm(one, request.POST or None), page)


@for_officials
def reopen_page(request: ActedRequest, number: str) -> HttpResponse:
    """Open the agreed draft again."""
    one = edition_at(request.actor, number)
    page = _page(one, reopen.title, _("Open it"), _("The draft is open; its goods can be changed."))
    return act_page(request, reopen, one, ActForm(one, request.POST or None), page)


class ApproveForm(ActForm):
    """The act that approves the edition."""

    act_number = forms.CharField(label=gettext_lazy("Number of the approving act"), max_length=60)
    act_date = DayField(label=gettext_lazy("Date of the approving act"))


@for_officials
def approve_page(request: ActedRequest, number: str) -> HttpResponse:
    """Approve the edition by an act with number and date."""
    one = edition_at(request.actor, number)
    page = _page(one, approve.title, _("Approve it"), _("The edition is approved. The keeper of lists publishes it."))
    return act_page(request, approve, one, ApproveForm(one, request.POST or None), page)


@for_officials
def publish_page(request: ActedRequest, number: str) -> HttpResponse:
    """Publish the edition."""
    one = edition_at(request.actor, number)
    page = _page(
        one,
        publish.title,
        _("Publish it"),
        _("The edition is published and holds in its period."),
        _("The edition before it ends where this one begins."),
        _("Cases are judged by the edition in force on the day judged; earlier decisions keep theirs."),
    )
    return act_page(request, publish, one, ActForm(one, request.POST or None), page)
