"""What of the yearly list of goods waits for this official: to inform, draw up, send, agree, pass on, approve, place? (47)"""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ondiris.base.actors import Actor
from ondiris.domains.parties.permissions import acts_as
from ondiris.domains.parties.terms import Capacity, Role
from ondiris.domains.planning.actions.goods_list import approve, draw_goods_list, pass_on, place, send
from ondiris.domains.planning.actions.information import send_information
from ondiris.domains.planning.flow import PROPOSAL
from ondiris.domains.planning.models import THROUGH, GoodsList, Information, Proposal
from ondiris.domains.planning.permissions import may_draw, may_inform
from ondiris.domains.planning.queries import AGREED, APPROVED, DRAWN, INFORMED, planned
from ondiris.domains.planning.terms import GoodsListState, ProposalState
from ondiris.web.desk.due.parts import Due, Row, days_since, due
from ondiris.web.showing.planning import last_day
from ondiris.web.ui import figures


def planning_due(actor: Actor) -> Iterator[Due]:
    """What waits, by what the actor may do; lists are few, and lines are counted by customer."""
    lists = list(GoodsList.objects.order_by("year")) if actor.roles else []
    if may_inform(actor):
        yield _to_inform(actor, lists)
    if may_draw(actor):
        yield _to_draw(actor, lists)
        yield _lists(actor, _("Lists of goods to send"), send.provision, lists, GoodsListState.DRAWN, DRAWN)
        yield _lists(actor, _("Lists of goods to place"), place.provision, lists, GoodsListState.APPROVED, None)
    if acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.DECISION_MAKER):
        yield _lists(actor, _("Lists of goods to approve"), approve.provision, lists, GoodsListState.AGREED, APPROVED)
    roles = [role for role in THROUGH if acts_as(actor, role, Capacity.CASE_OFFICER)]
    if roles:
        yield _unanswered(actor, roles)
        yield _to_pass_on(actor, roles)


def _row(actor: Actor, year: int, deadline: str | None, number: str = "", note: str = "") -> Row:
    """A year that waits; `age` are the days since the last day, once it has passed."""
    by = last_day(deadline, year) if deadline else None
    said = _("by %(day)s") % {"day": figures.day(by)} if by else ""
    late = days_since(by, actor.on)
    url = reverse("desk:planning", args=[year])
    age = late if late and late > 0 else None
    return Row(number or str(year), url, "", age, ", ".join(part for part in (note, said) if part))


def _to_inform(actor: Actor, lists: list[GoodsList]) -> Due:
    """This year, where plans are recorded, the list is not drawn up and the body has not sent its information."""
    year, rows = actor.on.year, []
    sent = Information.objects.filter(year=year, organisation=actor.organisation_id)
    if all(one.year != year for one in lists) and planned(year).exists() and not sent.exists():
        rows.append(_row(actor, year, INFORMED))
    return due(_("Information on purchases to send"), send_information.provision, _("Days late"), rows)


def _to_draw(actor: Actor, lists: list[GoodsList]) -> Due:
    """Years on which a body has informed and which have no list."""
    drawn = [one.year for one in lists]
    told = Information.objects.exclude(year__in=drawn).values("year").annotate(bodies=Count("pk")).order_by("year")
    rows = [
        _row(
            actor,
            row["year"],
            DRAWN,
            note=ngettext("%(count)d body has informed", "%(count)d bodies have informed", row["bodies"])
            % {"count": row["bodies"]},
        )
        for row in told
    ]
    return due(_("Lists of goods to draw up"), draw_goods_list.provision, _("Days late"), rows)


def _lists(
    actor: Actor, title: str, provision: str, lists: list[GoodsList], state: GoodsListState, deadline: str | None
) -> Due:
    rows = [_row(actor, one.year, deadline, one.number) for one in lists if one.state == state]
    return due(title, provision, _("Days late"), rows)


def _unanswered(actor: Actor, roles: list[Role]) -> Due:
    """Customers that have lines to answer, with how many."""
    waiting = Proposal.objects.filter(state=ProposalState.SENT, through__in=roles)
    counted = waiting.values("goods_list__year", "customer__bin", "customer__name").annotate(
        lines=Count("pk"), first=Min("pk")
    )
    rows = []
    for row in counted.order_by("goods_list__year", "first"):
        year, by = row["goods_list__year"], last_day(AGREED, row["goods_list__year"])
        query = urlencode({"customer": row["customer__bin"], "state": ProposalState.SENT})
        note = ngettext("%(count)d line unanswered", "%(count)d lines unanswered", row["lines"])
        late = days_since(by, actor.on)
        rows.append(
            Row(
                row["customer__bin"],
                f"{reverse('desk:proposals', args=[year])}?{query}",
                row["customer__name"],
                late if late and late > 0 else None,
                note % {"count": row["lines"]} + (_(", by %(day)s") % {"day": figures.day(by)} if by else ""),
            )
        )
    return due(_("Customers that have not answered"), PROPOSAL["agree"].provision, _("Days late"), rows)


def _to_pass_on(actor: Actor, roles: list[Role]) -> Due:
    """Lists being agreed on which a line of the body has an answer, and whose proposals it has not passed on."""
    mine = Q(proposals__through__in=roles)
    states = {
        name: Count("proposals", filter=mine & Q(proposals__state=state))
        for name, state in (
            ("agreed", ProposalState.AGREED),
            ("silent", ProposalState.SENT),
            ("declined", ProposalState.DECLINED),
        )
    }
    found = GoodsList.objects.filter(state=GoodsListState.SENT).exclude(passings__role__in=roles).annotate(**states)
    rows = [
        _row(
            actor,
            one.year,
            AGREED,
            one.number,
            _("agreed: %(agreed)d, unanswered: %(silent)d, declined: %(declined)d")
            % {name: getattr(one, name) for name in states},
        )
        for one in found.order_by("year")
        if any(getattr(one, name) for name in states)
    ]
    return due(_("Agreed lines to pass on"), pass_on.provision, _("Days late"), rows)
