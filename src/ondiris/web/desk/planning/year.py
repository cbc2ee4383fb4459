"""Where does the planning of a year stand, step by step, and what may this official do next? (47)"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.domains.planning.actions.goods_list import (
    approve,
    classify_lines,
    draw_goods_list,
    pass_on,
    place,
    send,
    update,
)
from ondiris.domains.planning.actions.information import needs_of, send_information
from ondiris.domains.planning.models import THROUGH, GoodsList, Information
from ondiris.domains.planning.permissions import lists_visible_to, visible_to
from ondiris.domains.planning.purchases import may_see_all
from ondiris.domains.planning.queries import Step, steps
from ondiris.domains.planning.terms import GoodsListState, ProposalState
from ondiris.law.deadlines import Deadline
from ondiris.law.provisions.ids import ProvisionId
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import Way, ways
from ondiris.web.desk.planning.looking import year_at
from ondiris.web.showing import calendar
from ondiris.web.showing.history import history
from ondiris.web.showing.planning import through_words
from ondiris.web.showing.states import tag_of
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line, Text


@for_officials
def this_year(request: ActedRequest) -> HttpResponse:
    """The planning of the year that is running."""
    return redirect("desk:planning", year=request.day.year)


@for_officials
def planning(request: ActedRequest, year: int) -> HttpResponse:
    """One year: its five steps, the needs, the list and who informed."""
    actor = request.actor
    year_at(actor, year)
    goods_list = lists_visible_to(actor).select_related("edition").filter(year=year).first()
    context = {
        "year": year,
        "years": calendar.years(year, request.day),
        "steps": [_shown(one) for one in steps(year, request.day)],
        "ways": _ways(actor, year, goods_list),
        "needs": _needs(year) if may_see_all(actor) else None,
        "sees_needs": bool(may_see_all(actor)),
        "informed": _informed(actor, year),
        "goods_list": goods_list,
        "tag": tag_of(GoodsListState, goods_list.state) if goods_list else None,
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


def _needs(year: int) -> list[Line]:
    """What the list of the year rests on, in figures; nothing where no plan or report is recorded."""
    found = needs_of(year)
    if not found["rows"] and not found["reported"]:
        return []
    return [
        Line(_("Customers with a plan"), figures.number(found["customers"])),
        Line(_("Goods by code"), figures.number(found["goods"])),
        Line(_("Planned for"), figures.tenge(found["money"])),
        Line(_("Bought in the year before"), figures.tenge(found["reported"])),
    ]


def _informed(actor: Actor, year: int) -> Sequence[Information]:
    """Who has sent its information of the year."""
    found = Information.objects.filter(year=year).select_related("organisation").order_by("sent_on", "pk")
    return list(found) if may_see_all(actor) else []


def _counts(actor: Actor, goods_list: GoodsList) -> tuple[list[str], list[tuple[Text, list[tuple[int, str, str]]]]]:
    """The authorities that have lines on the list, and by each state in which some stand how many, with their address."""
    page = reverse("desk:proposals", args=[goods_list.year])
    counted = visible_to(actor).filter(goods_list=goods_list).values("through", "state").annotate(count=Count("pk"))
    by = {(row["through"], row["state"]): row["count"] for row in counted}
    roles = [role for role in THROUGH if any(through == role for through, _state in by)]
    rows = [
        (
            tag_of(ProposalState, state).label,
            [(by.get((role, state), 0), f"{page}?through={role}&state={state}", through_words(role)) for role in roles],
        )
        for state in ProposalState
        if any(stands == state for _through, stands in by)
    ]
    return [through_words(role) for role in roles], rows


def _ways(actor: Actor, year: int, goods_list: GoodsList | None) -> list[Way]:
    def url(name: str) -> str:
        return reverse(f"desk:{name}", args=[year])

    offered = []
    told = Information.objects.filter(year=year, organisation=actor.organisation_id).exists()
    if send_information.may(actor) and not told:
        offered.append(Way(send_information.title, url("send-information"), main=goods_list is None))
    if goods_list is None:
        drawing = [Way(draw_goods_list.title, url("draw-goods-list"), main=True)] if draw_goods_list.may(actor) else []
        return offered + drawing
    return offered + ways(
        actor,
        goods_list,
        (send, Way(send.title, url("send-goods-list"), main=True)),
        (classify_lines, Way(classify_lines.title, url("classify-lines"))),
        (update, Way(update.title, url("update-goods-list"))),
        (pass_on, Way(pass_on.title, url("pass-on"), main=True)),
        (approve, Way(approve.title, url("approve-goods-list"), main=True)),
        (place, Way(place.title, url("place-goods-list"), main=True)),
    )
