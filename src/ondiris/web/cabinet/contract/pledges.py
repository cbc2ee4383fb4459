"""Who has a contract in pledge, and how is a pledge recorded and released? (48.1p2)"""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.errors import BadInput
from ondiris.domains.contracts.actions.pledge import pledge, release
from ondiris.domains.contracts.terms import ContractState
from ondiris.domains.planning.terms import ContractKind
from ondiris.web.acting import ActedRequest, for_people
from ondiris.web.cabinet.contract.acting import address, begin_page, page_for
from ondiris.web.cabinet.contract.lookup import Part, contract_at, part_of, pledge_at
from ondiris.web.showing.acting import ActForm, PlainForm, Way, act_page
from ondiris.web.showing.contract.pledges import pledges_shown
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.parts import Line


class PledgeForm(PlainForm):
    """To whom, from when until when, by which agreement."""

    lender_bin = forms.CharField(
        label=gettext_lazy("BIN of the lender"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    valid_from = DayField(label=gettext_lazy("First day"))
    last_day = DayField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("Empty where the pledge has no end."),
        last=date.max - timedelta(days=1),  # the day after it is kept
        required=False,
    )
    basis = forms.CharField(
        label=gettext_lazy("Pledge agreement"),
        help_text=gettext_lazy("Its number and day."),
        max_length=300,
    )


@for_people
def pledges_page(request: ActedRequest, number: str) -> HttpResponse:
    """Every pledge of the contract, and for the supplier the way to a new one."""
    contract = contract_at(request.actor, number)
    pledges = contract.pledges.select_related("lender").order_by("-pk")
    part = part_of(request.actor, contract)
    if part == Part.LENDER:  # of other lenders it learns nothing
        pledges = pledges.filter(lender=request.actor.organisation_id)
    supplies = part == Part.SUPPLIER
    may = (
        supplies
        and contract.state == ContractState.IN_FORCE
        and contract.kind == ContractKind.OFFTAKE
        and pledge.may(request.actor)
    )
    context = {
        "contract": contract,
        "back": address(contract),
        "pledges": pledges_shown(pledges, lambda one: bool(release.possible(request.actor, one))),
        "ways": [Way(pledge.title, address(contract, "make-pledge"), main=True)] if may else [],
    }
    return render(request, "cabinet/contract/pledges.html", context)


@for_people
def pledge_page(request: ActedRequest, number: str) -> HttpResponse:
    """Record that a lender has the contract in pledge."""
    contract = contract_at(request.actor, number)
    page = page_for(
        contract,
        pledge.title,
        _("Record it"),
        _("The pledge is recorded. While it lasts the lender is told of each change of the contract."),
        back=address(contract, "pledges"),
        consequences=[
            _("The lender reads the contract, also after the pledge."),
            _("Only the lender releases the pledge."),
        ],
    )

    def call(last_day: Any, **data: Any) -> None:
        end = last_day + timedelta(days=1) if last_day else None  # periods are kept with their end excluded
        try:
            pledge(request.actor, contract=number, valid_to=end, **data)
        except BadInput as trouble:
            named = {"last_day" if name == "valid_to" else name: text for name, text in trouble.fields.items()}
            raise BadInput(named) from trouble

    return begin_page(request, pledge, PledgeForm(request.POST or None), page, call)


@for_people
def release_page(request: ActedRequest, number: str) -> HttpResponse:
    """The lender gives the contract free."""
    one = pledge_at(request.actor, number)
    page = page_for(
        one.contract,
        release.title,
        _("Release it"),
        _("The contract is free of this pledge."),
        back=address(one.contract, "pledges"),
        lines=[
            Line(_("Lender"), one.lender.name),
            Line(_("Days"), figures.period(one.valid_from, one.valid_to)),
            Line(_("Pledge agreement"), one.basis),
        ],
        consequences=[_("From today you are no longer told of changes of the contract.")],
        warning=True,
    )
    return act_page(request, release, one, ActForm(one, request.POST or None), page)
