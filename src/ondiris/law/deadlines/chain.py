"""What waits for a duty, and what is held up further on when it is late?

The order is read from what one step needs of another. That a late step leaves the next one less time is our
inference: the law attaches no consequence to lateness.
"""

from ondiris.law.deadlines.declared import Deadline, Deadlines


def waited_for(deadline: Deadline, every: Deadlines) -> tuple[Deadline, ...]:
    """What comes directly before."""
    return tuple(every[name] for name in deadline.waits_for)


def held_up(deadline: Deadline, every: Deadlines) -> tuple[Deadline, ...]:
    """Everything further on that waits for this, directly or through others, the nearest first."""
    found: dict[str, Deadline] = {}
    nearest = [deadline.id]
    while nearest:
        nearest = [one.id for one in every.values() if one.id not in found and set(one.waits_for) & set(nearest)]
        found |= {name: every[name] for name in nearest}
    return tuple(found.values())
