"""What do customers need in a year, summed by good and by customer? (47.1)"""

from collections.abc import Sequence
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, F, IntegerField, Min, Q, Sum, Value
from django.db.models.functions import Concat
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ondiris.domains.planning.models import Need
from ondiris.domains.planning.purchases import may_see_all
from ondiris.domains.planning.queries import procurement_above
from ondiris.domains.planning.terms import WORDS, NeedKind, Subject
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import need_right
from ondiris.web.desk.planning.looking import year_at
from ondiris.web.showing.goods import CUSTOMER, GOOD
from ondiris.web.showing.planning import good
from ondiris.web.ui.listing import MONEY, NUMBER, Column, Filter, Kind, Listing, respond
from ondiris.web.ui.listing.declare import Rows

PLAN, REPORT = Q(kind=NeedKind.PLAN), Q(kind=NeedKind.REPORT)
SUBJECT = Kind(lambda subject: str(_(WORDS[Subject(subject)])), lambda subject: str(_(WORDS[Subject(subject)])))
SUBJECTS = Filter(
    forms.ChoiceField(label=_("What is bought"), choices=[("", _("Everything")), *((s, _(WORDS[s])) for s in Subject)]),
    "subject",
)
SUMS = {
    "planned": Sum("amount", filter=PLAN),
    "bought": Sum("amount", filter=REPORT),
}


class OfYear(Listing):
    """Sums of what the list of a year rests on: the plans of the year and of later ones, and what was bought before."""

    columns: ClassVar[Sequence[Column]] = ()

    def __init__(self, actor: Any, year: int) -> None:
        super().__init__(actor)
        self.year = year

    @property
    def rows(self) -> Rows:
        """The rows; each with the year of the list, for links."""
        of_list = (PLAN & Q(year__gte=self.year)) | (REPORT & Q(year=self.year - 1))
        return Need.objects.filter(of_list).annotate(of=Value(self.year, IntegerField()))


class ByGood(OfYear):
    """One row a good and unit: works and services, which have no code, by their subject alone."""

    caption = _("Needs by good")
    columns = (
        Column("name", _("Good"), link=lambda row: _whose(row), wraps=True),
        Column("code", _("Commodity code"), sort="code"),
        Column("subject", _("What is bought"), kind=SUBJECT, shown=False),
        Column("customers", _("Customers"), kind=NUMBER, sort="customers"),
        Column("total", _("Planned volume"), kind=NUMBER),
        Column("unit", _("Unit")),
        Column("planned", _("Planned for"), kind=MONEY, sort="planned"),
        Column("total_bought", _("Volume bought in the year before"), kind=NUMBER, shown=False),
        Column("bought", _("Bought in the year before"), kind=MONEY, sort="bought"),
    )
    filters = {"text": GOOD, "customer": CUSTOMER, "subject": SUBJECTS}
    sort = "-planned"
    key = "one"
    also = ("of",)
    nothing = _("No plan or report of this year is recorded.")
    file_name = "needs-by-good"

    def visible_to(self, actor: Any) -> Rows:
        """The year's rows, for those whom the view lets in."""
        one = Concat("subject", Value(" "), "code", Value(" "), "unit")
        rows: Rows = (
            self.rows.annotate(one=one)
            .values("one", "subject", "code", "unit", "of")
            .annotate(
                name=Min(good()),
                customers=Count("customer", distinct=True),
                total=Sum("volume", filter=PLAN),
                total_bought=Sum("volume", filter=REPORT),
                **SUMS,
            )
        )
        return rows


def _whose(row: Any) -> str:
    """Where the customers who need the good are shown; works and services have no code to find them by."""
    page = reverse("desk:needs-by-customer", args=[row["of"]])
    return f"{page}?{urlencode({'text': row['code']})}" if row["code"] else ""


class ByCustomer(OfYear):
    """One row a customer."""

    caption = _("Needs by customer")
    columns = (
        Column("customer_name", _("Customer"), sort="order", link=lambda row: _what(row), wraps=True),
        Column("bin", _("BIN"), sort="bin"),
        Column("goods", _("Goods"), kind=NUMBER, sort="goods"),
        Column("lines", _("Rows of the plan"), kind=NUMBER, sort="lines"),
        Column("planned", _("Planned for"), kind=MONEY, sort="planned"),
        Column("alone", _("In this year alone"), kind=MONEY, sort="alone"),
        Column("bought", _("Bought in the year before"), kind=MONEY, sort="bought"),
    )
    filters = {"customer": CUSTOMER, "text": GOOD, "subject": SUBJECTS}
    sort = "customer_name"
    key = "customer"
    also = ("of",)
    nothing = _("No plan or report of this year is recorded.")
    file_name = "needs-by-customer"

    def visible_to(self, actor: Any) -> Rows:
        """The year's rows, for those whom the view lets in."""
        named = self.rows.annotate(
            customer_name=F("customer__name"), bin=F("customer__bin"), order=F("customer__order")
        )
        rows: Rows = named.values("customer", "customer_name", "bin", "order", "of").annotate(
            goods=Count("code", distinct=True, filter=~Q(code="")),
            lines=Count("pk", filter=PLAN),
            alone=Sum("amount", filter=PLAN & Q(year=self.year)),
            **SUMS,
        )
        return rows


def _what(row: Any) -> str:
    page = reverse("desk:needs-by-good", args=[row["of"]])
    return f"{page}?{urlencode({'customer': row['bin']})}"


@for_officials
def by_good(request: ActedRequest, year: int) -> HttpResponse | StreamingHttpResponse:
    """The year's needs by good."""
    return _shown(request, ByGood(request.actor, year), year, "desk:needs-by-customer")


@for_officials
def by_customer(request: ActedRequest, year: int) -> HttpResponse | StreamingHttpResponse:
    """The year's needs by customer."""
    return _shown(request, ByCustomer(request.actor, year), year, "desk:needs-by-good")


def _shown(request: ActedRequest, listing: OfYear, year: int, other: str) -> HttpResponse | StreamingHttpResponse:
    need_right(may_see_all(request.actor), "47.1")
    year_at(request.actor, year)
    context = {
        "year": year,
        "caption": listing.caption,
        "other_url": reverse(other, args=[year]),
        "is_by_good": isinstance(listing, ByGood),
        "above": procurement_above(year),
    }
    return respond(request, listing, "desk/planning/needs.html", context)
