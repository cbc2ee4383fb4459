"""How do rows of plans and reports get into the tables by sets, without those of nobody and of no customer?"""

from collections.abc import Sequence
from datetime import date

from django.db import connection

from ondiris.base.tables import Refused, Watch, unwatched
from ondiris.base.tables.read import kept as cells_kept
from ondiris.domains.customers.standing import Picture
from ondiris.domains.customers.terms import Answer
from ondiris.domains.parties.models import Organisation
from ondiris.domains.planning.purchases_file import COLUMNS, Row

FIELDS = "kind, year, item, subject, code, name_kk, name_ru, unit, volume, amount"
INCOMING = """
drop table if exists incoming_needs;
create temp table incoming_needs (
    customer_id bigint, kind text, year int, item text, subject text, code text, name_kk text, name_ru text, unit text,
    volume numeric, amount numeric
) on commit drop;
"""
COPY = f"copy incoming_needs (customer_id, {FIELDS}) from stdin"
# In one order, so that two files with the same rows wait for each other instead of standing in each other's way.
KEEP = f"""
insert into planning_need (customer_id, {FIELDS})
select customer_id, {FIELDS} from incoming_needs order by customer_id, kind, year, item
on conflict (customer_id, kind, year, item) do update set
    subject = excluded.subject, code = excluded.code, name_kk = excluded.name_kk, name_ru = excluded.name_ru,
    unit = excluded.unit, volume = excluded.volume, amount = excluded.amount
"""  # noqa: S608  (nothing of it is typed by anybody)


def take(rows: Sequence[Row], on: date, watch: Watch = unwatched) -> tuple[int, list[Refused]]:
    """Keep the rows of customers, in the transaction at hand; returns how many, and those of nobody and of no customer.

    A row that was sent before with the same customer, kind, year and item says now what it says here.
    """
    customers = dict(Organisation.objects.filter(bin__in={row.customer for row in rows}).values_list("bin", "pk"))
    no_customers = _no_customers(customers, on)
    kept, refused = 0, []
    with connection.cursor() as cursor:
        cursor.execute(INCOMING)
        with cursor.cursor.copy(COPY) as copy:
            for row in watch(rows, "keep"):
                key = customers.get(row.customer)
                if key is None or key in no_customers:
                    reason = "nobody" if key is None else "not_customer"
                    refused.append(Refused(row.line, "customer", reason, cells_kept(row.cells, COLUMNS)))
                    continue
                copy.write_row(
                    (
                        key,
                        row.kind,
                        row.year,
                        row.item,
                        row.subject,
                        row.code,
                        row.name_kk,
                        row.name_ru,
                        row.unit,
                        row.volume,
                        row.amount,
                    )
                )
        cursor.execute(KEEP)
        kept = cursor.rowcount
    return kept, refused


def _no_customers(customers: dict[str, int], on: date) -> set[int]:
    """Those who surely are no customers on the day; where something is not known, the row is kept."""
    if not customers:
        return set()
    answers = Picture(customers.values(), on).answers()
    return {key for key, (answer, _reason) in answers.items() if answer is Answer.NOT_CUSTOMER}
