"""Who is a customer under 46.2 on a day, who is not though a limb reaches them, and of whom is it open?"""

from collections import defaultdict
from datetime import date
from typing import Any

from django import forms
from django.db.models import Case, CharField, F, Value, When
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ondiris.domains.classifiers.models import Region
from ondiris.domains.customers.rules import SINCE
from ondiris.domains.customers.standing import near_customers
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.queries import found
from ondiris.web.showing.customers import ANSWER, REASON, TAGS, OnForm
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.figures import language
from ondiris.web.ui.listing import Column, Filter, Listing, respond
from ondiris.web.ui.listing.declare import Rows

ANSWERS = [("", _("All answers")), *((code, tag.label) for code, tag in TAGS.items())]


class CustomerList(Listing):
    """Organisations that a limb of 46.2 reaches on the list's day, each with its answer."""

    caption = _("Customers")
    columns = (
        Column(
            "name",
            _("Name"),
            sort="order",
            link=lambda row: f"{reverse('enterprise', args=[row['bin']])}?on={row['day']}",
            wraps=True,
        ),
        Column("bin", _("BIN"), sort="bin"),
        Column("answer", _("Answer"), kind=ANSWER),
        Column("reason", _("Because"), kind=REASON, wraps=True),
        Column("region", _("Region"), source="region_name", wraps=True),
    )
    filters = {
        "text": Filter(
            forms.CharField(
                label=_("Name or BIN"), max_length=100, help_text=_("The beginning of words, or of a BIN.")
            ),
            found,
        ),
        "answer": Filter(forms.ChoiceField(label=_("Answer"), choices=ANSWERS), "answer"),
        "region": Filter(
            forms.ModelChoiceField(Region.objects.all(), to_field_name="code", label=_("Region")), "region"
        ),
        "on": Filter(DayField(label=_("On the day"), first=SINCE), lambda rows, day: rows),  # the list is made for it
    }
    sort = "name"
    key = "bin"
    also = ("day",)
    nothing = _("No organisation is found for this day.")
    file_name = "customers"

    def __init__(self, actor: Any, on: date) -> None:
        super().__init__(actor)
        self.on = on

    def visible_to(self, actor: Any) -> Rows:
        """Everybody's: the answers are public, the shares behind them are not all."""
        answers: dict[str, list[int]] = defaultdict(list)
        reasons: dict[str, list[int]] = defaultdict(list)
        for organisation, (answer, reason) in near_customers(self.on).items():
            answers[answer.value].append(organisation)
            reasons[reason].append(organisation)
        near = [organisation for some in answers.values() for organisation in some]
        return Organisation.objects.filter(pk__in=near).annotate(
            region_name=F(f"region__name_{language()}"),
            answer=_by_key(answers),
            reason=_by_key(reasons),
            day=Value(self.on.isoformat()),
        )


def _by_key(said: dict[str, list[int]]) -> Case:
    cases = [When(pk__in=organisations, then=Value(word)) for word, organisations in said.items()]
    return Case(*cases, default=Value(""), output_field=CharField())


def customers(request: Any) -> HttpResponse | StreamingHttpResponse:
    """The list on the day that the address asks for, else on today."""
    form = OnForm(request.GET)
    on = (form.is_valid() and form.cleaned_data["on"]) or request.day
    return respond(request, CustomerList(request.actor, on), "open/customers.html", {"on": on})
