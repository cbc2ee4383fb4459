"""The supplier hands over the programme that raises in-country value, and reports what came of it. (48.5)"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import BadInput, Text, WrongState
from ondiris.domains.contracts.counting import current, shown
from ondiris.domains.contracts.flow import CONTRACT
from ondiris.domains.contracts.models import Contract, Programme, ValueYear, Version
from ondiris.domains.contracts.permissions import may_report
from ondiris.domains.contracts.terms import ContractState
from ondiris.domains.documents.keeping import Upload, keep
from ondiris.domains.planning.terms import ContractKind

HUNDRED = Decimal(100)


def is_share(value: Decimal) -> bool:
    """Whether a Decimal is a share from 0 to 100 per cent with at most six decimals."""
    return value.is_finite() and 0 <= value <= HUNDRED and value == value.quantize(Decimal("0.000001"))


def years_to_target(version: Version, on: date) -> list[int]:
    """The calendar years of the term that are not over on a day."""
    return list(range(max(on.year, version.starts_on.year), version.ends_on.year + 1))


@act(CONTRACT, "deliver_programme", _("Hand over the programme of in-country value"), Contract, may_report)
def deliver_programme(actor: Actor, contract: Contract, *, upload: Upload, targets: Mapping[int, Decimal]) -> Outcome:
    """Keep the programme and its target for each year left, in per cent, none below the contract's minimum.

    WrongState for contract procurement and for a programme handed over before.
    """
    if contract.kind != ContractKind.OFFTAKE:
        raise WrongState(_("A programme of in-country value belongs to offtake contracts."), provision="48.5")
    if Programme.objects.filter(contract=contract).exists():
        raise WrongState(_("The programme has been handed over already."), provision="48.5")
    version = current(contract)
    years = years_to_target(version, actor.on)
    _check_targets(years, targets, version.least_value or Decimal(0))
    document = keep(actor, upload, field="upload")
    programme = Programme.objects.create(contract=contract, document=document, delivered_on=actor.on)
    ValueYear.objects.bulk_create(ValueYear(programme=programme, year=year, target=targets[year]) for year in years)
    told = {str(year): targets[year] for year in years}
    return Outcome({"document": document.number, "targets": told}, to=ContractState(contract.state))


def _check_targets(years: list[int], targets: Mapping[int, Decimal], least: Decimal) -> None:
    wrong: dict[str, Text] = {
        f"target_{year}": _("This year is not one that the programme is for.") for year in targets if year not in years
    }
    for year in years:
        target = targets.get(year)
        if target is None or not is_share(target):
            wrong[f"target_{year}"] = _("Give a share from 0 to 100 per cent with at most six decimals.")
        elif target < least:
            wrong[f"target_{year}"] = _("The contract asks for at least %(least)s per cent.") % {
                "least": format(shown(least), "f")
            }
    if wrong:
        raise BadInput(wrong)


@act(CONTRACT, "report_value", _("Report in-country value"), Contract, may_report)
def report_value(actor: Actor, contract: Contract, *, year: int, fact: Decimal, upload: Upload) -> Outcome:
    """The in-country value reached in a year that is over, in per cent, with what proves it; once a year."""
    row = ValueYear.objects.filter(programme__contract=contract, year=year).first()
    wrong: dict[str, Text] = {}
    if row is None:
        wrong["year"] = _("The programme has no target for this year.")
    elif year >= actor.on.year:
        wrong["year"] = _("The year is not over.")
    elif row.fact is not None:
        wrong["year"] = _("This year is reported already.")
    if not is_share(fact):
        wrong["fact"] = _("Give a share from 0 to 100 per cent with at most six decimals.")
    if wrong or row is None:
        raise BadInput(wrong)
    row.fact, row.reported_on = fact, actor.on
    row.document = keep(actor, upload, field="upload")
    row.save()
    told = {"year": year, "fact": fact, "target": row.target, "document": row.document.number}
    return Outcome(told, to=ContractState(contract.state))
