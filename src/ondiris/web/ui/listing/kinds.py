"""How is a value of a list written on the page and in a file?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.html import format_html
from django.utils.timezone import localtime

from ondiris.web.ui import figures
from ondiris.web.ui.parts import Tag


@dataclass(frozen=True, slots=True)
class Kind:
    """`show` writes a value that is there for the page, `plain` for a file; `excel` is its number format."""

    show: Callable[[Any], str] = str
    plain: Callable[[Any], Any] = str
    excel: str = ""
    to_the_end: bool = False


def _as_it_is(value: Any) -> Any:
    return value


def _on_the_clock(value: datetime) -> datetime:
    """Spreadsheets know no time zones: the country's clock."""
    return localtime(value).replace(tzinfo=None)


def _its_day(value: date) -> date:
    return localtime(value).date() if isinstance(value, datetime) else value


TEXT = Kind()
NUMBER = Kind(figures.number, _as_it_is, "#,##0.########", to_the_end=True)
MONEY = Kind(figures.tenge, _as_it_is, "#,##0.00", to_the_end=True)
PERCENT = Kind(figures.percent, _as_it_is, "0.##", to_the_end=True)
DAY = Kind(figures.day, _its_day, "yyyy-mm-dd")
INSTANT = Kind(figures.instant, _on_the_clock, "yyyy-mm-dd hh:mm:ss")


def tags(states: Mapping[str, Tag]) -> Kind:
    """States by their code, each with its tag; a code that is not there is a KeyError."""

    def show(value: str) -> str:
        return format_html('<span class="tag tag--{}">{}</span>', states[value].colour, states[value].label)

    return Kind(show, lambda value: str(states[value].label))
