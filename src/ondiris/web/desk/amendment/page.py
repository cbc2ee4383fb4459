"""Which acts that amend the law have officials entered, and where does each stand?"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.domains.legislation.actions.amendment import (
    begin_act,
    confirm_act,
    edit_act,
    hand_over,
    put,
    reject_act,
    reopen_act,
)
from ondiris.domains.legislation.flow import FIRST
from ondiris.domains.legislation.models import AmendingAct
from ondiris.domains.legislation.terms import AmendmentState
from ondiris.domains.measures.actions.review import review
from ondiris.domains.measures.changes import Touch, touches
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import Way, ways
from ondiris.web.desk.amendment.shown import shown_changes
from ondiris.web.desk.things import amending_at
from ondiris.web.desk.words import nexts, tag
from ondiris.web.showing.history import history
from ondiris.web.showing.older import review_url
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line, Next


def page_of(amending: AmendingAct) -> str:
    """The address of an amending act on the desk."""
    return reverse("desk:amendment", args=[amending.number])


@for_officials
def amendments(request: ActedRequest) -> HttpResponse:
    """Every act entered, newest first."""
    acts = AmendingAct.objects.order_by("-pk").prefetch_related("changes")
    context = {
        "acts": [(one, tag(AmendmentState(one.state)), len(one.changes.all())) for one in acts],
        "ways": [Way(begin_act.title, reverse("desk:begin-amendment"), main=True)]
        if begin_act.may(request.actor)
        else [],
    }
    return render(request, "desk/amendment/list.html", context)


@for_officials
def amendment(request: ActedRequest, number: str) -> HttpResponse:
    """One act: its changes beside the words before them, what they touch in the configuration, who did what."""
    one = amending_at(request.actor, number)
    found = touches() if one.state == AmendmentState.CONFIRMED else []
    touched = [touch for touch in found if touch.change.act_id == one.pk]
    context = {
        "amending": one,
        "tag": tag(AmendmentState(one.state)),
        "title": title_of(one),
        "lines": lines_of(one),
        "nexts": [*nexts(AmendmentState(one.state)), *_reviews(touched)],
        "ways": _ways(request.actor, one),
        "changes": shown_changes(one),
        "may_change": bool(put.possible(request.actor, one)),
        "hint": confirm_act.may(request.actor, one).reason if _waits(request.actor, one) else "",
        "touched": [_touched(touch, request.actor) for touch in touched],
        "history": history(("amendingact", number)),
    }
    return render(request, "desk/amendment/page.html", context)


def _reviews(touched: Sequence[Touch]) -> list[Next]:
    """What is left to do once an act is confirmed, where a measure rests on what it changes."""
    if all(touch.review for touch in touched):
        return []
    return [Next(_("The measures that rest on a changed provision are reviewed."), _(FIRST), None, review.provision)]


def _waits(actor: Actor, one: AmendingAct) -> bool:
    """Whether it waits for somebody like this person, who may not be the one."""
    return one.state == AmendmentState.ENTERED and bool(begin_act.may(actor))


def title_of(one: AmendingAct) -> str:
    """Act 300-VIII of 1 July 2026."""
    return _("Act %(number)s of %(day)s") % {"number": one.act_number, "day": figures.day(one.signed_on)}


def lines_of(one: AmendingAct) -> list[Line]:
    """The act itself."""
    return [
        Line(_("Title"), one.title),
        Line(_("Signed"), figures.day(one.signed_on)),
        Line(_("Published"), figures.day(one.published_on) if one.published_on else _("the day is not established")),
        Line(_("Source"), one.source),
        Line(_("Entered by"), one.entered_by_name),
    ]


@dataclass(frozen=True, slots=True)
class Touched:
    """A measure that a change touches: what cites the provision, and who has confirmed the configuration, and why."""

    provision: str
    measure: str
    cited: list[tuple[str, str]]
    reviewed: str
    reason: str
    url: str


def _touched(touch: Touch, actor: Actor) -> Touched:
    given = touch.review
    reviewed = ""
    if given is not None:
        reviewed = _("%(name)s on %(day)s") % {"name": given.reviewed_by_name, "day": figures.day(given.reviewed_on)}
    may = given is None and bool(review.may(actor))
    return Touched(
        provision=touch.change.provision,
        measure=_(touch.measure.title),
        cited=[(str(one.provision), _(one.what)) for one in touch.citations],
        reviewed=reviewed,
        reason=given.reason if given else "",
        url=review_url(touch.change.act.number, touch.change.pk, touch.measure) if may else "",
    )


def _ways(actor: Actor, one: AmendingAct) -> list[Way]:
    def url(name: str) -> str:
        return reverse(f"desk:{name}", args=[one.number])

    handed = [(hand_over, Way(hand_over.title, url("hand-over-amendment")))] if one.changes.exists() else []
    return ways(
        actor,
        one,
        (put, Way(put.title, url("add-change"), main=True)),
        *handed,
        (edit_act, Way(edit_act.title, url("edit-amendment"))),
        (confirm_act, Way(confirm_act.title, url("confirm-amendment"), main=True)),
        (reject_act, Way(reject_act.title, url("reject-amendment"))),
        (reopen_act, Way(reopen_act.title, url("reopen-amendment"), main=True)),
    )
