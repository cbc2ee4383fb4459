"""How far is in-country value raised: the programme, its target of each year, and what was reached? (48.5)"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.errors import NotFound
from ondiris.domains.contracts.actions.programme import deliver_programme, report_value, years_to_target
from ondiris.domains.contracts.counting import current
from ondiris.domains.contracts.models import Contract, Programme, ValueYear
from ondiris.domains.contracts.permissions import CONCLUDED
from ondiris.web.acting import ActedRequest, for_people
from ondiris.web.cabinet.contract.acting import address, file_field, page_for
from ondiris.web.cabinet.contract.lookup import contract_at
from ondiris.web.cabinet.forms import upload_of
from ondiris.web.showing.acting import ActForm, Way, act_page, need
from ondiris.web.showing.contract.value import value_years
from ondiris.web.ui import figures
from ondiris.web.ui.fields import PercentField
from ondiris.web.ui.parts import Line


@for_people
def value_page(request: ActedRequest, number: str) -> HttpResponse:
    """Target against fact by year; the programme itself as a document."""
    contract = contract_at(request.actor, number)
    if contract.state not in CONCLUDED:
        raise NotFound
    programme = (
        Programme.objects.filter(contract=contract)
        .select_related("document")
        .prefetch_related("years__document")
        .first()
    )
    reports = programme is not None and bool(report_value.possible(request.actor, contract))
    delivers = programme is None and bool(deliver_programme.possible(request.actor, contract))
    context = {
        "contract": contract,
        "back": address(contract),
        "version": current(contract),
        "programme": programme,
        "years": value_years(programme.years.all(), request.day) if programme else [],
        "reports": reports,
        "ways": [Way(deliver_programme.title, address(contract, "deliver-programme"), main=True)] if delivers else [],
    }
    return render(request, "cabinet/contract/value.html", context)


class ProgrammeForm(ActForm):
    """The programme and its target for each year left."""

    upload = file_field(gettext_lazy("Programme"))

    def __init__(self, years: list[int], thing: Contract, *args: Any, **kwargs: Any) -> None:
        super().__init__(thing, *args, **kwargs)
        self.years = years
        for year in years:
            self.fields[f"target_{year}"] = PercentField(label=_("Target for %(year)d") % {"year": year}, decimals=6)


@for_people
def deliver_page(request: ActedRequest, number: str) -> HttpResponse:
    """Hand over the programme with its targets."""
    contract = contract_at(request.actor, number)
    if request.method != "POST":
        need(deliver_programme, request.actor, contract)
    if contract.state not in CONCLUDED:
        raise NotFound
    version = current(contract)
    years = years_to_target(version, request.day)
    form = ProgrammeForm(years, contract, request.POST or None, request.FILES or None)
    page = page_for(
        contract,
        deliver_programme.title,
        _("Hand it over"),
        _("The programme is handed over. After each year you report what was reached."),
        back=address(contract, "value"),
        lines=[
            Line(_("Minimum in-country value"), figures.percent(version.least_value)),
            Line(_("Last day"), figures.day(version.programme_due_on)),
        ],
    )

    def call(version: int, upload: Any, **targets: Any) -> None:
        deliver_programme(
            request.actor,
            number,
            version=version,
            upload=upload_of(upload),
            targets={year: targets[f"target_{year}"] for year in years},
        )

    return act_page(request, deliver_programme, contract, form, page, call)


class ReportForm(ActForm):
    """The in-country value reached in a year, and what proves it."""

    fact = PercentField(label=gettext_lazy("In-country value reached"), decimals=6)
    upload = file_field(gettext_lazy("Proof"))


@for_people
def report_page(request: ActedRequest, number: str, year: int) -> HttpResponse:
    """Report what was reached in a year that is over."""
    contract = contract_at(request.actor, number)
    if request.method != "POST":
        need(report_value, request.actor, contract)
    row = ValueYear.objects.filter(programme__contract=contract, year=year).first()
    if row is None:
        raise NotFound
    form = ReportForm(contract, request.POST or None, request.FILES or None)
    page = page_for(
        contract,
        _("In-country value in %(year)d") % {"year": year},
        _("Report it"),
        _("What was reached is reported."),
        back=address(contract, "value"),
        lines=[Line(_("Target for %(year)d") % {"year": year}, figures.percent(row.target))],
    )

    def call(version: int, fact: Any, upload: Any) -> None:
        report_value(request.actor, number, version=version, year=year, fact=fact, upload=upload_of(upload))

    return act_page(request, report_value, contract, form, page, call)
