"""Contracts of the tests' country, brought by real acts to the state where a test begins."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ondiris.domains.contracts.actions.amend import propose
from ondiris.domains.contracts.actions.conclude import accept, draw, offer, sign, write
from ondiris.domains.contracts.actions.deliver import offer_delivery, refuse
from ondiris.domains.contracts.actions.offset import report_performance
from ondiris.domains.contracts.actions.penalty import claim_for_year
from ondiris.domains.contracts.actions.pledge import pledge as make_pledge
from ondiris.domains.contracts.content import ConditionTerms, GoodTerms, Terms, YearTerms
from ondiris.domains.contracts.models import Contract, Delivery, Penalty, Performance, Pledge
from ondiris.domains.contracts.queries import version_in_force
from ondiris.domains.contracts.terms import ConditionKind
from ondiris.domains.contracts.versions import terms_of
from ondiris.domains.lists.models import ApprovedList, Edition
from ondiris.domains.lists.queries import CONTRACT_GOODS
from ondiris.domains.lists.terms import EditionState
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.terms import Capacity, Role
from ondiris.domains.planning.models import GoodsList, Need, Proposal
from ondiris.domains.planning.terms import ContractKind, GoodsListState, NeedKind, ProposalState, Subject
from tests.factories.cases import upload
from tests.factories.country import PASSWORD, Country, actor, enterprise, person
from tests.factories.planning import organisation_of, planners

SIGNED_ON = date(2024, 3, 1)
STATES = ("drawn", "written", "offered", "signed_by_supplier", "in_force")
CODE = "73041100"
MCI = {2022: 3063, 2023: 3450, 2024: 3692, 2025: 3932, 2026: 4325}
ABOVE = Decimal(500_000)


def terms(kind: str = ContractKind.OFFTAKE, *, years: dict[int, str] | None = None, price: str = "1000") -> Terms:
    """A whole wording that may be concluded: one good, 100 tonnes a year at 1,000 tenge from 2024 to 2027.

    `years` gives the volume of each year instead; the term is from 1 March of the first to the end of the last. Contract
    procurement has one condition worth exactly 5 % of the sum.
    """
    volumes = years or dict.fromkeys(range(2024, 2028), "100")
    good = GoodTerms(
        place=1,
        code=CODE,
        name_kk="Болат құбырлар",
        name_ru="Трубы стальные",
        unit="т",
        characteristics="Диаметр 530 мм, стенка 8 мм, класс прочности К52",
        properties="Сталь 09Г2С, предел текучести 350 МПа",
        composition="Поставляется поштучно",
        years=tuple(YearTerms(year, Decimal(volume), Decimal(price)) for year, volume in volumes.items()),
    )
    first, last = min(volumes), max(volumes)
    whole = Terms(date(first, 3, 1), date(last, 12, 31), (good,))
    if kind == ContractKind.OFFTAKE:
        return replace(whole, least_value=Decimal(30), programme_due_on=date(first, 12, 31))
    condition = ConditionTerms(1, ConditionKind.TRAINING, "Учебный центр сварщиков", whole.amount / 20, whole.ends_on)
    return replace(whole, penalty="0,1 % от стоимости условия за день", conditions=(condition,))


def customer(made: Country) -> Organisation:
    """The organisation of "customer", which extracts minerals (46.2)."""
    return organisation_of(planners(made), "customer")


def line(made: Country, kind: str = ContractKind.OFFTAKE, on: date = SIGNED_ON, code: str = CODE) -> Proposal:
    """A line of the customer on the list of goods in force on a day."""
    goods_list = GoodsList.objects.filter(year=on.year).first() or _goods_list(on.year)
    proposal, _made = Proposal.objects.get_or_create(
        goods_list=goods_list,
        customer=customer(made),
        kind=kind,
        code=code,
        unit="т" if kind == ContractKind.OFFTAKE else "тонна",
        defaults={
            "number": f"LINE-{on.year}-{code}-{kind[:1]}",
            "state": ProposalState.PASSED_ON,
            "through": Role.SOLID_MINERALS_AUTHORITY,
            "name_kk": "Болат құбырлар",
            "name_ru": "Трубы стальные",
            "needed": Decimal(100),
            "amount": Decimal(100_000),
            "volume": Decimal(400),
            "starts_on": date(on.year, 3, 1),
            "ends_on": date(on.year + 3, 12, 31),
            "answered_on": date(on.year, 1, 1),
        },
    )
    return proposal


def _goods_list(year: int) -> GoodsList:
    approved, _made = ApprovedList.objects.get_or_create(code=CONTRACT_GOODS, defaults={"provision": "47.4"})
    edition = Edition.objects.create(
        number=f"GOODS-{year}",
        state=EditionState.PUBLISHED,
        list=approved,
        title=f"List of goods {year}",
        valid_from=date(year, 1, 1),
        valid_to=date(year + 1, 1, 1),
    )
    day = date(year, 1, 1)
    return GoodsList.objects.create(
        number=f"GL-{year}",
        state=GoodsListState.PLACED,
        year=year,
        drawn_on=day,
        sent_on=day,
        approved_on=day,
        placed_on=day,
        edition=edition,
    )


def purchases(made: Country, amount: Decimal, year: int = SIGNED_ON.year) -> None:
    """The customer's plan of a year comes to an amount in tenge."""
    Need.objects.update_or_create(
        customer=customer(made),
        kind=NeedKind.PLAN,
        year=year,
        item="1",
        defaults={
            "subject": Subject.GOOD,
            "code": CODE,
            "name_kk": "Болат құбырлар",
            "name_ru": "Трубы стальные",
            "unit": "т",
            "volume": Decimal(1),
            "amount": amount,
        },
    )


def contract(
    made: Country,
    state: str = "in_force",
    *,
    kind: str = ContractKind.OFFTAKE,
    on: date = SIGNED_ON,
    said: Terms | None = None,
    organised_by_supplier: bool | None = True,
    absent_before: bool | None = True,
) -> Contract:
    """A contract in one of STATES between "customer" and the supplier "applicant", the country's enterprise.

    `said` is its wording, else `terms(kind)`; every step is taken on the day `on`.
    """
    chosen = line(made, kind, on)
    customers, suppliers = actor(made, "customer", on), actor(made, "applicant", on)
    if (
        kind == ContractKind.CONTRACT_PROCUREMENT
        and not Need.objects.filter(customer=chosen.customer, kind=NeedKind.PLAN, year=on.year).exists()
    ):
        purchases(made, ABOVE * MCI[on.year] + 1, on.year)
    steps = STATES[1 : STATES.index(state) + 1]
    drawn = draw(
        customers,
        kind=kind,
        supplier_bin=made.enterprise.bin,
        line=chosen.number,
        title="Steel pipes for a field",
    )
    if "written" in steps:
        stated: dict[str, Any] = {"organised_by_supplier": organised_by_supplier, "absent_before": absent_before}
        write(customers, drawn.number, terms=said or terms(kind), **stated)
    if "offered" in steps:
        offer(customers, drawn.number)
    if "signed_by_supplier" in steps:
        accept(suppliers, drawn.number, proof=PASSWORD)
    if "in_force" in steps:
        sign(customers, drawn.number, proof=PASSWORD)
    return Contract.objects.get(pk=drawn.pk)


def proposed(
    made: Country, standing: Contract, said: Terms | None = None, *, who: str = "customer", on: date | None = None
) -> Contract:
    """The contract with a change proposed by one side, a week after its conclusion: without `said`, one tonne more a year."""
    day = on or standing.concluded_on + timedelta(days=7)
    now = said or more(terms_of(version_in_force(standing)))
    return propose(actor(made, who, day), standing.number, terms=now, reason="The field needs more.", proof=PASSWORD)


def more(before: Terms, volume: str = "1", price: str = "0", since: int = 0) -> Terms:
    """The wording with so much more of every good at so much higher a price in every year from `since`; less is minus."""
    return replace(
        before,
        goods=tuple(
            replace(
                good,
                years=tuple(
                    replace(one, volume=one.volume + Decimal(volume), price=one.price + Decimal(price))
                    if one.year >= since
                    else one
                    for one in good.years
                ),
            )
            for good in before.goods
        ),
    )


def lender(made: Country) -> Organisation:
    """A bank, whose signatory is "lender"; made when it is first asked for."""
    if "lender" not in made.people:
        bank = enterprise("Даму банкі АҚ", made.region)
        made.people["lender"] = person("zarina", bank, Capacity.SIGNATORY)
    return organisation_of(made, "lender")


def pledge(made: Country, pledged: Contract, on: date = SIGNED_ON, until: date | None = None) -> Pledge:
    """The supplier pledged the contract to the lender."""
    return make_pledge(
        actor(made, "applicant", on),
        contract=pledged.number,
        lender_bin=lender(made).bin,
        valid_from=on,
        valid_to=until,
        basis="Договор залога № 12",
    )


def delivery(made: Country, agreed: Contract, on: date, volume: str = "10") -> Delivery:
    """So much of the contract's good, offered on the day on which it was delivered."""
    supplier = actor(made, "applicant", on)
    return offer_delivery(supplier, contract=agreed.number, good=1, delivered_on=on, volume=Decimal(volume))


def performance(made: Country, on: date) -> Performance:
    """What the supplier reports for the condition of a new contract procurement, as much as it is worth."""
    agreed = contract(made, kind=ContractKind.CONTRACT_PROCUREMENT)
    condition = agreed.versions.get().conditions.get()
    return report_performance(
        actor(made, "applicant", on),
        contract=agreed.number,
        condition=condition.place,
        value=condition.value,
        done_on=on,
        text="Forty welders trained",
        upload=upload("centre.pdf"),
    )


def penalty(made: Country, agreed: Contract, on: date) -> Penalty:
    """What the supplier claims for the year before, in which the customer refused the whole volume."""
    refused = delivery(made, agreed, date(on.year - 1, 6, 1), "100")
    refuse(actor(made, "customer", on), refused.number, ground="No need of it", by_supplier=False)
    return claim_for_year(actor(made, "applicant", on), contract=agreed.number, year=on.year - 1)
