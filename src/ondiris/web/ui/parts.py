"""What must a page hand over for each component to draw it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from django.utils.functional import Promise

Text = str | Promise


class Colour(StrEnum):
    """What a tag's colour says; the tag's words say it too."""

    GREY = "grey"  # not begun, closed, of no weight
    BLUE = "blue"  # under way
    YELLOW = "yellow"  # somebody must act, soon due
    GREEN = "green"  # done, accepted, met
    RED = "red"  # refused, late, not met


@dataclass(frozen=True, slots=True)
class Tag:
    """A state in one or two words."""

    label: Text
    colour: Colour = Colour.GREY


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a summary list; `change_url` leads to where the value is corrected."""

    key: Text
    value: Text
    change_url: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do; without `url` it cannot be begun yet, and `hint` says why."""

    label: Text
    state: Tag
    url: str = ""
    hint: Text = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a journal: who did what, when, by which provision."""

    at: datetime
    who: str
    what: Text
    acts_for: str = ""
    provision: str = ""
    detail: Text = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One station of a case; `where` is past, now or ahead."""

    label: Text
    where: str
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Next:
    """What happens next: by whom, by when (None where no deadline runs), by which provision."""

    what: Text
    by_whom: Text
    by_when: date | None = None
    provision: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact a rule read: what was needed, what was stated, by whom; the texts are ready to be shown."""

    fact: Text
    needed: Text
    stated: Text
    stated_by: Text


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of one rule; `answer` is met, not_met or undetermined."""

    sentence: Text
    answer: str
    provision: str
    evidence: Sequence[Evidence] = ()
    note: Text = ""


@dataclass(frozen=True, slots=True)
class SheetStep:
    """One step of a calculation: how it was reached and its sum in tenge; `total` marks sums of the steps above."""

    label: Text
    working: Text = ""
    amount: Decimal | None = None
    total: bool = False


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A headed run of steps, as for one payment."""

    heading: Text
    steps: Sequence[SheetStep]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A calculation that anybody can repeat with a pencil; `example` says that its formula awaits an authority."""

    caption: Text
    parts: Sequence[SheetPart]
    total: SheetStep
    provision: str = ""
    example: Text = ""
