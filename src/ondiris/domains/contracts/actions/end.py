"""Either side records that a contract has ended. (48.3)"""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import WrongState
from ondiris.base.lines import said
from ondiris.domains.contracts.counting import current
from ondiris.domains.contracts.flow import CONTRACT
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.permissions import may_end
from ondiris.domains.contracts.queries import proposed_version


@act(CONTRACT, "end", _("Record the end of the contract"), Contract, may_end)
def end(actor: Actor, contract: Contract, *, reason: str) -> Outcome:
    """After the last day of the term; an earlier end is a shorter term, which both sides agree as an amendment.

    What was offered or is owed stays to be answered and paid.
    """
    if actor.on <= current(contract).ends_on:
        raise WrongState(_("The term of the contract has not passed."), provision="48.3")
    if proposed_version(contract) is not None:
        raise WrongState(_("A change is proposed: it is answered or withdrawn first."), provision="48.2")
    contract.ended_on = actor.on
    contract.ended_because = said("reason", reason)
    return Outcome({"reason": contract.ended_because})
