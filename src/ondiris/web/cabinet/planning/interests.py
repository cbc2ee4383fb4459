"""Of which lines has the enterprise said that it can make the good, and how does it take that back? (47.4)"""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ondiris.domains.planning.actions.interest import withdraw
from ondiris.domains.planning.terms import INTEREST_WORDS, InterestState
from ondiris.web.acting import for_people
from ondiris.web.cabinet.lookup import interest_at, own_interests
from ondiris.web.showing.acting import ActForm
from ondiris.web.showing.planning import name_of, state_kind
from ondiris.web.showing.states import tag_of
from ondiris.web.ui import figures
from ondiris.web.ui.listing import DAY, Column, Filter, Listing, respond
from ondiris.web.ui.listing.declare import Rows
from ondiris.web.ui.parts import Line


class Interests(Listing):
    """The enterprise's own interests."""

    caption = _("Our interests")
    columns = (
        Column(
            "good",
            _("Good"),
            sort="good",
            link=lambda row: reverse("cabinet:interest", args=[row["number"]]),
            wraps=True,
        ),
        Column("code", _("Commodity code"), source="proposal__code", sort="proposal__code"),
        Column("customer", _("Customer"), source="proposal__customer__name", wraps=True),
        Column("year", _("Year"), source="proposal__goods_list__year", sort="proposal__goods_list__year"),
        Column("expressed_on", _("Said on"), kind=DAY, sort="expressed_on"),
        Column("state", _("State"), kind=state_kind(InterestState), sort="state"),
    )
    filters = {
        "state": Filter(
            forms.ChoiceField(
                label=_("State"), choices=[("", _("All states")), *((s, _(INTEREST_WORDS[s])) for s in InterestState)]
            ),
            "state",
        )
    }
    sort = "-expressed_on"
    also = ("number",)
    nothing = _("You have not said of any good that you can make it.")
    file_name = "our-interests"

    def visible_to(self, actor: Any) -> Rows:
        """The enterprise's own."""
        named = "name_kk" if figures.language() == "kk" else "name_ru"
        return own_interests(actor).annotate(good=F(f"proposal__{named}"))


@for_people
def interests(request: Any) -> HttpResponse | StreamingHttpResponse:
    """All of them."""
    return respond(request, Interests(request.actor), "cabinet/planning/interests.html")


@for_people
def interest(request: Any, number: str) -> HttpResponse:
    """One of them: what was said, and the button that takes it back."""
    found = interest_at(request.actor, number)
    form = ActForm(found, request.POST or None)
    if request.method == "POST" and form.is_valid():
        withdraw(request.actor, number, version=form.cleaned_data["version"])
        messages.success(request, _now("You took it back. The customer no longer sees it."))
        return redirect("cabinet:interests")
    context = {
        "interest": found,
        "name": name_of(found.proposal),
        "tag": tag_of(InterestState, found.state),
        "form": form,
        "may_withdraw": withdraw.possible(request.actor, found),
        "lines": [
            Line(_now("Customer"), found.proposal.customer.name),
            Line(_now("Said on"), figures.day(found.expressed_on)),
            Line(_now("What you can make"), found.note or figures.NOTHING),
        ],
    }
    return render(request, "cabinet/planning/interest.html", context)
