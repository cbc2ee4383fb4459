"""Is a day a working day in Kazakhstan, and which is the next one?

Holidays and transferred days of rest come from the package `holidays`. Days that follow the moon are estimated there
until they are announced.
"""

from datetime import date, timedelta
from functools import cache

import holidays


@cache
def _of(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("KZ", years=year, expand=False)


def is_working_day(day: date) -> bool:
    """Neither a weekend, save one that was made a working day, nor a holiday, nor a day of rest in place of one."""
    return bool(_of(day.year).is_working_day(day))


def working_day_from(day: date) -> date:
    """The day itself, or the first working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day
