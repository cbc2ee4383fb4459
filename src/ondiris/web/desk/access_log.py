"""Who looked at what, and what was refused to whom and why?"""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, ClassVar

from django import forms
from django.db.models import OuterRef, Q, Subquery
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.journal import access
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.people import people_found
from ondiris.domains.parties.permissions import access_log_visible_to, audits
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.journal import PAGES
from ondiris.web.showing.history import title_of
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.listing import INSTANT, Column, Filter, Kind, Listing, respond, tags
from ondiris.web.ui.listing.declare import Row, Rows
from ondiris.web.ui.parts import Colour, Tag, Text

KINDS: Mapping[str, Text] = {
    "application": gettext_lazy("Application"),
    "decision": gettext_lazy("Decision"),
    "agreement": gettext_lazy("Agreement"),
    "report": gettext_lazy("Report"),
    "claim": gettext_lazy("Demand for return"),
    "document": gettext_lazy("Document"),
    "programme": gettext_lazy("Account"),
    "edition": gettext_lazy("Edition of a list"),
    "enteredvalue": gettext_lazy("Value of a setting"),
    "amendingact": gettext_lazy("Act that amends the law"),
    "instrumentrecord": gettext_lazy("Act under the law"),
    "mark": gettext_lazy("Mark of a duty done"),
    "information": gettext_lazy("Information on purchases"),
    "goodslist": gettext_lazy("List of goods"),
    "proposal": gettext_lazy("Line of the list of goods"),
    "interest": gettext_lazy("Interest of a supplier"),
    "contract": gettext_lazy("Contract"),
    "delivery": gettext_lazy("Delivery"),
    "performance": gettext_lazy("Report on a condition"),
    "penalty": gettext_lazy("Penalty"),
    "pledge": gettext_lazy("Pledge"),
    "term": gettext_lazy("Running term"),
    "organisation": gettext_lazy("Organisation"),
    "mandate": gettext_lazy("Mandate"),
    "delegation": gettext_lazy("Mandate lent for an absence"),
    "user": gettext_lazy("Person"),
    "apikey": gettext_lazy("Key of a program"),
    "shareholding": gettext_lazy("Shareholding"),
    "sharesfile": gettext_lazy("File of shareholdings"),
    "purchasesfile": gettext_lazy("File of purchases"),
    "contractsfile": gettext_lazy("File of contracts"),
    "organisationstatus": gettext_lazy("Status"),
    "trustmanagement": gettext_lazy("Trust management"),
    "journal": gettext_lazy("Journal"),
    "look": gettext_lazy("Access log"),
}
MOST = 100  # people that a name typed into a filter may mean
READ = gettext_lazy("To read it")
PURPOSES: Mapping[str, Text] = {
    **dict.fromkeys(("look", "case", "agreement", "report", "claim", "account", "journal"), READ),
    "due": gettext_lazy("What would be due back on a day"),
    "verify": gettext_lazy("Verify the chain"),
    "download": gettext_lazy("To take it away as a file"),
    "sign-in": gettext_lazy("To sign in"),
}
OUTCOMES: Mapping[Any, Tag] = {
    True: Tag(gettext_lazy("Shown"), Colour.GREY),
    False: Tag(gettext_lazy("Refused"), Colour.RED),
}


def kind_of(code: str) -> str:
    """A kind of thing in the reader's language; its code where it is not known."""
    return str(KINDS.get(code, code))


def purpose_of(code: str) -> str:
    """What was asked for: one of the above, or an act."""
    return str(PURPOSES[code]) if code in PURPOSES else title_of(code)


def reason_of(sentence: str) -> str:
    """The reason, kept in English, in the reader's language."""
    return _(sentence) if sentence else ""


class PersonField(forms.CharField):
    """A name or an e-mail, as the keys of the people it may mean: few, so that an index finds their lines."""

    def clean(self, value: Any) -> tuple[int, ...] | None:
        typed = super().clean(value)
        keys = people_found(typed).values_list("pk", flat=True)[: MOST + 1] if typed else ()
        if len(keys) > MOST:
            raise forms.ValidationError(
                _("More than %(most)d people are called so. Write more of it.") % {"most": MOST}
            )
        return tuple(keys) if typed else None


def _kinds() -> list[tuple[str, Text]]:
    return [
        ("", _("All kinds")),
        *sorted(((code, str(word)) for code, word in KINDS.items()), key=lambda kind: kind[1]),
    ]


def _page_of(row: Row) -> str:
    """Only what was shown has a page for certain: a number that was refused may be nobody's."""
    number, _space, key = row["thing"].partition(" ")
    if not row["allowed"]:
        return ""
    if row["thing_kind"] == "decision":
        return reverse("desk:decision", args=[number, key])
    page = PAGES.get(row["thing_kind"])
    return reverse(page, args=[number]) if page else ""


def _about(rows: Rows, number: str) -> Rows:
    """Those about the thing of this whole number, or about a part of it, such as a decision."""
    return rows.filter(Q(thing__iexact=number) | Q(thing__istartswith=f"{number} "))


def _since(rows: Rows, day: date) -> Rows:
    return rows.filter(at__gte=make_aware(datetime.combine(day, time.min)))


def _until(rows: Rows, day: date) -> Rows:
    return rows.filter(at__lte=make_aware(datetime.combine(day, time.max)))


class AccessLog(Listing):
    """The access log's lines that an official may read."""

    caption = gettext_lazy("Access log")
    columns: ClassVar[list[Column]] = [
        Column("at", gettext_lazy("Recorded"), kind=INSTANT, sort="at"),
        Column("actor", gettext_lazy("Who"), "actor_name"),
        Column("outcome", gettext_lazy("Outcome"), "allowed", kind=tags(OUTCOMES)),
        Column("kind", gettext_lazy("Kind"), "thing_kind", kind=Kind(kind_of, kind_of)),
        Column("thing", gettext_lazy("Number"), link=_page_of),
        Column("purpose", gettext_lazy("What was asked for"), kind=Kind(purpose_of, purpose_of)),
        Column("reason", gettext_lazy("Reason"), kind=Kind(reason_of, reason_of)),
        Column("organisation", gettext_lazy("Organisation")),
        Column("bin", gettext_lazy("BIN"), "organisation_bin", shown=False),
    ]
    filters: ClassVar[dict[str, Filter]] = {
        "person": Filter(PersonField(label=gettext_lazy("Name or e-mail of a person"), max_length=200), "actor__in"),
        "outcome": Filter(
            forms.ChoiceField(
                label=gettext_lazy("Outcome"),
                choices=[
                    ("", gettext_lazy("Shown and refused")),
                    ("shown", OUTCOMES[True].label),
                    ("refused", OUTCOMES[False].label),
                ],
            ),
            lambda rows, outcome: rows.filter(allowed=outcome == "shown"),
        ),
        "kind": Filter(forms.ChoiceField(label=gettext_lazy("Kind"), choices=_kinds), "thing_kind"),
        "thing": Filter(forms.CharField(label=gettext_lazy("Whole number"), max_length=200), _about),
        "since": Filter(DayField(label=gettext_lazy("From the day")), _since),
        "until": Filter(DayField(label=gettext_lazy("Until the day")), _until),
    }
    sort = "-at"
    also = ("thing_kind", "thing", "allowed")
    nothing = gettext_lazy("The access log has no line for you to read.")
    file_name = "access-log"

    def visible_to(self, actor: Any) -> Rows:
        """An auditor reads all, others what is about themselves; each with the organisation's name of today."""
        name = Organisation.objects.filter(bin=OuterRef("organisation_bin")).values("name")
        return access_log_visible_to(actor).annotate(organisation=Subquery(name[:1]))


@for_officials
def access_log(request: ActedRequest) -> HttpResponse | StreamingHttpResponse:
    """The access log as a list; that it was read, and about which number, is a line of it too."""
    number = request.GET.get("thing", "").replace("\0", "").strip()
    access.looked(request.actor, "look", number, "download" if request.GET.get("export") else "look")
    context = {"audits": bool(audits(request.actor)), "number": number}
    return respond(request, AccessLog(request.actor), "desk/access_log.html", context)
