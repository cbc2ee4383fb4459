"""Which lines of the yearly list are the customer's own, and which wait for its answer? (47.3)"""

from typing import Any

from django import forms
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ondiris.domains.planning.queries import AGREED
from ondiris.domains.planning.terms import PROPOSAL_WORDS, ProposalState
from ondiris.web.acting import for_people
from ondiris.web.cabinet.lookup import own_lines
from ondiris.web.showing.goods import GOOD
from ondiris.web.showing.planning import CONTRACT, STATE, good, last_day
from ondiris.web.ui.listing import DAY, NUMBER, Column, Filter, Listing, respond
from ondiris.web.ui.listing.declare import Rows

SEEN = (ProposalState.SENT, ProposalState.AGREED, ProposalState.DECLINED, ProposalState.PASSED_ON)


class Lines(Listing):
    """The customer's lines of all years."""

    caption = _("Our lines of the list of goods")
    columns = (
        Column(
            "good", _("Good"), sort="good", link=lambda row: reverse("cabinet:line", args=[row["number"]]), wraps=True
        ),
        Column("state", _("State"), kind=STATE, sort="state", wraps=True),
        Column("code", _("Commodity code"), sort="code"),
        Column("year", _("Year"), source="goods_list__year", sort="goods_list__year"),
        Column("kind", _("Kind of contract"), kind=CONTRACT, wraps=True),
        Column("needed", _("Planned volume"), kind=NUMBER),
        Column("volume", _("Agreed volume"), kind=NUMBER),
        Column("unit", _("Unit")),
        Column("starts_on", _("First day"), kind=DAY, shown=False),
        Column("ends_on", _("Last day"), kind=DAY, shown=False),
    )
    filters = {
        "text": GOOD,
        "year": Filter(forms.IntegerField(label=_("Year"), min_value=2022, max_value=2200), "goods_list__year"),
        "state": Filter(
            forms.ChoiceField(
                label=_("State"), choices=[("", _("All states")), *((s, _(PROPOSAL_WORDS[s])) for s in SEEN)]
            ),
            "state",
        ),
    }
    sort = "-year"
    also = ("number",)
    nothing = _("No line of your organisation stands on a list yet.")
    file_name = "our-lines"

    def visible_to(self, actor: Any) -> Rows:
        """The enterprise's own."""
        return own_lines(actor).annotate(good=good())


@for_people
def lines(request: Any) -> HttpResponse | StreamingHttpResponse:
    """All of them; above, how many wait and until when."""
    waiting = own_lines(request.actor).filter(state=ProposalState.SENT)
    years = sorted(waiting.values_list("goods_list__year", flat=True))
    context = {
        "waiting": len(years),
        "by": last_day(AGREED, years[0]) if years else None,
        "waiting_url": f"?state={ProposalState.SENT}",
    }
    return respond(request, Lines(request.actor), "cabinet/planning/lines.html", context)
