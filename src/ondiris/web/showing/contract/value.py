"""How is in-country value shown, the target of each year against the fact? (48.5)"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ondiris.domains.contracts.models import ValueYear
from ondiris.web.ui.parts import Colour, Tag


@dataclass(frozen=True, slots=True)
class ValueShown:
    """A year with its target and fact; `due` where it is over and not reported."""

    year: ValueYear
    tag: Tag
    due: bool


def value_years(years: Iterable[ValueYear], on: date) -> list[ValueShown]:
    """The years of a programme as they stand on a day."""
    return [ValueShown(one, _tag(one, on), one.fact is None and one.year < on.year) for one in years]


def _tag(one: ValueYear, on: date) -> Tag:
    if one.fact is None:
        return Tag(_("Not reported"), Colour.YELLOW) if one.year < on.year else Tag(_("The year is not over"))
    return Tag(_("Reached"), Colour.GREEN) if one.fact >= one.target else Tag(_("Below the target"), Colour.RED)
