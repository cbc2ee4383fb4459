"""Both sides sign: first the recipient, then the State; with that the agreement is in force."""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import Trouble
from ondiris.domains.agreements.flow import FLOW
from ondiris.domains.agreements.letters import send_agreement
from ondiris.domains.agreements.models import Agreement, Signature
from ondiris.domains.agreements.permissions import may_accept, may_sign
from ondiris.domains.agreements.signing import text_of
from ondiris.domains.agreements.terms import Side
from ondiris.domains.documents.signing import signed_by


def _signature(actor: Actor, agreement: Agreement, side: Side, method: str, proof: str) -> Signature:
    signed = signed_by(actor, text_of(agreement), method, proof)
    return Signature.objects.create(agreement=agreement, side=side, **signed)


@act(FLOW, "accept", _("Sign for the recipient"), Agreement, may_accept)
def accept(actor: Actor, agreement: Agreement, *, proof: str, method: str = "password") -> Outcome:
    """The recipient's signature over the agreement's terms. BadInput where the proof does not hold."""
    signature = _signature(actor, agreement, Side.RECIPIENT, method, proof)
    return Outcome({"digest": signature.digest, "method": signature.method})


@act(FLOW, "sign", _("Sign for the State"), Agreement, may_sign)
def sign(actor: Actor, agreement: Agreement, *, proof: str, method: str = "password") -> Outcome:
    """The State's signature over the same terms; the agreement comes into force."""
    signature = _signature(actor, agreement, Side.STATE, method, proof)
    if signature.digest != agreement.signatures.get(side=Side.RECIPIENT).digest:
        raise Trouble(_("The terms are not those that the recipient signed. Nothing was signed."), provision="27.1")
    agreement.in_force_on = actor.on
    send_agreement(actor, agreement)
    return Outcome({"digest": signature.digest, "method": signature.method})
