"""What stands on a list on a day, and what changed between two editions?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q

from ondiris.base.periods import in_force
from ondiris.domains.lists.models import Edition, Line
from ondiris.domains.lists.terms import EditionState

PRIORITY_GOODS = "priority-goods"
CONTRACT_GOODS = "contract-goods"  # 47.4: its editions come from the yearly planning alone


def edition_on(code: str, on: date) -> Edition | None:
    """The published edition in force on a day; None where there is none."""
    return Edition.objects.filter(in_force(on), list__code=code, state=EditionState.PUBLISHED).first()


def listed(edition: Edition | None, codes: Iterable[str]) -> dict[str, bool | None]:
    """For each commodity code, whether a prefix of it stands in the edition.

    None where nobody can tell: without an edition, and for a code that is coarser than the edition's lines, of which
    some goods are listed and others are not.
    """
    wanted = list(codes)
    if edition is None or not wanted:
        return dict.fromkeys(wanted)
    heads = {code[:length] for code in wanted for length in range(2, len(code) + 1)}
    near = reduce(or_, (Q(prefix__startswith=code) for code in wanted), Q(prefix__in=heads))
    prefixes = set(Line.objects.filter(near, edition=edition).values_list("prefix", flat=True))

    def standing(code: str) -> bool | None:
        if any(code[:length] in prefixes for length in range(2, len(code) + 1)):
            return True
        return None if any(prefix.startswith(code) for prefix in prefixes) else False

    return {code: standing(code) for code in wanted}


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
