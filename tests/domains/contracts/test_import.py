"""Are the contracts of a file kept that fit, and each other row named by line, column and reason?"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ondiris.base.errors import BadInput
from ondiris.base.tables.report import as_csv
from ondiris.domains.contracts.actions.contracts_import import import_contracts
from ondiris.domains.contracts.contracts_file import COLUMNS, REASONS
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.whole import whole
from tests.base.tables.books import book
from tests.factories import actor
from tests.factories.country import bin_number
from tests.factories.register import ENTERED, customer, outsider, recorded

HEAD = (
    "source;number;kind;customer;supplier;concluded_on;starts_on;ends_on;title;list_line;least_value;"
    "code;name_kk;name_ru;unit;characteristics;year;volume;price"
)


class Lines:
    """Lines of a file, each contract's by its number; what is not said is a contract for pumps."""

    def __init__(self, made) -> None:
        self.known = {
            "source": "E-procurement",
            "number": "1",
            "kind": "offtake",
            "customer": customer(made).bin,
            "supplier": made.enterprise.bin,
            "concluded_on": "2025-06-01",
            "starts_on": "2025-07-01",
            "ends_on": "31.12.2027",
            "title": "Pumps",
            "list_line": "",
            "least_value": "40",
            "code": "8413702900",
            "name_kk": "Сорғы",
            "name_ru": "Насос",
            "unit": "штука",
            "characteristics": "630 m3/h",
            "year": "2026",
            "volume": "100",
            "price": "1000,50",
        }

    def __call__(self, **said: str) -> str:
        return ";".join((self.known | said).values())


@pytest.fixture
def line(made) -> Lines:
    return Lines(made)


def taken(made, lines: Iterable[str], encoding: str = "utf-8"):
    content = "\n".join([HEAD, *lines]).encode(encoding)
    return import_contracts(actor(made, "keeper", ENTERED), name="contracts.csv", content=content)


def refused(file) -> list[tuple[int, str, str]]:
    return [(row["line"], row["column"], row["reason"]) for row in file.refused]


def test_rows_of_a_contract_go_together(made, line):
    file = taken(
        made,
        [line(year="2026"), line(number="2"), line(year="2027", volume="50"), line(code="8414", name_ru="Агрегат")],
    )
    assert (file.kept, file.refused) == (4, [])
    [kept] = whole(Contract.objects.filter(outside_number="1"))
    goods = kept.wordings[0].terms.goods
    assert [(good.place, good.code, [(one.year, one.volume) for one in good.years]) for good in goods] == [
        (1, "8413702900", [(2026, Decimal(100)), (2027, Decimal(50))]),
        (2, "8414", [(2026, Decimal(100))]),
    ]
    assert kept.contract.registered_on == ENTERED
    assert kept.contract.answer == "customer"


def test_a_contract_with_a_bad_row_is_refused_whole_and_the_others_are_kept(made, line):
    file = taken(made, [line(), line(year="2027", volume="0"), line(number="2")])
    assert refused(file) == [(2, "", "another"), (3, "volume", "volume")]
    assert list(Contract.objects.values_list("outside_number", flat=True)) == ["2"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"ends_on": "2025-06-30"}, ("ends_on", "reversed")),
        ({"starts_on": "1999-12-31"}, ("starts_on", "far")),
        ({"ends_on": "2201-01-01"}, ("ends_on", "far")),
        ({"year": "2028"}, ("year", "year")),
        ({"year": "MMXXVI"}, ("year", "year")),
        ({"volume": "-5"}, ("volume", "volume")),
        ({"volume": "1.00001"}, ("volume", "volume")),
        ({"price": "1.005"}, ("price", "price")),
        ({"volume": "999999999999", "price": "999999999999"}, ("price", "sum")),
        ({"kind": "purchase"}, ("kind", "kind")),
        ({"customer": "123"}, ("customer", "bin")),
        ({"supplier": bin_number(9_000)}, ("supplier", "nobody")),
        ({"concluded_on": "2026-03-03"}, ("concluded_on", "future")),
        ({"concluded_on": "2021-12-31"}, ("concluded_on", "before_the_law")),
        ({"starts_on": "30.02.2025"}, ("starts_on", "day")),
        ({"least_value": "101"}, ("least_value", "share")),
        ({"code": "84"}, ("code", "code")),
        ({"title": ""}, ("title", "empty")),
        ({"list_line": "GL-2025-00001"}, ("list_line", "list_line")),
    ],
)
def test_what_is_wrong_is_named(made, line, said, found):
    file = taken(made, [line(**said)])
    assert refused(file) == [(2, *found)]
    assert not Contract.objects.exists()


def test_a_customer_does_not_supply_itself(made, line):
    file = taken(made, [line(supplier=line.known["customer"])])
    assert refused(file) == [(2, "supplier", "itself")]


def test_the_rows_of_a_contract_say_the_same_of_it(made, line):
    file = taken(made, [line(), line(year="2027", ends_on="2028-12-31")])
    assert refused(file) == [(2, "", "another"), (3, "ends_on", "differs")]


def test_a_year_stands_once_for_a_good(made, line):
    file = taken(made, [line(), line(volume="7")])
    assert refused(file) == [(2, "", "another"), (3, "year", "year_twice")]


def test_what_is_recorded_already_is_named(made, line):
    recorded(made, outsider(made), source="E-procurement", outside_number="1")
    assert refused(taken(made, [line()])) == [(2, "number", "recorded")]


def test_one_on_no_approved_line_is_recorded_and_marked(made, line):
    taken(made, [line()])
    assert Contract.objects.get().line is None


def test_a_formula_and_merged_cells_cost_their_contracts_alone(made, line):
    volume, unit = COLUMNS.names.index("volume"), COLUMNS.names.index("unit")

    def more(_book, sheet):
        sheet.write_formula(1, volume, "=5+5", None, 10)
        sheet.merge_range(3, unit, 4, unit, "штука")

    rows = [(line.known | {"number": number}).get for number in ("1", "2", "3", "4")]
    content = book(*([cell(name) for name in COLUMNS.names] for cell in rows), head=COLUMNS.names, more=more)
    file = import_contracts(actor(made, "keeper", ENTERED), name="register.xlsx", content=content)
    assert refused(file) == [(2, "volume", "formula"), (4, "unit", "merged"), (5, "unit", "merged")]
    assert Contract.objects.get().outside_number == "2"


def test_windows_1251_is_read(made, line):
    taken(made, [line(name_kk="Насос")], "cp1251")
    assert whole(Contract.objects.all())[0].wordings[0].terms.goods[0].name_ru == "Насос"


def test_what_is_no_table_is_refused_whole(made):
    with pytest.raises(BadInput):
        import_contracts(actor(made, "keeper", ENTERED), name="x.csv", content="source;number\n1;2".encode("utf-16"))


def test_the_report_corrected_is_taken_in(made, line):
    file = taken(made, [line(), line(year="2027", volume="0")])
    report = as_csv(file.refused, COLUMNS, REASONS).decode("utf-8-sig")
    corrected = report.replace(",2027,0,", ",2027,9,").encode()
    again = import_contracts(actor(made, "keeper", ENTERED), name="report.csv", content=corrected)
    assert (again.kept, again.refused) == (2, [])


def test_a_program_sends_rows(made, line):
    rows = [line.known | {"year": 2026, "volume": Decimal("1.5"), "price": 10}]
    file = import_contracts(actor(made, "keeper", ENTERED), name="a program", content=rows)
    assert (file.kept, file.refused) == (1, [])


def test_the_number_of_statements_does_not_grow_with_the_rows(made, line):
    counts = []
    for first, last in ((0, 5), (100, 300)):
        with CaptureQueriesContext(
            connection,
        ) as caught:
            taken(
                made, [line(number=f"N{place}", year=year) for place in range(first, last) for year in ("2026", "2027")]
            )
        counts.append(len(caught))
    assert counts[0] == counts[1]
    assert Contract.objects.filter(concluded_on=date(2025, 6, 1)).count() == 205
