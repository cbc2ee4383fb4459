"""The keeper chooses the contract and the authority of a line, or leaves it out; the customer answers for it. (47.2, 47.3)"""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import BadInput, Text
from ondiris.base.lines import said
from ondiris.domains.documents.keeping import Upload, keep, trouble_with
from ondiris.domains.planning.flow import PROPOSAL
from ondiris.domains.planning.models import THROUGH, Proposal
from ondiris.domains.planning.permissions import may_agree, may_classify, may_decline, may_leave_out, may_reopen
from ondiris.domains.planning.terms import ContractKind, is_volume


def trouble_with_choice(kind: str, through: str) -> dict[str, Text]:
    """What is wrong with a kind of contract (46.1) and an authority (47.3), by field."""
    wrong: dict[str, Text] = {}
    if kind not in set(ContractKind):
        wrong["kind"] = _("Choose a kind of contract.")
    if through not in THROUGH:
        wrong["through"] = _("Choose the authority for hydrocarbons or for solid minerals.")
    return wrong


@act(PROPOSAL, "classify", _("Choose the kind of contract and the authority"), Proposal, may_classify)
def classify(actor: Actor, proposal: Proposal, *, kind: str, through: str) -> Outcome:
    """In place of what is suggested. BadInput for what is no kind of contract (46.1), or no authority for subsoil."""
    if wrong := trouble_with_choice(kind, through):
        raise BadInput(wrong)
    suggested = {"kind": proposal.kind, "through": proposal.through}
    proposal.kind, proposal.through, proposal.classified_on = str(kind), str(through), actor.on
    return Outcome({"kind": proposal.kind, "through": proposal.through, "before": suggested})


@act(PROPOSAL, "leave_out", _("Leave the line out"), Proposal, may_leave_out)
def leave_out(actor: Actor, proposal: Proposal, *, reason: str) -> Outcome:
    """Not sent with the list; it is kept with the reason."""
    proposal.reason = said("reason", reason)
    return Outcome({"reason": proposal.reason})


@act(PROPOSAL, "agree", _("Agree the line"), Proposal, may_agree)
def agree(
    actor: Actor,
    proposal: Proposal,
    *,
    volume: Decimal | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    upload: Upload | None = None,
) -> Outcome:
    """The customer's word on a line: volume, expected first and last day, technical specification (47.3p2).

    BadInput names each that is missing or wrong. A specification handed in before the line was opened again stays.
    """
    wrong = _trouble_with_term(proposal, starts_on, ends_on)
    if volume is None or not is_volume(volume):
        wrong["volume"] = _("Give the volume: a number above zero with at most four decimals.")
    if upload is not None:
        if trouble := trouble_with(upload):
            wrong["upload"] = trouble
    elif proposal.specification_id is None:
        wrong["upload"] = _("Attach the technical specification.")
    if wrong:
        raise BadInput(wrong)
    if upload is not None:
        proposal.specification = keep(actor, upload, "upload")
    proposal.volume, proposal.starts_on, proposal.ends_on = volume, starts_on, ends_on
    proposal.answered_on, proposal.reason = actor.on, ""
    specification = proposal.specification.number if proposal.specification else ""
    return Outcome(
        {"volume": volume, "starts_on": starts_on, "ends_on": ends_on, "specification": specification},
    )


def _trouble_with_term(proposal: Proposal, starts_on: date | None, ends_on: date | None) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    if starts_on is None:
        wrong["starts_on"] = _("Give the day on which the contract is expected to begin.")
    elif starts_on.year < proposal.goods_list.year:
        wrong["starts_on"] = _("This day is before the year of the list.")
    if ends_on is None:
        wrong["ends_on"] = _("Give the last day for which the contract is expected.")
    elif starts_on is not None and ends_on < starts_on:
        wrong["ends_on"] = _("The last day comes before the first.")
    return wrong


@act(PROPOSAL, "decline", _("Decline the line"), Proposal, may_decline)
def decline(actor: Actor, proposal: Proposal, *, reason: str) -> Outcome:
    """The customer will not contract for this good; it is kept with the reason."""
    proposal.reason, proposal.answered_on = said("reason", reason), actor.on
    return Outcome({"reason": proposal.reason})


@act(PROPOSAL, "reopen", _("Ask the customer again"), Proposal, may_reopen)
def reopen(actor: Actor, proposal: Proposal, *, reason: str) -> Outcome:
    """The answer is taken back and waits for the customer again, with what is to be corrected."""
    proposal.reason, proposal.answered_on = said("reason", reason), None
    return Outcome({"reason": proposal.reason})
