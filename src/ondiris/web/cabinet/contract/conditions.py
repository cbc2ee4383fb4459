"""Which further conditions does contract procurement have, what was performed of them, and who says so? (49.2)"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.errors import NotFound
from ondiris.domains.contracts.actions.offset import accept, report_performance, send_back
from ondiris.domains.contracts.actions.penalty import claim_for_condition
from ondiris.domains.contracts.models import Condition, Contract, Performance
from ondiris.domains.contracts.offset import conditions_of
from ondiris.domains.contracts.permissions import CONCLUDED
from ondiris.domains.contracts.terms import PerformanceState
from ondiris.web.acting import ActedRequest, for_people
from ondiris.web.cabinet.contract.acting import address, begin_page, file_field, page_for
from ondiris.web.cabinet.contract.lookup import Part, contract_at, part_of, performance_at
from ondiris.web.cabinet.forms import upload_of
from ondiris.web.showing.acting import ActForm, PlainForm, Way, act_page, text_field, ways
from ondiris.web.showing.contract.conditions import condition_name, conditions_shown
from ondiris.web.showing.history import history
from ondiris.web.showing.states import tag_of
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField, MoneyField
from ondiris.web.ui.parts import Line


@for_people
def conditions_page(request: ActedRequest, number: str) -> HttpResponse:
    """Each condition with its value, what was accepted of it, and every report."""
    contract = _concluded(request, number)
    part = part_of(request.actor, contract)
    reports = part == Part.SUPPLIER and bool(report_performance.may(request.actor))
    claims = part == Part.CUSTOMER and bool(claim_for_condition.may(request.actor))
    performances = contract.performances.select_related("document").order_by("-pk")
    context = {
        "contract": contract,
        "back": address(contract),
        "reports": reports,
        "claims": claims,
        **conditions_shown(contract, conditions_of(contract, request.day), performances),
    }
    return render(request, "cabinet/contract/conditions.html", context)


def _concluded(request: ActedRequest, number: str) -> Contract:
    contract = contract_at(request.actor, number)
    if contract.state not in CONCLUDED:
        raise NotFound
    return contract


def condition_at(contract: Contract, place: int) -> Condition:
    """The condition of this place in the newest wording that held; NotFound where there is none."""
    held = Condition.objects.filter(version__contract=contract, version__in_force_on__isnull=False, place=place)
    found = held.order_by("-version__place").first()
    if found is None:
        raise NotFound
    return found


class ReportForm(PlainForm):
    """What was done of a condition, when, and what it is worth."""

    text = text_field(gettext_lazy("What was done"), rows=4)
    value = MoneyField(label=gettext_lazy("Value in money"))
    done_on = DayField(label=gettext_lazy("Done on"))
    upload = file_field(gettext_lazy("Evidence"))


@for_people
def report_page(request: ActedRequest, number: str, place: int) -> HttpResponse:
    """Report what was done of a condition, with evidence."""
    contract = _concluded(request, number)
    condition = condition_at(contract, place)
    form = ReportForm(request.POST or None, request.FILES or None)
    page = page_for(
        contract,
        report_performance.title,
        _("Report it"),
        _("It is reported. It counts once the customer has accepted it."),
        back=address(contract, "conditions"),
        lines=_condition_lines(condition),
    )

    def call(upload: Any, **data: Any) -> None:
        report_performance(request.actor, contract=number, condition=place, upload=upload_of(upload), **data)

    return begin_page(request, report_performance, form, page, call)


def _condition_lines(condition: Condition) -> list[Line]:
    return [
        Line(_("Condition"), f"{condition_name(condition)}: {condition.text}"),
        Line(_("Value in money"), figures.tenge(condition.value)),
        Line(_("Last day"), figures.day(condition.due_on)),
    ]


@for_people
def performance_page(request: ActedRequest, number: str) -> HttpResponse:
    """One report with its evidence and the customer's answer."""
    one = performance_at(request.actor, number)
    context = {
        "performance": one,
        "contract": one.contract,
        "tag": tag_of(PerformanceState, one.state),
        "lines": _lines(one),
        "ways": ways(
            request.actor,
            one,
            (accept, Way(accept.title, _url("accept-performance", one), main=True)),
            (send_back, Way(send_back.title, _url("return-performance", one))),
        ),
        "back": address(one.contract, "conditions"),
        "history": history(("performance", one.number)),
    }
    return render(request, "cabinet/contract/performance.html", context)


def _url(name: str, one: Performance) -> str:
    return reverse(f"cabinet:{name}", args=[one.number])


def _lines(one: Performance) -> list[Line]:
    lines = [
        Line(_("Condition"), condition_name(condition_at(one.contract, one.condition))),
        Line(_("What was done"), one.text),
        Line(_("Value in money"), figures.tenge(one.value)),
        Line(_("Done on"), figures.day(one.done_on)),
        Line(_("Reported on"), figures.day(one.reported_on)),
    ]
    if one.answered_on is not None:
        lines.append(Line(_("Answered on"), figures.day(one.answered_on)))
    if one.remark:
        lines.append(Line(_("To be corrected"), one.remark))
    return lines


class RemarkForm(ActForm):
    """What has to be corrected."""

    remark = text_field(gettext_lazy("What is to be corrected"), rows=4)


@for_people
def accept_page(request: ActedRequest, number: str) -> HttpResponse:
    """Accept what was reported; it counts then."""
    one = performance_at(request.actor, number)
    page = page_for(
        one.contract,
        accept.title,
        _("Accept it"),
        _("It is accepted and counts."),
        back=_url("performance", one),
        lines=_lines(one),
    )
    return act_page(request, accept, one, ActForm(one, request.POST or None), page)


@for_people
def return_page(request: ActedRequest, number: str) -> HttpResponse:
    """Return it; the supplier may report anew."""
    one = performance_at(request.actor, number)
    page = page_for(
        one.contract,
        send_back.title,
        _("Return it"),
        _("It is returned. It does not count; the supplier may report anew."),
        back=_url("performance", one),
        lines=_lines(one),
    )
    return act_page(request, send_back, one, RemarkForm(one, request.POST or None), page)


class ClaimForm(PlainForm):
    """The amount that the contract itself names, and where."""

    amount = MoneyField(label=gettext_lazy("Penalty"))
    note = text_field(
        gettext_lazy("Clause of the contract"),
        help_text=gettext_lazy("Which clause the amount follows from: the law leaves it to the contract."),
        rows=3,
    )


@for_people
def claim_page(request: ActedRequest, number: str, place: int) -> HttpResponse:
    """Claim the contract's penalty for a condition that was not performed."""
    contract = _concluded(request, number)
    page = page_for(
        contract,
        claim_for_condition.title,
        _("Claim it"),
        _("The penalty is claimed; the supplier has been told by letter."),
        back=address(contract, "penalties"),
        lines=_condition_lines(condition_at(contract, place)),
        provision="49.3",
        warning=True,
    )

    def call(**data: Any) -> None:
        claim_for_condition(request.actor, contract=number, condition=place, **data)

    return begin_page(request, claim_for_condition, ClaimForm(request.POST or None), page, call)
