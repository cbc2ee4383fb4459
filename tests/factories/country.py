"""A region, the bodies that act, an enterprise, their people, a list in force and a programme with money."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import count

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.test import Client

from ondiris.base.actors import Actor
from ondiris.base.identifiers import check_digit
from ondiris.domains.classifiers.models import Region
from ondiris.domains.funds import ledger
from ondiris.domains.funds.models import Programme
from ondiris.domains.lists.models import ApprovedList, Edition, Line
from ondiris.domains.lists.queries import PRIORITY_GOODS
from ondiris.domains.lists.terms import EditionState
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.parties.models import BodyRole, Mandate, Organisation, User
from ondiris.domains.parties.queries import actor_for
from ondiris.domains.parties.terms import Capacity, OrganisationKind, Role, Size

PASSWORD = "a long password"
SINCE = date(2022, 1, 8)
_numbers = count(1)


def bin_number(place: int) -> str:
    """A BIN that passes the check, a new one for each place."""
    for tail in range(place * 10, place * 10 + 10):
        first = f"150140{tail:05d}"
        digit = check_digit(first)
        if digit is not None:
            return f"{first}{digit}"
    raise AssertionError("no BIN in this row")


def organisation(name: str, kind: OrganisationKind, region: Region, **facts: object) -> Organisation:
    """An organisation with a BIN of its own."""
    return Organisation.objects.create(bin=bin_number(next(_numbers)), name=name, kind=kind, region=region, **facts)


@dataclass
class Country:
    """Bodies, an enterprise, and people by what they do; `on` is a day for acts."""

    region: Region
    authority: Organisation
    institute: Organisation
    enterprise: Organisation
    other_enterprise: Organisation
    edition: Edition
    programme: Programme
    people: dict[str, User] = field(default_factory=dict)


def person(name: str, organisation: Organisation, *capacities: Capacity) -> User:
    """A person with mandates for the organisation since the law began."""
    user = User.objects.create(email=f"{name}@example.kz", name=name.capitalize(), password=make_password(PASSWORD))
    for capacity in capacities:
        Mandate.objects.create(user=user, organisation=organisation, capacity=capacity, valid_from=SINCE)
    return user


def enterprise(name: str, region: Region, **facts: object) -> Organisation:
    """An operating small manufacturer of ten years."""
    known = {"activity": "28", "size": Size.SMALL, "registered_on": date(2012, 3, 1), "is_operating": True}
    return organisation(name, OrganisationKind.ENTERPRISE, region, **{**known, **facts})


@transaction.atomic
def country(*, money: Decimal = Decimal("500000000")) -> Country:
    """The country; its programme holds `money` tenge, allocated on 10 January 2024."""
    region = Region.objects.create(
        code="100000000", name_kk="Абай облысы", name_ru="область Абай", name_en="Abai Region"
    )
    authority = organisation("Ministry of Industry", OrganisationKind.PUBLIC_BODY, region)
    institute = organisation("Institute of Industry", OrganisationKind.PUBLIC_BODY, region)
    BodyRole.objects.create(organisation=authority, role=Role.INDUSTRY_AUTHORITY, valid_from=SINCE)
    BodyRole.objects.create(organisation=institute, role=Role.INDUSTRY_INSTITUTE, valid_from=SINCE)
    approved = ApprovedList.objects.create(code=PRIORITY_GOODS, provision="9.28")
    edition = Edition.objects.create(
        number="LIST-2023-00001",
        state=EditionState.PUBLISHED,
        list=approved,
        title="Priority goods 2023",
        valid_from=date(2023, 1, 10),
        act_number="1",
        act_date=date(2023, 1, 5),
    )
    Line.objects.create(
        edition=edition,
        prefix="8432",
        name_kk="Топырақ өңдеу машиналары",
        name_ru="Почвообрабатывающие машины",
        name_en="Soil machinery",
    )
    Line.objects.create(
        edition=edition,
        prefix="8537",
        name_kk="Басқару панельдері",
        name_ru="Панели управления",
        name_en="Control panels",
    )
    for measure in MEASURES:
        Programme.objects.create(code=measure.programme, provision=measure.account_provision, holder=institute)
    programme = Programme.objects.get(code="industrial-grant")
    ledger.allocate(programme, money, date(2024, 1, 10), "budget 2024")
    made = Country(
        region,
        authority,
        institute,
        enterprise("Ақ Диірмен ЖШС", region),
        enterprise("Өрлеу ЖШС", region),
        edition,
        programme,
    )
    made.people = {
        "applicant": person("aigerim", made.enterprise, Capacity.APPLICANT, Capacity.SIGNATORY),
        "other": person("nurlan", made.other_enterprise, Capacity.APPLICANT, Capacity.SIGNATORY),
        "officer": person("daulet", institute, Capacity.CASE_OFFICER),
        "second_officer": person("saule", institute, Capacity.CASE_OFFICER),
        "expert": person("marat", institute, Capacity.EXPERT),
        "second_expert": person("zhanar", institute, Capacity.EXPERT),
        "third_expert": person("askar", institute, Capacity.EXPERT),
        "treasurer": person("botagoz", institute, Capacity.TREASURER),
        "monitor": person("yerlan", institute, Capacity.MONITOR),
        "decider": person("gulnara", authority, Capacity.DECISION_MAKER, Capacity.SIGNATORY),
        "keeper": person("timur", authority, Capacity.KEEPER),
        "second_keeper": person("madina", authority, Capacity.KEEPER),
        "auditor": person("kanat", authority, Capacity.AUDITOR),
        "follower": person("ainur", authority, Capacity.FOLLOWER),
        "institute_follower": person("aidar", institute, Capacity.FOLLOWER),
    }
    return made


def actor(made: Country, who: str, on: date) -> Actor:
    """A person of the country acting on a day for the organisation they have a mandate for."""
    user = made.people[who]
    mandate = user.mandates.select_related("organisation").first()
    assert mandate is not None
    acting = actor_for(user, mandate.organisation, on)
    assert acting is not None
    return acting


def sign_in(client: Client, user: User) -> Client:
    """A browser in which this person is signed in."""
    client.force_login(user)
    return client
