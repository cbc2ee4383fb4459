"""Who acts, for whom, by which right, on which day?"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Actor:
    """A person acting for an organisation on a legal day.

    `roles` are the organisation's roles under the law in force that day, `capacities` what the person's mandate
    (own or delegated, then `deputy_for` names its holder) lets them do for it.
    """

    on: date
    user_id: int
    name: str
    organisation_id: int
    organisation_name: str
    organisation_bin: str
    roles: frozenset[str] = field(default_factory=frozenset)
    capacities: frozenset[str] = field(default_factory=frozenset)
    deputy_for: str = ""
