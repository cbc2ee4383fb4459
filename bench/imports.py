"""How long does it take to take in 50,000 rows of plans of purchases, from CSV and from XLSX?

Beside floors of the same run: a bare reading of the same file, and a bare COPY of the same rows. Everything is taken back
at the end. Nothing here fails on time: figures are shown, people judge.
"""

import argparse
import csv
import io
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pages  # noqa: F401  (says where the database is)

ON, SINCE = date(2026, 3, 2), date(2022, 1, 8)
UNITS = ("дана", "тонна", "метр")


def rows(bins: list[str], count: int) -> list[list[str]]:
    """Rows of plans, as many customers as there are BINs."""
    return [
        [bins[place % len(bins)], "plan", "2027", str(place), "good", f"{8400 + place % 90}{place % 1_000_000:06d}",
         f"Тауар {place % 5_000}", f"Товар {place % 5_000}", UNITS[place % 3], f"{1 + place % 9_000}.25",
         f"{100_000 + place}.50"]
        for place in range(count)
    ]  # fmt: skip


def as_csv(table: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(table)
    return out.getvalue().encode()


def as_xlsx(table: list[list[str]]) -> bytes:
    """The year, the volume and the amount as numbers, as people send them."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet = book.add_worksheet()
    for line, cells in enumerate(table):
        for place, cell in enumerate(cells):
            if line and place in (2, 9, 10):
                sheet.write_number(line, place, float(cell))
            else:
                sheet.write_string(line, place, cell)
    book.close()
    return out.getvalue()


def once(call: Callable[[], Any]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def bare_csv(content: bytes) -> None:
    for _row in csv.reader(io.StringIO(content.decode())):
        pass


def bare_xlsx(content: bytes) -> None:
    """By the same library, values only."""
    import openpyxl

    for _row in openpyxl.load_workbook(io.BytesIO(content), read_only=True).worksheets[0].iter_rows(values_only=True):
        pass


def bare_copy(table: list[list[str]]) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "create temp table needs_floor (customer text, kind text, year int, item text, subject text, code text, "
            "name_kk text, name_ru text, unit text, volume numeric, amount numeric) on commit drop"
        )
        with cursor.cursor.copy("copy needs_floor from stdin") as copy:
            for row in table:
                copy.write_row(row)


def stages(spent: dict[str, float]) -> Callable[[Iterable[Any], str], Iterable[Any]]:
    """Notes how long each stage took, as whoever looks on sees it."""

    def watch(rows: Iterable[Any], what: str) -> Iterable[Any]:
        began = time.perf_counter()
        yield from rows
        spent[what] = time.perf_counter() - began

    return watch


def customers(count: int) -> list[str]:
    """The BINs of so many made-up subsoil users."""
    from ondiris.domains.classifiers.models import Region
    from ondiris.domains.parties.models import Organisation, OrganisationStatus

    region, _new = Region.objects.get_or_create(code="710000000", defaults={"name_kk": "А", "name_ru": "А", "name_en": "A"})
    made = Organisation.objects.bulk_create(
        Organisation(bin=bin_of(place), name=f"Customer {place}", kind="enterprise", region=region)
        for place in range(count)
    )
    OrganisationStatus.objects.bulk_create(
        OrganisationStatus(organisation=one, status="extracts_minerals", basis="made up", valid_from=SINCE) for one in made
    )
    return [one.bin for one in made]


def bin_of(place: int) -> str:
    from ondiris.base.identifiers import check_digit

    tried = (f"220140{place * 3 + step:05d}" for step in range(3))
    first = next(one for one in tried if check_digit(one) is not None)
    return f"{first}{check_digit(first)}"


def measure(count: int, of: int) -> None:
    """Both kinds of file, sent twice: first new, then replacing what is there."""
    from ondiris.base.actors import Actor
    from ondiris.domains.planning.actions.purchases import import_purchases
    from ondiris.domains.planning.purchases_file import COLUMNS

    table = rows(customers(of), count)
    officer = Actor(
        ON, 0, "bench", some_body(), "bench", "", frozenset({"industry_institute"}), frozenset({"case_officer"})
    )
    whole = [list(COLUMNS.names), *table]
    copied = once(lambda: bare_copy(table))
    print(f"{count:,} rows of {of} customers; a bare COPY of them: {copied:.2f} s")
    for name, content, bare in (("CSV", as_csv(whole), bare_csv), ("XLSX", as_xlsx(whole), bare_xlsx)):
        floor = once(lambda bare=bare, content=content: bare(content)) + copied
        for again in ("new", "again"):
            spent: dict[str, float] = {}
            began = time.perf_counter()
            file = import_purchases(officer, name=name, content=content, watch=stages(spent))
            took = time.perf_counter() - began
            if file.kept != count:
                raise SystemExit(f"{file.kept} kept, {file.refused[:3]}")
            print(
                f"{name:5}{again:6}{len(content) / 1e6:6.1f} MB {took:6.2f} s: reading and checking {spent['read']:.2f}, "
                f"copying {spent['keep']:.2f}, the rest {took - sum(spent.values()):.2f}; "
                f"{took / floor:.1f} times a bare reading and COPY ({floor:.2f} s)"
            )


def some_body() -> int:
    from ondiris.domains.parties.models import Organisation

    return Organisation.objects.values_list("pk", flat=True)[0]


def main() -> int:
    """Measure, and take everything back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--customers", type=int, default=200)
    args = parser.parse_args()
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    call_command("migrate", verbosity=0, interactive=False)
    with transaction.atomic():
        measure(args.rows, args.customers)
        transaction.set_rollback(True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
