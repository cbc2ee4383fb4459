"""The treasurer records that the budget's money has arrived on a programme's account."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.errors import BadInput, NotFound, Text
from ondiris.base.lines import trouble_with_line
from ondiris.domains.funds import ledger
from ondiris.domains.funds.models import Programme, Transfer
from ondiris.domains.funds.permissions import may_keep, may_keep_some
from ondiris.domains.funds.terms import Purpose


@beginning(
    "programme.allocate",
    _("Record an allocation"),
    Programme,
    "13.2",
    may_keep_some,
    cites=lambda programme: programme.provision,
)
def allocate(actor: Actor, *, code: str, amount: Decimal, reference: str) -> tuple[Programme, dict[str, Any]]:
    """Money from the budget by the document named in `reference`, once a document. BadInput names what is wrong."""
    programme = Programme.objects.select_for_update().filter(code=code).first()
    if programme is None or not may_keep(actor, programme):
        raise NotFound
    wrong: dict[str, Text] = {}
    reference = " ".join(reference.split())
    if trouble := trouble_with_line(reference, 60, _("Name the document by which the money came.")):
        wrong["reference"] = trouble
    elif Transfer.objects.filter(
        source__programme=programme, purpose=Purpose.ALLOCATION, reference__iexact=reference
    ).exists():
        wrong["reference"] = _("An allocation by this document is already recorded.")
    if wrong:
        raise BadInput(wrong)
    ledger.allocate(programme, amount, actor.on, reference)
    return programme, {"amount": amount, "reference": reference}
