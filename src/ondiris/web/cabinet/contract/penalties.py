"""Which penalties were claimed under a contract, how was their sum reached, and how is one claimed and settled? (48.4, 49.3)"""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.errors import NotFound
from ondiris.domains.contracts.actions.penalty import claim_for_year, drop, pay
from ondiris.domains.contracts.counting import years_of
from ondiris.domains.contracts.models import Contract, Penalty
from ondiris.domains.contracts.owing import due_for_year
from ondiris.domains.contracts.penalty_sheet import kept
from ondiris.domains.contracts.permissions import CONCLUDED
from ondiris.domains.contracts.terms import PenaltyState
from ondiris.domains.planning.terms import ContractKind
from ondiris.web.acting import ActedRequest, for_people
from ondiris.web.cabinet.contract.acting import address, begin_page, page_for
from ondiris.web.cabinet.contract.lookup import PARTS, Part, contract_at, part_of, penalty_at
from ondiris.web.showing.acting import ActForm, ActPage, PlainForm, Way, act_page, text_field, ways
from ondiris.web.showing.contract.penalties import penalties_shown, penalty_title
from ondiris.web.showing.contract.sheet import penalty_of_condition, penalty_of_year
from ondiris.web.showing.history import history
from ondiris.web.showing.letters import letters
from ondiris.web.showing.states import tag_of
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.parts import Line


@for_people
def penalties_page(request: ActedRequest, number: str) -> HttpResponse:
    """Those claimed, and for the supplier the years for which one may be."""
    contract = contract_at(request.actor, number)
    penalties = list(contract.penalties.order_by("-pk"))
    context = {
        "contract": contract,
        "back": address(contract),
        "penalties": penalties_shown(penalties),
        "years": _years(request, contract, penalties),
    }
    return render(request, "cabinet/contract/penalties.html", context)


def _years(request: ActedRequest, contract: Contract, penalties: list[Penalty]) -> list[int]:
    """The years that are over, of which something was refused without the supplier's fault, and not claimed."""
    supplies = part_of(request.actor, contract) == Part.SUPPLIER and contract.kind == ContractKind.OFFTAKE
    if not supplies or contract.state not in CONCLUDED or not claim_for_year.may(request.actor):
        return []
    claimed = {one.year for one in penalties if one.state != PenaltyState.DROPPED}
    return [
        one.year
        for one in years_of(contract, request.day)
        if one.year < request.day.year
        and one.year not in claimed
        and any(good.judged.counted.by_customer for good in one.goods)
    ]


@for_people
def penalty_page(request: ActedRequest, number: str) -> HttpResponse:
    """One penalty with every step of its sum."""
    one = penalty_at(request.actor, number)
    context = {
        "penalty": one,
        "contract": one.contract,
        "title": penalty_title(one),
        "claimed_by": _(PARTS[Part(one.claimed_by)]),
        "tag": tag_of(PenaltyState, one.state),
        "sheet": penalty_of_year(one.sheet) if one.year is not None else None,
        "lines": penalty_of_condition(one.sheet) if one.year is None else [],
        "ways": ways(
            request.actor,
            one,
            (pay, Way(pay.title, _url("pay-penalty", one), main=True)),
            (drop, Way(drop.title, _url("drop-penalty", one))),
        ),
        "provision": "48.4" if one.year is not None else "49.3",
        "back": address(one.contract, "penalties"),
        "letters": letters(("penalty", one.number)),
        "history": history(("penalty", one.number)),
    }
    return render(request, "cabinet/contract/penalty.html", context)


def _url(name: str, one: Penalty) -> str:
    return reverse(f"cabinet:{name}", args=[one.number])


@for_people
def claim_page(request: ActedRequest, number: str, year: int) -> HttpResponse:
    """What would be due for a year, step by step, and the claim."""
    contract = contract_at(request.actor, number)
    supplies = part_of(request.actor, contract) == Part.SUPPLIER
    if not supplies or contract.state not in CONCLUDED or contract.kind != ContractKind.OFFTAKE:
        raise NotFound
    sheet = due_for_year(contract, year, request.day)
    if sheet is None:
        raise NotFound
    page = page_for(
        contract,
        claim_for_year.title,
        _("Claim %(amount)s") % {"amount": figures.tenge(sheet.amount)},
        _("The penalty is claimed; the customer has been told by letter."),
        back=address(contract, "penalties"),
        lines=[Line(_("Year"), str(year))],
        template="cabinet/contract/claim.html",
        context={"sheet": penalty_of_year(kept(sheet))},
        warning=True,
    )

    def call() -> None:
        claim_for_year(request.actor, contract=number, year=year)

    form = PlainForm(request.POST if request.method == "POST" else None)
    return begin_page(request, claim_for_year, form, page, call)


class PayForm(ActForm):
    """When the whole amount came."""

    settled_on = DayField(label=gettext_lazy("Paid on"))
    note = forms.CharField(label=gettext_lazy("Note"), required=False, max_length=300)


class DropForm(ActForm):
    """Why the claim is given up."""

    note = text_field(gettext_lazy("Reason"), rows=3)


def _page(one: Penalty, title: Any, button: str, done: str, *, warning: bool = False) -> ActPage:
    lines = [Line(penalty_title(one), figures.tenge(one.amount))]
    provision = "48.4" if one.year is not None else "49.3"
    back = _url("penalty", one)
    return page_for(one.contract, title, button, done, back=back, lines=lines, provision=provision, warning=warning)


@for_people
def pay_page(request: ActedRequest, number: str) -> HttpResponse:
    """The side that claimed records that the amount came."""
    one = penalty_at(request.actor, number)
    form = PayForm(one, request.POST or None, initial={"settled_on": request.day})
    page = _page(one, pay.title, _("Record it"), _("It is recorded that the penalty was paid."))
    return act_page(request, pay, one, form, page)


@for_people
def drop_page(request: ActedRequest, number: str) -> HttpResponse:
    """The side that claimed gives the claim up."""
    one = penalty_at(request.actor, number)
    form = DropForm(one, request.POST or None)
    page = _page(one, drop.title, _("Drop it"), _("The claim is given up."), warning=True)
    return act_page(request, drop, one, form, page)
