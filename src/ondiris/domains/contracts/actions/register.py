"""A keeper enters an offtake contract concluded here in the register of offtake contracts (1.8-1, 48.6)."""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import WrongState
from ondiris.domains.contracts.flow import CONTRACT
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.outside import REGISTER, register_is_kept
from ondiris.domains.contracts.permissions import may_enter
from ondiris.domains.contracts.terms import ContractState
from ondiris.domains.planning.terms import ContractKind

NO_REGISTER = _("The law has no register of offtake contracts on this day.")


@act(CONTRACT, "enter", _("Enter it in the register"), Contract, may_enter)
def enter(actor: Actor, contract: Contract) -> Outcome:
    """The contract stands in the register from the actor's day on, open to everybody, whenever it was concluded.

    WrongState for contract procurement, for one that stands there already, and on days before the register.
    """
    if contract.kind != ContractKind.OFFTAKE:
        raise WrongState(_("Only offtake contracts stand in this register."), provision=REGISTER)
    if contract.registered_on is not None:
        raise WrongState(_("The contract stands in the register already."), provision=REGISTER)
    if not register_is_kept(actor.on):
        raise WrongState(NO_REGISTER, provision=REGISTER)
    contract.registered_on = actor.on
    return Outcome({"registered_on": actor.on}, to=ContractState(contract.state))
