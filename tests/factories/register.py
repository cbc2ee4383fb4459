"""A customer under 46.2, one who is none, and contracts of theirs that were concluded elsewhere."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from ondiris.domains.contracts.actions.record import record
from ondiris.domains.contracts.content import ConditionTerms, GoodTerms, Terms, YearTerms
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.terms import ConditionKind
from ondiris.domains.parties.models import Organisation, OrganisationStatus, Shareholding
from ondiris.domains.parties.terms import Owner, Status
from ondiris.domains.planning.terms import ContractKind
from tests.factories.country import SINCE, Country, actor, enterprise

ENTERED = date(2026, 3, 2)
CONCLUDED = date(2025, 6, 1)
PUMP = GoodTerms(
    place=1,
    code="8413702900",
    name_kk="Ортадан тепкіш сорғы",
    name_ru="Насос центробежный",
    unit="штука",
    characteristics="630 m³/h, 90 m",
    years=(
        YearTerms(2025, Decimal(100), Decimal("1000.50")),
        YearTerms(2026, Decimal(200), Decimal("1000.50")),
        YearTerms(2027, Decimal("250.5"), Decimal("1100")),
    ),
)
TERMS = Terms(
    date(2025, 7, 1), date(2027, 12, 31), (PUMP,), least_value=Decimal(40), programme_due_on=date(2025, 12, 31)
)
OFFSET = ConditionTerms(1, ConditionKind.TRAINING, "A training centre in Aktau", Decimal(500_000), date(2027, 6, 30))
PROCUREMENT = replace(TERMS, least_value=None, programme_due_on=None, conditions=(OFFSET,))


def customer(made: Country, name: str = "Мұнай ҰК АҚ") -> Organisation:
    """A national company, all of whose shares belong to others; and the Fund, which holds nothing."""
    if not OrganisationStatus.objects.filter(status=Status.NATIONAL_WELFARE_FUND).exists():
        fund = enterprise("Ұлттық әл-ауқат қоры", made.region)
        OrganisationStatus.objects.create(
            organisation=fund, status=Status.NATIONAL_WELFARE_FUND, basis="made up", valid_from=SINCE
        )
    company = enterprise(name, made.region)
    OrganisationStatus.objects.create(
        organisation=company, status=Status.NATIONAL_COMPANY, basis="made up", valid_from=SINCE
    )
    Shareholding.objects.create(held=company, owner_kind=Owner.OTHER, share=100, valid_from=SINCE)
    return company


def outsider(made: Country) -> Organisation:
    """An enterprise that is no customer: no status, all shares with others."""
    company = enterprise("Дала ЖШС", made.region)
    Shareholding.objects.create(held=company, owner_kind=Owner.OTHER, share=100, valid_from=SINCE)
    return company


def recorded(made: Country, by: Organisation | None = None, **said: Any) -> Contract:
    """A contract that the keeper recorded on 2 March 2026; what is not said is an offtake contract for pumps."""
    known = {
        "source": "E-procurement",
        "outside_number": "77-1",
        "kind": ContractKind.OFFTAKE,
        "customer_bin": (by or customer(made)).bin,
        "supplier_bin": made.enterprise.bin,
        "concluded_on": CONCLUDED,
        "title": "Pumps for the pipeline",
        "terms": TERMS,
    }
    return record(actor(made, "keeper", said.pop("on", ENTERED)), **known | said)
