"""What was to be delivered by good and year, what became of it, and was enough of it taken? (48.2)"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from ondiris.base import figures
from ondiris.domains.contracts.models import Contract, Delivery, Good, Version, Volume
from ondiris.domains.contracts.terms import DeliveryState, Fault, VersionState
from ondiris.domains.contracts.years import Counted, Figure, Judged, Reading, Result, Shares, Step, judge
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.planning.terms import ContractKind
from ondiris.law.parameters import Gap, Parameters

SHOWN = 10**4
WORST_FIRST = (Result.NOT_MET, Result.UNDETERMINED, Result.NOT_OVER, Result.MET, Result.NOT_JUDGED)


@dataclass(frozen=True, slots=True)
class GoodYear:
    """A good of the version that held in the year, and what is found about it."""

    good: Good
    judged: Judged


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year of a contract, its goods in order of their places."""

    year: int
    goods: tuple[GoodYear, ...]

    @property
    def result(self) -> Result:
        """What is worst among the goods."""
        found = {one.judged.result for one in self.goods}
        return next(result for result in WORST_FIRST if result in found)

    @property
    def warned(self) -> tuple[GoodYear, ...]:
        """The goods of a running year of which too little is accepted for the day."""
        return tuple(one for one in self.goods if one.judged.pace is not None and one.judged.pace.late)


def current(contract: Contract) -> Version:
    """The version in force, or the last that was, of a contract that was concluded."""
    return contract.versions.filter(state__in=[VersionState.IN_FORCE, VersionState.REPLACED]).latest("place")


def years_of(contract: Contract, on: date) -> list[Year]:
    """The calendar years of a contract for which volumes are agreed, as they stand on a day."""
    return years_of_all([contract], on)[contract.pk]


def years_of_all(contracts: Collection[Contract], on: date) -> dict[int, list[Year]]:
    """The years of each contract by its key; as many queries for a thousand contracts as for one."""
    parameters = parameters_on()
    versions: defaultdict[int, list[Version]] = defaultdict(list)
    held = Version.objects.filter(
        contract__in=[one.pk for one in contracts], state__in=[VersionState.IN_FORCE, VersionState.REPLACED]
    )
    for version in held.order_by("place").prefetch_related("goods__volumes"):
        versions[version.contract_id].append(version)
    deliveries: defaultdict[int, list[Delivery]] = defaultdict(list)
    for delivery in Delivery.objects.filter(contract__in=[one.pk for one in contracts], delivered_on__lte=on):
        deliveries[delivery.contract_id].append(delivery)
    return {one.pk: _years(one, versions[one.pk], deliveries[one.pk], on, parameters) for one in contracts}


def _years(
    contract: Contract, versions: Sequence[Version], deliveries: Iterable[Delivery], on: date, parameters: Parameters
) -> list[Year]:
    agreed = {
        year: _agreed(_held_in(versions, year, on), year)
        for year in sorted({volume.year for version in versions for volume in _volumes(version)})
    }
    agreed = {year: goods for year, goods in agreed.items() if goods}
    if not agreed:
        return []
    became = _became(deliveries, on, _setting(parameters, "contracts.days_to_answer", on))
    return [
        Year(
            year,
            tuple(
                GoodYear(good, judge(_counted(volume, became[good.place, year]), year, reading, shares, on))
                for good, volume in goods
            ),
        )
        for year, goods in agreed.items()
        for shares in [shares_in(year, parameters)]
        for reading in [reading_of(contract, _held_in(versions, year, on), min(agreed), parameters)]
    ]


def _volumes(version: Version) -> Iterable[Volume]:
    return (volume for good in version.goods.all() for volume in good.volumes.all())


def _held_in(versions: Sequence[Version], year: int, on: date) -> Version:
    """The version that held at the end of a year, or holds now; the first where none did yet."""
    until = min(on, date(year, 12, 31))
    return next((v for v in reversed(versions) if (v.in_force_on or v.starts_on) <= until), versions[0])


def _agreed(version: Version, year: int) -> list[tuple[Good, Volume]]:
    return [(good, volume) for good in version.goods.all() for volume in good.volumes.all() if volume.year == year]


def reading_of(contract: Contract, version: Version, first_volume: int, parameters: Parameters) -> Reading:
    """How a contract is read, by the settings of the day of its conclusion."""
    day = contract.concluded_on or version.starts_on
    by_volume = _setting(parameters, "contracts.first_year_is_of_first_volume", day)
    return Reading(
        offtake=contract.kind == ContractKind.OFFTAKE,
        starts_on=version.starts_on,
        ends_on=version.ends_on,
        long_term_months=_setting(parameters, "contracts.long_term_months", day),
        first_year=None if by_volume is None else first_volume if by_volume else day.year,
    )


def shares_in(year: int, parameters: Parameters) -> Shares:
    """The shares to be taken, by the settings of the year's last day."""
    day = date(year, 12, 31)
    return Shares(
        first=_setting(parameters, "contracts.floor_first_year", day),
        later=_setting(parameters, "contracts.floor_later_years", day),
        margin=_setting(parameters, "contracts.warning_margin", day),
    )


def _setting(parameters: Parameters, name: str, on: date) -> Any:
    value = parameters.value(name, on)
    return None if isinstance(value, Gap) else value.value


def _became(
    deliveries: Iterable[Delivery], on: date, days_to_answer: int | None
) -> defaultdict[tuple[int, int], defaultdict[str, Decimal]]:
    """What became of deliveries, by the good's place and the year of delivery, named as in `Counted`."""
    sums: defaultdict[tuple[int, int], defaultdict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for one in deliveries:
        into = sums[one.good, one.delivered_on.year]
        if one.state == DeliveryState.OFFERED:
            silent = days_to_answer is not None and on > one.offered_on + timedelta(days=days_to_answer)
            into["by_customer" if silent else "waiting"] += one.volume
            continue
        accepted = one.accepted or Decimal(0)
        into["accepted"] += accepted
        into[_WHOSE[Fault(one.fault)]] += one.volume - accepted
        if one.paid is None:
            into["unpaid"] += accepted
        else:
            into["paid"] += one.paid
    return sums


_WHOSE = {Fault.NONE: "by_customer", Fault.SUPPLIER: "by_supplier", Fault.CONTESTED: "contested"}


def _counted(volume: Volume, became: Mapping[str, Decimal]) -> Counted:
    return Counted(volume.volume, volume.price, **became)


def sentence(step: Step) -> str:
    """A step of the judgement in the reader's language, its figures as people write them."""
    return _(step.text) % {name: _figure(name, value) for name, value in step.values.items()}


def _figure(name: str, value: Figure) -> int | str:
    if isinstance(value, int):
        return value
    return figures.percent(shown(value)) if name == "share" else figures.number(shown(value))


def shown(value: Decimal | Fraction) -> Decimal:
    """A volume for showing, at most four decimals, half up; what is compared is never rounded."""
    return Decimal((Fraction(value) * SHOWN + Fraction(1, 2)).__floor__()).scaleb(-4).normalize()
