"""What does the law ask by when, of whom, and what waits for it?"""

from ondiris.law.deadlines.chain import held_up, waited_for
from ondiris.law.deadlines.declared import Deadline, Deadlines, Excepted, deadlines
from ondiris.law.deadlines.due import Occurrence, occurrence, occurrences, triggered
from ondiris.law.deadlines.state import WINDOW, Standing, stands
from ondiris.law.deadlines.terms import Recurrence, State

__all__ = [
    "WINDOW",
    "Deadline",
    "Deadlines",
    "Excepted",
    "Occurrence",
    "Recurrence",
    "Standing",
    "State",
    "deadlines",
    "held_up",
    "occurrence",
    "occurrences",
    "stands",
    "triggered",
    "waited_for",
]
