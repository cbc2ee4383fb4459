"""Where does the planning of a year stand, step by step, and what may this official do next? (47)"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from ondiris.base.actors import Actor
from ondiris.domains.planning.actions.goods_list import approve, draw_goods_list, pass_on, place, send
from ondiris.domains.planning.actions.information import needs_of, send_information
from ondiris.domains.planning.models import THROUGH, GoodsList, Information
from ondiris.domains.planning.permissions import lists_visible_to, may_see_needs, visible_to
from ondiris.domains.planning.queries import Step, steps
from ondiris.domains.planning.terms import GoodsListState, ProposalState
from ondiris.law.deadlines import Deadline
from ondiris.law.provisions.ids import ProvisionId
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import Way, ways
from ondiris.web.showing import calendar
from ondiris.web.showing.history import history
from ondiris.web.showing.planning import through_words
from ondiris.web.showing.states import tag_of
from ondiris.web.ui.parts import Text


@for_officials
def this_year(request: ActedRequest) -> HttpResponse:
    """The planning of the year that is running."""
    return redirect("desk:planning", year=request.day.year)


@for_officials
def planning(request: ActedRequest, year: int) -> HttpResponse:
    """One year: its five steps, the needs, the list and who informed."""
    actor = request.actor
    goods_list = lists_visible_to(actor).select_related("edition").filter(year=year).first()
    context = {
        "year": year,
        "years": calendar.years(year, request.day),
        "steps": [_shown(one) for one in steps(year, request.day)],
        "ways": _ways(actor, year, goods_list),
        "sees_needs": may_see_needs(actor),
        "needs": needs_of(year) if may_see_needs(actor) else None,
        "informed": _informed(actor, year),
        "goods_list": goods_list,
        "tag": tag_of(GoodsListState, goods_list.state) if goods_list else None,
        "states": [tag_of(ProposalState, state).label for state in ProposalState],
        "counts": _counts(actor, goods_list) if goods_list else None,
        "history": history(("goodslist", goods_list.number)) if goods_list else [],
    }
    return render(request, "desk/planning/year.html", context)


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the year in the table: what, of whom with last day and state, and what it holds up where it is late."""

    deadline: Deadline
    what: str
    duties: Sequence[calendar.Row]
    bearers: str
    holds_up: Sequence[ProvisionId]


def _shown(step: Step) -> StepRow:
    return StepRow(
        step.deadline,
        calendar.what(step.deadline),
        [calendar.row_of(duty) for duty in step.duties],
        calendar.names(step.deadline.bearers),
        tuple(dict.fromkeys(one.provision for one in step.holds_up)),
    )


def _informed(actor: Actor, year: int) -> Sequence[Information]:
    """Who has sent its information of the year."""
    found = Information.objects.filter(year=year).select_related("organisation").order_by("sent_on", "pk")
    return list(found) if may_see_needs(actor) else []


def _counts(actor: Actor, goods_list: GoodsList) -> list[tuple[str, list[tuple[int, str, Text]]]]:
    """By authority, how many lines stand in each state, with the address where they are listed."""
    page = reverse("desk:proposals", args=[goods_list.year])
    counted = visible_to(actor).filter(goods_list=goods_list).values("through", "state").annotate(count=Count("pk"))
    by = {(row["through"], row["state"]): row["count"] for row in counted}
    return [
        (
            through_words(role),
            [
                (
                    by.get((role, state), 0),
                    f"{page}?through={role}&state={state}",
                    tag_of(ProposalState, state).label,
                )
                for state in ProposalState
            ],
        )
        for role in THROUGH
        if any(through == role for through, _state in by)
    ]


def _ways(actor: Actor, year: int, goods_list: GoodsList | None) -> list[Way]:
    def url(name: str) -> str:
        return reverse(f"desk:{name}", args=[year])

    offered = []
    told = Information.objects.filter(year=year, organisation=actor.organisation_id).exists()
    if send_information.may(actor) and not told:
        offered.append(Way(send_information.title, url("send-information"), main=True))
    if goods_list is None:
        drawing = [Way(draw_goods_list.title, url("draw-goods-list"), main=True)] if draw_goods_list.may(actor) else []
        return offered + drawing
    return offered + ways(
        actor,
        goods_list,
        (send, Way(send.title, url("send-goods-list"), main=True)),
        (pass_on, Way(pass_on.title, url("pass-on"), main=True)),
        (approve, Way(approve.title, url("approve-goods-list"), main=True)),
        (place, Way(place.title, url("place-goods-list"), main=True)),
    )
