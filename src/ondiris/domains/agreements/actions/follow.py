"""The monitor gives notice of a shortfall."""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.lines import said
from ondiris.domains.agreements.flow import FLOW
from ondiris.domains.agreements.letters import send_notice
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.agreements.permissions import may_give_notice


@act(FLOW, "give_notice", _("Give notice of shortfall"), Agreement, may_give_notice)
def give_notice(actor: Actor, agreement: Agreement, *, text: str) -> Outcome:
    """Tell the recipient what was not fulfilled or not reported; a demand may follow."""
    agreement.notice_text = said("text", text)
    agreement.noticed_on = actor.on
    send_notice(actor, agreement)
    return Outcome({"text": agreement.notice_text})
