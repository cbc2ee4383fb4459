"""What stands on a list on a day, and what changed between two editions?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ondiris.base.periods import in_force
from ondiris.domains.lists.models import Edition, Line
from ondiris.domains.lists.terms import EditionState

PRIORITY_GOODS = "priority-goods"


def edition_on(code: str, on: date) -> Edition | None:
    """The published edition in force on a day; None where there is none."""
    return Edition.objects.filter(in_force(on), list__code=code, state=EditionState.PUBLISHED).first()


def listed(edition: Edition | None, codes: Iterable[str]) -> dict[str, bool | None]:
    """For each commodity code, whether a prefix of it stands in the edition; None for each without an edition."""
    wanted = list(codes)
    if edition is None:
        return dict.fromkeys(wanted)
    heads = {code[:length] for code in wanted for length in range(2, len(code) + 1)}
    prefixes = set(Line.objects.filter(edition=edition, prefix__in=heads).values_list("prefix", flat=True))
    return {code: any(code[:length] in prefixes for length in range(2, len(code) + 1)) for code in wanted}


@dataclass(frozen=True, slots=True)
class Changes:
    """What the newer of two editions has and the older had not, and the other way round."""

    added: list[Line]
    removed: list[Line]


def changes(older: Edition, newer: Edition) -> Changes:
    """Additions and removals by prefix, in the order of codes."""
    before = {line.prefix: line for line in older.lines.all()}
    after = {line.prefix: line for line in newer.lines.all()}
    return Changes(
        added=[line for prefix, line in after.items() if prefix not in before],
        removed=[line for prefix, line in before.items() if prefix not in after],
    )
