"""Which contracts stand in the register, by what of them is public on the day?"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.contrib.postgres.search import SearchQuery
from django.http import HttpResponse, QueryDict, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ondiris.domains.contracts.models import Good
from ondiris.domains.contracts.public import Field, Shown, shown_on
from ondiris.domains.contracts.statistics import statistics
from ondiris.domains.contracts.terms import VersionState
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.queries import found, words_beginning
from ondiris.web.open.contracts.shown import ARTICLE_46, KINDS, STATES
from ondiris.web.ui.listing import DAY, Column, Filter, Listing, respond, tags
from ondiris.web.ui.listing.declare import Rows

FIRST_YEAR, LAST_YEAR = 2022, 2100


def _choices(named: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [("", _("All")), *((code, tag.label) for code, tag in named.items())]


def of_words(rows: Rows, typed: str) -> Rows:
    """Those whose subject has words beginning with each word typed."""
    sought = words_beginning(typed)
    return rows.filter(words=SearchQuery(sought, config="simple", search_type="raw")) if sought else rows.none()


def of_good(rows: Rows, prefix: str) -> Rows:
    """Those whose wording in force has a good with a code that begins so."""
    goods = Good.objects.filter(version__state=VersionState.IN_FORCE, code__startswith=prefix)
    return rows.filter(pk__in=goods.values("version__contract"))


def of_party(side: str) -> Any:
    """A filter by the name or BIN of a side."""
    return lambda rows, typed: rows.filter(**{f"{side}__in": found(Organisation.objects.all(), typed).values("pk")})


def of_year(rows: Rows, year: int) -> Rows:
    """Those concluded in a calendar year."""
    return rows.filter(concluded_on__gte=date(year, 1, 1), concluded_on__lte=date(year, 12, 31))


NAME_HELP = _("The beginning of words, or of a BIN.")
# What may not be public on a day, by the names of columns and filters here.
FIELDS: Mapping[str, Field] = {
    "concluded_on": Field.DATES,
    "year": Field.DATES,
    "registered_on": Field.DATES,
    "kind": Field.KIND,
    "title": Field.SUBJECT,
    "text": Field.SUBJECT,
    "customer": Field.CUSTOMER,
    "customer_bin": Field.CUSTOMER,
    "supplier": Field.SUPPLIER,
    "supplier_bin": Field.SUPPLIER,
    "starts_on": Field.TERM,
    "ends_on": Field.TERM,
    "state": Field.STATE,
    "article_46": Field.ARTICLE_46,
    "code": Field.GOODS,
}


class ContractList(Listing):
    """The public contracts; columns and filters of fields that are not public on the day are not there."""

    caption = _("Register of contracts")
    columns: ClassVar[Sequence[Column]] = (
        Column("number", _("Number"), sort="number", link=lambda row: reverse("contract", args=[row["number"]])),
        Column("concluded_on", _("Concluded on"), kind=DAY, sort="concluded_on", filled=True),
        Column("kind", _("Kind"), kind=tags(KINDS), wraps=True),
        Column("title", _("Subject"), wraps=True),
        Column("customer", _("Customer"), source="customer__name", wraps=True),
        Column("customer_bin", _("BIN of the customer"), source="customer__bin", shown=False),
        Column("supplier", _("Supplier"), source="supplier__name", wraps=True),
        Column("supplier_bin", _("BIN of the supplier"), source="supplier__bin", shown=False),
        Column("starts_on", _("First day"), kind=DAY, shown=False),
        Column("ends_on", _("Last day"), kind=DAY, shown=False),
        Column("state", _("State"), kind=tags(STATES)),
        Column("article_46", _("Article 46"), source="answer", kind=tags(ARTICLE_46), wraps=True),
        Column("registered_on", _("Entered on"), kind=DAY, shown=False),
    )
    filters: ClassVar[Mapping[str, Filter]] = {
        "text": Filter(
            forms.CharField(label=_("Subject"), max_length=100, help_text=_("The beginning of words.")), of_words
        ),
        "customer": Filter(
            forms.CharField(label=_("Customer: name or BIN"), max_length=100, help_text=NAME_HELP), of_party("customer")
        ),
        "supplier": Filter(
            forms.CharField(label=_("Supplier: name or BIN"), max_length=100, help_text=NAME_HELP), of_party("supplier")
        ),
        "code": Filter(
            forms.RegexField(
                r"^[0-9]{2,10}$",
                label=_("Commodity code"),
                help_text=_("Its beginning, 2 to 10 digits."),
                error_messages={"invalid": _("Write 2 to 10 digits.")},
            ),
            of_good,
        ),
        "year": Filter(
            forms.IntegerField(label=_("Concluded in the year"), min_value=FIRST_YEAR, max_value=LAST_YEAR), of_year
        ),
        "kind": Filter(forms.ChoiceField(label=_("Kind"), choices=_choices(KINDS)), "kind"),
        "state": Filter(forms.ChoiceField(label=_("State"), choices=_choices(STATES)), "state"),
        "article_46": Filter(forms.ChoiceField(label=_("Article 46"), choices=_choices(ARTICLE_46)), "answer"),
    }
    sort: ClassVar[str] = "-concluded_on"
    nothing = _("No contract is found.")
    file_name = "contracts"

    def __init__(self, actor: Any, shown: Shown) -> None:
        super().__init__(actor)
        self.public = shown
        hidden = {name for name, field in FIELDS.items() if field not in shown}
        self.hidden = hidden
        self.columns = tuple(one for one in type(self).columns if one.name not in hidden)  # type: ignore[misc]
        self.filters = {k: one for k, one in type(self).filters.items() if k not in hidden}  # type: ignore[misc]
        if "concluded_on" in hidden:
            self.sort = "-number"  # type: ignore[misc]

    def form(self, query: QueryDict) -> forms.Form:
        """The form without what is not public."""
        form = super().form(query)
        for name in self.hidden & set(form.fields):
            del form.fields[name]
        for name in ("columns", "sort"):
            field: Any = form.fields[name]
            field.choices = [(code, label) for code, label in field.choices if code.lstrip("-") not in self.hidden]
        return form

    def visible_to(self, actor: Any) -> Rows:
        """Everybody's, as far as it is public."""
        return self.public.contracts()


def contracts(request: Any) -> HttpResponse | StreamingHttpResponse:
    """The public register; on its first page, unfiltered, also what it comes to within article 46."""
    shown = shown_on(request.day)
    listing = ContractList(request.actor, shown)
    context = {} if request.GET else {"statistics": statistics(shown)}
    return respond(request, listing, "open/contracts/contracts.html", context)
