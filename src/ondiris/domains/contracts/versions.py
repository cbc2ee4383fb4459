"""How is a wording kept as rows, and read back as it was?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ondiris.base.money import TIYN, round_half_up
from ondiris.domains.contracts.content import ConditionTerms, GoodTerms, Terms, YearTerms
from ondiris.domains.contracts.models import Condition, Contract, Good, Version, Volume
from ondiris.domains.contracts.terms import ConditionKind, VersionState

AT_ONCE = 1_000  # rows of one insert
GOOD = ("code", "name_kk", "name_ru", "unit", "characteristics", "properties", "composition")


def amount_of(terms: Terms) -> Decimal:
    """The sum of a wording in tenge, to the tiyn."""
    return round_half_up(Fraction(terms.amount), TIYN)


def keep(contract: Contract, terms: Terms, state: VersionState, **said: Any) -> Version:
    """Write a wording, which must not be malformed, as the contract's next version; `said` are its further columns."""
    last = contract.versions.order_by("place").values_list("place", flat=True).last() or 0
    version = Version.objects.create(contract=contract, place=last + 1, state=state, **columns_of(terms), **said)
    keep_rows([(version, terms)])
    version.refresh_from_db()  # decimals as they are kept: what is signed is the text as it will be read
    return version


def keep_again(version: Version, terms: Terms) -> None:
    """Write a draft's wording over what it said before."""
    Volume.objects.filter(good__version=version).delete()
    version.goods.all().delete()
    version.conditions.all().delete()
    Version.objects.filter(pk=version.pk).update(**columns_of(terms))
    keep_rows([(version, terms)])


def move(version: Version, state: VersionState, **said: Any) -> None:
    """Set where a version stands, as an act on its contract decides it; `said` are columns that change with it."""
    version.state = state
    for name, value in said.items():
        setattr(version, name, value)
    version.save(update_fields=["state", *said])


def terms_of(version: Version) -> Terms:
    """A version's wording."""
    return terms_of_each([version])[version.pk]


def terms_of_each(versions: Iterable[Version]) -> dict[int, Terms]:
    """The wordings of versions, by their keys; three queries however many they are."""
    versions = list(versions)
    keys = [one.pk for one in versions]
    goods, conditions = _goods_of(keys), _conditions_of(keys)
    return {
        one.pk: Terms(
            one.starts_on,
            one.ends_on,
            tuple(goods[one.pk]),
            one.least_value,
            one.programme_due_on,
            one.penalty,
            tuple(conditions[one.pk]),
        )
        for one in versions
    }


# Rows as they come, without a model for each: the open data reads all wordings of all contracts.


def _goods_of(versions: list[int]) -> dict[int, list[GoodTerms]]:
    rows = Good.objects.filter(version__in=versions).order_by("place")
    described = list(rows.values_list("pk", "version", "place", *GOOD))
    years: dict[int, list[YearTerms]] = defaultdict(list)
    volumes = Volume.objects.filter(good__in=[good for good, *_rest in described]).order_by("year")
    for good, year, volume, price in volumes.values_list("good", "year", "volume", "price"):
        years[good].append(YearTerms(year, volume, price))
    found: dict[int, list[GoodTerms]] = defaultdict(list)
    for key, version, place, *texts in described:
        found[version].append(GoodTerms(place, **dict(zip(GOOD, texts, strict=True)), years=tuple(years[key])))
    return found


def _conditions_of(versions: list[int]) -> dict[int, list[ConditionTerms]]:
    rows = Condition.objects.filter(version__in=versions).order_by("place")
    found: dict[int, list[ConditionTerms]] = defaultdict(list)
    for version, place, kind, text, value, due_on in rows.values_list(
        "version", "place", "kind", "text", "value", "due_on"
    ):
        found[version].append(ConditionTerms(place, ConditionKind(kind), text, value, due_on))
    return found


def columns_of(terms: Terms) -> dict[str, Any]:
    """What a version's own row says of its wording."""
    return {
        "starts_on": terms.starts_on,
        "ends_on": terms.ends_on,
        "least_value": terms.least_value,
        "programme_due_on": terms.programme_due_on,
        "penalty": terms.penalty,
        "amount": amount_of(terms),
    }


def keep_rows(wordings: Sequence[tuple[Version, Terms]]) -> None:
    """Write the goods, volumes and conditions of versions that are there; three inserts for each thousand rows."""
    described = [(_good(version, good), good.years) for version, terms in wordings for good in terms.goods]
    Good.objects.bulk_create((good for good, _years in described), batch_size=AT_ONCE)
    Volume.objects.bulk_create(
        (
            Volume(good=kept, year=one.year, volume=one.volume, price=one.price)
            for kept, years in described
            for one in years
        ),
        batch_size=AT_ONCE,
    )
    Condition.objects.bulk_create(
        (
            Condition(
                version=version, place=one.place, kind=one.kind, text=one.text, value=one.value, due_on=one.due_on
            )
            for version, terms in wordings
            for one in terms.conditions
        ),
        batch_size=AT_ONCE,
    )


def _good(version: Version, good: GoodTerms) -> Good:
    return Good(
        version=version,
        place=good.place,
        code=good.code,
        name_kk=good.name_kk,
        name_ru=good.name_ru,
        unit=good.unit,
        characteristics=good.characteristics,
        properties=good.properties,
        composition=good.composition,
    )
