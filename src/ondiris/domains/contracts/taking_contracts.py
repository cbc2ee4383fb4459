"""How does a file of contracts get into the register by sets, without the contracts that have a row that does not fit?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ondiris.base.money import is_money
from ondiris.base.tables import Refused
from ondiris.base.tables.read import kept
from ondiris.domains.contracts.content import GoodTerms, Terms, YearTerms
from ondiris.domains.contracts.contracts_file import COLUMNS, OF_CONTRACT, OF_GOOD, Row, key_of
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.outside import Outside, keep
from ondiris.domains.parties.models import Organisation
from ondiris.domains.planning.models import Proposal
from ondiris.domains.planning.terms import ContractKind, GoodsListState

Key = tuple[str, str]


@dataclass
class Group:
    """The rows of one contract, and the first of them that is wrong: its column and the reason."""

    rows: list[Row] = field(default_factory=list)
    wrong: tuple[int, str, str] | None = None


@dataclass(frozen=True)
class Known:
    """What the registers say of all contracts of a file; one statement each."""

    organisations: Mapping[str, Organisation]
    lines: Mapping[str, Proposal]
    recorded: frozenset[Key]

    @classmethod
    def of(cls, groups: Mapping[Key, Group]) -> "Known":
        firsts = [group.rows[0].cells for group in groups.values() if group.rows]
        bins = {cells[name] for cells in firsts for name in ("customer", "supplier")}
        approved = (GoodsListState.APPROVED, GoodsListState.PLACED)
        lines = Proposal.objects.filter(
            goods_list__state__in=approved, number__in={cells["list_line"] for cells in firsts}
        )
        there = Contract.objects.filter(source__in={source for source, _number in groups}).exclude(source="")
        return cls(
            {one.bin: one for one in Organisation.objects.filter(bin__in=bins)},
            {line.number: line for line in lines},
            frozenset(there.values_list("source", "outside_number")),
        )


def take(rows: Iterable[Row], refused: Iterable[Refused], on: date) -> tuple[int, list[Refused]]:
    """Keep the contracts whose rows all fit, in the transaction at hand; returns how many rows, and the other rows.

    A refused contract gives back all of its rows, so that the report can be corrected and sent again.
    """
    refused = list(refused)
    groups: dict[Key, Group] = {}
    for row in rows:
        groups.setdefault(row.key, Group()).rows.append(row)
    for one in refused:
        if (key := key_of(one.cells)) in groups:
            groups[key].wrong = (0, "", "")  # its own row says what is wrong
    known = Known.of(groups)
    for key, group in groups.items():
        group.wrong = group.wrong or _wrong(key, group.rows, known)
    good = [group for group in groups.values() if group.wrong is None]
    keep([_outside(group.rows, known) for group in good], on)
    bad = [_refused(row, group.wrong) for group in groups.values() if group.wrong for row in group.rows]
    return sum(len(group.rows) for group in good), sorted([*refused, *bad], key=lambda one: one.line)


def _refused(row: Row, wrong: tuple[int, str, str]) -> Refused:
    place, column, reason = wrong
    if row.place != place:
        column, reason = "", "another"
    return Refused(row.place, column, reason, kept(row.cells, COLUMNS))


def _wrong(key: Key, rows: list[Row], known: Known) -> tuple[int, str, str] | None:
    """The first thing that keeps a contract out: the line of the row, the column and the reason."""
    first = rows[0]
    cells = first.cells
    if key in known.recorded:
        return first.place, "number", "recorded"
    for name in ("customer", "supplier"):
        if cells[name] not in known.organisations:
            return first.place, name, "nobody"
    if cells["list_line"] and not _fits(known.lines.get(cells["list_line"]), cells, known):
        return first.place, "list_line", "list_line"
    for row in rows[1:]:
        if differs := next((name for name in OF_CONTRACT if row.cells[name] != cells[name]), ""):
            return row.place, differs, "differs"
    seen: set[tuple[tuple[str, ...], int]] = set()
    amount = Decimal(0)
    for row in rows:
        if (row.good, row.year) in seen:
            return row.place, "year", "year_twice"
        seen.add((row.good, row.year))
        amount += row.volume * row.price
    return None if is_money(amount.quantize(Decimal(1))) else (first.place, "price", "sum")


def _fits(line: Proposal | None, cells: Mapping[str, str], known: Known) -> bool:
    customer = known.organisations[cells["customer"]]
    return line is not None and (line.customer_id, line.kind) == (customer.pk, cells["kind"])


def _outside(rows: list[Row], known: Known) -> Outside:
    first = rows[0]
    cells = first.cells
    by_good: dict[tuple[str, ...], list[YearTerms]] = {}
    for row in rows:
        by_good.setdefault(row.good, []).append(YearTerms(row.year, row.volume, row.price))
    goods = tuple(_good(place, good, years) for place, (good, years) in enumerate(by_good.items(), 1))
    return Outside(
        source=cells["source"],
        number=cells["number"],
        kind=ContractKind(cells["kind"]),
        customer=known.organisations[cells["customer"]],
        supplier=known.organisations[cells["supplier"]],
        concluded_on=first.concluded_on,
        title=cells["title"],
        terms=Terms(first.starts_on, first.ends_on, goods, first.least_value),
        line=known.lines.get(cells["list_line"]),
    )


def _good(place: int, good: tuple[str, ...], years: list[YearTerms]) -> GoodTerms:
    said = dict(zip(OF_GOOD, good, strict=True))
    return GoodTerms(place=place, years=tuple(sorted(years, key=lambda one: one.year)), **said)
