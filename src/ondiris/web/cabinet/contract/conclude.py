"""How is a contract offered, taken back and signed by both sides? (46.1, 47.5)"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ondiris.base.acts import Act
from ondiris.base.errors import NotFound, WrongState
from ondiris.domains.contracts.actions.conclude import accept, offer, sign, take_back
from ondiris.domains.contracts.content import Terms, trouble_with
from ondiris.domains.contracts.judging import judged
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.queries import draft_of, side_of
from ondiris.domains.contracts.terms import Side
from ondiris.domains.contracts.versions import terms_of
from ondiris.domains.planning.terms import ContractKind
from ondiris.web.acting import for_people
from ondiris.web.cabinet.contract.acting import PasswordForm, address, page_for
from ondiris.web.cabinet.contract.lookup import contract_at
from ondiris.web.showing.acting import ActForm, ReasonForm, act_page, need
from ondiris.web.showing.contract.terms import terms_shown
from ondiris.web.showing.findings import all_shown


def _text(contract: Contract) -> Terms:
    """The text to be signed. WrongState where it is signed already, or not written yet."""
    draft = draft_of(contract)
    if draft is None:
        raise WrongState(_("This is not possible where the case stands now."))
    return terms_of(draft)


@for_people
def offer_page(request: Any, number: str) -> HttpResponse:
    """What the rules find of the text, and the button that sends it to the supplier where nothing hinders."""
    contract = contract_at(request.actor, number)
    if request.method != "POST":
        need(offer, request.actor, contract)
    terms = _text(contract)
    if request.method != "POST" and trouble_with(terms, ContractKind(contract.kind)):
        return redirect(address(contract, "contract-text") + "?gaps=1")
    found = judged(contract, terms, request.day)
    page = page_for(
        contract,
        offer.title,
        _("Offer it"),
        _("The contract is with the supplier, who signs first; then you sign."),
        consequences=[_("The text cannot be changed while the offer stands; you can take it back for changes.")],
        template="cabinet/contract/offer.html",
        context={"findings": all_shown(found.findings), "hindered": bool(found.open), "contract": contract},
    )
    return act_page(request, offer, contract, ActForm(contract, request.POST or None), page)


@for_people
def take_back_page(request: Any, number: str) -> HttpResponse:
    """Back to be drawn up; the supplier's signature is void."""
    contract = contract_at(request.actor, number)
    page = page_for(
        contract,
        take_back.title,
        _("Take it back"),
        _("The contract is being drawn up again. What was signed of it is void."),
        consequences=[_("What the supplier signed of this text is void.")],
        warning=True,
    )
    return act_page(request, take_back, contract, ReasonForm(contract, request.POST or None), page)


@for_people
def sign_page(request: Any, number: str) -> HttpResponse:
    """The whole text, what follows from it, and the password as the signature of one's own side."""
    contract = contract_at(request.actor, number)
    side = side_of(request.actor, contract)
    if side is None:
        raise NotFound
    act: Act[Contract] = accept if side == Side.SUPPLIER else sign
    if request.method != "POST":
        need(act, request.actor, contract)
    terms = _text(contract)
    concludes = side == Side.CUSTOMER
    found = judged(contract, terms, request.day) if concludes else None
    page = page_for(
        contract,
        act.title,
        _("Sign"),
        _("The contract is concluded and in force.") if concludes else _("You signed. The customer signs next."),
        consequences=_consequences(request.actor.organisation_name, concludes=concludes),
        template="cabinet/contract/sign.html",
        context={
            "contract": contract,
            "terms": terms_shown(terms, contract.kind),
            "findings": all_shown(found.findings) if found else [],
            "hindered": bool(found and found.open),
        },
    )

    def call(version: int, password: str) -> None:
        act(request.actor, number, version=version, proof=password)

    return act_page(request, act, contract, PasswordForm(contract, request.POST or None), page, call)


def _consequences(organisation: str, *, concludes: bool) -> list[str]:
    return [
        _("You sign for %(organisation)s.") % {"organisation": organisation},
        _("With your signature the contract is in force, and both sides are bound.")
        if concludes
        else _("Once the customer has signed too, both sides are bound."),
        _("Afterwards volume and price are not lowered by one side alone (article 48, paragraph 2)."),
    ]
