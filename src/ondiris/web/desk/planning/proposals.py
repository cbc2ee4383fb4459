"""Which lines were proposed for the list of a year, and how does each stand? (47.2, 47.3)"""

from typing import Any

from django import forms
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.domains.planning.permissions import visible_to
from ondiris.domains.planning.terms import PROPOSAL_WORDS, ProposalState
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.planning.looking import list_at
from ondiris.web.showing.goods import AUTHORITY, CUSTOMER, GOOD, KIND
from ondiris.web.showing.planning import CONTRACT, STATE, THROUGH, good
from ondiris.web.ui.listing import DAY, MONEY, NUMBER, Column, Filter, Listing, respond
from ondiris.web.ui.listing.declare import Rows


class Proposals(Listing):
    """The lines of one year's list that an official may see."""

    caption = _("Lines of the list")
    columns = (
        Column(
            "good", _("Good"), sort="good", link=lambda row: reverse("desk:proposal", args=[row["number"]]), wraps=True
        ),
        Column("state", _("State"), kind=STATE, sort="state", wraps=True),
        Column("code", _("Commodity code"), sort="code"),
        Column("customer", _("Customer"), source="customer__name", sort="customer__order", wraps=True),
        Column("bin", _("BIN of the customer"), source="customer__bin", shown=False),
        Column("kind", _("Kind of contract"), kind=CONTRACT, wraps=True),
        Column("through", _("Agreed with the customer by"), kind=THROUGH, shown=False, wraps=True),
        Column("needed", _("Planned volume"), kind=NUMBER, sort="needed"),
        Column("volume", _("Agreed volume"), kind=NUMBER, sort="volume"),
        Column("unit", _("Unit")),
        Column("amount", _("Planned for"), kind=MONEY, sort="amount", shown=False),
        Column("starts_on", _("First day"), kind=DAY, shown=False),
        Column("ends_on", _("Last day"), kind=DAY, shown=False),
        Column("answered_on", _("Answered on"), kind=DAY, sort="answered_on", shown=False),
    )
    filters = {
        "state": Filter(
            forms.ChoiceField(
                label=_("State"), choices=[("", _("All states")), *((s, _(PROPOSAL_WORDS[s])) for s in ProposalState)]
            ),
            "state",
        ),
        "text": GOOD,
        "customer": CUSTOMER,
        "kind": KIND,
        "through": AUTHORITY,
    }
    sort = "code"
    also = ("number",)
    nothing = _("No line is proposed yet.")
    file_name = "goods-list-lines"

    def __init__(self, actor: Actor, year: int) -> None:
        super().__init__(actor)
        self.year = year

    def visible_to(self, actor: Any) -> Rows:
        """Those of the year that are this official's to see."""
        return visible_to(actor).filter(goods_list__year=self.year).annotate(good=good())


@for_officials
def proposals(request: ActedRequest, year: int) -> HttpResponse | StreamingHttpResponse:
    """The lines of a year."""
    list_at(request.actor, year)
    return respond(request, Proposals(request.actor, year), "desk/planning/proposals.html", {"year": year})
