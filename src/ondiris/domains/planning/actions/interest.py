"""A supplier says that it can make the good of an approved line, or takes that back. (47.4)"""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, NotFound, WrongState
from ondiris.base.lines import trouble_with_line
from ondiris.base.numbering.next import next_number
from ondiris.domains.planning.flow import INTEREST
from ondiris.domains.planning.models import Interest
from ondiris.domains.planning.permissions import may_express, may_withdraw
from ondiris.domains.planning.queries import open_lines
from ondiris.domains.planning.terms import InterestState

LONGEST = 2000


@beginning("interest.express", _("I can make this"), Interest, "47.4", may_express)
def express(actor: Actor, *, proposal: str, note: str = "") -> tuple[Interest, dict[str, Any]]:
    """For a line of the list in force, by its number, once. NotFound for another; WrongState for the customer's own."""
    line = open_lines(actor.on).filter(number=proposal).first()
    if line is None:
        raise NotFound
    if line.customer_id == actor.organisation_id:
        raise WrongState(_("This is a line of your own."), provision="47.4")
    if note.strip() and (trouble := trouble_with_line(note, LONGEST)):
        raise BadInput({"note": trouble})
    try:
        with transaction.atomic():
            made = Interest.objects.create(
                number=next_number("CAN", actor.on.year),
                state=InterestState.STANDS,
                proposal=line,
                organisation_id=actor.organisation_id,
                note=note.strip(),
                expressed_on=actor.on,
            )
    except IntegrityError:
        raise WrongState(_("You have said this of the line already."), provision="47.4") from None
    return made, {"proposal": line.number, "note": made.note}


@act(INTEREST, "withdraw", _("Take it back"), Interest, may_withdraw)
def withdraw(actor: Actor, interest: Interest) -> Outcome:
    """The supplier no longer offers to make it; it may say so again later."""
    return Outcome({"proposal": interest.proposal.number})
