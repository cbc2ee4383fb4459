"""How far are the further conditions of contract procurement performed? (49.2)"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import Sum

from ondiris.domains.contracts.counting import current
from ondiris.domains.contracts.models import Condition, Contract
from ondiris.domains.contracts.terms import PerformanceState


@dataclass(frozen=True, slots=True)
class ConditionStanding:
    """A condition with what was accepted and what waits for the customer, in tenge; `overdue` when its day has passed."""

    condition: Condition
    accepted: Decimal
    waiting: Decimal
    overdue: bool

    @property
    def missing(self) -> Decimal:
        """What is still to be performed, in tenge; more than enough is nothing missing."""
        return max(Decimal(0), self.condition.value - self.accepted)

    @property
    def share(self) -> Fraction:
        """The part performed, from 0 to 1."""
        return min(Fraction(1), Fraction(self.accepted) / Fraction(self.condition.value))


def conditions_of(contract: Contract, on: date) -> list[ConditionStanding]:
    """The conditions of the version in force, each with its performance, as it stands on a day."""
    sums = {
        (row["condition"], row["state"]): row["sum"]
        for row in contract.performances.filter(reported_on__lte=on)
        .values("condition", "state")
        .annotate(sum=Sum("value"))
    }
    standings = []
    for one in current(contract).conditions.all():
        accepted = sums.get((one.place, PerformanceState.ACCEPTED), Decimal(0))
        waiting = sums.get((one.place, PerformanceState.REPORTED), Decimal(0))
        standings.append(ConditionStanding(one, accepted, waiting, one.due_on < on and accepted < one.value))
    return standings
