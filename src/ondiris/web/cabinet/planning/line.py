"""What does the list say of one of the customer's lines, what is to be answered, and who can make the good? (47.3)"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.actors import Actor
from ondiris.domains.contracts.actions.conclude import draw
from ondiris.domains.parties.terms import Role
from ondiris.domains.planning.actions.proposal import agree, decline
from ondiris.domains.planning.flow import GOODS_LIST, PROPOSAL
from ondiris.domains.planning.models import Proposal
from ondiris.domains.planning.queries import AGREED, APPROVED, open_lines
from ondiris.domains.planning.terms import GoodsListState, InterestState, ProposalState
from ondiris.web.acting import for_people
from ondiris.web.cabinet.lookup import line_at
from ondiris.web.showing.acting import Way, ways
from ondiris.web.showing.history import history
from ondiris.web.showing.planning import last_day, lines_of, measured, name_of, through_words
from ondiris.web.showing.states import tag_of
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line, Next

YOU = gettext_lazy("You")


@for_people
def line(request: Any, number: str) -> HttpResponse:
    """One line as it stands, with the answer, what happens next and the interests of suppliers."""
    found = line_at(request.actor, number)
    answerable = agree.possible(request.actor, found)
    context = {
        "line": found,
        "name": name_of(found),
        "tag": tag_of(ProposalState, found.state),
        "lines": [*asked_of(found), *lines_of(found)],
        "nexts": nexts(found),
        "ways": _ways(request.actor, found),
        "hint": "" if answerable or found.state != ProposalState.SENT else answerable.reason,
        "declined": found.state == ProposalState.DECLINED,
        "interests": found.interests.filter(state=InterestState.STANDS).select_related("organisation").order_by("pk"),
        "is_placed": found.goods_list.state == GoodsListState.PLACED and found.state == ProposalState.PASSED_ON,
        "history": history(("proposal", number)),
    }
    return render(request, "cabinet/planning/line.html", context)


def _ways(actor: Actor, one: Proposal) -> list[Way]:
    offered = ways(
        actor,
        one,
        (agree, Way(agree.title, reverse("cabinet:agree-line", args=[one.number]), main=True)),
        (decline, Way(decline.title, reverse("cabinet:decline-line", args=[one.number]))),
    )
    if draw.may(actor) and open_lines(actor.on).filter(pk=one.pk).exists():
        offered.append(Way(draw.title, reverse("cabinet:draw-contract"), main=True))
    return offered


def asked_of(line: Proposal) -> list[Line]:
    """What the authority read in the customer's own plans."""
    return [
        Line(_("In your plans for %(year)d") % {"year": line.goods_list.year}, measured(line.needed, line.unit)),
        Line(_("Planned for"), figures.tenge(line.amount)),
    ]


def nexts(line: Proposal) -> list[Next]:
    """What happens next with a line, by whom and by when."""
    year, state = line.goods_list.year, ProposalState(line.state)
    if state is ProposalState.SENT:
        what = _("Agree the line with volume, term and technical specification, or decline it and say why.")
        answer = Next(what, YOU, last_day(AGREED, year), PROPOSAL["agree"].provision)
        return [answer, _passing(line, year)]
    if state is ProposalState.AGREED:
        return [_passing(line, year)]
    if state is ProposalState.PASSED_ON and line.goods_list.state != GoodsListState.PLACED:
        approval = _("The list is approved and placed; suppliers then see your line and say whether they can make it.")
        by_whom = through_words(Role.INDUSTRY_AUTHORITY)
        return [Next(approval, by_whom, last_day(APPROVED, year), GOODS_LIST["approve"].provision)]
    if state is ProposalState.PASSED_ON:
        return [Next(_("Choose a supplier and conclude the contract on the basis of this line."), YOU, None, "47.5")]
    return []


def _passing(line: Proposal, year: int) -> Next:
    what = _("What is agreed is passed on to the industry authority.")
    return Next(what, through_words(line.through), last_day(AGREED, year), GOODS_LIST["pass_on"].provision)
