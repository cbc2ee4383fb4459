"""Is a provision that a rule cites in force, in a wording held, throughout the rule's period?"""

from datetime import date

from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.standing import standing
from ondiris.law.provisions.terms import State


class RegisteredProvisions:
    """The register as shipped, as rulebooks ask it."""

    def in_force_during(self, provision: str, since: date, until: date | None) -> bool:
        """True where it is; False where it is not, or is not registered. ValueError for what is no id."""
        row = register().get(ProvisionId.parse(provision))
        if row is None:
            return False
        changes = [day for version in row.versions for day in (version.valid_from, version.valid_to) if day]
        days = [since, *(day for day in changes if since < day and (until is None or day < until))]
        return all(standing(row, day).state is State.IN_FORCE for day in days)
