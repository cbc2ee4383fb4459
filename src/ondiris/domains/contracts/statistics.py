"""To how much do the public contracts within article 46 come, and how many stand outside of the count?"""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import Count, Max

from ondiris.domains.contracts.models import Contract, Good
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
    """One statement while no contract has changed, else five; what was counted is remembered by the last change."""
    return _counted(shown, Contract.objects.aggregate(last=Max("changed_at"))["last"])


@lru_cache(maxsize=16)
def _counted(shown: Shown, last_change: datetime | None) -> Statistics:
    """Distinct rows are counted as rows, which sorts nothing."""
    public = shown.contracts()
    within = public.filter(answer=Answer.CUSTOMER)
    by_answer = dict(public.order_by().values_list("answer").annotate(Count("pk")))
    counted, outside = by_answer.pop(Answer.CUSTOMER, 0), by_answer.pop(Answer.NOT_CUSTOMER, 0)
    goods = Good.objects.filter(version__state=VersionState.IN_FORCE, version__contract__in=within.values("pk"))
    return Statistics(
        contracts=counted,
        customers=within.order_by().values("customer").distinct().count(),
        suppliers=within.order_by().values("supplier").distinct().count(),
        goods=goods.order_by().values("code").distinct().count(),
        outside=outside,
        open=sum(by_answer.values()),
    )
