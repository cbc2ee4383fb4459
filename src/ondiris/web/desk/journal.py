"""What was done by whom, by which article, and is the journal whole?"""

from typing import Any, ClassVar

from django import forms
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.acts import ACTS, BEGINNINGS
from ondiris.base.journal import access, chain
from ondiris.domains.parties.permissions import audits, journal_visible_to
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import need_right
from ondiris.web.showing.history import title_of
from ondiris.web.ui.citation import label
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.listing import DAY, INSTANT, Column, Filter, Kind, Listing, respond
from ondiris.web.ui.listing.declare import Row, Rows

PAGES = {
    "application": "desk:application",
    "agreement": "desk:agreement",
    "report": "desk:report",
    "claim": "desk:claim",
    "contract": "desk:contract",
    "programme": "desk:account",
    "edition": "desk:edition",
    "proposal": "desk:proposal",
}


def acts() -> list[tuple[str, str]]:
    """Every act by its name in the reader's language, for a filter."""
    named = sorted((title_of(name), name) for name in [*ACTS, *BEGINNINGS])
    return [("", _("All acts")), *((name, title) for title, name in named)]


def _page_of(row: Row) -> str:
    page = PAGES.get(row["thing_kind"])
    return reverse(page, args=[row["thing"]]) if page else ""


class Journal(Listing):
    """The journal's entries that an official may read."""

    caption = gettext_lazy("Journal")
    columns: ClassVar[list[Column]] = [
        Column("at", gettext_lazy("Recorded"), kind=INSTANT, sort="id"),
        Column("on", gettext_lazy("Legal day"), kind=DAY),
        Column("act", gettext_lazy("Act"), kind=Kind(title_of, title_of)),
        Column("thing", gettext_lazy("Thing"), link=_page_of),
        Column("actor", gettext_lazy("Who"), "actor_name"),
        Column("deputy", gettext_lazy("As deputy of"), "deputy_for", shown=False),
        Column("organisation", gettext_lazy("Organisation"), "organisation_name"),
        Column("bin", gettext_lazy("BIN"), "organisation_bin", shown=False),
        Column("provision", gettext_lazy("Article"), kind=Kind(label, label)),
        Column("state", gettext_lazy("State after"), shown=False),
    ]
    filters: ClassVar[dict[str, Filter]] = {
        "since": Filter(DayField(label=gettext_lazy("From the day")), "on__gte"),
        "until": Filter(DayField(label=gettext_lazy("Until the day")), "on__lte"),
        "act": Filter(forms.ChoiceField(label=gettext_lazy("Act"), choices=acts), "act"),
        "organisation": Filter(
            forms.CharField(label=gettext_lazy("Organisation or BIN"), max_length=300),
            lambda rows, typed: rows.filter(
                **{"organisation_bin" if typed.isdigit() else "organisation_name__icontains": typed.strip()}
            ),
        ),
        "thing": Filter(forms.CharField(label=gettext_lazy("Number"), max_length=40), "thing__istartswith"),
    }
    sort = "-at"
    also = ("thing_kind",)
    nothing = gettext_lazy("The journal has no entry for you to read.")
    file_name = "journal"

    def visible_to(self, actor: Any) -> Rows:
        """An auditor reads all, others what their own body did."""
        return journal_visible_to(actor)


@for_officials
def journal(request: ActedRequest) -> HttpResponse | StreamingHttpResponse:
    """The journal as a list."""
    access.looked(request.actor, "journal", "", "journal")
    return respond(request, Journal(request.actor), "desk/journal.html", {"audits": bool(audits(request.actor))})


@for_officials
def verify(request: ActedRequest) -> HttpResponse:
    """Walk the chain and say whether it holds; for auditors."""
    need_right(audits(request.actor))
    access.looked(request.actor, "journal", "", "verify")
    return render(request, "desk/verify.html", {"verdict": chain.verify([])})
