"""How much of an organisation is held at once, and does one more parcel fit?"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

ALL = Decimal(100)


class Span(NamedTuple):
    """A parcel's share in per cent, its days, and whose it is: the keys of its owner and of who has it in trust."""

    share: Decimal
    valid_from: date
    valid_to: date | None
    owner_key: int = 0
    manager_key: int = 0


def shares_a_day(one: Span, other: Span) -> bool:
    """Whether two parcels hold on some same day."""
    ends_before = one.valid_to is not None and one.valid_to <= other.valid_from
    begins_after = other.valid_to is not None and other.valid_to <= one.valid_from
    return not (ends_before or begins_after)


def same_holder(one: Span, other: Span) -> bool:
    """Whether two parcels would be one: alike in owner and trust on some same day."""
    alike = (one.owner_key, one.manager_key) == (other.owner_key, other.manager_key)
    return alike and shares_a_day(one, other)


def most_with(new: Span, others: Iterable[Span]) -> tuple[Decimal, date]:
    """The most that is held at once on a day of the new parcel, itself included, and the first day of it."""
    beside = [one for one in others if shares_a_day(new, one)]
    days = sorted({new.valid_from, *(one.valid_from for one in beside if one.valid_from > new.valid_from)})
    sums = [
        (sum((one.share for one in beside if _holds(one, day)), new.share), day) for day in days if _holds(new, day)
    ]
    most = max(total for total, _day in sums)
    return next((total, day) for total, day in sums if total == most)


def _holds(one: Span, day: date) -> bool:
    return one.valid_from <= day and (one.valid_to is None or day < one.valid_to)
