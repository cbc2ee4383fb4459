"""Which contracts that develop industry are there for an official, to be filtered, sorted and taken away?"""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ondiris.domains.contracts.counting import shares_in
from ondiris.domains.contracts.models import Delivery, Penalty, Volume
from ondiris.domains.contracts.permissions import may_record, visible_to
from ondiris.domains.contracts.terms import ContractState, PenaltyState, VersionState
from ondiris.domains.customers.terms import Answer
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.queries import found
from ondiris.domains.planning.terms import ContractKind
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.words import TAGS
from ondiris.web.showing.contract.kinds import KIND, kind_choices
from ondiris.web.showing.customers import ANSWER
from ondiris.web.showing.customers import TAGS as ANSWERS
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.listing import DAY, Column, Filter, Listing, respond, tags
from ondiris.web.ui.listing.declare import Rows

STATES = TAGS[ContractState]
SHOWN = (ContractState.IN_FORCE, ContractState.ENDED)


def _named(side: str) -> Any:
    """A filter by words of a side's name or the first digits of its BIN."""
    return lambda rows, typed: rows.filter(**{f"{side}__in": found(Organisation.objects.all(), typed.strip())})


def _text(rows: Rows, typed: str) -> Rows:
    typed = typed.strip()
    return rows.filter(Q(number__istartswith=typed) | Q(title__icontains=typed) | Q(outside_number__iexact=typed))


def short_in(year: int) -> Exists:
    """Whether less of some good was accepted in a year than later years of a contract have to take (48.2)."""
    share = shares_in(year, parameters_on()).later
    accepted = (
        Delivery.objects.filter(
            contract=OuterRef("good__version__contract"), good=OuterRef("good__place"), delivered_on__year=year
        )
        .order_by()
        .values("good")
        .annotate(taken=Sum("accepted"))
        .values("taken")
    )
    agreed = Volume.objects.filter(
        good__version__contract=OuterRef("pk"), good__version__state=VersionState.IN_FORCE, year=year
    )
    if share is None:
        return Exists(agreed.none())
    taken = Coalesce(Subquery(accepted), Value(0, output_field=Volume._meta.get_field("volume")))
    return Exists(agreed.annotate(taken=taken).filter(taken__lt=F("volume") * share / 100))


class Contracts(Listing):
    """The contracts that the official may see, those concluded elsewhere among them."""

    caption = _("Contracts")
    columns = (
        Column("number", _("Number"), sort="number", link=lambda row: reverse("desk:contract", args=[row["number"]])),
        Column("title", _("Subject"), wraps=True),
        Column("kind", _("Kind"), kind=KIND, wraps=True),
        Column("customer", _("Customer"), "customer__name", wraps=True),
        Column("supplier", _("Supplier"), "supplier__name", wraps=True),
        Column("state", _("State"), kind=tags(STATES)),
        Column("concluded_on", _("Concluded on"), kind=DAY, sort="concluded_on"),
        Column("starts_on", _("First day"), kind=DAY, shown=False),
        Column("ends_on", _("Last day"), kind=DAY, shown=False),
        Column("answer", _("Customer under article 46"), kind=ANSWER, shown=False),
        Column("registered_on", _("In the register since"), kind=DAY, shown=False),
        Column("source", _("Recorded from"), shown=False),
    )
    filters: ClassVar[Mapping[str, Filter]] = {
        "text": Filter(forms.CharField(label=_("Number or subject"), max_length=100), _text),
        "kind": Filter(forms.ChoiceField(label=_("Kind"), choices=kind_choices), "kind"),
        "state": Filter(
            forms.ChoiceField(
                label=_("State"),
                choices=lambda: [("", _now("All states")), *((one.value, str(STATES[one].label)) for one in SHOWN)],
            ),
            "state",
        ),
        "customer": Filter(
            forms.CharField(
                label=_("Customer: BIN or name"), help_text=_("The first letters of a word are enough."), max_length=100
            ),
            _named("customer"),
        ),
        "supplier": Filter(forms.CharField(label=_("Supplier: BIN or name"), max_length=100), _named("supplier")),
        "answer": Filter(
            forms.ChoiceField(
                label=_("Customer under article 46"),
                choices=lambda: [("", _now("All")), *((one.value, str(ANSWERS[one.value].label)) for one in Answer)],
            ),
            "answer",
        ),
        "since": Filter(DayField(label=_("Concluded from")), "concluded_on__gte"),
        "until": Filter(DayField(label=_("Concluded until")), "concluded_on__lte"),
        "short": Filter(
            forms.BooleanField(label=_("Too little accepted last year (art. 48.2)")),
            lambda rows, _chosen: rows.filter(short=True, kind=ContractKind.OFFTAKE),
        ),
        "penalty": Filter(
            forms.BooleanField(label=_("A penalty is claimed and open")),
            lambda rows, _chosen: rows.filter(claimed=True),
        ),
    }
    sort = "-concluded_on"
    nothing = _("No contract has been concluded yet.")
    file_name = "contracts"

    def visible_to(self, actor: Any) -> Rows:
        """Those that permissions show, asked what happened in the last whole year."""
        claimed = Penalty.objects.filter(contract=OuterRef("pk"), state=PenaltyState.CLAIMED)
        return visible_to(actor).annotate(short=short_in(actor.on.year - 1), claimed=Exists(claimed))


@for_officials
def contracts(request: ActedRequest) -> HttpResponse | StreamingHttpResponse:
    """The list of contracts."""
    context = {"may_import": may_record(request.actor)}
    return respond(request, Contracts(request.actor), "desk/contract/list.html", context)
