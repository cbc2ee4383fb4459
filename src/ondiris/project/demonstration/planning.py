"""Which yearly lists of goods does the made-up country have, and who brought each step of them about? (47)"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO

from django.contrib.auth.hashers import make_password

from ondiris.base.actors import Actor
from ondiris.domains.documents.keeping import Upload
from ondiris.domains.parties.models import BodyRole, Organisation
from ondiris.domains.parties.terms import Capacity, Role
from ondiris.domains.planning.actions import goods_list, proposal
from ondiris.domains.planning.actions.information import send_information
from ondiris.domains.planning.actions.purchases import import_purchases
from ondiris.domains.planning.models import GoodsList, Proposal
from ondiris.domains.planning.terms import ContractKind, ProposalState
from ondiris.project.demonstration.country import PASSWORD, Stage, person

# Part, name, e-mail, the part of the organisation in `ownership`: who prepares and signs for a customer.
CUSTOMERS = (
    ("ore", "Арман Дүйсенов", "arman@demo.kz"),
    ("road", "Қайсар Бекенов", "kaisar@demo.kz"),
    ("gas", "Мөлдір Сағынова", "moldir@demo.kz"),
)
OFFICERS = (
    (Role.SOLID_MINERALS_AUTHORITY, "minerals", "Санжар Әбенов", "sanzhar@demo.kz"),
    (Role.HYDROCARBONS_AUTHORITY, "hydrocarbons", "Марлен Жақсыбеков", "marlen@demo.kz"),
)


@dataclass(frozen=True, slots=True)
class Planned:
    """A good or service that a customer plans to buy every year, at a price of a unit in tenge."""

    customer: str
    code: str
    name_kk: str
    name_ru: str
    unit: str
    volume: int
    price: int


GOODS = (
    Planned("ore", "732611", "Ұнтақтағыш шарлар", "Шары мелющие", "т", 2000, 350_000),
    Planned("ore", "847420", "Ұсатқыш машиналар", "Машины дробильные", "дана", 12, 45_000_000),
    Planned("road", "860719", "Вагондардың доңғалақ жұптары", "Пары колесные вагонов", "дана", 800, 900_000),
    Planned("road", "854442", "Жалғағыштары бар кабельдер", "Кабели с соединителями", "км", 120, 2_500_000),
    Planned("road", "", "Жол жөндеу", "Ремонт путей", "км", 300, 6_000_000),
    Planned("gas", "730411", "Жіксіз құбырлар", "Трубы бесшовные", "т", 500, 800_000),
)
OFFTAKE_OF_ROAD = "854442"  # the keeper chose otherwise than was suggested
LATE_YEAR = 1  # years before the newest list, in which an authority passed its proposals on late


class Ahead(Exception):
    """The made-up day of a step has not come yet: the story stops there."""


def make_planners(stage: Stage, made: Mapping[str, Organisation]) -> None:
    """People of the customers, and officers of the two authorities for subsoil."""
    password = make_password(PASSWORD)
    for part, name, email in CUSTOMERS:
        stage.people[part] = person(name, email, made[part], Capacity.APPLICANT, Capacity.SIGNATORY, password=password)
    for role, part, name, email in OFFICERS:
        body = BodyRole.objects.select_related("organisation").get(role=role).organisation
        stage.people[part] = person(name, email, body, Capacity.CASE_OFFICER, password=password)


def newest_list(today: date) -> int:
    """The year of the newest list that is placed by a day."""
    return today.year if today >= date(today.year, 8, 4) else today.year - 1


def make_planning(stage: Stage, made: Mapping[str, Organisation], today: date) -> None:
    """The lists of the last three years, and as much of a newer one as its days allow."""
    newest = newest_list(today)
    for year in range(newest - 2, newest + 2):
        try:
            _tell(stage, made, year, today, late=10 if newest - year == LATE_YEAR else 0)
        except Ahead:
            return


def by_day(stage: Stage, today: date) -> Callable[[str, date], Actor]:
    """Who plays a part on a day; Ahead where the day has not come."""

    def by(part: str, on: date) -> Actor:
        if on > today:
            raise Ahead
        return stage.actor(part, on)

    return by


def _tell(stage: Stage, made: Mapping[str, Organisation], year: int, today: date, late: int) -> None:
    by = by_day(stage, today)
    for part, _name, _email in CUSTOMERS:
        content = "\n".join(_plan(made[part].bin, part, year)).encode()
        import_purchases(by(part, date(year, 4, 14)), name=f"plan-{year}.csv", content=content)
    send_information(by("officer", date(year, 5, 15)), year=year)
    send_information(by("minerals", date(year, 5, 18)), year=year)
    send_information(by("hydrocarbons", date(year, 5, 27)), year=year)
    drawn = goods_list.draw_goods_list(by("keeper", date(year, 5, 28)), year=year)
    for line in drawn.proposals.filter(code=OFFTAKE_OF_ROAD):
        proposal.classify(
            by("keeper", date(year, 5, 28)), line.number, kind=ContractKind.OFFTAKE, through=Role(line.through)
        )
    goods_list.send(by("keeper", date(year, 5, 29)), drawn.number)
    _answer(by, drawn, made)
    goods_list.pass_on(by("minerals", date(year, 6, 30)), drawn.number)
    goods_list.pass_on(by("hydrocarbons", date(year, 7, 1 + late)), drawn.number)
    approved = date(year, 7, 30)
    act_number = f"{year % 100}-НҚ (демонстрация)"
    goods_list.approve(by("decider", approved), drawn.number, act_number=act_number, act_date=approved)
    goods_list.place(by("keeper", date(year, 8, 3)), drawn.number)


def _plan(bin: str, part: str, year: int) -> Iterator[str]:
    """A customer's plan as a file; its last row names a volume that is none, and comes back."""
    yield "customer,kind,year,item,subject,code,name_kk,name_ru,unit,volume,amount"
    for item, one in enumerate((good for good in GOODS if good.customer == part), 1):
        subject = "good" if one.code else "service"
        amount = one.volume * one.price
        for ahead in (0, 1):
            yield (
                f"{bin},plan,{year + ahead},{item},{subject},{one.code},"
                f"{one.name_kk},{one.name_ru},{one.unit},{one.volume},{amount}"
            )
    yield f"{bin},plan,{year},99,good,842951,Тиегіштер,Погрузчики,дана,0,1000000"


def _answer(by: Callable[[str, date], Actor], drawn: GoodsList, made: Mapping[str, Organisation]) -> None:
    """Every customer agrees its lines, but for one that the mine no longer needs."""
    parts = {organisation.pk: part for part, organisation in made.items()}
    year = drawn.year
    for line in Proposal.objects.filter(goods_list=drawn, state=ProposalState.SENT).order_by("pk"):
        customer = by(parts[line.customer_id], date(year, 6, 16))
        if line.code == "847420" and year % 2:
            proposal.decline(customer, line.number, reason="Бұл машиналар сатып алынды (демонстрация)")
            continue
        proposal.agree(
            customer,
            line.number,
            volume=line.needed * Decimal("1.5"),
            starts_on=date(year, 10, 1),
            ends_on=date(year + 3, 12, 31),
            upload=paper(f"specification-{line.code}.pdf"),
        )


def paper(name: str) -> Upload:
    """A made-up document."""
    content = b"%PDF-1.4\n% Demonstration: made up.\n"
    return Upload(name, len(content), BytesIO(content))
