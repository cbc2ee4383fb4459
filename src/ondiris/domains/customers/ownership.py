"""Which parcels of voting shares matter for some organisations on a day?"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db import connection

from ondiris.domains.customers.reach import Parcel

IN_FORCE = "s.valid_from <= %(on)s and (s.valid_to > %(on)s or s.valid_to is null)"
COLUMNS = "s.id, s.held_id, (s.share * 1000000)::bigint, s.owner_id, s.manager_id"

# Upwards: the organisations themselves, whoever holds them, whoever holds those. UNION drops what came before, so a
# circle ends. OFFSET 0 keeps each look at the shares an index search: joined plainly, every round reads the whole table.
ABOVE = f"""
with recursive above (id) as (
    select unnest(%(organisations)s::bigint[])
    union
    select holder.id
      from above
     cross join lateral (
               select s.owner_id, s.manager_id from parties_shareholding s where s.held_id = above.id and {IN_FORCE} offset 0
           ) held
     cross join lateral (values (held.owner_id), (held.manager_id)) holder (id)
     where holder.id is not null
)
select above.id, held.*
  from above
  left join lateral (
           select {COLUMNS}, s.owner_kind, s.valid_from
             from parties_shareholding s where s.held_id = above.id and {IN_FORCE} offset 0
       ) held on true
 order by above.id, held.id
"""  # noqa: S608  (constants of this module)

BELOW = f"""
select {COLUMNS} from parties_shareholding s where s.owner_id = any(%(holders)s) and {IN_FORCE}
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Held:
    """A parcel as it stands in the register: `owner` and `manager` by their keys, None for the State, others, nobody."""

    key: int
    held: int
    share: int
    owner: int | None
    manager: int | None
    owner_kind: str
    since: date


@dataclass(frozen=True)
class Ownership:
    """All that holds some organisations on a day, upwards to the end: `organisations` are these and all above them."""

    on: date
    organisations: frozenset[int]
    parcels: Sequence[Held]

    @cached_property
    def by_key(self) -> Mapping[int, Held]:
        return {parcel.key: parcel for parcel in self.parcels}

    @cached_property
    def owned(self) -> list[Parcel]:
        """The parcels that belong to their owners, who are organisations."""
        return [Parcel(p.key, p.held, p.share, (p.owner,)) for p in self.parcels if p.owner is not None]

    @cached_property
    def owned_or_in_trust(self) -> list[Parcel]:
        """The parcels that belong to their owners or to those who hold them in trust."""
        rights = ((p, tuple(one for one in (p.owner, p.manager) if one is not None)) for p in self.parcels)
        return [Parcel(p.key, p.held, p.share, by) for p, by in rights if by]

    @cached_property
    def all(self) -> list[Parcel]:
        """Every recorded parcel, the State's and others' too."""
        return [Parcel(p.key, p.held, p.share, ()) for p in self.parcels]


def above(organisations: Collection[int], on: date) -> Ownership:
    """What holds the organisations on a day, directly or through others, in one statement."""
    known: set[int] = set()
    parcels = []
    for one, key, *row in _rows(ABOVE, organisations=list(organisations), on=on):
        known.add(one)
        if key is not None:
            parcels.append(Held(key, *row))
    return Ownership(on, frozenset(known), parcels)


def owned_by(holders: Sequence[int], on: date) -> Iterable[Parcel]:
    """The parcels that belong to any of the holders on a day."""
    rows = _rows(BELOW, holders=list(holders), on=on)
    return [Parcel(key, held, share, (owner,)) for key, held, share, owner, _manager in rows]


def _rows(statement: str, **values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[Any] = cursor.fetchall()
        return rows
