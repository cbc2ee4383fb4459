"""Which bodies, people, lists and accounts does the made-up country have?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.contrib.auth.hashers import make_password

from ondiris.base.actors import Actor
from ondiris.domains.classifiers.models import Region
from ondiris.domains.classifiers.regions import load_regions
from ondiris.domains.funds import ledger
from ondiris.domains.funds.models import Programme
from ondiris.domains.lists.actions.edition import Good, agree, approve, begin_edition, edit, publish
from ondiris.domains.lists.models import ApprovedList
from ondiris.domains.lists.queries import PRIORITY_GOODS
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.parties.models import BodyRole, Mandate, Organisation, User
from ondiris.domains.parties.queries import actor_for
from ondiris.domains.parties.terms import Capacity, OrganisationKind, Role, Size
from ondiris.project.demonstration.names import GOODS, OFFICIALS

SINCE = date(2022, 1, 8)
PASSWORD = "ondiris demonstration"  # noqa: S105  (printed to whoever starts the demonstration)
EDITIONS = (
    (1, date(2023, 1, 10), "Priority goods, first edition"),
    (2, date(2025, 1, 1), "Priority goods, second edition"),
)


@dataclass
class Stage:
    """The country's bodies and the people of the story, by part."""

    authority: Organisation
    institute: Organisation
    people: dict[str, User]

    def actor(self, part: str, on: date) -> Actor:
        """The person who plays a part, acting on a day."""
        user = self.people[part]
        mandate = user.mandates.select_related("organisation").order_by("pk").first()
        acting = actor_for(user, mandate.organisation, on) if mandate else None
        if acting is None:
            raise LookupError(f"{part} has no mandate on {on}")
        return acting


def person(name: str, email: str, organisation: Organisation, *capacities: Capacity, password: str) -> User:
    """A person with mandates since the law began. IntegrityError where somebody else has the e-mail."""
    user, _new = User.objects.get_or_create(email=email, name=name, defaults={"password": password})
    Mandate.objects.bulk_create(
        Mandate(user=user, organisation=organisation, capacity=capacity, valid_from=SINCE) for capacity in capacities
    )
    return user


def make_regions() -> list[Region]:
    """The 20 real regions and cities."""
    load_regions()
    return list(Region.objects.all())


def make_stage(regions: list[Region], numbers: Iterator[str]) -> Stage:
    """The two bodies with their roles, and the officials."""
    astana = next(region for region in regions if region.code == "710000000")
    password = make_password(PASSWORD)
    bodies = {}
    for part, name, role in (
        ("authority", "Өнеркәсіп министрлігі (демонстрация)", Role.INDUSTRY_AUTHORITY),
        ("institute", "Өнеркәсіпті дамыту институты (демонстрация)", Role.INDUSTRY_INSTITUTE),
    ):
        body = Organisation.objects.create(
            bin=next(numbers), name=name, kind=OrganisationKind.PUBLIC_BODY, region=astana
        )
        BodyRole.objects.create(organisation=body, role=role, valid_from=SINCE)
        bodies[part] = body
    people = {
        part: person(name, email, bodies[body], capacity, password=password)
        for body, officials in OFFICIALS.items()
        for part, name, email, capacity in officials
    }
    return Stage(bodies["authority"], bodies["institute"], people)


def make_enterprise(
    stage: Stage, part: str, name: str, owner: str, email: str, region: Region, numbers: Iterator[str], **facts: object
) -> Organisation:
    """An enterprise of the story with the person who applies and signs for it, who plays `part`."""
    known = {"activity": "28", "size": Size.MEDIUM, "registered_on": date(2014, 5, 1), "is_operating": True, **facts}
    made = Organisation.objects.create(
        bin=next(numbers), name=name, kind=OrganisationKind.ENTERPRISE, region=region, **known
    )
    stage.people[part] = person(
        owner, email, made, Capacity.APPLICANT, Capacity.SIGNATORY, password=make_password(PASSWORD)
    )
    return made


def make_lists(stage: Stage) -> None:
    """Two editions of the priority goods list, each brought into force by its acts."""
    ApprovedList.objects.create(code=PRIORITY_GOODS, provision="9.28")
    for number, valid_from, title in EDITIONS:
        on = valid_from
        keeper = stage.actor("keeper", on)
        edition = begin_edition(keeper, code=PRIORITY_GOODS, title=title, valid_from=valid_from).number
        goods = [Good(prefix, kk, ru, en) for prefix, first, last, kk, ru, en in GOODS if first <= number <= last]
        edit(keeper, edition, goods=goods)
        agree(keeper, edition)
        approve(stage.actor("decider", on), edition, act_number=f"{number} (demonstration)", act_date=on)
        publish(keeper, edition)


def make_funds(stage: Stage, today: date) -> None:
    """An account for each measure, with money for each year since 2024."""
    for measure in MEASURES:
        programme = Programme.objects.create(
            code=measure.programme, provision=measure.account_provision, holder=stage.institute
        )
        for year in range(2024, today.year + 1):
            ledger.allocate(programme, Decimal("600000000"), date(year, 1, 15), f"budget {year}")
