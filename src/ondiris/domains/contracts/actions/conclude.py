"""The customer draws up a contract on a line of the approved list; both sides sign it; with that it is in force."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, Text, Trouble, WrongState
from ondiris.base.lines import said, trouble_with_line
from ondiris.base.numbering.next import next_number
from ondiris.domains.contracts.content import Terms, malformed, trouble_with
from ondiris.domains.contracts.flow import CONTRACT
from ondiris.domains.contracts.judging import approved_codes, require_allowed
from ondiris.domains.contracts.letters import send_contract
from ondiris.domains.contracts.models import Contract, Version, VersionSignature
from ondiris.domains.contracts.permissions import (
    may_accept,
    may_draw,
    may_offer,
    may_sign,
    may_take_back,
    may_write,
)
from ondiris.domains.contracts.queries import draft_of
from ondiris.domains.contracts.signing import text_of
from ondiris.domains.contracts.terms import SERIES, ContractState, Side, VersionState
from ondiris.domains.contracts.versions import keep, keep_again, move, terms_of
from ondiris.domains.documents.signing import signed_by
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.terms import OrganisationKind
from ondiris.domains.planning.models import Proposal
from ondiris.domains.planning.terms import ContractKind


def refuse(troubles: dict[str, str]) -> None:
    """BadInput for troubles said in English by field, each in the reader's language."""
    if troubles:
        raise BadInput({field: _(sentence) for field, sentence in troubles.items()})


@beginning("contract.draw", _("Draw up a contract"), Contract, "47.5", may_draw)
def draw(actor: Actor, *, kind: str, supplier_bin: str, line: str, title: str) -> tuple[Contract, dict[str, Any]]:
    """A contract of the actor's organisation, the customer, with a supplier, on a line of the list of goods in force.

    `line` is the number of the customer's own proposal there. BadInput names the field.
    """
    wrong: dict[str, Text] = {}
    supplier = Organisation.objects.filter(bin=supplier_bin.strip(), kind=OrganisationKind.ENTERPRISE).first()
    if supplier is None:
        wrong["supplier_bin"] = _("No enterprise is registered under this BIN.")
    elif supplier.pk == actor.organisation_id:
        wrong["supplier_bin"] = _("Nobody is a supplier to itself.")
    if kind not in list(ContractKind):
        wrong["kind"] = _("Choose one of the two kinds of contract.")
    proposal = _line(actor, kind, line.strip())
    if proposal is None and "kind" not in wrong:
        wrong["line"] = _("No line of yours for this kind of contract has this number on the list in force.")
    if sentence := trouble_with_line(title, 300):
        wrong["title"] = sentence
    if wrong or supplier is None:
        raise BadInput(wrong)
    contract = Contract.objects.create(
        number=next_number(SERIES[ContractKind(kind)], actor.on.year),
        state=ContractState.DRAWN,
        kind=kind,
        customer_id=actor.organisation_id,
        supplier=supplier,
        line=proposal,
        title=title.strip(),
        drawn_on=actor.on,
    )
    return contract, {"kind": kind, "supplier": supplier_bin.strip(), "line": line.strip()}


def _line(actor: Actor, kind: str, number: str) -> Proposal | None:
    approved = approved_codes(actor.organisation_id, kind, actor.on)
    return Proposal.objects.filter(pk__in=approved, number=number).first()


@act(CONTRACT, "write", _("Write the contract's text"), Contract, may_write)
def write(
    actor: Actor,
    contract: Contract,
    *,
    terms: Terms,
    organised_by_supplier: bool | None = None,
    absent_before: bool | None = None,
) -> Outcome:
    """The wording so far: it may have gaps, which `offer` names. BadInput for what cannot be kept.

    The last two are what both sides state of the production (46.1.1): yes, no, or None where it is not said.
    """
    refuse(malformed(terms))
    contract.organised_by_supplier, contract.absent_before = organised_by_supplier, absent_before
    draft = draft_of(contract)
    if draft is None:
        draft = keep(contract, terms, VersionState.DRAFT)
    else:
        keep_again(draft, terms)
    return Outcome({"goods": len(terms.goods), "starts_on": terms.starts_on, "ends_on": terms.ends_on})


def _written(contract: Contract) -> Version:
    draft = draft_of(contract)
    if draft is None:
        raise WrongState(_("The text of the contract is not written yet."))
    return draft


@act(CONTRACT, "offer", _("Offer for signature"), Contract, may_offer)
def offer(actor: Actor, contract: Contract) -> Outcome:
    """The text goes to the supplier for signature.

    BadInput where it has gaps, NotAllowed where a condition of the law is not met or not known.
    """
    terms = terms_of(_written(contract))
    refuse(trouble_with(terms, ContractKind(contract.kind)))
    _in_time(terms, actor.on)
    found = require_allowed(contract, terms, actor.on)
    return Outcome({"amount": terms.amount, "met": [one.rule for one in found.findings]})


def _in_time(terms: Terms, on: date) -> None:
    if terms.ends_on <= on:
        raise BadInput({"ends_on": _("The contract would end before it is concluded.")})


@act(CONTRACT, "take_back", _("Take back for changes"), Contract, may_take_back)
def take_back(actor: Actor, contract: Contract, *, reason: str) -> Outcome:
    """Back to be drawn up; what the supplier signed of it is void."""
    void = VersionSignature.objects.filter(version__contract=contract)
    evidence = {"reason": said("reason", reason), "void": list(void.values_list("digest", flat=True))}
    void.delete()
    return Outcome(evidence)


def sign_version(
    actor: Actor, contract: Contract, version: Version, side: Side, method: str, proof: str
) -> VersionSignature:
    """The actor's signature for a side under a version. BadInput where the proof does not hold, Trouble where the
    other side signed another text; then nothing is signed."""
    signed = signed_by(actor, text_of(contract, version), method, proof)
    others = version.signatures.exclude(side=side).values_list("digest", flat=True)
    if any(digest != signed["digest"] for digest in others):
        raise Trouble(_("The text is not the one that the other side signed. Nothing was signed."))
    return VersionSignature.objects.create(version=version, side=side, **signed)


@act(CONTRACT, "accept", _("Sign for the supplier"), Contract, may_accept)
def accept(actor: Actor, contract: Contract, *, proof: str, method: str = "password") -> Outcome:
    """The supplier's signature under the offered text. BadInput where the proof does not hold."""
    signature = sign_version(actor, contract, _written(contract), Side.SUPPLIER, method, proof)
    return Outcome({"digest": signature.digest, "method": signature.method})


@act(CONTRACT, "sign", _("Sign for the customer"), Contract, may_sign)
def sign(actor: Actor, contract: Contract, *, proof: str, method: str = "password") -> Outcome:
    """The customer's signature under the same text; the contract is concluded, and the findings of the day are kept.

    NotAllowed where a condition of the law is not met, or not known, on this day.
    """
    version = _written(contract)
    terms = terms_of(version)
    _in_time(terms, actor.on)
    found = require_allowed(contract, terms, actor.on)
    signature = sign_version(actor, contract, version, Side.CUSTOMER, method, proof)
    move(version, VersionState.IN_FORCE, in_force_on=actor.on)
    contract.concluded_on = actor.on
    contract.starts_on, contract.ends_on = terms.starts_on, terms.ends_on
    contract.answer, contract.standing = found.standing.answer, found.standing.to_json()
    contract.findings = [one.to_json() for one in found.findings]
    send_contract(actor, contract, version)
    return Outcome(
        {"digest": signature.digest, "method": signature.method, "amount": version.amount, "ends_on": terms.ends_on}
    )
