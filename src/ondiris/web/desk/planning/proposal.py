"""How does one line of the list stand, and what does an official do with it: classify, leave out, open again? (47.2, 47.3)"""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.actors import Actor
from ondiris.base.journal import access
from ondiris.domains.parties.terms import Role
from ondiris.domains.planning.actions.proposal import classify, leave_out, reopen
from ondiris.domains.planning.flow import GOODS_LIST, PROPOSAL
from ondiris.domains.planning.models import Proposal
from ondiris.domains.planning.permissions import interests_visible_to
from ondiris.domains.planning.queries import AGREED, DRAWN
from ondiris.domains.planning.terms import GoodsListState, InterestState, ProposalState
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import ActForm, ActPage, ReasonForm, Way, act_page, ways
from ondiris.web.desk.planning.looking import proposal_at
from ondiris.web.showing.goods import AUTHORITIES, KINDS
from ondiris.web.showing.history import history
from ondiris.web.showing.planning import last_day, lines_of, measured, name_of, through_words
from ondiris.web.showing.states import tag_of
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line, Next, Text


def page_of(one: Proposal) -> str:
    """The address of a line on the desk."""
    return reverse("desk:proposal", args=[one.number])


@for_officials
def proposal(request: ActedRequest, number: str) -> HttpResponse:
    """One line: what the plans say, what the customer answered, who can make the good."""
    one = proposal_at(request.actor, number)
    access.looked(request.actor, "proposal", number, "look")
    interests = interests_visible_to(request.actor).filter(proposal=one, state=InterestState.STANDS)
    context = {
        "proposal": one,
        "name": name_of(one),
        "tag": tag_of(ProposalState, one.state),
        "lines": [*planned(one), *lines_of(one)],
        "ways": _ways(request.actor, one),
        "nexts": nexts(one),
        "interests": interests.select_related("organisation").order_by("pk"),
        "is_placed": one.goods_list.state == GoodsListState.PLACED and one.state == ProposalState.PASSED_ON,
        "back": reverse("desk:proposals", args=[one.goods_list.year]),
        "history": history(("proposal", number)),
    }
    return render(request, "desk/planning/proposal.html", context)


def planned(one: Proposal) -> list[Line]:
    """What the customer's plans say."""
    return [
        Line(_("In the plans for %(year)d") % {"year": one.goods_list.year}, measured(one.needed, one.unit)),
        Line(_("Planned for"), figures.tenge(one.amount)),
    ]


def nexts(one: Proposal) -> list[Next]:
    """What happens next with a line."""
    year = one.goods_list.year
    if one.state == ProposalState.DRAWN:
        what = _("The kind of contract and the authority are set; then the whole list is sent.")
        return [Next(what, through_words(Role.INDUSTRY_AUTHORITY), last_day(DRAWN, year), GOODS_LIST["send"].provision)]
    by = last_day(AGREED, year)
    if one.state == ProposalState.SENT:
        what = _("The customer agrees or declines its line.")
        return [Next(what, one.customer.name, by, PROPOSAL["agree"].provision)]
    if one.state == ProposalState.AGREED:
        what = _("What is agreed is passed on to the industry authority.")
        return [Next(what, through_words(one.through), by, GOODS_LIST["pass_on"].provision)]
    if one.state == ProposalState.DECLINED and one.goods_list.state == GoodsListState.SENT:
        what = _("The customer may be asked again until the agreed lines are passed on.")
        return [Next(what, through_words(one.through), by, PROPOSAL["reopen"].provision)]
    return []


def _ways(actor: Actor, one: Proposal) -> list[Way]:
    def url(name: str) -> str:
        return reverse(f"desk:{name}", args=[one.number])

    return ways(
        actor,
        one,
        (classify, Way(classify.title, url("classify"), main=True)),
        (leave_out, Way(leave_out.title, url("leave-out"), warning=True)),
        (reopen, Way(reopen.title, url("reopen-proposal"))),
    )


class ClassifyForm(ActForm):
    """By which kind of contract, and through which authority."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind of contract"), choices=KINDS, widget=forms.RadioSelect)
    through = forms.ChoiceField(
        label=gettext_lazy("Agreed with the customer by"), choices=AUTHORITIES, widget=forms.RadioSelect
    )

    def __init__(self, one: Proposal, *args: object, **kwargs: object) -> None:
        super().__init__(one, *args, **kwargs)
        self.initial.update(kind=one.kind, through=one.through)


def _page(one: Proposal, title: Text, button: str, done: str, *consequences: str, warning: bool = False) -> ActPage:
    return ActPage(
        title=title,
        button=button,
        of=name_of(one),
        back=page_of(one),
        done=done,
        lines=[Line(_("Good"), name_of(one)), *planned(one), *lines_of(one)[:2]],
        consequences=consequences,
        warning=warning,
    )


@for_officials
def classify_page(request: ActedRequest, number: str) -> HttpResponse:
    """Set the kind of contract and the authority."""
    one = proposal_at(request.actor, number)
    page = _page(one, classify.title, _("Set it"), _("It is set. Once all lines are as they should be, send the list."))
    return act_page(request, classify, one, ClassifyForm(one, request.POST or None), page)


@for_officials
def leave_out_page(request: ActedRequest, number: str) -> HttpResponse:
    """Leave the line out of the list."""
    one = proposal_at(request.actor, number)
    page = _page(
        one,
        leave_out.title,
        _("Leave it out"),
        _("The line is left out: it is not sent, and the customer is not asked."),
        _("A line that is left out does not come back in this year."),
        warning=True,
    )
    return act_page(request, leave_out, one, ReasonForm(one, request.POST or None), page)


@for_officials
def reopen_page(request: ActedRequest, number: str) -> HttpResponse:
    """Let the customer answer again."""
    one = proposal_at(request.actor, number)
    page = _page(
        one,
        reopen.title,
        _("Open it again"),
        _("The line waits for the customer's answer again."),
        _("The customer answers anew; what it said before stays in the journal."),
    )
    return act_page(request, reopen, one, ReasonForm(one, request.POST or None), page)
