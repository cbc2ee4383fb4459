"""How are a dated setting, its categories and its values put into words?"""

from typing import Any

from django.utils.translation import gettext as _

from ondiris.law.deadlines import deadlines
from ondiris.law.parameters import Parameter
from ondiris.law.types import Choice, Count, MonthDay, Percent
from ondiris.web.showing import calendar
from ondiris.web.showing.findings import value_text
from ondiris.web.ui import figures


def label_of(parameter: Parameter, category: str | None = None) -> str:
    """What it settles; in a category, for what."""
    label = _(parameter.label)
    return f"{label} ({category_words(parameter, category)})" if category else label


def category_words(parameter: Parameter, category: str) -> str:
    """A category by its label; one that is the id of a deadline by what is due."""
    if label := parameter.category_labels.get(category):
        return _(label)
    deadline = deadlines().get(category)
    return calendar.what(deadline) if deadline else category


def value_words(parameter: Parameter, value: Any) -> str:
    """A value in the reader's habit: 50%, 20 per cent of output, 20 days, 15 February."""
    if isinstance(parameter.type, Choice):
        return _(parameter.type.labels[value])
    if isinstance(parameter.type, MonthDay):
        return figures.day_of_year(value)
    if parameter.unit and isinstance(parameter.type, Count | Percent):
        return f"{figures.grouped(value, decimals=0)} {_(parameter.unit)}"
    return value_text(parameter.type.name, value)
