"""What does a wording of a contract say, and what does one lower against another?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ondiris.base.money import MOST, is_money
from ondiris.base.tables.values import decimals
from ondiris.base.words import N_
from ondiris.domains.contracts.terms import ConditionKind
from ondiris.domains.planning.terms import ContractKind

EMPTY = N_("Write something here.")
NOT_KEPT = N_("This text has a character that cannot be kept.")
TOO_LONG = N_("This text is too long.")
TOO_LARGE = N_("This is more than can be kept.")
TWICE = N_("This place stands here twice.")
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2200, 12, 31)  # beyond them a day is a slip of the hand
FAR = N_("The term of a contract lies between the years 2000 and 2200.")
# What 48.5 asks of a good besides its name, with what to say where it is not there.
DESCRIBED = {
    "characteristics": N_("Describe the technical characteristics in detail."),
    "properties": N_("Write the physical or chemical properties."),
    "composition": N_("Write what the good consists of; where it is delivered whole, say so."),
}


@dataclass(frozen=True, slots=True)
class YearTerms:
    """How much of a good is to be delivered in a calendar year, at which price of a unit in tenge."""

    year: int
    volume: Decimal
    price: Decimal


@dataclass(frozen=True, slots=True)
class GoodTerms:
    """A good with all that identifies it (48.5)."""

    place: int
    code: str
    name_kk: str
    name_ru: str
    unit: str
    characteristics: str
    properties: str = ""
    composition: str = ""
    years: tuple[YearTerms, ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionTerms:
    """A further condition of contract procurement, its value in tenge and its last day (49.2)."""

    place: int
    kind: ConditionKind
    text: str
    value: Decimal
    due_on: date


@dataclass(frozen=True, slots=True)
class Terms:
    """A whole wording. `least_value` in per cent, and `programme_due_on`, belong to offtake contracts (48.5)."""

    starts_on: date
    ends_on: date
    goods: tuple[GoodTerms, ...]
    least_value: Decimal | None = None
    programme_due_on: date | None = None
    penalty: str = ""
    conditions: tuple[ConditionTerms, ...] = ()

    @property
    def amount(self) -> Decimal:
        """Volume by price over all goods and years, in tenge, exact."""
        return sum((one.volume * one.price for good in self.goods for one in good.years), Decimal(0))


@dataclass(frozen=True, slots=True)
class Lowered:
    """Something that a newer wording lowers: the volume or the price of a good in a year; `after` 0 where it is gone."""

    good: GoodTerms
    year: int
    what: str  # "volume" or "price"
    before: Decimal
    after: Decimal


def lowered(before: Terms, after: Terms) -> Iterator[Lowered]:
    """What `after` lowers of `before`: volumes and prices, by good and year (48.2)."""
    newer = {(good.place, one.year): one for good in after.goods for one in good.years}
    for good in before.goods:
        for one in good.years:
            now = newer.get((good.place, one.year))
            if now is None or now.volume < one.volume:
                yield Lowered(good, one.year, "volume", one.volume, now.volume if now else Decimal(0))
            if now is not None and now.price < one.price:
                yield Lowered(good, one.year, "price", one.price, now.price)


def trouble_with(terms: Terms, kind: ContractKind) -> dict[str, str]:
    """What keeps a wording from being a whole contract, an English sentence by field; empty where nothing does.

    Fields count from 1: `goods_1_years_2_volume`, `conditions_1_value`, `starts_on`.
    """
    return {**dict(_missing(terms, kind)), **malformed(terms)}


def malformed(terms: Terms) -> dict[str, str]:
    """What cannot be kept even as a draft, an English sentence by field: a reversed term, no volume, too large a sum."""
    found = dict(_bad_term(terms))
    for nth, good in enumerate(terms.goods, 1):
        found.update(_bad_good(f"goods_{nth}", good, terms))
    for nth, one in enumerate(terms.conditions, 1):
        found.update(_bad_condition(f"conditions_{nth}", one, terms))
    for group, places in (
        ("goods", [g.place for g in terms.goods]),
        ("conditions", [c.place for c in terms.conditions]),
    ):
        twice = (nth for nth, place in enumerate(places, 1) if place in places[: nth - 1])
        found.update({f"{group}_{nth}_place": TWICE for nth in twice})
    if not found and (terms.amount > MOST or sum(one.value for one in terms.conditions) > MOST):
        found["goods" if terms.amount > MOST else "conditions"] = TOO_LARGE
    return found


def _bad_term(terms: Terms) -> Iterator[tuple[str, str]]:
    if terms.ends_on < terms.starts_on:
        yield "ends_on", N_("The last day must not come before the first.")
    for name in ("starts_on", "ends_on"):
        if not FIRST_DAY <= getattr(terms, name) <= LAST_DAY:
            yield name, FAR
    share = terms.least_value
    if share is not None and (not share.is_finite() or not 0 < share <= 100 or decimals(share) > 6):
        yield "least_value", N_("Write a share above 0 and at most 100 per cent, with at most six decimals.")
    if "\0" in terms.penalty:
        yield "penalty", NOT_KEPT


def _bad_good(where: str, good: GoodTerms, terms: Terms) -> Iterator[tuple[str, str]]:
    if not (good.code.isascii() and good.code.isdigit() and 4 <= len(good.code) <= 10):
        yield f"{where}_code", N_("A commodity code has 4 to 10 digits.")
    for name, most in (("name_kk", 300), ("name_ru", 300), ("unit", 60)):
        if len(getattr(good, name)) > most:
            yield f"{where}_{name}", TOO_LONG
    for name in ("name_kk", "name_ru", "unit", "characteristics", "properties", "composition"):
        if "\0" in getattr(good, name):
            yield f"{where}_{name}", NOT_KEPT
    years = [one.year for one in good.years]
    for nth, one in enumerate(good.years, 1):
        here = f"{where}_years_{nth}"
        if not terms.starts_on.year <= one.year <= terms.ends_on.year:
            yield f"{here}_year", N_("This year is not a calendar year of the contract's term.")
        elif one.year in years[: nth - 1]:
            yield f"{here}_year", N_("This year stands here twice for the good.")
        if not one.volume.is_finite() or one.volume <= 0:
            yield f"{here}_volume", N_("A volume is above zero.")
        elif decimals(one.volume) > 4:
            yield f"{here}_volume", N_("A volume has at most four decimals.")
        elif one.volume > MOST:
            yield f"{here}_volume", TOO_LARGE
        if sentence := _bad_sum(one.price, N_("A price is not negative.")):
            yield f"{here}_price", sentence


def _bad_condition(where: str, one: ConditionTerms, terms: Terms) -> Iterator[tuple[str, str]]:
    above = N_("A condition has a value in money above zero.")
    if sentence := above if one.value == 0 else _bad_sum(one.value, above):
        yield f"{where}_value", sentence
    if "\0" in one.text:
        yield f"{where}_text", NOT_KEPT
    if one.due_on < terms.starts_on:
        yield f"{where}_due_on", N_("The last day of a condition must not come before the contract's first.")


def _bad_sum(amount: Decimal, negative: str) -> str:
    if not amount.is_finite() or amount < 0:
        return negative
    if amount > MOST:
        return TOO_LARGE
    return "" if is_money(amount) else N_("An amount in tenge has at most two decimals.")


def _missing(terms: Terms, kind: ContractKind) -> Iterator[tuple[str, str]]:
    """What 48.5 asks of an offtake contract, 49.2 of contract procurement, and any contract needs."""
    offtake = kind == ContractKind.OFFTAKE
    if not terms.goods:
        yield "goods", N_("Name at least one good.")
    for nth, good in enumerate(terms.goods, 1):
        for name in ("name_kk", "name_ru", "unit", *(DESCRIBED if offtake else ())):
            if not getattr(good, name).strip():
                yield f"goods_{nth}_{name}", DESCRIBED.get(name, EMPTY)
        if not good.years:
            yield f"goods_{nth}_years", N_("Give the volume for each calendar year.")
    if offtake:
        yield from _missing_of_offtake(terms)
    elif not terms.conditions:
        yield "conditions", N_("Contract procurement needs at least one further condition.")
    for nth, one in enumerate(terms.conditions, 1):
        if not one.text.strip():
            yield f"conditions_{nth}_text", EMPTY


def _missing_of_offtake(terms: Terms) -> Iterator[tuple[str, str]]:
    planned = {one.year for good in terms.goods for one in good.years}
    if planned and set(range(min(planned), terms.ends_on.year + 1)) - planned:
        yield "goods", N_("Each calendar year from the first deliveries to the end of the term needs a volume.")
    if terms.least_value is None:
        yield "least_value", N_("An offtake contract names the minimum level of in-country value.")
    if terms.programme_due_on is None:
        yield "programme_due_on", N_("Say by which day the programme that raises in-country value is to be developed.")
    elif terms.programme_due_on > terms.ends_on:
        yield "programme_due_on", N_("The programme is to be developed before the contract ends.")
    if terms.conditions:
        yield "conditions", N_("Only contract procurement has such conditions.")
