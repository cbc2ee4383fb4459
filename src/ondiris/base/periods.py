"""From when to when, with the end excluded?"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from `first` to before `end`; an open end is None. Reversed periods are a ValueError."""

    first: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.first:
            raise ValueError(f"a period cannot end ({self.end}) before it begins ({self.first})")

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.end is None or day < self.end)

    @property
    def days(self) -> int:
        """Number of days; ValueError for an open period."""
        if self.end is None:
            raise ValueError("an open period has no length")
        return (self.end - self.first).days


def in_force(on: date, prefix: str = "") -> Q:
    """The condition that a row's valid_from/valid_to holds on a day, for querysets; `prefix` ends in `__`."""
    return Q(**{f"{prefix}valid_from__lte": on}) & (
        Q(**{f"{prefix}valid_to__gt": on}) | Q(**{f"{prefix}valid_to__isnull": True})
    )


def overlapping(first: date, end: date | None) -> Q:
    """The condition that a row's valid_from/valid_to shares a day with the period from `first` to before `end`."""
    begins_before_end = Q(valid_from__lt=end) if end else Q()
    return begins_before_end & (Q(valid_to__gt=first) | Q(valid_to__isnull=True))
