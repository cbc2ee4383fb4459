"""What does a demand say: the amount, and every step of its sum? (27.4)"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ondiris.base import figures
from ondiris.base.actors import Actor
from ondiris.domains.documents.letters import words
from ondiris.domains.documents.letters.content import Block, Content, lines, paragraph, signatures
from ondiris.domains.documents.letters.write import write
from ondiris.domains.documents.terms import LetterKind
from ondiris.domains.parties.terms import Capacity
from ondiris.domains.recovery.models import Claim
from ondiris.domains.recovery.sheet import sheet_blocks


def send_demand(actor: Actor, claim: Claim) -> None:
    """Write the demand to the recipient, in each language, from the sheet that the claim keeps."""
    agreement = claim.agreement

    def compose() -> Content:
        return Content(
            title=_("Demand for return"),
            sender=words.acting_for(actor),
            addressee=words.organisation(agreement.recipient),
            reference=claim.number,
            day=figures.day(actor.on),
            footer=words.law(),
            blocks=(*_demand(claim), signatures([words.signed_by(actor, Capacity.DECISION_MAKER)])),
        )

    write(actor, LetterKind.DEMAND, claim, agreement.recipient_id, compose)


def _demand(claim: Claim) -> Iterator[Block]:
    yield paragraph(
        _(
            "Obligations of agreement %(number)s were not fulfilled in full. You are asked to return %(amount)s (art. 27.4)."
        )
        % {"number": claim.agreement.number, "amount": figures.tenge(claim.amount)}
    )
    yield lines(
        [
            (_("Agreement"), claim.agreement.number),
            (_("Due as of"), figures.day(claim.demand_on)),
            (_("Amount"), figures.tenge(claim.amount)),
        ]
    )
    yield from sheet_blocks(claim.sheet)
