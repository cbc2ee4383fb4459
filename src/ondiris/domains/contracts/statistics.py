"""To how much do the public contracts within article 46 come, and how many stand outside of the count?"""

from dataclasses import dataclass

from django.db.models import Count, Q

from ondiris.domains.contracts.models import Good
from ondiris.domains.contracts.public import Shown
from ondiris.domains.contracts.terms import VersionState
from ondiris.domains.customers.terms import Answer


@dataclass(frozen=True, slots=True)
class Statistics:
    """Contracts whose customer was one under 46.2, with their customers, suppliers and goods by commodity code.

    `outside` are those of somebody who was none, `open` those of which that is undetermined: neither is in the rest.
    """

    contracts: int
    customers: int
    suppliers: int
    goods: int
    outside: int
    open: int


def statistics(shown: Shown) -> Statistics:
    """Two statements over the public contracts."""
    within = Q(answer=Answer.CUSTOMER)
    counted = shown.contracts().aggregate(
        contracts=Count("pk", filter=within),
        customers=Count("customer", filter=within, distinct=True),
        suppliers=Count("supplier", filter=within, distinct=True),
        outside=Count("pk", filter=Q(answer=Answer.NOT_CUSTOMER)),
        open=Count("pk", filter=~Q(answer__in=(Answer.CUSTOMER, Answer.NOT_CUSTOMER))),
    )
    goods = Good.objects.filter(
        version__state=VersionState.IN_FORCE, version__contract__in=shown.contracts().filter(within).values("pk")
    ).aggregate(goods=Count("code", distinct=True))
    return Statistics(**counted, **goods)
