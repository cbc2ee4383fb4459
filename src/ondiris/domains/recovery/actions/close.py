"""The monitor closes an agreement for which everything has been answered."""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import Trouble
from ondiris.domains.agreements.flow import FLOW
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.agreements.permissions import may_close
from ondiris.domains.agreements.queries import last_year
from ondiris.domains.recovery.queries import due_on, is_claimed


@act(FLOW, "close", _("Close the agreement"), Agreement, may_close)
def close(actor: Actor, agreement: Agreement) -> Outcome:
    """Everything promised has been answered for. Refused while a payment, a year or a return is open."""
    if agreement.instalments.filter(transfer=None).exists():
        raise Trouble(_("An instalment has not been paid."), provision="27.1")
    if actor.on.year <= last_year(agreement):
        raise Trouble(_("The last year with a target is not over."), provision="27.1")
    reached, sheet = due_on(agreement, actor.on)
    if reached.level is None:
        raise Trouble(_("A year that is due has no accepted report."), provision="27.4")
    if is_claimed(agreement) or (sheet is not None and sheet.due != 0):
        raise Trouble(_("The obligations were not met in full and the money due has not come back."), provision="27.4")
    agreement.closed_on = actor.on
    return Outcome({"level": f"{reached.level.numerator}/{reached.level.denominator}"})
