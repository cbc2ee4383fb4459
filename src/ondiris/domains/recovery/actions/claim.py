"""A shortfall leads to a demand: drawn up by the monitor, decided by a second person, received by the treasurer."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, NotFound, NotPermitted, Trouble, WrongState
from ondiris.base.lines import said
from ondiris.base.money import is_money
from ondiris.base.numbering.next import next_number
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.agreements.permissions import may_give_notice, visible_to
from ondiris.domains.agreements.terms import AgreementState
from ondiris.domains.funds import ledger
from ondiris.domains.funds.models import Programme
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.recovery.flow import FLOW
from ondiris.domains.recovery.letters import send_demand
from ondiris.domains.recovery.models import Claim
from ondiris.domains.recovery.permissions import may_demand, may_draw, may_drop, may_receive
from ondiris.domains.recovery.queries import due_on, is_claimed, kept, payments_of
from ondiris.domains.recovery.terms import ClaimState


@beginning("claim.draw", _("Draw up a demand"), Claim, "27.4", may_draw)
def draw(actor: Actor, *, agreement_number: str, demand_on: date) -> tuple[Claim, dict[str, Any]]:
    """The sheet for a day, kept as the demand's draft.

    BadInput for a day before a payment; Trouble where nothing is due or the sum is undetermined, with the reason.
    """
    agreement = Agreement.objects.select_for_update().filter(number=agreement_number).first()
    if agreement is None or not visible_to(actor).filter(pk=agreement.pk).exists():
        raise NotFound
    if not (answer := may_give_notice(actor, agreement)):
        raise NotPermitted(answer.reason, provision="27.4")
    if agreement.state != AgreementState.NOTICED:
        raise WrongState(_("A demand follows a notice of shortfall."), provision="27.4")
    if is_claimed(agreement):
        raise WrongState(_("There already is a demand under this agreement."), provision="27.4")
    if any(payment.on > demand_on for payment in payments_of(agreement)):
        raise BadInput({"demand_on": _("The day of the demand cannot come before a payment.")})
    amount, sheet = sum_on(agreement, demand_on)
    claim = Claim.objects.create(
        number=next_number("REC", actor.on.year),
        state=ClaimState.DRAWN,
        agreement=agreement,
        demand_on=demand_on,
        amount=amount,
        sheet=sheet,
        drawn_by=actor.user_id,
        drawn_by_name=actor.name,
    )
    return claim, {"agreement": agreement.number, "demand_on": demand_on, "amount": amount}


def sum_on(agreement: Agreement, on: date) -> tuple[Decimal, dict[str, Any]]:
    """The amount to ask back on a day and its sheet as it is kept. Trouble where there is none, with the reason."""
    reached, sheet = due_on(agreement, on)
    if reached.level is None:
        raise Trouble(_("A year that is due has no accepted report: the level of fulfilment is undetermined."))
    if sheet is None:
        raise Trouble(_("Nothing has been paid under this agreement."))
    if sheet.due is None:
        assert sheet.gap is not None  # noqa: S101  (a sheet without a sum names its gap)
        raise Trouble(
            _("No base rate is established from %(day)s: the sum is undetermined.") % {"day": sheet.gap.first}
        )
    if sheet.due == 0:
        raise Trouble(_("Nothing is due: the obligations were fulfilled, or the shortfall was asked back before."))
    return sheet.due, kept(reached, sheet)


@act(FLOW, "demand", _("Demand the money back"), Claim, may_demand)
def demand(actor: Actor, claim: Claim) -> Outcome:
    """A second person makes the demand; the recipient is asked to return the amount.

    The day of the demand is the day on which it is made: the sum is made again for it, and what had been drawn up for
    another day stands in the journal. Trouble as for drawing it up.
    """
    claim.demand_on = actor.on
    claim.amount, claim.sheet = sum_on(claim.agreement, actor.on)
    send_demand(actor, claim)
    return Outcome({"amount": claim.amount, "sheet": claim.sheet})


@act(FLOW, "drop", _("Drop the demand"), Claim, may_drop)
def drop(actor: Actor, claim: Claim, *, reason: str) -> Outcome:
    """The demand is not made."""
    return Outcome({"reason": said("reason", reason)})


@act(FLOW, "receive", _("Record money returned"), Claim, may_receive)
def receive(actor: Actor, claim: Claim, *, amount: Decimal) -> Outcome:
    """Money came back: it goes to an account of its own, since 27.4 does not say whose it is."""
    if not is_money(amount) or amount == 0:
        raise BadInput({"amount": _("Give an amount above zero with at most two decimals.")})
    if claim.returned + amount > claim.amount:
        raise BadInput({"amount": _("This is more than what is still to be returned.")})
    programme = Programme.objects.get(code=measure(claim.agreement.application.measure).programme)
    ledger.take_back(programme, amount, actor.on, claim.number)
    claim.returned += amount
    done = claim.returned == claim.amount
    return Outcome(
        {"amount": amount, "returned": claim.returned}, to=ClaimState.RETURNED if done else ClaimState.DEMANDED
    )
