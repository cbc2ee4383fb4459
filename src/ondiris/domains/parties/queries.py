"""Who may act for whom on a day, and as what; and which organisation is meant?"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import QuerySet

from ondiris.base.actors import Actor, Loan
from ondiris.base.alphabet import sort_key
from ondiris.base.periods import in_force
from ondiris.domains.parties.models import BodyRole, Mandate, Organisation, User
from ondiris.domains.parties.terms import BEARERS, Capacity, OrganisationKind, Role
from ondiris.law.provisions.terms import Bearer

# Every page and every call asks this, so it is one statement; the own mandates and those lent for an absence, each with
# its holder, its organisation and the roles that the organisation has on the day.
RIGHTS = """
with held as (
    select m.organisation_id, m.capacity, m.user_id as holder, m.id as place, 0 as lent
      from parties_mandate m
     where m.user_id = %(user)s and m.valid_from <= %(on)s and (m.valid_to > %(on)s or m.valid_to is null)
    union all
    select m.organisation_id, m.capacity, m.user_id, d.id, 1
      from parties_delegation d
      join parties_mandate m on m.id = d.mandate_id
     where d.deputy_id = %(user)s and d.valid_from <= %(on)s and (d.valid_to > %(on)s or d.valid_to is null)
       and m.valid_from <= %(on)s and (m.valid_to > %(on)s or m.valid_to is null)
)
select o.id, o.name, o.bin, o.kind, held.capacity, held.lent = 1, holder.id, holder.name,
       array(select r.role from parties_bodyrole r
              where r.organisation_id = o.id and r.valid_from <= %(on)s and (r.valid_to > %(on)s or r.valid_to is null))
  from held
  join parties_organisation o on o.id = held.organisation_id
  join parties_user holder on holder.id = held.holder
 order by held.lent, held.place
"""


@dataclass(frozen=True, slots=True)
class Represented:
    """An organisation for which somebody may act, with the roles it has as a public body on the day."""

    pk: int
    name: str
    bin: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Right:
    """One capacity that a person has for an organisation; `loan` where it was lent by its holder."""

    organisation: Represented
    capacity: str
    loan: Loan | None = None


def rights_of(user: User, on: date) -> list[Right]:
    """Everything a person may do for anybody on a day, by own mandates and as a deputy."""
    with connection.cursor() as cursor:
        cursor.execute(RIGHTS, {"user": user.pk, "on": on})
        return [
            Right(
                Represented(pk, name, bin, frozenset(roles if kind == OrganisationKind.PUBLIC_BODY else ())),
                capacity,
                Loan(capacity, holder_name, holder) if lent else None,
            )
            for pk, name, bin, kind, capacity, lent, holder, holder_name, roles in cursor.fetchall()
        ]


def represented_by(user: User, on: date) -> list[Represented]:
    """The organisations a person may act for on a day, by name."""
    return sorted({right.organisation for right in rights_of(user, on)}, key=lambda one: sort_key(one.name))


def acting(user: User, on: date, chosen: int | None = None) -> Actor | None:
    """The person acting for the organisation chosen by its key, else for their first one; None without a mandate."""
    rights = rights_of(user, on)
    organisations = {right.organisation.pk: right.organisation for right in rights}
    if not organisations:
        return None
    first = min(organisations.values(), key=lambda one: sort_key(one.name))
    organisation = organisations.get(chosen or 0, first)
    here = [right for right in rights if right.organisation == organisation]
    return Actor(
        on=on,
        user_id=user.pk,
        name=user.name,
        organisation_id=organisation.pk,
        organisation_name=organisation.name,
        organisation_bin=organisation.bin,
        roles=organisation.roles,
        own=frozenset(right.capacity for right in here if right.loan is None),
        loans=frozenset(right.loan for right in here if right.loan is not None),
    )


def actor_for(user: User, organisation: Organisation, on: date) -> Actor | None:
    """The person acting for this organisation on a day; None without a mandate in force."""
    found = acting(user, on, organisation.pk)
    return found if found is not None and found.organisation_id == organisation.pk else None


def has_mandate(user: int, organisation: int, capacity: Capacity, on: date) -> bool:
    """Whether a person's own mandate for an organisation, both by their keys, includes the capacity on a day."""
    return Mandate.objects.filter(
        in_force(on), user=user, organisation=organisation, capacity=capacity, user__is_active=True
    ).exists()


def body_with(role: Role, on: date) -> Organisation | None:
    """The body that holds a role on a day, the first by name where several do."""
    return Organisation.objects.filter(in_force(on, "body_roles__"), body_roles__role=role).order_by("name").first()


def holders(on: date) -> Mapping[Bearer, list[Organisation]]:
    """Which bodies hold each role of the law on a day, by name; a role that nobody holds is left out. One query."""
    found: dict[Bearer, list[Organisation]] = defaultdict(list)
    roles = BodyRole.objects.filter(in_force(on)).select_related("organisation").order_by("organisation__order", "pk")
    for held in roles:
        bearer = BEARERS[Role(held.role)]
        if held.organisation not in found[bearer]:
            found[bearer].append(held.organisation)
    return dict(found)


def enterprises() -> QuerySet[Organisation]:
    """All enterprises of the register."""
    return Organisation.objects.filter(kind=OrganisationKind.ENTERPRISE)


def found(organisations: QuerySet[Organisation], typed: str) -> QuerySet[Organisation]:
    """Those whose BIN begins with the digits typed, or whose name has words beginning with each word typed."""
    typed = typed.strip()
    if typed.isascii() and typed.isdigit():
        return organisations.filter(bin__startswith=typed)
    sought = words_beginning(typed)
    if not sought:
        return organisations.none() if typed else organisations
    return organisations.filter(words=SearchQuery(sought, config="simple", search_type="raw"))


def words_beginning(typed: str) -> str:
    """A raw search for texts with words beginning with each word typed; empty where none is."""
    return " & ".join(f"{word}:*" for word in re.findall(r"\w+", typed))
