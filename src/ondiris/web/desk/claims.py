"""What is asked back by a demand, step by step, and who makes it, drops it and receives the money?"""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.journal import access
from ondiris.domains.recovery.actions.claim import demand, drop, receive, sum_on
from ondiris.domains.recovery.models import Claim
from ondiris.domains.recovery.terms import ClaimState
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import ActForm, ActPage, ReasonForm, Way, act_page, ways
from ondiris.web.desk.things import claim_at
from ondiris.web.desk.words import nexts, tag
from ondiris.web.showing.history import history
from ondiris.web.showing.letters import letters
from ondiris.web.showing.sheet import recovery_sheet
from ondiris.web.ui import figures
from ondiris.web.ui.fields import MoneyField
from ondiris.web.ui.parts import Line, Text


@for_officials
def claim(request: ActedRequest, number: str) -> HttpResponse:
    """A demand with its sheet."""
    one = claim_at(request.actor, number)
    access.looked(request.actor, "claim", number, "claim")

    def url(name: str) -> str:
        return reverse(f"desk:{name}", args=[number])

    context = {
        "claim": one,
        "tag": tag(ClaimState(one.state)),
        "lines": _lines(one),
        "nexts": nexts(ClaimState(one.state)),
        "ways": ways(
            request.actor,
            one,
            (demand, Way(demand.title, url("demand"), main=True, warning=True)),
            (drop, Way(drop.title, url("drop"))),
            (receive, Way(receive.title, url("receive"), main=True)),
        ),
        "sheet": recovery_sheet(one.sheet),
        "letters": letters(("claim", number)),
        "history": history(("claim", number)),
    }
    return render(request, "desk/claim.html", context)


def _lines(one: Claim) -> list[Line]:
    return [
        Line(_("Recipient"), one.agreement.recipient.name),
        Line(_("Agreement"), one.agreement.number),
        Line(_("Day of the demand"), figures.day(one.demand_on)),
        Line(_("Amount asked back"), figures.tenge(one.amount)),
        Line(_("Returned so far"), figures.tenge(one.returned)),
        Line(_("Still to come back"), figures.tenge(one.amount - one.returned)),
        Line(_("Drawn up by"), one.drawn_by_name),
    ]


def _page(one: Claim, title: Text, button: str, done: str, *consequences: str, warning: bool = False) -> ActPage:
    """The page of an act; the one that cannot be taken back shows every step of the sum above its button."""
    return ActPage(
        title=title,
        button=button,
        of=one.number,
        back=reverse("desk:claim", args=[one.number]),
        done=done,
        lines=_lines(one),
        consequences=consequences,
        warning=warning,
        template="desk/demand.html" if warning else "desk/act.html",
        context={"sheet": recovery_sheet(one.sheet)},
    )


@for_officials
def demand_page(request: ActedRequest, number: str) -> HttpResponse:
    """A second person makes the demand."""
    one = claim_at(request.actor, number)
    if one.state == ClaimState.DRAWN:  # shown as it will be made: for this day, not the one it was drawn up for
        one.demand_on = request.day
        one.amount, one.sheet = sum_on(one.agreement, request.day)
    page = _page(
        one,
        demand.title,
        _("Demand %(amount)s") % {"amount": figures.tenge(one.amount)},
        _("The demand is made. The recipient sees it and is asked to return the money."),
        _("The sum is made for this day, on which the demand is made; the sheet is kept as it stands."),
        warning=True,
    )
    return act_page(request, demand, one, ActForm(one, request.POST or None), page)


@for_officials
def drop_page(request: ActedRequest, number: str) -> HttpResponse:
    """The demand is not made."""
    one = claim_at(request.actor, number)
    page = _page(
        one,
        drop.title,
        _("Drop it"),
        _("The demand is dropped; the notice under the agreement stands."),
        _("Another demand may be drawn up while the notice stands."),
    )
    return act_page(request, drop, one, ReasonForm(one, request.POST or None), page)


class ReceiveForm(ActForm):
    """How much came back."""

    amount = MoneyField(label=gettext_lazy("Amount that came back"))


@for_officials
def receive_page(request: ActedRequest, number: str) -> HttpResponse:
    """Record money that came back; it is kept on an account of its own."""
    one = claim_at(request.actor, number)
    page = _page(
        one,
        receive.title,
        _("Record it"),
        _("The money is recorded on the account of returned money."),
        _("It is kept apart: 27.4 does not say whose it is, and it does not flow back to the programme."),
    )
    return act_page(request, receive, one, ReceiveForm(one, request.POST or None), page)
