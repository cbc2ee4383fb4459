"""Which wordings has a contract had, how do they differ, and how is a proposed change answered? (48.2)"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ondiris.base.errors import NotFound
from ondiris.domains.contracts.actions.amend import agree_change, decline_change, withdraw_change
from ondiris.domains.contracts.actions.end import end
from ondiris.domains.contracts.content import Terms
from ondiris.domains.contracts.models import Contract, Version
from ondiris.domains.contracts.queries import proposed_version
from ondiris.domains.contracts.terms import WORDS, Side, VersionState
from ondiris.domains.contracts.versions import terms_of_each
from ondiris.web.acting import for_people
from ondiris.web.cabinet.contract.acting import PasswordForm, address, page_for
from ondiris.web.cabinet.contract.lookup import contract_at
from ondiris.web.showing.acting import ReasonForm, Way, act_page, need, ways
from ondiris.web.showing.contract.lowering import lowered_of
from ondiris.web.showing.contract.terms import changes, terms_shown
from ondiris.web.showing.states import tag_of
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line


@for_people
def versions_page(request: Any, number: str) -> HttpResponse:
    """The wordings from the newest to the first."""
    contract = contract_at(request.actor, number)
    versions = list(contract.versions.order_by("-place"))
    if len(versions) == 1:
        return redirect("cabinet:contract-version", number=number, place=versions[0].place)
    context = {
        "contract": contract,
        "back": address(contract),
        "versions": [
            {"version": one, "tag": tag_of(VersionState, one.state), "by": _side(one.proposed_by)} for one in versions
        ],
    }
    return render(request, "cabinet/contract/versions.html", context)


@for_people
def version_page(request: Any, number: str, place: int) -> HttpResponse:
    """A whole wording, with what it says otherwise than the one that held before it."""
    contract = contract_at(request.actor, number)
    shown = _at(contract, place)
    before = _before(contract, shown)
    terms = terms_of_each([shown, *([before] if before else [])])
    context = {
        **_compared(contract, terms[shown.pk], terms[before.pk] if before else None),
        "contract": contract,
        "version": shown,
        "before": before,
        "by": _side(shown.proposed_by),
        "tag": tag_of(VersionState, shown.state),
        "terms": terms_shown(terms[shown.pk], contract.kind),
        "signatures": [(_side(one.side), one) for one in shown.signatures.order_by("pk")],
        "ways": _ways(request.actor, contract) if shown.state == VersionState.PROPOSED else [],
        "hint": _hint(request.actor, contract) if shown.state == VersionState.PROPOSED else "",
        "back": address(contract),
    }
    return render(request, "cabinet/contract/version.html", context)


@for_people
def change_page(request: Any, number: str) -> HttpResponse:
    """The change that waits for an answer."""
    contract = contract_at(request.actor, number)
    proposed = proposed_version(contract)
    if proposed is None:
        return redirect("cabinet:contract-versions", number=number)
    return redirect("cabinet:contract-version", number=number, place=proposed.place)


@for_people
def agree_page(request: Any, number: str) -> HttpResponse:
    """Sign the proposed change too; with that it holds."""
    contract = contract_at(request.actor, number)
    if request.method != "POST":
        need(agree_change, request.actor, contract)
    proposed = proposed_version(contract)
    compared = {}
    if proposed is not None and (before := _before(contract, proposed)) is not None:
        terms = terms_of_each([proposed, before])
        compared = _compared(contract, terms[proposed.pk], terms[before.pk])
    page = page_for(
        contract,
        agree_change.title,
        _("Sign"),
        _("The change is signed by both sides and holds from today. The wording before is kept."),
        lines=_told(proposed),
        consequences=[
            _("You sign the same text that the other side signed."),
            _("A lender who has the contract in pledge is told of it."),
        ],
        template="cabinet/contract/agree.html",
        context=compared,
    )

    def call(version: int, password: str) -> None:
        agree_change(request.actor, number, version=version, proof=password)

    return act_page(request, agree_change, contract, PasswordForm(contract, request.POST or None), page, call)


@for_people
def decline_page(request: Any, number: str) -> HttpResponse:
    """The contract stays as it is."""
    contract = contract_at(request.actor, number)
    done = _("The change is declined. The contract stays as it is.")
    page = page_for(
        contract,
        decline_change.title,
        _("Decline the change"),
        done,
        lines=_told(proposed_version(contract)),
        warning=True,
    )
    return act_page(request, decline_change, contract, ReasonForm(contract, request.POST or None), page)


@for_people
def withdraw_page(request: Any, number: str) -> HttpResponse:
    """Take back what one's own side proposed."""
    contract = contract_at(request.actor, number)
    done = _("The change is withdrawn. The contract stays as it is.")
    page = page_for(
        contract, withdraw_change.title, _("Withdraw it"), done, lines=_told(proposed_version(contract)), warning=True
    )
    return act_page(request, withdraw_change, contract, ReasonForm(contract, request.POST or None), page)


@for_people
def end_page(request: Any, number: str) -> HttpResponse:
    """Record that the term has passed."""
    contract = contract_at(request.actor, number)
    page = page_for(
        contract,
        end.title,
        _("Record the end"),
        _("The contract has ended."),
        consequences=[_("What was offered or is owed stays to be answered and paid.")],
    )
    return act_page(request, end, contract, ReasonForm(contract, request.POST or None), page)


def _at(contract: Contract, place: int) -> Version:
    found = contract.versions.filter(place=place).first()
    if found is None:
        raise NotFound
    return found


def _before(contract: Contract, version: Version) -> Version | None:
    """The wording that held when this one was proposed."""
    held = contract.versions.filter(place__lt=version.place, state__in=[VersionState.IN_FORCE, VersionState.REPLACED])
    return held.order_by("place").last()


def _compared(contract: Contract, terms: Terms, before: Terms | None) -> dict[str, Any]:
    """What a wording changes of the one before, and what it lowers."""
    if before is None:
        return {"changes": [], "lowered": []}
    return {
        "changes": changes(before, terms, contract.kind),
        "lowered": lowered_of(before, terms),
    }


def _ways(actor: Any, contract: Contract) -> list[Way]:
    return ways(
        actor,
        contract,
        (agree_change, Way(agree_change.title, address(contract, "agree-change"), main=True)),
        (decline_change, Way(decline_change.title, address(contract, "decline-change"))),
        (withdraw_change, Way(withdraw_change.title, address(contract, "withdraw-change"))),
    )


def _hint(actor: Any, contract: Contract) -> str:
    """Why this person cannot sign the change."""
    answer = agree_change.possible(actor, contract)
    return "" if answer else str(answer.reason)


def _told(proposed: Version | None) -> list[Line]:
    """Who proposed what and why."""
    if proposed is None:
        return []
    return [
        Line(_("Proposed by"), _side(proposed.proposed_by)),
        Line(_("Proposed on"), figures.day(proposed.proposed_on)),
        Line(_("Reason"), proposed.reason),
    ]


def _side(side: str) -> str:
    return _(WORDS[Side(side)]) if side else ""
