"""Which contracts that develop industry does a visitor find, and at which point of their life? (48, 49)"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from django.contrib.auth.hashers import make_password

from ondiris.base.actors import Actor
from ondiris.domains.classifiers.models import Region
from ondiris.domains.contracts.actions import amend, conclude, deliver, end, offset, pledge, programme
from ondiris.domains.contracts.actions.penalty import claim_for_condition, claim_for_year, pay
from ondiris.domains.contracts.actions.record import record
from ondiris.domains.contracts.actions.register import enter
from ondiris.domains.contracts.content import ConditionTerms, GoodTerms, Terms, YearTerms
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.terms import ConditionKind
from ondiris.domains.contracts.versions import terms_of
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.terms import Capacity, OrganisationKind, Size
from ondiris.domains.planning.actions.interest import express
from ondiris.domains.planning.models import Proposal
from ondiris.domains.planning.terms import ContractKind, ProposalState
from ondiris.project.demonstration.country import PASSWORD, Stage, person
from ondiris.project.demonstration.planning import GOODS, Ahead, Planned, by_day, newest_list, paper

By = Callable[[str, date], Actor]
LENDER = ("lender", "Сенім банкі АҚ (демонстрация)", "Зарина Оразова", "zarina@demo.kz")
ELSEWHERE = "Тапсырыс берушінің жүйесі (демонстрация)"
VALVES = Planned("", "848180", "Клапандар", "Клапаны", "дана", 900, 120_000)  # on no list: of contracts from elsewhere
CONDITIONS = (
    (ConditionKind.TRAINING, "Дәнекерлеушілерді даярлау орталығы", 60_000_000, (1, 6, 30)),
    (ConditionKind.TECHNOLOGY_TRANSFER, "Доңғалақ жұбының техникалық құжаттамасы", 40_000_000, (1, 12, 31)),
    (ConditionKind.PRODUCTION, "Білік өңдеу учаскесі", 30_000_000, (2, 12, 31)),
)  # kind, what, tenge, last day: years after the conclusion, month, day


class Contracts:
    """Tells the contracts one after the other, each by the acts of its people, as far as the days have come."""

    def __init__(self, stage: Stage, made: Mapping[str, Organisation], today: date) -> None:
        self.stage, self.made, self.today = stage, made, today
        self.by = by_day(stage, today)
        self.newest = newest_list(today)

    def tell(self) -> None:
        """All of them, those of the oldest list first."""
        for story in (
            self._balls,
            self._pipes,
            self._wheels,
            self._short,
            self._interested,
            self._cables,
            self._crushers,
            self._more_pipes,
            self._elsewhere,
        ):
            try:
                story()
            except Ahead:
                continue

    def _line(self, code: str, year: int) -> Proposal:
        return Proposal.objects.get(goods_list__year=year, code=code, state=ProposalState.PASSED_ON)

    def _drawn(self, customer: str, supplier: str, code: str, on: date, terms: Terms, kind: ContractKind) -> str:
        """Drawn up and written; the supplier is a part of the story."""
        company = self.stage.people[supplier].mandates.select_related("organisation").earliest("pk").organisation
        title = f"{_good(code).name_kk} (демонстрация)"
        drawn = conclude.draw(
            self.by(customer, on),
            kind=kind,
            supplier_bin=company.bin,
            line=self._line(code, on.year).number,
            title=title,
        )
        conclude.write(self.by(customer, on), drawn.number, terms=terms, organised_by_supplier=True, absent_before=True)
        return drawn.number

    def _signed(
        self,
        customer: str,
        supplier: str,
        code: str,
        on: date,
        terms: Terms,
        kind: ContractKind = ContractKind.OFFTAKE,
    ) -> str:
        """In force, and an offtake contract entered in the register a week later."""
        number = self._drawn(customer, supplier, code, on, terms, kind)
        conclude.offer(self.by(customer, on), number)
        conclude.accept(self.by(supplier, on), number, proof=PASSWORD)
        conclude.sign(self.by(customer, on), number, proof=PASSWORD)
        week_later = max(on + timedelta(days=7), date(2025, 1, 8))
        if kind == ContractKind.OFFTAKE and week_later <= self.today:
            enter(self.by("keeper", week_later), number)
        return number

    def _delivered(self, number: str, sides: tuple[str, str], on: date, volume: int, accepted: int, price: int) -> None:
        """Delivered, a part of it accepted and paid; what is left was refused without the supplier's fault."""
        customer, supplier = sides
        offered = deliver.offer_delivery(
            self.by(supplier, on), contract=number, good=1, delivered_on=on, volume=Decimal(volume)
        )
        later = self.by(customer, on + timedelta(days=5))
        if accepted < volume:
            ground = "Қоймада орын жоқ (демонстрация)"
            deliver.accept(later, offered.number, volume=Decimal(accepted), ground=ground, by_supplier=False)
        else:
            deliver.accept(later, offered.number, volume=Decimal(accepted))
        deliver.pay(
            self.by(customer, on + timedelta(days=20)),
            offered.number,
            amount=Decimal(accepted * price),
            paid_on=on + timedelta(days=20),
        )

    def _balls(self) -> None:
        """Grinding balls: a first year in which the customer fell short, a penalty paid, a pledge, changes."""
        year, sides = self.newest - 2, ("ore", "kept")
        price = _good("732611").price
        number = self._signed(*sides, "732611", date(year, 10, 1), _wording("732611", year, 3))
        pledge.pledge(
            self.by("kept", date(year + 1, 2, 3)),
            contract=number,
            lender_bin=self.made["lender"].bin,
            valid_from=date(year + 1, 2, 3),
            valid_to=date(year + 3, 12, 31),
            basis="№ 14 кепіл шарты (демонстрация)",
        )
        targets = {year + 1: Decimal(30), year + 2: Decimal(40), year + 3: Decimal(55)}
        upload = paper("programme.pdf")
        programme.deliver_programme(self.by("kept", date(year + 1, 3, 20)), number, upload=upload, targets=targets)
        for month, accepted in ((3, 500), (6, 500), (9, 300), (11, 100)):
            self._delivered(number, sides, date(year + 1, month, 4), 500, accepted, price)
        claimed = claim_for_year(self.by("kept", date(year + 2, 1, 15)), contract=number, year=year + 1)
        pay(self.by("kept", date(year + 2, 2, 20)), claimed.number, settled_on=date(year + 2, 2, 19))
        programme.report_value(
            self.by("kept", date(year + 2, 2, 25)),
            number,
            year=year + 1,
            fact=Decimal("32.5"),
            upload=paper("in-country-value.pdf"),
        )
        self._change(number, "kept", "ore", date(year + 2, 4, 7), year + 3, 2400)
        self._delivered(number, sides, date(year + 2, 5, 12), 400, 300, price)
        self._propose(number, "ore", date(year + 2, 10, 20), year + 3, 1200)

    def _propose(self, number: str, side: str, on: date, year: int, volume: int) -> None:
        before = terms_of(Contract.objects.get(number=number).versions.get(state="in_force"))
        (good,) = before.goods
        years = tuple(replace(one, volume=Decimal(volume)) if one.year == year else one for one in good.years)
        terms = replace(before, goods=(replace(good, years=years),))
        because = "Кеніштің жоспары өзгерді (демонстрация)"
        amend.propose(self.by(side, on), number, terms=terms, reason=because, proof=PASSWORD)

    def _change(self, number: str, side: str, other: str, on: date, year: int, volume: int) -> None:
        self._propose(number, side, on, year, volume)
        amend.agree_change(self.by(other, on + timedelta(days=9)), number, proof=PASSWORD)

    def _pipes(self) -> None:
        """Pipes: everything was taken; the programme of in-country value is late."""
        year, price = self.newest - 1, _good("730411").price
        number = self._signed("gas", "second", "730411", date(year, 10, 2), _wording("730411", year, 3))
        for month in (2, 4, 6, 8, 10):
            self._delivered(number, ("gas", "second"), date(year + 1, month, 11), 100, 100, price)

    def _wheels(self) -> None:
        """Wheel sets by contract procurement: one condition half done and overdue, one reported, one ahead."""
        year = self.newest - 1
        conditions = tuple(
            ConditionTerms(place, kind, f"{text} (демонстрация)", Decimal(value), date(year + ahead, month, day))
            for place, (kind, text, value, (ahead, month, day)) in enumerate(CONDITIONS, 1)
        )
        terms = replace(
            _wording("860719", year, 3),
            least_value=None,
            programme_due_on=None,
            penalty="Орындалмаған талап құнының он пайызы (шарттың 7.2-тармағы, демонстрация)",
            conditions=conditions,
        )
        number = self._signed("road", "running", "860719", date(year, 10, 6), terms, ContractKind.CONTRACT_PROCUREMENT)
        done = self._performed(number, 1, 30_000_000, date(year + 1, 6, 20))
        offset.accept(self.by("road", date(year + 1, 6, 27)), done)
        claim_for_condition(
            self.by("road", date(year + 1, 7, 14)),
            contract=number,
            condition=1,
            amount=Decimal(3_000_000),
            note="7.2-тармақ (демонстрация)",
        )
        self._performed(number, 2, 40_000_000, date(year + 1, 10, 12))

    def _performed(self, number: str, condition: int, value: int, on: date) -> str:
        reported = offset.report_performance(
            self.by("running", on),
            contract=number,
            condition=condition,
            value=Decimal(value),
            done_on=on,
            text="Акт № 3 (демонстрация)",
            upload=paper("performance.pdf"),
        )
        return reported.number

    def _short(self) -> None:
        """A contract of the oldest list for one year, ended."""
        year = self.newest - 2
        price = _good("730411").price
        number = self._signed("gas", "third", "730411", date(year, 10, 3), _wording("730411", year, 1))
        for month in (3, 5, 8, 10, 11):
            self._delivered(number, ("gas", "third"), date(year + 1, month, 6), 100, 100, price)
        end.end(self.by("gas", date(year + 2, 1, 16)), number, reason="Мерзімі бітті (демонстрация)")

    def _interested(self) -> None:
        on = date(self.newest, 8, 18)
        for supplier, code in (("applying", "732611"), ("second", "732611"), ("applying", "854442")):
            express(
                self.by(supplier, on),
                proposal=self._line(code, self.newest).number,
                note="Желі екі жылда іске қосылады (демонстрация)",
            )

    def _cables(self) -> None:
        """Waiting for the supplier's signature."""
        on = date(self.newest, 10, 15)
        number = self._drawn("road", "short", "854442", on, _wording("854442", on.year, 3), ContractKind.OFFTAKE)
        conclude.offer(self.by("road", on), number)

    def _crushers(self) -> None:
        """Being drawn up; there is a line for it in every other year."""
        year = self.newest - self.newest % 2
        on = date(self.newest, 10, 19)
        if year == self.newest:
            self._drawn("ore", "second", "847420", on, _wording("847420", on.year, 2), ContractKind.OFFTAKE)

    def _more_pipes(self) -> None:
        """Signed by the supplier alone."""
        on = date(self.newest, 10, 22)
        number = self._drawn("gas", "kept", "730411", on, _wording("730411", on.year, 2), ContractKind.OFFTAKE)
        conclude.offer(self.by("gas", on), number)
        conclude.accept(self.by("kept", on), number, proof=PASSWORD)

    def _elsewhere(self) -> None:
        """Two contracts concluded elsewhere: one of a customer, one of a company that belongs to the Fund."""
        on = date(self.newest, 9, 10)
        keeper = self.by("keeper", on)
        for place, customer in enumerate(("ore", "pipes"), 1):
            concluded = date(self.newest - 1, 2, 10)
            record(
                keeper,
                source=ELSEWHERE,
                outside_number=f"Д-{place}/{concluded.year}",
                kind=ContractKind.OFFTAKE,
                customer_bin=self.made[customer].bin,
                supplier_bin=self.made["ore" if customer != "ore" else "repair"].bin,
                concluded_on=concluded,
                title="Клапандар (демонстрация)",
                terms=_wording("848180", concluded.year, 2, first=concluded),
            )


def _good(code: str) -> Planned:
    return next(good for good in (*GOODS, VALVES) if good.code == code)


def _wording(code: str, year: int, years: int, *, first: date | None = None) -> Terms:
    """A contract from October of a year, with the planned volume in each of the calendar years after it."""
    good = _good(code)
    terms = tuple(
        YearTerms(one, Decimal(good.volume), Decimal(good.price)) for one in range(year + 1, year + 1 + years)
    )
    named = GoodTerms(
        place=1,
        code=code,
        name_kk=good.name_kk,
        name_ru=good.name_ru,
        unit=good.unit,
        characteristics="Техникалық ерекшелік бойынша (демонстрация)",
        properties="Құрамы мен беріктігі сертификатпен расталады (демонстрация)",
        composition="Жинақта жеткізіледі (демонстрация)",
        years=terms,
    )
    return Terms(
        starts_on=first or date(year, 10, 1),
        ends_on=date(year + years, 12, 31),
        goods=(named,),
        least_value=Decimal(30),
        programme_due_on=date(year + 1, 3, 31),
    )


def make_lender(stage: Stage, regions: list[Region], numbers: Iterator[str]) -> Organisation:
    """A bank that takes contracts in pledge, with who signs for it."""
    part, name, signatory, email = LENDER
    bank = Organisation.objects.create(
        bin=next(numbers),
        name=name,
        kind=OrganisationKind.ENTERPRISE,
        region=regions[17],
        activity="64",
        size=Size.LARGE,
        registered_on=date(2010, 6, 1),
        is_operating=True,
    )
    password = make_password(PASSWORD)
    stage.people[part] = person(signatory, email, bank, Capacity.SIGNATORY, password=password)
    return bank
