"""The monitor lifts a notice: the other answer to it than a demand."""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import WrongState
from ondiris.base.lines import said
from ondiris.domains.agreements.flow import FLOW
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.agreements.permissions import may_lift_notice
from ondiris.domains.recovery.queries import is_claimed


@act(FLOW, "lift_notice", _("Lift the notice"), Agreement, may_lift_notice)
def lift_notice(actor: Actor, agreement: Agreement, *, reason: str) -> Outcome:
    """The shortfall was made good, explained, or the money came back. Refused while a demand waits for its answer."""
    if is_claimed(agreement):
        raise WrongState(_("A demand stands: it is dropped, or the money comes back, before the notice is lifted."))
    agreement.noticed_on = None
    return Outcome({"reason": said("reason", reason)})
