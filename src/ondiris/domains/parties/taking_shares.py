"""How does a file of shareholdings get into the register by sets, without the rows that do not fit?

The rows are copied into a table of the transaction and joined with the register there. Only organisations with a conflict,
a holder twice or more than 100 % at once, are gone through row by row, in the order of the file.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import connection

from ondiris.base.tables import Refused
from ondiris.base.tables.read import kept as cells_kept
from ondiris.domains.parties.shares import ALL, Span, most_with, same_holder
from ondiris.domains.parties.shares_file import COLUMNS, Row

INCOMING = """
drop table if exists incoming, fitting;
create temp table incoming (
    line int, held text, owner_kind text, owner text, manager text, share numeric, valid_from date, valid_to date
) on commit drop;
"""
# Who is meant: what is nobody's key stays null and is refused below.
FITTING = """
create temp table fitting on commit drop as
select i.line, i.owner_kind, i.owner, i.manager, i.share, i.valid_from, i.valid_to,
       held.id as held_id, owner.id as owner_id, manager.id as manager_id,
       case i.owner_kind when 'state' then -1 when 'other' then -2 else owner.id end as owner_key,
       coalesce(manager.id, 0) as manager_key
  from incoming i
  left join parties_organisation held on held.bin = i.held
  left join parties_organisation owner on owner.bin = i.owner
  left join parties_organisation manager on manager.bin = i.manager
"""
STRANGERS = """
delete from fitting
 where held_id is null or owner_key is null or (manager <> '' and manager_id is null)
    or owner_id = held_id or manager_id = held_id or owner_id = manager_id
returning line,
  case when held_id is null then 'held nobody' when owner_key is null then 'owner nobody'
       when manager <> '' and manager_id is null then 'manager nobody' when owner_id = held_id then 'owner itself'
       when manager_id = held_id then 'manager itself' else 'manager own_trustee' end
"""
LOCK = """
select from parties_organisation where id in (select held_id from fitting) order by id for no key update
"""
EVERY = """
with every as (
    select held_id, share, valid_from, valid_to, owner_key, manager_key, line from fitting
    union all
    select held_id, share, valid_from, valid_to, owner_key, manager_key, 0 from parties_shareholding
     where held_id in (select held_id from fitting)
), troubled as (
    select day.held_id
      from (select distinct held_id, valid_from from every) day
      join every on every.held_id = day.held_id and every.valid_from <= day.valid_from
       and (every.valid_to is null or every.valid_to > day.valid_from)
     group by day.held_id, day.valid_from having sum(every.share) > 100
    union
    select one.held_id
      from every one
      join every other using (held_id, owner_key, manager_key)
     where one.line > other.line
       and daterange(one.valid_from, one.valid_to) && daterange(other.valid_from, other.valid_to)
)
select held_id, line, share, valid_from, valid_to, owner_key, manager_key
  from every where held_id in (select held_id from troubled) order by held_id, line
"""
KEEP = """
insert into parties_shareholding (held_id, owner_kind, owner_id, manager_id, share, valid_from, valid_to)
select held_id, owner_kind, owner_id, manager_id, share, valid_from, valid_to from fitting order by line
"""


def take(rows: Sequence[Row]) -> tuple[int, list[Refused]]:
    """Keep the rows that fit, in the transaction at hand; returns how many, and those that do not."""
    by_line = {row.line: row for row in rows}
    with connection.cursor() as cursor:
        cursor.execute(INCOMING)
        statement = "copy incoming (line, held, owner_kind, owner, manager, share, valid_from, valid_to) from stdin"
        with cursor.cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(
                    (
                        row.line,
                        row.held,
                        row.owner_kind,
                        row.owner,
                        row.manager,
                        row.share,
                        row.valid_from,
                        row.valid_to,
                    )
                )
        cursor.execute(FITTING)
        cursor.execute(STRANGERS)
        refused = [(line, *said.split()) for line, said in cursor.fetchall()]
        cursor.execute("analyze fitting")
        cursor.execute(LOCK)
        cursor.execute(EVERY)
        refused += _unfitting(cursor.fetchall())
        cursor.execute("delete from fitting where line = any(%s)", [[line for line, *_said in refused]])
        cursor.execute(KEEP)
        kept = cursor.rowcount
    return kept, [
        Refused(line, column, reason, cells_kept(by_line[line].cells, COLUMNS))
        for line, column, reason in sorted(refused)
    ]


def _unfitting(found: Iterable[tuple[object, ...]]) -> list[tuple[int, str, str]]:
    """The rows that do not fit beside what stands before them: in the register (line 0), or earlier in the file."""
    beside: dict[object, list[Span]] = defaultdict(list)
    refused = []
    for held, line, *said in found:
        span, before = Span(*said), beside[held]  # type: ignore[arg-type]
        if line and any(same_holder(span, one) for one in before):
            refused.append((int(str(line)), "owner", "twice"))
        elif line and most_with(span, before)[0] > ALL:
            refused.append((int(str(line)), "share", "too_much"))
        else:
            before.append(span)
    return refused
