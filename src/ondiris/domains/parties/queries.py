"""Who may act for whom on a day, and as what; and which organisation is meant?"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet

from ondiris.base.actors import Actor, Loan
from ondiris.base.alphabet import sort_key
from ondiris.base.periods import in_force
from ondiris.domains.parties.models import BodyRole, Delegation, Mandate, Organisation, User
from ondiris.domains.parties.terms import BEARERS, Capacity, OrganisationKind, Role
from ondiris.law.provisions.terms import Bearer


@dataclass(frozen=True, slots=True)
class Right:
    """One capacity that a person has for an organisation; `loan` where it was lent by its holder."""

    organisation: Organisation
    capacity: str
    loan: Loan | None = None


def rights_of(user: User, on: date) -> list[Right]:
    """Everything a person may do for anybody on a day, by own mandates and as a deputy."""
    own = Mandate.objects.filter(in_force(on), user=user).select_related("organisation").order_by("pk")
    lent = (
        Delegation.objects.filter(in_force(on), in_force(on, "mandate__"), deputy=user)
        .select_related("mandate__organisation", "mandate__user")
        .order_by("pk")
    )
    return [
        *(Right(mandate.organisation, mandate.capacity) for mandate in own),
        *(
            Right(m.organisation, m.capacity, Loan(m.capacity, m.user.name, m.user.pk))
            for m in (d.mandate for d in lent)
        ),
    ]


def represented_by(user: User, on: date) -> list[Organisation]:
    """The organisations a person may act for on a day, by name."""
    organisations = {right.organisation.pk: right.organisation for right in rights_of(user, on)}
    return sorted(organisations.values(), key=lambda organisation: sort_key(organisation.name))


def acting(user: User, on: date, chosen: int | None = None) -> Actor | None:
    """The person acting for the organisation chosen by its key, else for their first one; None without a mandate."""
    rights = rights_of(user, on)
    organisations = {right.organisation.pk: right.organisation for right in rights}
    if not organisations:
        return None
    first = min(organisations.values(), key=lambda organisation: sort_key(organisation.name))
    organisation = organisations.get(chosen or 0, first)
    here = [right for right in rights if right.organisation.pk == organisation.pk]
    roles = BodyRole.objects.filter(in_force(on), organisation=organisation).values_list("role", flat=True)
    return Actor(
        on=on,
        user_id=user.pk,
        name=user.name,
        organisation_id=organisation.pk,
        organisation_name=organisation.name,
        organisation_bin=organisation.bin,
        roles=frozenset(roles) if organisation.kind == OrganisationKind.PUBLIC_BODY else frozenset(),
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
    words = re.findall(r"\w+", typed)
    if not words:
        return organisations.none() if typed else organisations
    return organisations.filter(
        words=SearchQuery(" & ".join(f"{word}:*" for word in words), config="simple", search_type="raw")
    )
