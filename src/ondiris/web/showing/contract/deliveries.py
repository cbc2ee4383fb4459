"""How are deliveries listed: which good, how much, and where each stands? (48.2p2)"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ondiris.domains.contracts.models import Contract, Delivery, Good
from ondiris.domains.contracts.terms import FAULT_WORDS, DeliveryState, Fault
from ondiris.web.showing.states import tag_of
from ondiris.web.ui.parts import Tag


@dataclass(frozen=True, slots=True)
class DeliveryShown:
    """A delivery as a row: how its good is called, where it stands, and whose fault it was if not all was accepted."""

    delivery: Delivery
    good: str
    unit: str
    tag: Tag
    fault: str


def deliveries_shown(contract: Contract, deliveries: Iterable[Delivery]) -> list[DeliveryShown]:
    """Deliveries with the names of their goods, from the newest wording that has them."""
    goods = {one.place: one for one in Good.objects.filter(version__contract=contract).order_by("version__place")}
    return [_shown(one, goods.get(one.good)) for one in deliveries]


def _shown(one: Delivery, good: Good | None) -> DeliveryShown:
    missing = one.accepted is not None and one.accepted < one.volume
    return DeliveryShown(
        one,
        good.name if good else str(one.good),
        good.unit if good else "",
        tag_of(DeliveryState, one.state),
        _(FAULT_WORDS[Fault(one.fault)]) if missing else "",
    )
