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
SUM = """
drop table if exists summed;
create temp table summed on commit drop as
select customer_id, code, unit, sum(volume) as needed, sum(amount) as amount,
       (array_agg(name_kk order by year desc, id desc))[1] as name_kk,
       (array_agg(name_ru order by year desc, id desc))[1] as name_ru
  from planning_need
 where kind = %(plan)s and subject = %(good)s and year >= %(year)s and customer_id = any(%(customers)s)
 group by customer_id, code, unit
"""
# What is summed and has no line on the list, drawn or left out.
LACK = """
delete from summed using planning_proposal line
 where line.goods_list_id = %(goods_list)s
   and (line.customer_id, line.code, line.unit) = (summed.customer_id, summed.code, summed.unit)
"""
MAKE = """
with numbered as (
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
# Only what stands otherwise is written; what the keeper chose stays.
RENEW = """
update planning_proposal line
   set needed = summed.needed, amount = summed.amount, name_kk = summed.name_kk, name_ru = summed.name_ru,
       version = line.version + 1
  from summed
 where line.goods_list_id = %(goods_list)s and line.state = %(state)s
   and (line.customer_id, line.code, line.unit) = (summed.customer_id, summed.code, summed.unit)
   and (line.needed, line.amount, line.name_kk, line.name_ru)
       is distinct from (summed.needed, summed.amount, summed.name_kk, summed.name_ru)
"""
UNNEEDED = """
select id from planning_proposal
 where goods_list_id = %(goods_list)s and state = %(state)s
   and (customer_id, code, unit) not in (select customer_id, code, unit from summed)
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


def sum_needs(goods_list: GoodsList, customers: Collection[int]) -> None:
    """Sum what these customers plan by good, for the transaction at hand; until its end nobody takes in needs."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
        cursor.execute(SUM, {**_of(goods_list), "plan": NeedKind.PLAN, "good": Subject.GOOD, "customers": [*customers]})


def unneeded(goods_list: GoodsList) -> list[int]:
    """The drawn lines, by key, that nothing summed stands behind any more."""
    with connection.cursor() as cursor:
        cursor.execute(UNNEEDED, _of(goods_list))
        return [key for (key,) in cursor.fetchall()]


def renew_lines(goods_list: GoodsList) -> int:
    """Write what is summed into the drawn lines in one statement; returns how many stood otherwise. BadInput as below."""
    return _written(RENEW, _of(goods_list))


def make_lines(goods_list: GoodsList, suggested: Mapping[int, Suggested]) -> int:
    """Make the lines that the list lacks from what is summed, in one statement; returns how many.

    BadInput where sums are beyond what can be kept.
    """
    with connection.cursor() as cursor:
        cursor.execute(LACK, _of(goods_list))
        cursor.execute("select count(*) from summed")
        [count] = cursor.fetchone()
    if not count:
        return 0
    given = {
        "customers": list(suggested),
        "kinds": [one.kind.value for one in suggested.values()],
        "throughs": [one.through.value for one in suggested.values()],
        "series": f"{SERIES}-{goods_list.drawn_on.year}-",
        "first": next_numbers(SERIES, goods_list.drawn_on.year, count),
    }
    return _written(MAKE, {**_of(goods_list), **given})


def _of(goods_list: GoodsList) -> dict[str, Any]:
    return {"goods_list": goods_list.pk, "year": goods_list.year, "state": ProposalState.DRAWN}


def _written(statement: str, given: Mapping[str, Any]) -> int:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, given)
            return int(cursor.rowcount)
    except DataError:
        raise BadInput({"year": _("The sums of a good are larger than can be kept: look at the plans.")}) from None
