"""Which measures does the system carry out?"""

from collections.abc import Iterable

from ondiris.domains.measures.declaration import Measure
from ondiris.domains.measures.industrial_grant.measure import INDUSTRIAL_GRANT
from ondiris.domains.measures.labour_productivity.measure import LABOUR_PRODUCTIVITY

MEASURES: tuple[Measure, ...] = (INDUSTRIAL_GRANT, LABOUR_PRODUCTIVITY)


def measure(name: str) -> Measure:
    """The measure of this name; KeyError where there is none."""
    for one in MEASURES:
        if one.name == name:
            return one
    raise KeyError(name)


def names() -> Iterable[str]:
    """The names of all measures, in the order in which they are shown."""
    return (one.name for one in MEASURES)
