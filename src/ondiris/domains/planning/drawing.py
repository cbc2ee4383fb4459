"""Which lines do the customers' needs come to, and which kind of contract and which authority are suggested for each?"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import DataError, connection, transaction
from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import BadInput
from ondiris.base.numbering.next import next_numbers
from ondiris.domains.customers.standing import Picture
from ondiris.domains.customers.terms import Answer
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.terms import Role
from ondiris.domains.planning.models import GoodsList, Proposal
from ondiris.domains.planning.queries import planned, procurement_above, purchases
from ondiris.domains.planning.terms import ContractKind, NeedKind, ProposalState, Subject
from ondiris.law.parameters import Value

SERIES = "GOOD"
# Nobody takes in needs between the counting of lines and their making.
LOCK = "lock table planning_need in share mode"
# The number is written as `next_number` writes it.
MAKE = """
with summed as (
    select customer_id, code, unit, sum(volume) as needed, sum(amount) as amount,
           (array_agg(name_kk order by year desc, id desc))[1] as name_kk,
           (array_agg(name_ru order by year desc, id desc))[1] as name_ru
      from planning_need
     where kind = %(plan)s and subject = %(good)s and year >= %(year)s and customer_id = any(%(customers)s)
     group by customer_id, code, unit
), numbered as (
    select *, %(first)s - 1 + row_number() over (order by code, customer_id, unit) as place from summed
)
insert into planning_proposal
       (number, state, version, goods_list_id, customer_id, kind, through, code, name_kk, name_ru, unit, needed, amount,
        reason)
select %(series)s || lpad(place::text, greatest(5, length(place::text)), '0'), %(state)s, 1, %(goods_list)s,
       customer_id, kind, through, code, name_kk, name_ru, unit, needed, amount, ''
  from numbered
  join unnest(%(customers)s::bigint[], %(kinds)s::text[], %(throughs)s::text[]) as suggested (customer_id, kind, through)
 using (customer_id)
"""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What is suggested for all lines of a customer; the keeper may choose otherwise."""

    kind: ContractKind
    through: Role


def planning(year: int, on: date) -> Mapping[Answer, list[int]]:
    """Whose plans have goods for a list of a year, by the answer under 46.2 on the day."""
    asked = planned(year).filter(subject=Subject.GOOD).order_by().values_list("customer", flat=True).distinct()
    answers = Picture(list(asked), on).answers()
    return {wanted: [one for one, (answer, _why) in answers.items() if answer is wanted] for wanted in Answer}


def suggestions(customers: Collection[int], year: int, on: date) -> Mapping[int, Suggested]:
    """For each customer the kind of contract by its planned purchases of the year, and the authority.

    Contract procurement above the sum of 49.1, which a plan that is not recorded or an index that is not known does
    not exceed; else offtake. The authority is that of the customer's last line, else by the dated setting.
    """
    least, sums = procurement_above(year), purchases(customers, year)
    rows = Proposal.objects.filter(customer__in=customers).order_by("customer", "-goods_list__year", "-pk")
    last = dict(rows.distinct("customer").values_list("customer", "through"))
    setting = parameters_on().value("planning.hydrocarbons_activities", on)
    begins = tuple(code.strip() for code in setting.value.split(",")) if isinstance(setting, Value) else ()
    activities = dict(Organisation.objects.filter(pk__in=customers).values_list("pk", "activity"))

    def kind(one: int) -> ContractKind:
        above = least is not None and one in sums and sums[one] > least
        return ContractKind.CONTRACT_PROCUREMENT if above else ContractKind.OFFTAKE

    def through(one: int) -> Role:
        if one in last:
            return Role(last[one])
        return Role.HYDROCARBONS_AUTHORITY if activities[one].startswith(begins) else Role.SOLID_MINERALS_AUTHORITY

    return {one: Suggested(kind(one), through(one)) for one in customers}


def make_lines(goods_list: GoodsList, suggested: Mapping[int, Suggested]) -> int:
    """Make the list's lines from the needs of these customers in one statement; returns how many.

    BadInput where nothing is needed, or sums are beyond what can be kept.
    """
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
    goods = planned(goods_list.year).filter(subject=Subject.GOOD, customer__in=suggested)
    count = goods.order_by().values("customer", "code", "unit").distinct().count()
    if not count:
        raise BadInput({"year": _("No plan of this year or a later one has goods of a customer.")})
    given: dict[str, Any] = {
        "plan": NeedKind.PLAN,
        "good": Subject.GOOD,
        "year": goods_list.year,
        "customers": list(suggested),
        "kinds": [one.kind.value for one in suggested.values()],
        "throughs": [one.through.value for one in suggested.values()],
        "series": f"{SERIES}-{goods_list.drawn_on.year}-",
        "first": next_numbers(SERIES, goods_list.drawn_on.year, count),
        "state": ProposalState.DRAWN,
        "goods_list": goods_list.pk,
    }
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(MAKE, given)
    except DataError:
        raise BadInput({"year": _("The sums of a good are larger than can be kept: look at the plans.")}) from None
    return count
