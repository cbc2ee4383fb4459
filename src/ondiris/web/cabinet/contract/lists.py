"""Which contracts does the organisation have, as customer, supplier or lender?"""

from typing import Any

from django import forms
from django.db.models import Case, F, Q, When
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.domains.contracts.actions.conclude import draw
from ondiris.domains.contracts.terms import ContractState
from ondiris.web.acting import for_people
from ondiris.web.cabinet.contract.lookup import PARTS, own_contracts
from ondiris.web.showing.contract.kinds import KIND, kind_choices, state_choices
from ondiris.web.showing.states import tag_of
from ondiris.web.ui.listing import DAY, Column, Filter, Kind, Listing, respond
from ondiris.web.ui.listing.declare import Rows
from ondiris.web.ui.templatetags.ui import tag


def _part(value: Any) -> str:
    return _now(PARTS[value])


STATE = Kind(lambda value: tag(tag_of(ContractState, value)), lambda value: str(tag_of(ContractState, value).label))


def _text(rows: Rows, typed: str) -> Rows:
    """Those of this number, subject or side."""
    typed = typed.strip()
    return rows.filter(
        Q(number__icontains=typed)
        | Q(title__icontains=typed)
        | Q(customer__name__icontains=typed)
        | Q(supplier__name__icontains=typed)
    )


class Contracts(Listing):
    """The organisation's contracts."""

    caption = _("Contracts")
    columns = (
        Column("number", _("Number"), sort="pk", link=lambda row: reverse("cabinet:contract", args=[row["number"]])),
        Column("title", _("Subject"), wraps=True),
        Column("kind", _("Kind"), kind=KIND, wraps=True),
        Column("part", _("Your part"), kind=Kind(_part, _part)),
        Column("other", _("The other side"), wraps=True),
        Column("state", _("State"), kind=STATE, sort="state", wraps=True),
        Column("starts_on", _("First day"), kind=DAY, sort="starts_on", shown=False),
        Column("ends_on", _("Last day"), kind=DAY, sort="ends_on"),
    )
    filters = {
        "text": Filter(forms.CharField(label=_("Number, subject or name"), max_length=100), _text),
        "kind": Filter(forms.ChoiceField(label=_("Kind"), choices=kind_choices), "kind"),
        "state": Filter(forms.ChoiceField(label=_("State"), choices=state_choices), "state"),
        "part": Filter(
            forms.ChoiceField(
                label=_("Your part"),
                choices=lambda: [("", _now("Every part")), *((part.value, _now(word)) for part, word in PARTS.items())],
            ),
            "part",
        ),
    }
    sort = "-number"
    nothing = _("No contract yet: a customer draws one up on an approved line of the list of goods.")
    file_name = "contracts"

    def visible_to(self, actor: Actor) -> Rows:
        """The organisation's own, each with the name of the other side; a lender is told the supplier."""
        theirs = When(supplier=actor.organisation_id, then=F("customer__name"))
        return own_contracts(actor).annotate(other=Case(theirs, default=F("supplier__name")))


@for_people
def contracts(request: Any) -> HttpResponse | StreamingHttpResponse:
    """All of them."""
    context = {"may_draw": draw.may(request.actor)}
    return respond(request, Contracts(request.actor), "cabinet/contract/list.html", context)
