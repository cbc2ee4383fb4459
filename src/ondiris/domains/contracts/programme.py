"""Was the programme that raises in-country value developed in time, and what came of it by year? (48.5)"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ondiris.base.words import N_
from ondiris.domains.contracts.counting import current
from ondiris.domains.contracts.models import Contract, Programme


class Stage(StrEnum):
    AHEAD = "ahead"
    LATE = "late"
    DELIVERED = "delivered"


WORDS = {
    Stage.AHEAD: N_("To be developed"),
    Stage.LATE: N_("Late"),
    Stage.DELIVERED: N_("Developed"),
}


@dataclass(frozen=True, slots=True)
class ValueOf:
    """In-country value of a year in per cent; `below` by how much the fact falls short, None while there is no fact."""

    year: int
    target: Decimal
    fact: Decimal | None

    @property
    def below(self) -> Decimal | None:
        return None if self.fact is None else max(Decimal(0), self.target - self.fact)


@dataclass(frozen=True, slots=True)
class ProgrammeState:
    """Where the obligation to develop the programme stands on a day; `late_by` in days, 0 where it was in time.

    `due_on` is None where the contract, entered from elsewhere, names no day: then nothing is late.
    """

    stage: Stage
    due_on: date | None
    delivered_on: date | None
    late_by: int
    least_value: Decimal | None
    years: tuple[ValueOf, ...]
    unreported: tuple[int, ...]


def programme_of(contract: Contract, on: date) -> ProgrammeState:
    """The obligation of an offtake contract and its years; `unreported` are those that are over without a fact."""
    version = current(contract)
    found = Programme.objects.filter(contract=contract).prefetch_related("years").first()
    rows = [] if found is None else list(found.years.all())
    due = version.programme_due_on
    until = on if found is None else found.delivered_on
    late_by = max(0, (until - due).days) if due is not None else 0
    stage = Stage.DELIVERED if found else Stage.LATE if late_by else Stage.AHEAD
    return ProgrammeState(
        stage,
        due,
        found.delivered_on if found else None,
        late_by,
        version.least_value,
        tuple(ValueOf(row.year, row.target, row.fact) for row in rows),
        tuple(row.year for row in rows if row.fact is None and row.year < on.year),
    )
