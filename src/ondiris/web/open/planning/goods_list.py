"""Which goods stand on the approved list in force on a day, for potential suppliers? (47.4)"""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ondiris.domains.planning.permissions import lists_visible_to
from ondiris.domains.planning.queries import list_on, open_lines, with_interests
from ondiris.web.showing.goods import AUTHORITY, CUSTOMER, GOOD, KIND
from ondiris.web.showing.lists import force_tag
from ondiris.web.showing.planning import CONTRACT, THROUGH, good
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.listing import DAY, NUMBER, Column, Filter, Listing, respond
from ondiris.web.ui.listing.declare import Rows


class OnForm(forms.Form):
    """On which day the list is looked at."""

    use_required_attribute = False
    on = DayField(label=_("On the day"), required=False)


class GoodsLines(Listing):
    """The lines of one approved list."""

    caption = _("Goods that customers plan to buy")
    columns = (
        Column(
            "good", _("Good"), sort="good", link=lambda row: reverse("goods-line", args=[row["number"]]), wraps=True
        ),
        Column("code", _("Commodity code"), sort="code"),
        Column("customer", _("Customer"), source="customer__name", sort="customer__order", wraps=True),
        Column("bin", _("BIN of the customer"), source="customer__bin", shown=False),
        Column("kind", _("Kind of contract"), kind=CONTRACT, wraps=True),
        Column("volume", _("Volume"), kind=NUMBER, sort="volume"),
        Column("unit", _("Unit")),
        Column("starts_on", _("First day"), kind=DAY, sort="starts_on", shown=False),
        Column("ends_on", _("Last day"), kind=DAY, sort="ends_on"),
        Column("interested", _("Can make it"), kind=NUMBER, sort="interested"),
        Column("through", _("Agreed with the customer by"), kind=THROUGH, shown=False, wraps=True),
    )
    filters = {
        "text": GOOD,
        "customer": CUSTOMER,
        "kind": KIND,
        "through": AUTHORITY,
        "on": Filter(DayField(label=_("On the day")), lambda rows, day: rows),  # the list is chosen by it
    }
    sort = "code"
    also = ("number",)
    nothing = _("No good stands on the list of this day.")
    file_name = "goods-list"

    def __init__(self, actor: Any, on: date) -> None:
        super().__init__(actor)
        self.on = on

    def visible_to(self, actor: Any) -> Rows:
        """Everybody's: a placed list informs potential suppliers."""
        return with_interests(open_lines(self.on)).annotate(good=good())


def goods_list(request: Any) -> HttpResponse | StreamingHttpResponse:
    """The list in force on the day that the address asks for, else on today; editions of all years beside it."""
    form = OnForm(request.GET)
    on = (form.is_valid() and form.cleaned_data["on"]) or request.day
    found = list_on(on)
    context = {
        "on": on,
        "goods_list": found,
        "force": force_tag(found.edition, request.day) if found and found.edition else None,
        "editions": _editions(),
    }
    return respond(request, GoodsLines(request.actor, on), "open/planning/goods_list.html", context)


def _editions() -> list[tuple[int, str]]:
    """Every placed list by its year and where it is shown, the newest first."""
    placed = lists_visible_to(None).select_related("edition").order_by("-year")
    return [(one.year, f"{reverse('goods-list')}?on={one.edition.valid_from}") for one in placed if one.edition]
