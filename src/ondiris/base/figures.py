"""How are days, periods, amounts and numbers written in Kazakh, Russian and English?"""

from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from babel.dates import format_date
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language, gettext

SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
TENGE = "\N{TENGE SIGN}"
NOTHING = "\N{EM DASH}"

# CLDR shortens the Kazakh and lengthens the English form; these are the forms of official letters.
_LONG = {"kk": "y 'жылғы' d MMMM", "ru": "d MMMM y 'г.'", "en": "d MMMM y"}


def language() -> str:
    """The reader's language: kk, ru or en."""
    code = (get_language() or "en")[:2]
    return code if code in _LONG else "en"


@lru_cache(maxsize=4096)
def _long(day: date, code: str) -> str:
    return format_date(day, _LONG[code], locale=code)


def day(value: date | None) -> str:
    """A day in words: 22 November 2026; an instant is the day it fell on in the country. No day is a dash."""
    if value is None:
        return NOTHING
    return _long(_local(value).date() if isinstance(value, datetime) else value, language())


def day_of_year(month_day: str) -> str:
    """A day of every year in words, from 03-31: 31 March."""
    return str(format_date(date.fromisoformat(f"2023-{month_day}"), "d MMMM", locale=language()))


def instant(value: datetime | None) -> str:
    """A day and the time by the country's clock: 22 November 2026, 14:05."""
    if value is None:
        return NOTHING
    local = _local(value)
    return f"{_long(local.date(), language())}, {local:%H:%M}"


def _local(value: datetime) -> datetime:
    return localtime(value) if is_aware(value) else value


def period(first: date, end: date | None) -> str:
    """The days from `first` to before `end`, as people say it: both named days belong to it."""
    if end is None:
        return gettext("from %(first)s") % {"first": day(first)}
    last = end - timedelta(days=1)
    return day(first) if last == first else f"{day(first)} – {day(last)}"


def number(value: Decimal | int | None) -> str:
    """A number with its thousands apart and every decimal it has: nothing is rounded here."""
    return NOTHING if value is None else grouped(value, decimals=0)


def tenge(value: Decimal | None) -> str:
    """An amount of money with two decimals, or all it has if it has more: 12,345,678.90 ₸."""
    if value is None:
        return NOTHING
    if not isinstance(value, Decimal):
        raise TypeError(f"money is Decimal, not {type(value).__name__}")
    return f"{grouped(value, decimals=2)}{SPACE}{TENGE}"


def percent(value: Decimal | int | None) -> str:
    """A share given in percent points, so 62 is 62%."""
    if value is None:
        return NOTHING
    return grouped(value, decimals=0) + ("%" if language() == "en" else f"{SPACE}%")


def grouped(value: Decimal | int, decimals: int) -> str:
    """A number in the reader's habit with at least so many decimals."""
    if isinstance(value, float):
        raise TypeError("floats lose tiyn; give a Decimal or an int")
    whole, _, part = f"{Decimal(value):z,f}".partition(".")
    part = part.rstrip("0").ljust(decimals, "0")
    text = whole + ("." + part if part else "")
    if language() != "en":
        text = text.translate({ord(","): SPACE, ord("."): ","})
    return text.replace("-", MINUS)


def value(type_name: str, typed: Any) -> str:
    """A fact's or a parameter's value, by the name of its type; empty where it is missing."""
    if typed is None:
        return ""
    if isinstance(typed, bool):
        return gettext("yes") if typed else gettext("no")
    if isinstance(typed, date):
        return day(typed)
    if type_name == "money":
        return tenge(Decimal(typed))
    if type_name == "percent":
        return percent(typed.normalize() if isinstance(typed, Decimal) else typed)
    return number(typed) if isinstance(typed, int | Decimal) else str(typed)
