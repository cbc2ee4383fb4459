"""Who may act for whom on a day, and as what; and which organisation is meant?"""

import re
from datetime import date

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet

from ondiris.base.actors import Actor, Loan
from ondiris.base.periods import in_force
from ondiris.domains.parties.models import BodyRole, Delegation, Mandate, Organisation, User
from ondiris.domains.parties.terms import OrganisationKind, Role


def represented_by(user: User, on: date) -> QuerySet[Organisation]:
    """The organisations a person may act for on a day, by own mandate or as a deputy."""
    own = Q(in_force(on), user=user)
    lent = Q(
        in_force(on),
        pk__in=Delegation.objects.filter(in_force(on), deputy=user).values("mandate"),
    )
    mandates = Mandate.objects.filter(own | lent)
    return Organisation.objects.filter(pk__in=mandates.values("organisation")).order_by("name")


def actor_for(user: User, organisation: Organisation, on: date) -> Actor | None:
    """The person acting for the organisation on a day; None without a mandate in force."""
    own = Mandate.objects.filter(in_force(on), user=user, organisation=organisation).values_list("capacity", flat=True)
    lent = Delegation.objects.filter(
        in_force(on), in_force(on, "mandate__"), deputy=user, mandate__organisation=organisation
    ).values_list("mandate__capacity", "mandate__user__name", "mandate__user")
    capacities, loans = frozenset(own), frozenset(Loan(*loan) for loan in lent)
    if not capacities and not loans:
        return None
    return Actor(
        on=on,
        user_id=user.pk,
        name=user.name,
        organisation_id=organisation.pk,
        organisation_name=organisation.name,
        organisation_bin=organisation.bin,
        roles=frozenset(
            BodyRole.objects.filter(in_force(on), organisation=organisation).values_list("role", flat=True)
        ),
        own=capacities,
        loans=loans,
    )


def body_with(role: Role, on: date) -> Organisation | None:
    """The body that holds a role on a day, the first by name where several do."""
    return Organisation.objects.filter(in_force(on, "body_roles__"), body_roles__role=role).order_by("name").first()


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
