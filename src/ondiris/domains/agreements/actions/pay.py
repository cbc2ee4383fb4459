"""The treasurer pays the next instalment from the programme's account."""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import BadInput
from ondiris.domains.agreements.flow import FLOW
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.agreements.permissions import may_pay
from ondiris.domains.funds import ledger
from ondiris.domains.funds.models import Programme
from ondiris.domains.measures.catalogue import measure


@act(FLOW, "pay", _("Pay an instalment"), Agreement, may_pay)
def pay(actor: Actor, agreement: Agreement, *, place: int) -> Outcome:
    """Pay the instalment at this place; each once, in order, not before it is due, never above the commitment."""
    instalment = agreement.instalments.select_for_update().filter(transfer=None).first()
    if instalment is None or instalment.place != place:
        raise BadInput({"place": _("This instalment is not the next one to be paid.")})
    if actor.on < instalment.due_on:
        raise BadInput({"place": _("This instalment is not due yet.")})
    chosen = measure(agreement.application.measure)
    programme = Programme.objects.get(code=chosen.programme)
    instalment.transfer = ledger.pay(programme, instalment.amount, actor.on, agreement.application.number)
    instalment.save()
    return Outcome({"place": place, "amount": instalment.amount}, provision=chosen.account_provision)
