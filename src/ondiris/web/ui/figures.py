"""How are days, periods, amounts and numbers written on pages? As everywhere else: see `ondiris.base.figures`."""

from ondiris.base.figures import (
    MINUS,
    NOTHING,
    SPACE,
    TENGE,
    day,
    day_of_year,
    grouped,
    instant,
    language,
    number,
    percent,
    period,
    tenge,
)

__all__ = [
    "MINUS",
    "NOTHING",
    "SPACE",
    "TENGE",
    "day",
    "day_of_year",
    "grouped",
    "instant",
    "language",
    "number",
    "percent",
    "period",
    "tenge",
]
