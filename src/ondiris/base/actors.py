"""Who acts, for whom, by which right, on which day?"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Loan:
    """A capacity that the holder of a mandate lends for an absence."""

    capacity: str
    holder_name: str
    holder: int


@dataclass(frozen=True, slots=True)
class Actor:
    """A person acting for an organisation on a legal day.

    `roles` are the organisation's roles under the law in force that day, `capacities` what the person may do for it,
    by `own` mandates or by `loans` of others.
    """

    on: date
    user_id: int
    name: str
    organisation_id: int
    organisation_name: str
    organisation_bin: str
    roles: frozenset[str] = field(default_factory=frozenset)
    own: frozenset[str] = field(default_factory=frozenset)
    loans: frozenset[Loan] = field(default_factory=frozenset)

    @property
    def capacities(self) -> frozenset[str]:
        return self.own | {loan.capacity for loan in self.loans}

    @property
    def deputy_for(self) -> str:
        """The names of those for whom the person stands in; empty for nobody's deputy."""
        return ", ".join(sorted({loan.holder_name for loan in self.loans}))

    def deputy_in(self, capacity: str) -> str:
        """The names of those by whose mandates alone the person has a capacity; empty where it is the person's own."""
        lent = sorted({loan.holder_name for loan in self.loans if loan.capacity == capacity})
        return "" if capacity in self.own else ", ".join(lent)

    def stands_in_for(self, holder: int, capacity: str) -> bool:
        """Whether this very person has lent the capacity."""
        return any((loan.holder, loan.capacity) == (holder, capacity) for loan in self.loans)
