"""How is an act that amends the law begun, corrected, handed over, confirmed or rejected?"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.domains.legislation.actions.amendment import (
    begin_act,
    confirm_act,
    edit_act,
    hand_over,
    reject_act,
    reopen_act,
)
from ondiris.domains.legislation.models import AmendingAct
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
)
from ondiris.web.desk.amendment.page import lines_of, page_of, title_of
from ondiris.web.desk.amendment.shown import shown_changes
from ondiris.web.desk.things import amending_at
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.parts import Text

HEAD = ("act_number", "signed_on", "published_on", "title", "source")


class HeadForm(DeskForm):
    """The act itself, as its text is headed."""

    act_number = forms.CharField(
        label=gettext_lazy("Number of the act"), help_text=gettext_lazy("For example 223-VII."), max_length=20
    )
    signed_on = DayField(label=gettext_lazy("Day on which it was signed"))
    published_on = DayField(
        label=gettext_lazy("Day of its first official publication"),
        help_text=gettext_lazy("Leave it empty where the day is not established."),
        required=False,
    )
    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    source = forms.CharField(
        label=gettext_lazy("Source"),
        help_text=gettext_lazy("Where the text of the act is published, so that a second person can read it."),
        max_length=300,
    )


class CorrectForm(ActForm, HeadForm):
    """The act itself, corrected."""


@for_officials
def begin_page(request: ActedRequest) -> HttpResponse:
    """Begin a draft; its changes are put in one by one."""
    page = ActPage(
        title=begin_act.title,
        button=_("Begin the draft"),
        of=_("Acts that amend the law"),
        back=reverse("desk:amendments"),
        done="",
        consequences=[
            _("You then put in each change, and hand the act over."),
            _("Nothing counts by one person's word: a second keeper confirms or rejects it."),
        ],
    )
    form = HeadForm(request.POST if request.method == "POST" else None)
    begun: list[AmendingAct] = []

    def call(**typed: Any) -> None:
        begun.append(begin_act(request.actor, **typed))

    if request.method == "POST" and carried_out(form, call):
        messages.success(request, _("The draft is begun. Put in what the act changes."))
        return redirect(page_of(begun[0]))
    need_to_begin(begin_act, request.actor)
    return form_page(request, form, page, begin_act.provision)


def page(one: AmendingAct, title: Text, button: str, done: str, *consequences: str, **more: Any) -> ActPage:
    """The page of one act of this amending act."""
    return ActPage(
        title=title,
        button=button,
        of=title_of(one),
        back=page_of(one),
        done=done,
        consequences=consequences,
        **{"lines": lines_of(one), **more},
    )


@for_officials
def edit_page(request: ActedRequest, number: str) -> HttpResponse:
    """Correct the number, days, title and source."""
    one = amending_at(request.actor, number)
    form = CorrectForm(one, request.POST or None, initial={name: getattr(one, name) for name in HEAD})
    shown = page(
        one,
        edit_act.title,
        _("Keep it"),
        _("The act is corrected."),
        _("Days that were counted from a clause are counted anew from the day of publication or signing."),
        lines=(),
    )
    return act_page(request, edit_act, one, form, shown)


@for_officials
def hand_over_page(request: ActedRequest, number: str) -> HttpResponse:
    """Hand the act over to a second person."""
    one = amending_at(request.actor, number)
    shown = page(
        one,
        hand_over.title,
        _("Hand it over"),
        _("The act is handed over. It counts when a second person has confirmed it."),
        _("It can no longer be changed, unless it is rejected."),
        _("Whoever had a hand in entering it cannot confirm it."),
        **_with_changes(one),
    )
    return act_page(request, hand_over, one, ActForm(one, request.POST or None), shown)


def _with_changes(one: AmendingAct) -> dict[str, Any]:
    return {"template": "desk/amendment/confirm.html", "context": {"changes": shown_changes(one)}}


@for_officials
def confirm_page(request: ActedRequest, number: str) -> HttpResponse:
    """A second person reads each change beside the present words, and confirms the act."""
    one = amending_at(request.actor, number)
    shown = page(
        one,
        confirm_act.title,
        _("I have read it: confirm it"),
        _("The act is confirmed. The law is shown with its changes from now on."),
        _("The pages of the law and the interface for machines show the changes from their days on."),
        _("Measures that rest on a changed provision carry a warning until a keeper has reviewed them."),
        _("Decisions made before stay as they are."),
        **_with_changes(one),
    )
    return act_page(request, confirm_act, one, ActForm(one, request.POST or None), shown)


@for_officials
def reject_page(request: ActedRequest, number: str) -> HttpResponse:
    """A second person rejects the act."""
    one = amending_at(request.actor, number)
    done = _("The act is rejected and changes nothing. Who entered it may open it again.")
    shown = page(one, reject_act.title, _("Reject it"), done)
    return act_page(request, reject_act, one, ReasonForm(one, request.POST or None), shown)


@for_officials
def reopen_page(request: ActedRequest, number: str) -> HttpResponse:
    """Open a rejected act again."""
    one = amending_at(request.actor, number)
    shown = page(one, reopen_act.title, _("Open it"), _("The act is open; correct it and hand it over again."))
    return act_page(request, reopen_act, one, ActForm(one, request.POST or None), shown)
