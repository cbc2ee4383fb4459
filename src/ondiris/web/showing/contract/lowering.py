"""How is named what a change lowers? (48.2)"""

from django.utils.translation import gettext as _

from ondiris.domains.contracts.content import Lowered, Terms, lowered
from ondiris.web.showing.contract.terms import name_of
from ondiris.web.ui import figures


def lowered_of(before: Terms, after: Terms) -> list[str]:
    """A sentence for each volume or price that is lower in `after`."""
    return [_sentence(one) for one in lowered(before, after)]


def _sentence(one: Lowered) -> str:
    if one.what == "price":
        text = _("%(name)s, %(year)d: the price of a unit falls from %(before)s to %(after)s.")
        before, after = figures.tenge(one.before), figures.tenge(one.after)
    else:
        text = _("%(name)s, %(year)d: the volume falls from %(before)s to %(after)s.")
        before, after = (f"{figures.number(value)} {one.good.unit}" for value in (one.before, one.after))
    return text % {"name": name_of(one.good), "year": one.year, "before": before, "after": after}
