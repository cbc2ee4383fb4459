"""What do customers need, where does the list of a year stand, and which of its lines are open to suppliers?"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Q, QuerySet, Sum

from ondiris.base.periods import in_force
from ondiris.domains.calendar.queries import Duty, duties
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.lists.terms import EditionState
from ondiris.domains.planning.models import GoodsList, Need, Proposal
from ondiris.domains.planning.terms import GoodsListState, InterestState, NeedKind, ProposalState, Subject
from ondiris.law.deadlines import Deadline, deadlines, held_up
from ondiris.law.parameters import Value

# The five steps of article 47 by the deadlines' ids, in order.
INFORMED, DRAWN, AGREED, APPROVED, PLACED = STEPS = (
    "purchase-needs",
    "goods-list-drawn",
    "goods-list-agreed",
    "goods-list-approved",
    "goods-list-placed",
)


def planned(year: int) -> QuerySet[Need]:
    """The plans that a list of this year rests on: those of the year and of later ones."""
    return Need.objects.filter(kind=NeedKind.PLAN, year__gte=year)


def by_good(year: int) -> QuerySet[Any, Any]:
    """What a list of this year rests on by good: code, unit, a name in Kazakh and Russian, volume, tenge, customers."""
    goods = planned(year).filter(subject=Subject.GOOD).order_by()
    return goods.values("code", "unit").annotate(
        good_kk=Max("name_kk"),
        good_ru=Max("name_ru"),
        total=Sum("volume"),
        money=Sum("amount"),
        customers=Count("customer", distinct=True),
    )


def by_customer(year: int) -> QuerySet[Any, Any]:
    """What a list of this year rests on by customer: its key, BIN and name, rows, goods by code, and tenge."""
    rows = planned(year).order_by().values("customer", "customer__bin", "customer__name")
    goods = Count("code", distinct=True, filter=Q(subject=Subject.GOOD))
    return rows.annotate(rows=Count("pk"), goods=goods, money=Sum("amount"))


def purchases(customers: Collection[int], year: int) -> Mapping[int, Decimal]:
    """The planned purchases of goods, works and services in a year, in tenge; customers without a plan are left out."""
    rows = Need.objects.filter(kind=NeedKind.PLAN, year=year, customer__in=customers).order_by()
    return dict(rows.values("customer").annotate(money=Sum("amount")).values_list("customer", "money"))


def purchases_in(customer_id: int, year: int) -> Decimal | None:
    """A customer's planned purchases of goods, works and services in a year, in tenge; None where none is recorded."""
    return purchases([customer_id], year).get(customer_id)


def procurement_above(year: int) -> Decimal | None:
    """The purchases in a year above which contract procurement is open, in tenge; None where the index is not known.

    49.1: five hundred thousand times the monthly calculation index of that financial year.
    """
    parameters, first = parameters_on(), date(year, 1, 1)
    index = parameters.value("monthly_calculation_index", first, "other")
    times = parameters.value("planning.contract_procurement_above", date(year, 12, 31))
    if not isinstance(index, Value) or not isinstance(times, Value):
        return None
    return Decimal(times.value * index.value)


def list_on(on: date) -> GoodsList | None:
    """The list that is in force on a day; None where none is."""
    placed = GoodsList.objects.filter(state=GoodsListState.PLACED, edition__state=EditionState.PUBLISHED)
    return placed.filter(in_force(on, "edition__")).select_related("edition").first()


def open_lines(on: date) -> QuerySet[Proposal]:
    """The approved lines of the list in force on a day: what customers conclude contracts on (47.5)."""
    in_list = {"goods_list__state": GoodsListState.PLACED, "goods_list__edition__state": EditionState.PUBLISHED}
    rows = Proposal.objects.filter(in_force(on, "goods_list__edition__"), state=ProposalState.PASSED_ON, **in_list)
    return rows.select_related("customer", "goods_list")


def with_interests(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """The lines, each with `interested`: how many suppliers say that they can make the good."""
    return proposals.annotate(interested=Count("interests", filter=Q(interests__state=InterestState.STANDS)))


@dataclass(frozen=True, slots=True)
class Step:
    """A step of article 47: what each body owes, and what waits for it further on where one was or is late."""

    deadline: Deadline
    duties: tuple[Duty, ...]
    holds_up: tuple[Deadline, ...]

    @property
    def late_days(self) -> int:
        """By how many days the latest of the bodies was or is late; 0 for none."""
        return max((duty.at.days for duty in self.duties), default=0)


def steps(year: int, on: date) -> list[Step]:
    """The five steps of a year as they stand on a day, in order. The queries of `duties`."""
    every = deadlines()
    owed = duties(year, on)
    found = []
    for name in STEPS:
        step = Step(every[name], tuple(duty for duty in owed if duty.deadline.id == name), ())
        found.append(Step(step.deadline, step.duties, held_up(step.deadline, every)) if step.late_days else step)
    return found
