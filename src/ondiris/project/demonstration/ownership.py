"""Which holdings, companies and subsoil users does the made-up country have, and who holds whom?

None of them is a real one: each name says so. There is a chain, holdings that add up, a circle, a company that leaves article
46 with the Fund's half, one that is handed over to be bought, and one of which something is not recorded.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ondiris.domains.classifiers.models import Region
from ondiris.domains.parties.actions.shareholding import enter_shareholding
from ondiris.domains.parties.actions.status import enter_status
from ondiris.domains.parties.actions.trust import enter_trust
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.terms import Manager, OrganisationKind, Owner, Size, Status
from ondiris.project.demonstration.country import SINCE, Stage

# The part, name, activity, region's place, statuses.
ORGANISATIONS: tuple[tuple[str, str, str, int, tuple[Status, ...]], ...] = (
    ("fund", "Ұлттық әл-ауқат қоры", "64", 17, (Status.NATIONAL_WELFARE_FUND, Status.NATIONAL_MANAGING_HOLDING)),
    ("holding", "Бастау басқарушы холдингі", "64", 17, (Status.NATIONAL_MANAGING_HOLDING,)),
    ("road", "Ұлы жол ұлттық компаниясы", "49", 17, (Status.NATIONAL_COMPANY,)),
    ("oil", "Қара алтын ұлттық компаниясы", "06", 3, (Status.NATIONAL_COMPANY, Status.EXTRACTS_MINERALS)),
    ("region", "Сарыарқа ӘКК", "64", 8, (Status.SOCIAL_ENTREPRENEURIAL_CORPORATION,)),
    ("ore", "Кенді тау ЖШС", "07", 8, (Status.EXTRACTS_MINERALS,)),
    ("gas", "Шұғыла мұнай ЖШС", "06", 3, (Status.EXTRACTS_MINERALS,)),
    ("switched", "Мыс өзен ЖШС", "07", 16, (Status.EXTRACTS_MINERALS,)),
    ("repair", "Жол жөндеу ЖШС", "33", 17, ()),
    ("parts", "Вагон бөлшектері ЖШС", "30", 12, ()),
    ("pipes", "Құбыр сервисі ЖШС", "33", 3, ()),
    ("first", "Айналма Бірінші ЖШС", "46", 9, ()),
    ("second", "Айналма Екінші ЖШС", "46", 9, ()),
    ("handed", "Жылу желісі ЖШС", "35", 10, ()),
    ("open", "Белгісіз иелі ЖШС", "28", 1, ()),
)
# Whose shares, who holds them ("state" and "other" are nobody of the register), per cent, days.
TURNED = date(2025, 7, 1)
HOLDINGS: tuple[tuple[str, str, str, date, date | None], ...] = (
    ("fund", "state", "100", SINCE, None),
    ("holding", "state", "100", SINCE, None),
    ("road", "state", "60", SINCE, None),
    ("road", "holding", "40", SINCE, None),
    ("oil", "fund", "90", SINCE, None),
    ("oil", "other", "10", SINCE, None),
    ("region", "state", "100", SINCE, None),
    ("ore", "other", "100", SINCE, None),
    ("gas", "other", "100", SINCE, None),
    ("switched", "fund", "49", SINCE, TURNED),
    ("switched", "other", "51", SINCE, TURNED),
    ("switched", "fund", "50", TURNED, None),
    ("switched", "other", "50", TURNED, None),
    ("repair", "road", "60", date(2023, 3, 1), None),
    ("repair", "other", "40", date(2023, 3, 1), None),
    ("parts", "repair", "30", date(2024, 2, 1), None),
    ("parts", "holding", "25.5", date(2024, 2, 1), None),
    ("parts", "other", "44.5", date(2024, 2, 1), None),
    ("pipes", "oil", "51", SINCE, None),
    ("pipes", "other", "49", SINCE, None),
    ("first", "second", "70", SINCE, None),
    ("first", "other", "30", SINCE, None),
    ("second", "first", "60", SINCE, None),
    ("second", "road", "40", SINCE, None),
    ("handed", "road", "80", SINCE, None),
    ("handed", "other", "20", SINCE, None),
    ("open", "road", "45", SINCE, None),
    ("open", "other", "15", SINCE, None),
)


def make_ownership(stage: Stage, regions: list[Region], numbers: Iterator[str]) -> dict[str, Organisation]:
    """The organisations by part, and all that is recorded of their ownership by the acts of a keeper."""
    made = {
        part: Organisation.objects.create(
            bin=next(numbers),
            name=f"{name} (демонстрация)",
            kind=OrganisationKind.ENTERPRISE,
            region=regions[place],
            activity=activity,
            size=Size.LARGE,
            registered_on=date(2010, 6, 1),
            is_operating=True,
        )
        for part, name, activity, place, _statuses in ORGANISATIONS
    }
    keeper = stage.actor("keeper", SINCE)
    for part, _name, _activity, _place, statuses in ORGANISATIONS:
        for status in statuses:
            enter_status(
                keeper, organisation=made[part].bin, status=status, basis="№ 1 (демонстрация)", valid_from=SINCE
            )
    for held, owner, share, valid_from, valid_to in HOLDINGS:
        named = owner in made
        enter_shareholding(
            keeper,
            held=made[held].bin,
            owner_kind=Owner.ORGANISATION if named else owner,
            owner=made[owner].bin if named else "",
            share=Decimal(share),
            valid_from=valid_from,
            valid_to=valid_to,
        )
    enter_trust(
        keeper,
        organisation=made["handed"].bin,
        manager_kind=Manager.NON_STATE_ENTITY,
        buys_later=True,
        basis="№ 2 (демонстрация)",
        valid_from=date(2024, 1, 1),
    )
    return made
