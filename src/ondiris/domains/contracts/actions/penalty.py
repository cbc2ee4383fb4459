"""A penalty is claimed for goods that were not bought or a condition not performed, and paid or dropped. (48.4, 49.3)"""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, NotFound, Trouble, WrongState
from ondiris.base.lines import said
from ondiris.base.money import is_money
from ondiris.base.numbering.next import next_number
from ondiris.domains.contracts.counting import current
from ondiris.domains.contracts.flow import PENALTY
from ondiris.domains.contracts.models import Contract, Penalty
from ondiris.domains.contracts.offset import conditions_of
from ondiris.domains.contracts.owing import due_for_year
from ondiris.domains.contracts.penalty_letter import send_claim
from ondiris.domains.contracts.penalty_sheet import kept
from ondiris.domains.contracts.permissions import CONCLUDED, may_claim_some, may_settle
from ondiris.domains.contracts.terms import PenaltyState, Side
from ondiris.domains.planning.terms import ContractKind


def _locked(number: str, kind: ContractKind, **side: int) -> Contract:
    """The contract, locked so that two do not claim at once. NotFound where it is not of this side or was not concluded."""
    found = Contract.objects.select_for_update().filter(number=number, state__in=CONCLUDED, **side).first()
    if found is None:
        raise NotFound
    if found.kind != kind:
        raise WrongState(
            _("The law has this penalty for offtake contracts.")
            if kind == ContractKind.OFFTAKE
            else _("The law has this penalty for contract procurement."),
            provision="48.4" if kind == ContractKind.OFFTAKE else "49.3",
        )
    return found


def _claim(actor: Actor, contract: Contract, side: Side, **data: Any) -> Penalty:
    penalty = Penalty.objects.create(
        number=next_number("PEN", actor.on.year),
        state=PenaltyState.CLAIMED,
        contract=contract,
        claimed_by=side,
        claimed_on=actor.on,
        **data,
    )
    send_claim(actor, penalty)
    return penalty


def _article(penalty: Penalty) -> str:
    return "48.4" if penalty.year is not None else "49.3"


@beginning("penalty.claim_for_year", _("Claim the penalty for a year"), Penalty, "48.4", may_claim_some)
def claim_for_year(actor: Actor, *, contract: str, year: int) -> tuple[Penalty, dict[str, Any]]:
    """The supplier claims the penalty for what the customer refused in a year that is over, once a year.

    BadInput for another year; Trouble where nothing is due, or a delivery of the year still waits.
    """
    found = _locked(contract, ContractKind.OFFTAKE, supplier=actor.organisation_id)
    if year >= actor.on.year:
        raise BadInput({"year": _("The year is not over.")})
    if found.penalties.filter(year=year).exclude(state=PenaltyState.DROPPED).exists():
        raise BadInput({"year": _("The penalty for this year is claimed already.")})
    sheet = due_for_year(found, year, actor.on)
    if sheet is None:
        raise BadInput({"year": _("No volume is agreed for this year.")})
    if any(step.good.judged.counted.waiting for step in sheet.steps):
        raise Trouble(_("A delivery of this year still waits for the customer's answer."), provision="48.4")
    if sheet.amount == 0:
        raise Trouble(_("Nothing is due: nothing that had to be taken was refused without your fault."))
    penalty = _claim(actor, found, Side.SUPPLIER, year=year, amount=sheet.amount, sheet=kept(sheet))
    return penalty, {"contract": found.number, "year": year, "amount": sheet.amount, "sheet": penalty.sheet}


@beginning(
    "penalty.claim_for_condition", _("Claim the penalty for a condition"), Penalty, "49.3", may_claim_some, _article
)
def claim_for_condition(
    actor: Actor, *, contract: str, condition: int, amount: Decimal, note: str
) -> tuple[Penalty, dict[str, Any]]:
    """The customer claims the contract's penalty for a condition that was not performed by its last day.

    The law leaves the amount to the contract: `amount` is in tenge and `note` names the clause that it follows from.
    """
    found = _locked(contract, ContractKind.CONTRACT_PROCUREMENT, customer=actor.organisation_id)
    standing = next((one for one in conditions_of(found, actor.on) if one.condition.place == condition), None)
    if standing is None:
        raise BadInput({"condition": _("This condition is not in the contract.")})
    if not standing.overdue:
        raise BadInput({"condition": _("This condition is performed, or its last day has not passed.")})
    if standing.waiting:
        raise Trouble(_("Answer first what the supplier reported for this condition."), provision="49.3")
    if found.penalties.filter(condition=condition).exclude(state=PenaltyState.DROPPED).exists():
        raise BadInput({"condition": _("The penalty for this condition is claimed already.")})
    if not is_money(amount) or amount == 0:
        raise BadInput({"amount": _("Give an amount above zero with at most two decimals.")})
    clause = said("note", note)
    sheet = {
        "condition": condition,
        "kind": standing.condition.kind,
        "text": standing.condition.text,
        "due_on": standing.condition.due_on.isoformat(),
        "value": format(standing.condition.value, "f"),
        "accepted": format(standing.accepted, "f"),
        "missing": format(standing.missing, "f"),
        "clause": clause,
        "terms": current(found).penalty,
        "amount": format(amount, "f"),
    }
    penalty = _claim(actor, found, Side.CUSTOMER, condition=condition, amount=amount, sheet=sheet)
    return penalty, {"contract": found.number, "condition": condition, "amount": amount, "clause": clause}


@act(PENALTY, "pay", _("Record that the penalty was paid"), Penalty, may_settle)
def pay(actor: Actor, penalty: Penalty, *, settled_on: date, note: str = "") -> Outcome:
    """The side that claimed records the day on which the whole amount came."""
    if not penalty.claimed_on <= settled_on <= actor.on:
        raise BadInput({"settled_on": _("The day lies between that of the claim and today.")})
    penalty.settled_on, penalty.note = settled_on, note.strip()
    return Outcome({"settled_on": settled_on, "amount": penalty.amount}, provision=_article(penalty))


@act(PENALTY, "drop", _("Drop the penalty"), Penalty, may_settle)
def drop(actor: Actor, penalty: Penalty, *, note: str) -> Outcome:
    """The side that claimed gives the claim up, with the reason; it may be claimed anew."""
    penalty.note, penalty.settled_on = said("note", note), actor.on
    return Outcome({"note": penalty.note}, provision=_article(penalty))
