"""A concluded offtake contract becomes the subject of a pledge; the lender releases it. (48.1p2)"""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, NotFound, NotPermitted, Text, WrongState
from ondiris.base.lines import trouble_with_line
from ondiris.base.numbering.next import next_number
from ondiris.base.periods import overlapping
from ondiris.domains.contracts.flow import PLEDGE
from ondiris.domains.contracts.models import Contract, Pledge
from ondiris.domains.contracts.permissions import may_pledge, may_release, visible_to
from ondiris.domains.contracts.terms import ContractState, PledgeState
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.permissions import acts_for
from ondiris.domains.parties.terms import Capacity, OrganisationKind
from ondiris.domains.planning.terms import ContractKind


@beginning("pledge.make", _("Record a pledge"), Pledge, "48.1p2", may_pledge)
def pledge(
    actor: Actor, *, contract: str, lender_bin: str, valid_from: date, valid_to: date | None, basis: str
) -> tuple[Pledge, dict[str, Any]]:
    """The supplier records that a lender has the contract in pledge, from a day to before another; None is open.

    `basis` names the pledge agreement. BadInput names the field; NotFound where the contract is not the actor's to see.
    """
    pledged = visible_to(actor).select_for_update().filter(number=contract).first()  # locked: one pledge at a time
    if pledged is None:
        raise NotFound
    if not (answer := acts_for(actor, pledged.supplier_id, Capacity.SIGNATORY)):
        raise NotPermitted(answer.reason, provision="48.1p2")
    if pledged.state != ContractState.IN_FORCE or pledged.kind != ContractKind.OFFTAKE:
        raise WrongState(_("Only an offtake contract in force is pledged."), provision="48.1p2")
    lender = Organisation.objects.filter(bin=lender_bin.strip(), kind=OrganisationKind.ENTERPRISE).first()
    wrong = _wrong(pledged, lender, valid_from, valid_to, basis)
    if wrong or lender is None:
        raise BadInput(wrong)
    made = Pledge.objects.create(
        number=next_number("PLG", actor.on.year),
        state=PledgeState.STANDS,
        contract=pledged,
        lender=lender,
        basis=basis.strip(),
        valid_from=valid_from,
        valid_to=valid_to,
    )
    return made, {"contract": contract, "lender": lender_bin.strip(), "valid_from": valid_from, "valid_to": valid_to}


def _wrong(
    contract: Contract, lender: Organisation | None, valid_from: date, valid_to: date | None, basis: str
) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    if lender is None:
        wrong["lender_bin"] = _("No enterprise is registered under this BIN.")
    elif lender.pk in (contract.customer_id, contract.supplier_id):
        wrong["lender_bin"] = _("The lender is neither side of the contract.")
    elif contract.pledges.filter(overlapping(valid_from, valid_to), lender=lender, state=PledgeState.STANDS).exists():
        wrong["lender_bin"] = _("This lender has the contract in pledge on these days already.")
    if valid_to is not None and valid_to <= valid_from:
        wrong["valid_to"] = _("The last day must come after the first.")
    if contract.concluded_on is not None and valid_from < contract.concluded_on:
        wrong["valid_from"] = _("A contract is pledged once it is concluded, not before.")
    if sentence := trouble_with_line(basis, 300):
        wrong["basis"] = sentence
    return wrong


@act(PLEDGE, "release", _("Release the pledge"), Pledge, may_release)
def release(actor: Actor, pledge: Pledge) -> Outcome:
    """The lender gives the contract free; from this day it is no longer told of changes."""
    pledge.released_on = actor.on
    return Outcome({"contract": pledge.contract.number})
