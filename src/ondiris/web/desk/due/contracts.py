"""Which concluded offtake contracts wait for this official to be entered in the register? (48.6)"""

from collections.abc import Iterator

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.domains.contracts.actions.register import enter
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.outside import register_is_kept
from ondiris.domains.contracts.permissions import CONCLUDED, may_record
from ondiris.domains.planning.terms import ContractKind
from ondiris.web.desk.due.parts import Due, Row, days_since, due, some


def contracts_due(actor: Actor) -> Iterator[Due]:
    """Those that stand in no register yet, for its keeper, on days on which it is kept."""
    if not may_record(actor) or not register_is_kept(actor.on):
        return
    waiting = Contract.objects.filter(kind=ContractKind.OFFTAKE, state__in=CONCLUDED, registered_on=None)
    rows = [
        Row(
            one.number,
            reverse("desk:contract", args=[one.number]),
            getattr(one, "customer_name", ""),
            days_since(one.concluded_on, actor.on),
            one.title,
        )
        for one in some(waiting.annotate(customer_name=F("customer__name")).order_by("concluded_on", "pk"))
    ]
    yield due(_("Offtake contracts to enter in the register"), enter.provision, _("Days since the conclusion"), rows)
