"""What does a file of plans and reports of purchases say, row by row, and which rows of it cannot be read? (47.1)

Each row is one good, work or service that a customer plans to buy in a year, or bought; `item` is its number in the
customer's own paper. Amounts are in tenge for the year.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ondiris.base.identifiers import trouble_with_bin
from ondiris.base.money import MOST
from ondiris.base.tables import READING, Columns, Wrong
from ondiris.base.tables.values import decimals, number
from ondiris.base.words import N_
from ondiris.domains.planning.terms import NeedKind, Subject, is_volume

FIRST_YEAR, YEARS_AHEAD = 2022, 10  # the law is in force since 2022; longer plans are not made
CODE_DIGITS = (4, 6, 8, 9, 10)
AMOUNT_DECIMALS = 2
LONGEST = {"item": 40, "name_kk": 300, "name_ru": 300, "unit": 60}
KEY = ("customer", "kind", "year", "item")
NEEDED = (*KEY, "subject", "name_kk", "name_ru", "unit", "volume", "amount")
COLUMNS = Columns((*NEEDED[:5], "code", *NEEDED[5:]), NEEDED, most_rows=100_000)

REASONS: Mapping[str, str] = {
    **READING,
    "bin": N_("This is not a BIN: it has 12 digits, of which the last checks the others."),
    "not_yours": N_("You send the rows of your own organisation only."),
    "kind": N_("Write “plan” or “report”."),
    "year": N_("Write a year from 2022 to ten years ahead, with four digits."),
    "empty": N_("This cannot be left empty."),
    "long": N_("This is too long."),
    "subject": N_("Write “good”, “work” or “service”."),
    "code": N_("A good has a commodity code of 4, 6, 8, 9 or 10 digits."),
    "no_code": N_("Only goods have a commodity code: leave it empty."),
    "number": N_("Write a number as 1234.5 or 1 234,50, without a unit."),
    "volume": N_("A volume is above 0, with at most four decimals."),
    "amount": N_("An amount is 0 or above, with at most two decimals."),
    "twice": N_("A row above in this file has the same customer, kind, year and item."),
    "nobody": N_("No organisation with this BIN is registered."),
    "not_customer": N_("This organisation is not a customer under article 46.2."),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row that can be read; `line` is its place in the file, the head being 1."""

    line: int
    customer: str
    kind: str
    year: int
    item: str
    subject: str
    code: str
    name_kk: str
    name_ru: str
    unit: str
    volume: Decimal
    amount: Decimal
    cells: Mapping[str, str]


class Rows:
    """Makes the rows of one file of their cells, on a day; `own` is the BIN that they must have, empty for any."""

    def __init__(self, on: date, own: str) -> None:
        self.last_year, self.own = on.year + YEARS_AHEAD, own
        self.seen: set[tuple[str, str, int, str]] = set()

    def __call__(self, line: int, cells: Mapping[str, str]) -> Row:
        """The row that the cells say. Wrong where one of them cannot be taken."""
        customer, year = self._customer(cells["customer"]), self._year(cells["year"])
        kind = _one_of(NeedKind, "kind", cells["kind"])
        texts = {column: _text(column, cells[column], most) for column, most in LONGEST.items()}
        subject = _one_of(Subject, "subject", cells["subject"])
        code = _code(subject, cells["code"])
        volume = _number("volume", cells["volume"])
        if not is_volume(volume):
            raise Wrong("volume", "volume")
        amount = _number("amount", cells["amount"])
        if not 0 <= amount <= MOST or decimals(amount) > AMOUNT_DECIMALS:
            raise Wrong("amount", "amount")
        key = (customer, kind, year, texts["item"])
        if key in self.seen:
            raise Wrong("item", "twice")
        self.seen.add(key)
        return Row(line, customer, kind, year, subject=subject, code=code, volume=volume, amount=amount,
                   cells=cells, **texts)  # fmt: skip

    def _customer(self, text: str) -> str:
        if trouble_with_bin(text):
            raise Wrong("customer", "bin")
        if self.own and text != self.own:
            raise Wrong("customer", "not_yours")
        return text

    def _year(self, text: str) -> int:
        known = len(text) == 4 and text.isascii() and text.isdigit()
        if not known or not FIRST_YEAR <= int(text) <= self.last_year:
            raise Wrong("year", "year")
        return int(text)


def _one_of(kinds: type[NeedKind] | type[Subject], column: str, text: str) -> str:
    try:
        return kinds(text.lower()).value
    except ValueError:
        raise Wrong(column, column) from None


def _text(column: str, text: str, most: int) -> str:
    text = " ".join(text.split())
    if not text:
        raise Wrong(column, "empty")
    if len(text) > most:
        raise Wrong(column, "long")
    return text


def _code(subject: str, text: str) -> str:
    if subject != Subject.GOOD:
        if text:
            raise Wrong("code", "no_code")
        return ""
    code = "".join(text.split())
    if len(code) not in CODE_DIGITS or not code.isascii() or not code.isdigit():
        raise Wrong("code", "code")
    return code


def _number(column: str, text: str) -> Decimal:
    found = number(text)
    if found is None:
        raise Wrong(column, "number")
    return found
