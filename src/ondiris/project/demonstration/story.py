"""Which cases does a visitor find, and at which point of their life?"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.applications.models import Application
from ondiris.domains.classifiers.models import Region
from ondiris.domains.legislation.actions.value import confirm, enter
from ondiris.domains.recovery.actions import claim
from ondiris.domains.recovery.actions.close import close
from ondiris.project.demonstration import cases
from ondiris.project.demonstration.cases import Calendar, Decided
from ondiris.project.demonstration.country import PASSWORD, Stage, make_enterprise

PROOFS = {"decider": PASSWORD}
# The part, enterprise, its person, e-mail, region's place.
ENTERPRISES = (
    ("kept", "Сарыарқа Машина ЖШС", "Айгерім Сейітова", "aigerim@demo.kz", 8),
    ("short", "Ертіс Электр ЖШС", "Нұрлан Омаров", "nurlan@demo.kz", 12),
    ("demanded", "Алтай Металл ЖШС", "Динара Қалиева", "dinara@demo.kz", 16),
    ("running", "Тұлпар Вагон АҚ", "Серік Байжанов", "serik@demo.kz", 9),
    ("applying", "Бәйтерек Құрылым ЖШС", "Әсел Тілеубаева", "asel@demo.kz", 17),
    ("second", "Жасыл Дала Техника ЖШС", "Бауыржан Исаев", "bauyrzhan@demo.kz", 10),
    ("third", "Көкше Клапан ЖШС", "Гүлжан Сапарова", "gulzhan@demo.kz", 1),
)


def answers(first_year: int, *, amount: str = "100000000", code: str = "843210", **changed: Any) -> dict[str, Any]:
    """What an enterprise that meets every condition states, with targets for two years."""
    years = (str(first_year), str(first_year + 1))
    promise = {
        "direction": "productivity",
        "indicator": "Бір жұмыскерге шаққандағы өнім",
        "unit": "мың теңге",
        "baseline": "9000",
        "evidence": "1-П статистикалық нысаны",
        "targets": dict(zip(years, ("10000", "12000"), strict=True)),
    }
    exports = {"direction": "export", "indicator": "Экспорт көлемі", "unit": "тонна", "baseline": "40"}
    jobs = {"direction": "", "indicator": "Жаңа жұмыс орындары", "unit": "орын", "baseline": "0"}
    return {
        "listed_output_share": "100",
        "affiliated_with_equipment_owner": "false",
        "has_qualified_engineers": "true",
        "project_cost": str(int(amount) * 2),
        "own_funds": str(int(amount) * 4 // 5),
        "requested_amount": amount,
        "obligations_accepted": "true",
        "first_year": years[0],
        "year_count": "2",
        "goods": [{"commodity_code": code, "name": ""}],
        "obligations": [promise, {**promise, **exports, "targets": dict(zip(years, ("100", "200"), strict=True))}],
        "goals": [{**promise, **jobs, "targets": dict(zip(years, ("10", "20"), strict=True))}],
        **changed,
    }


class Story:
    """Tells the cases one after the other, each by the acts of its people."""

    def __init__(self, stage: Stage, regions: list[Region], numbers: Iterator[str], today: date) -> None:
        self.stage, self.today = stage, today
        for part, name, owner, email, region in ENTERPRISES:
            make_enterprise(stage, part, name, owner, email, regions[region], numbers)

    def tell(self) -> None:
        """All of them, oldest first."""
        self._rate()
        self._kept()
        self._demanded()
        self._short()
        self._running()
        self._under_way()

    def _application(
        self, part: str, state: str, on: date, stated: Mapping[str, Any], decided: Decided | None = None
    ) -> Application:
        return cases.application(self.stage.actor, state, Calendar(on, pace=4), stated, who=part, decided=decided)

    def _agreement(self, part: str, begun: date, state: str, amount: str = "100000000") -> Agreement:
        granted = self._application(
            part, "decided", begun, answers(begun.year, amount=amount), Decided(amount=Decimal(amount))
        )
        drawn = begun + timedelta(days=35)
        half = Decimal(amount) / 2
        instalments = [(drawn + timedelta(days=40), half), (drawn + timedelta(days=160), half)]
        return cases.agreement(
            self.stage.actor, granted, state, Calendar(drawn, pace=4), instalments, {**PROOFS, part: PASSWORD}, who=part
        )

    def _rate(self) -> None:
        """The demonstration carries the last established rate on, by two officials, and says that it is made up."""
        entered = enter(
            self.stage.actor("keeper", self.today),
            parameter="base_rate",
            value=Decimal("16.25"),
            valid_from=date(2026, 9, 8),
            known_until=max(self.today, date(2026, 9, 8)) + timedelta(days=60),
            source="Demonstration: made up, no act of the National Bank",
        )
        confirm(self.stage.actor("second_keeper", self.today), entered.number)

    def _kept(self) -> None:
        signed = self._agreement("kept", date(2024, 2, 5), "paid")
        cases.report(self.stage.actor, signed, 2024, ["10000", "100", "10"], who="kept")
        cases.report(self.stage.actor, signed, 2025, ["12500", "210", "22"], who="kept")
        close(self.stage.actor("monitor", date(2026, 3, 2)), signed.number)

    def _fell_short(self, part: str, begun: date) -> Agreement:
        signed = self._agreement(part, begun, "paid")
        cases.report(self.stage.actor, signed, 2024, ["10000", "60", "10"], who=part)
        cases.report(self.stage.actor, signed, 2025, ["12000", "80", "15"], who=part)
        give_notice(
            self.stage.actor("monitor", date(2026, 3, 10)),
            signed.number,
            text="Экспорт бойынша міндеттеме орындалған жоқ: 2024 жылы 100 тоннаның 60-ы, 2025 жылы 200 тоннаның 80-і.",
        )
        return signed

    def _demanded(self) -> None:
        signed = self._fell_short("demanded", date(2024, 3, 4))
        on = date(2026, 4, 20)
        drawn = claim.draw(self.stage.actor("monitor", on), agreement_number=signed.number, demand_on=on)
        claim.demand(self.stage.actor("decider", on), drawn.number)
        claim.receive(self.stage.actor("treasurer", date(2026, 6, 15)), drawn.number, amount=Decimal("10000000"))

    def _short(self) -> None:
        self._fell_short("short", date(2024, 4, 1))

    def _running(self) -> None:
        signed = self._agreement("running", date(2025, 2, 3), "paid", amount="240000000")
        cases.report(self.stage.actor, signed, 2025, ["10100", "110", "12"], who="running")

    def _under_way(self) -> None:
        today, year = self.today, self.today.year + 1
        self._offered()
        self._application("applying", "draft", today, answers(year, obligations=[], goods=[]))
        self._application("second", "submitted", today - timedelta(days=9), answers(year, code="843351"))
        self._application("third", "asked", today - timedelta(days=24), answers(year, code="848180", amount="60000000"))
        self._application("kept", "examining", today - timedelta(days=30), answers(year, code="850431"))
        self._application(
            "second",
            "proposed",
            today - timedelta(days=40),
            answers(year, code="843280", amount="80000000"),
            Decided(amount=Decimal("80000000")),
        )
        self._application(
            "third",
            "decided",
            today - timedelta(days=60),
            answers(year, code="220110", amount="30000000"),
            Decided("refuse", "makes_goods_on_the_list"),
        )
        self._application(
            "applying",
            "decided",
            today - timedelta(days=70),
            answers(year, code="847420", amount="90000000"),
            Decided("elsewhere", officials_find={"in_agro_industry": True}),
        )
        self._application(
            "second",
            "decided",
            today - timedelta(days=80),
            answers(year, amount="1900000000"),
            Decided(amount=Decimal("1900000000")),
        )

    def _offered(self) -> None:
        today = self.today
        granted = self._application(
            "third",
            "decided",
            today - timedelta(days=90),
            answers(today.year + 1, code="848180", amount="50000000"),
            Decided(amount=Decimal("50000000")),
        )
        instalments = [(today, Decimal("20000000")), (today + timedelta(days=120), Decimal("30000000"))]
        proofs = {**PROOFS, "third": PASSWORD}
        cases.agreement(
            self.stage.actor,
            granted,
            "offered",
            Calendar(today - timedelta(days=12)),
            instalments,
            proofs,
            who="third",
        )
