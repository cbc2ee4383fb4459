"""What of the yearly list of goods waits for this official: to inform, draw up, send, agree, pass on, approve, place? (47)"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ondiris.base.actors import Actor
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.parties.permissions import acts_as
from ondiris.domains.parties.terms import Capacity, Role
from ondiris.domains.planning.actions.goods_list import approve, draw_goods_list, pass_on, place, send
from ondiris.domains.planning.actions.information import send_information
from ondiris.domains.planning.flow import PROPOSAL
from ondiris.domains.planning.models import THROUGH, GoodsList, Information, Proposal
from ondiris.domains.planning.permissions import may_draw, may_inform
from ondiris.domains.planning.queries import AGREED, APPROVED, DRAWN, INFORMED, PLACED, planned
from ondiris.domains.planning.terms import GoodsListState, ProposalState
from ondiris.law.parameters import Parameters
from ondiris.web.desk.due.parts import Due, Row, days_since, due
from ondiris.web.showing.planning import last_day
from ondiris.web.ui import figures

LATE = gettext_lazy("Days late")


@dataclass(frozen=True, slots=True)
class Years:
    """Every list by its year, and the last days of the steps, read once a page."""

    actor: Actor
    lists: list[GoodsList]
    parameters: Parameters

    def by(self, deadline: str, year: int) -> tuple[str, int | None]:
        """By when in words, and how many days that is past; None while it is not."""
        day = last_day(deadline, year, self.parameters)
        if day is None:
            return "", None
        late = days_since(day, self.actor.on) or 0
        return _("by %(day)s") % {"day": figures.day(day)}, late if late > 0 else None

    def row(self, year: int, deadline: str, number: str = "", note: str = "") -> Row:
        """A year that waits."""
        said, late = self.by(deadline, year)
        words = ", ".join(part for part in (note, said) if part)
        return Row(number or str(year), reverse("desk:planning", args=[year]), "", late, words)

    def waiting(self, title: str, provision: str, state: GoodsListState, deadline: str) -> Due:
        """The lists in a state."""
        rows = [self.row(one.year, deadline, one.number) for one in self.lists if one.state == state]
        return due(title, provision, LATE, rows)


def planning_due(actor: Actor) -> Iterator[Due]:
    """What waits, by what the actor may do; lists are few, and lines are counted by customer."""
    roles = [role for role in THROUGH if acts_as(actor, role, Capacity.CASE_OFFICER)]
    decides = acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.DECISION_MAKER)
    if not (may_inform(actor) or may_draw(actor) or decides or roles):
        return
    years = Years(actor, list(GoodsList.objects.order_by("year")), parameters_on())
    if may_inform(actor):
        yield _to_inform(years)
    if may_draw(actor):
        yield _to_draw(years)
        yield years.waiting(_("Lists of goods to send"), send.provision, GoodsListState.DRAWN, DRAWN)
        yield years.waiting(_("Lists of goods to place"), place.provision, GoodsListState.APPROVED, PLACED)
    if decides:
        yield years.waiting(_("Lists of goods to approve"), approve.provision, GoodsListState.AGREED, APPROVED)
    if roles:
        yield _unanswered(years, roles)
        yield _to_pass_on(years, roles)


def _to_inform(years: Years) -> Due:
    """This year, where plans are recorded, the list is not drawn up and the body has not sent its information."""
    year, rows = years.actor.on.year, []
    sent = Information.objects.filter(year=year, organisation=years.actor.organisation_id)
    if all(one.year != year for one in years.lists) and planned(year).exists() and not sent.exists():
        rows.append(years.row(year, INFORMED))
    return due(_("Information on purchases to send"), send_information.provision, LATE, rows)


def _to_draw(years: Years) -> Due:
    """Years on which a body has informed and which have no list."""
    drawn = [one.year for one in years.lists]
    told = Information.objects.exclude(year__in=drawn).values("year").annotate(bodies=Count("pk")).order_by("year")
    rows = []
    for row in told:
        note = ngettext("%(count)d body has informed", "%(count)d bodies have informed", row["bodies"])
        rows.append(years.row(row["year"], DRAWN, note=note % {"count": row["bodies"]}))
    return due(_("Lists of goods to draw up"), draw_goods_list.provision, LATE, rows)


def _unanswered(years: Years, roles: list[Role]) -> Due:
    """Customers that have lines to answer, with how many."""
    waiting = Proposal.objects.filter(state=ProposalState.SENT, through__in=roles)
    counted = waiting.values("goods_list__year", "customer__bin", "customer__name").annotate(
        lines=Count("pk"), first=Min("pk")
    )
    rows = []
    for row in counted.order_by("goods_list__year", "first"):
        year, bin = row["goods_list__year"], row["customer__bin"]
        url = f"{reverse('desk:proposals', args=[year])}?{urlencode({'customer': bin, 'state': ProposalState.SENT})}"
        said, late = years.by(AGREED, year)
        note = ngettext("%(count)d line unanswered", "%(count)d lines unanswered", row["lines"])
        words = f"{note % {'count': row['lines']}}, {said}" if said else note % {"count": row["lines"]}
        rows.append(Row(bin, url, row["customer__name"], late, words))
    return due(_("Customers that have not answered"), PROPOSAL["agree"].provision, LATE, rows)


def _to_pass_on(years: Years, roles: list[Role]) -> Due:
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
        years.row(
            one.year,
            AGREED,
            one.number,
            _("agreed: %(agreed)d, unanswered: %(silent)d, declined: %(declined)d")
            % {name: getattr(one, name) for name in states},
        )
        for one in found.order_by("year")
        if any(getattr(one, name) for name in states)
    ]
    return due(_("Agreed lines to pass on"), pass_on.provision, LATE, rows)
