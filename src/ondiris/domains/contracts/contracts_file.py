"""What does a file of contracts concluded elsewhere say, one row for each good and calendar year?

The rows of a contract, those of the same source and number, go together and say the same of the contract itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ondiris.base.identifiers import trouble_with_bin
from ondiris.base.money import is_money
from ondiris.base.tables import READING, Columns, Wrong
from ondiris.base.tables.values import day, decimals, number
from ondiris.base.words import N_
from ondiris.domains.contracts.content import FAR, FIRST_DAY, LAST_DAY
from ondiris.domains.customers.rules import SINCE
from ondiris.domains.planning.terms import ContractKind

OF_CONTRACT = (
    "source", "number", "kind", "customer", "supplier", "concluded_on", "starts_on", "ends_on", "title", "list_line",
    "least_value",
)  # fmt: skip
OF_GOOD = ("code", "name_kk", "name_ru", "unit", "characteristics", "properties", "composition")
OF_YEAR = ("year", "volume", "price")
NOT_NEEDED = ("list_line", "least_value", "properties", "composition")
NAMES = (*OF_CONTRACT, *OF_GOOD, *OF_YEAR)
COLUMNS = Columns(NAMES, tuple(name for name in NAMES if name not in NOT_NEEDED), most_rows=200_000)
MOST_LETTERS = {"source": 200, "number": 100, "title": 300, "name_kk": 300, "name_ru": 300, "unit": 60}
LONG_TEXT = 20_000
MOST_VOLUME = Decimal(10) ** 15

REASONS: Mapping[str, str] = {
    **READING,
    "empty": N_("Write something here."),
    "long": N_("This text is too long."),
    "bin": N_("This is not a BIN: it has 12 digits, of which the last checks the others."),
    "nobody": N_("No organisation with this BIN is registered."),
    "itself": N_("Nobody is a supplier to itself."),
    "kind": N_("Write “offtake” or “contract_procurement”."),
    "day": N_("Write a real day as 2026-01-31 or 31.01.2026."),
    "future": N_("This day has not come yet."),
    "before_the_law": N_("The law is not in force on this day."),
    "reversed": N_("The last day must not come before the first."),
    "far": FAR,
    "share": N_("Write a share above 0 and at most 100 per cent, with at most six decimals."),
    "code": N_("A commodity code has 4 to 10 digits."),
    "year": N_("This year is not a calendar year of the contract's term."),
    "year_twice": N_("This year stands here twice for the good."),
    "volume": N_("A volume is above zero, with at most four decimals."),
    "price": N_("A price in tenge is not negative and has at most two decimals."),
    "sum": N_("This is more than can be kept."),
    "differs": N_("This differs from what the first row of the contract says."),
    "list_line": N_("The customer has no approved line of this number for this kind of contract."),
    "recorded": N_("This contract is recorded already."),
    "another": N_("Another row of this contract is not right, and a contract is taken whole or not at all."),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row that can be read; `place` is its line in the file, `cells` what was typed."""

    place: int
    cells: Mapping[str, str]
    concluded_on: date
    starts_on: date
    ends_on: date
    least_value: Decimal | None
    year: int
    volume: Decimal
    price: Decimal

    @property
    def key(self) -> tuple[str, str]:
        """Which contract the row belongs to."""
        return key_of(self.cells)

    @property
    def good(self) -> tuple[str, ...]:
        """All that identifies the good of the row."""
        return tuple(self.cells[name] for name in OF_GOOD)


def key_of(cells: Mapping[str, str]) -> tuple[str, str]:
    """The contract that cells belong to: its source and its number there."""
    return cells["source"], cells["number"]


def row_on(today: date, place: int, cells: Mapping[str, str]) -> Row:
    """A row of the file as it is taken in on a day. Wrong for the first column that is not right."""
    _check_texts(cells)
    days = {name: day(cells[name]) for name in ("concluded_on", "starts_on", "ends_on")}
    concluded_on, starts_on, ends_on = days.values()
    if concluded_on is None or starts_on is None or ends_on is None:
        raise Wrong(next(name for name in days if days[name] is None), "day")
    if concluded_on > today:
        raise Wrong("concluded_on", "future")
    if concluded_on < SINCE:
        raise Wrong("concluded_on", "before_the_law")
    if ends_on < starts_on:
        raise Wrong("ends_on", "reversed")
    if starts_on < FIRST_DAY or ends_on > LAST_DAY:
        raise Wrong("starts_on" if starts_on < FIRST_DAY else "ends_on", "far")
    year = int(cells["year"]) if cells["year"].isascii() and cells["year"].isdigit() and len(cells["year"]) == 4 else 0
    if not starts_on.year <= year <= ends_on.year:
        raise Wrong("year", "year")
    volume, price = number(cells["volume"]), number(cells["price"])
    if volume is None or not 0 < volume < MOST_VOLUME or decimals(volume) > 4:
        raise Wrong("volume", "volume")
    if price is None or not is_money(price):
        raise Wrong("price", "price")
    if not is_money((volume * price).quantize(Decimal(1))):
        raise Wrong("price", "sum")
    return Row(place, cells, concluded_on, starts_on, ends_on, _share(cells["least_value"]), year, volume, price)


def _check_texts(cells: Mapping[str, str]) -> None:
    for name in COLUMNS.needed:
        if not cells[name]:
            raise Wrong(name, "empty")
    for name in NAMES:
        if len(cells[name]) > MOST_LETTERS.get(name, LONG_TEXT):
            raise Wrong(name, "long")
    if cells["kind"] not in set(ContractKind):
        raise Wrong("kind", "kind")
    for name in ("customer", "supplier"):
        if trouble_with_bin(cells[name]):
            raise Wrong(name, "bin")
    if cells["customer"] == cells["supplier"]:
        raise Wrong("supplier", "itself")
    code = cells["code"]
    if not (code.isascii() and code.isdigit() and 4 <= len(code) <= 10):
        raise Wrong("code", "code")


def _share(text: str) -> Decimal | None:
    if not text:
        return None
    share = number(text.removesuffix("%"))
    if share is None or not 0 < share <= 100 or decimals(share) > 6:
        raise Wrong("least_value", "share")
    return share
