"""How long do 100,000 contracts take as open data, on the page of the register, and as a file that is taken in?

Beside floors of the same run: bare writing of the same objects as JSON, a bare reading of the same rows, a bare page, a
bare COPY. Nothing here fails on time: figures are shown, people judge.
"""

import argparse
import json
import random
import re
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

import pages

FIRST = date(2025, 1, 10)
CODES = ("8413702900", "84818073", "7304110009", "8504229000", "8537109900", "7308909800")
TITLES = (
    "Насосы для нефтепровода",
    "Трубы стальные",
    "Задвижки",
    "Трансформаторы",
    "Шкафы управления",
    "Металлоконструкции",
)
CONTRACT = (
    "number", "state", "version", "kind", "customer_id", "supplier_id", "title", "source", "outside_number", "drawn_on",
    "concluded_on", "starts_on", "ends_on", "registered_on", "ended_because", "answer", "standing", "findings", "changed_at",
)  # fmt: skip
VERSION = (
    "id", "contract_id", "place", "state", "proposed_by", "reason", "closed_because", "in_force_on", "starts_on", "ends_on",
    "least_value", "penalty", "amount",
)  # fmt: skip
GOOD = (
    "id",
    "version_id",
    "place",
    "code",
    "name_kk",
    "name_ru",
    "unit",
    "characteristics",
    "properties",
    "composition",
)


def copied(table: str, columns: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> None:
    """The rows into a table, by COPY."""
    from django.db import connection

    with connection.cursor() as cursor, cursor.cursor.copy(f"copy {table} ({', '.join(columns)}) from stdin") as copy:
        for row in rows:
            copy.write_row(row)


def load(count: int) -> None:
    """Make contracts of the made-up enterprises where there are none yet: two wordings and two goods each."""
    from django.db import connection, transaction
    from django.utils import timezone

    from ondiris.domains.contracts.models import Contract, Good, Version
    from ondiris.domains.parties.models import Organisation

    if Contract.objects.count() >= count:
        return
    chance = random.Random(48)
    keys = list(Organisation.objects.order_by("pk").values_list("pk", flat=True)[:20_000])
    customers, suppliers = keys[:300], keys[300:]
    days = [FIRST + timedelta(days=chance.randrange(480)) for _ in range(count)]
    now = timezone.now()

    def contracts() -> Iterator[tuple[object, ...]]:
        for place, day in enumerate(days):
            answer = "not_customer" if place % 50 == 0 else "customer"
            yield (
                f"BENCH-{place:06d}", "in_force", 1, "offtake", customers[place % 300], chance.choice(suppliers),
                TITLES[place % 6], "bench", str(place), day, day, day, date(day.year + 3, 12, 31), day, "", answer, "{}",
                "[]", now,
            )  # fmt: skip

    began = time.perf_counter()
    with transaction.atomic():
        copied("contracts_contract", CONTRACT, contracts())
        of = dict(Contract.objects.filter(source="bench").values_list("outside_number", "pk"))
        base = Version.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        goods = Good.objects.order_by("-pk").values_list("pk", flat=True).first() or 0

        def versions() -> Iterator[tuple[object, ...]]:
            for place, day in enumerate(days):
                for nth, state in ((1, "replaced"), (2, "in_force")):
                    yield (
                        base + 2 * place + nth, of[str(place)], nth, state, "", "", "", day + timedelta(days=60 * (nth - 1)),
                        day, date(day.year + 3, 12, 31), Decimal(40), "", Decimal(1_000_000),
                    )  # fmt: skip

        def described() -> Iterator[tuple[object, ...]]:
            for nth in range(2 * count):
                for place in (1, 2):
                    at = (nth // 2 + place) % 6
                    yield (
                        goods + 2 * nth + place, base + nth + 1, place, CODES[at], TITLES[at], TITLES[at], "штука",
                        "630 м3/ч", "", "",
                    )  # fmt: skip

        def volumes() -> Iterator[tuple[object, ...]]:
            for nth in range(4 * count):
                for year in range(3):
                    yield goods + nth + 1, days[nth // 4].year + year, 100 + nth % 7, Decimal("1000.50")

        copied("contracts_version", VERSION, versions())
        copied("contracts_good", GOOD, described())
        copied("contracts_volume", ("good_id", "year", "volume", "price"), volumes())
        with connection.cursor() as cursor:
            for table in ("contract", "version", "good", "volume"):
                name = f"contracts_{table}"
                if table != "contract":
                    cursor.execute(
                        f"select setval(pg_get_serial_sequence('{name}', 'id'), (select max(id) from {name}))"
                    )
    with connection.cursor() as cursor:
        cursor.execute("analyze contracts_contract, contracts_version, contracts_good, contracts_volume")
    print(
        f"load: {count / (time.perf_counter() - began):,.0f} contracts a second, with 2 wordings, 4 goods and 12 volumes each"
    )


def once(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def export(client, names: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    """Each package whole: contracts a second, bytes, the peak of Python's memory; then the floors."""
    from django.urls import reverse

    from ondiris.domains.contracts.models import Contract, Good, Version, Volume

    count = Contract.objects.filter(registered_on__isnull=False).count()
    tables = (Contract, Version, Good, Volume)
    read = once(lambda: [sum(1 for _ in table.objects.values_list().iterator(2000)) for table in tables])
    print(f"a bare reading of all rows        {read:8.1f} s   {count / read:10,.0f} contracts a second")
    for name in names:
        size = 0

        def whole(name: str = name) -> None:
            nonlocal size
            size = sum(len(piece) for piece in client.get(reverse(name)).streaming_content)

        spent = once(whole)
        sample = json.loads(b"".join(client.get(reverse(name), {"since": "2999-01-01T00:00:00Z"}).streaming_content))
        key = "records" if "records" in sample else "releases"
        some = _some(client, reverse(name), key)
        times = size // len(json.dumps(some, ensure_ascii=False, separators=(",", ":")).encode()) + 1
        bare = once(
            lambda some=some, times=times: (
                [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for _ in range(times) for row in some]
                and None
            )
        )
        print(
            f"{name:14} {size / 1e6:7.0f} MB    {spent:8.1f} s   {count / spent:10,.0f} contracts a second; "
            f"bare writing of as much JSON {bare:.1f} s: {spent / bare:.1f} times; reading and writing {spent / (bare + read):.1f} times"
        )


def _some(client, address: str, key: str) -> list[object]:  # type: ignore[no-untyped-def]
    """The first thousand things of a package, for the floor."""
    text = ""
    for piece in client.get(address).streaming_content:
        text += piece.decode()
        if text.count("\n") > 1_000:
            break
    lines = text.split("\n")[1:1_001]
    return [json.loads(line.rstrip(",")) for line in lines]


def memory(client) -> None:  # type: ignore[no-untyped-def]
    """The peak of Python's memory as the stream goes on."""
    from django.urls import reverse

    tracemalloc.start()
    peaks = []
    for nth, _piece in enumerate(client.get(reverse("ocds-records")).streaming_content):
        if nth in (1_000, 5_000, 20_000):
            peaks.append((nth, tracemalloc.get_traced_memory()[1]))
        if nth == 20_000:  # tracing is slow, and a stream that grew would have grown by now
            break
    tracemalloc.stop()
    print(
        "peak memory of the stream: " + ", ".join(f"{peak / 1e6:.1f} MB after {nth:,} contracts" for nth, peak in peaks)
    )


def lists(times: int) -> None:
    """The register's page, at its beginning, deep within it and filtered, beside a bare page; and how rows are found."""
    from django.db import connection
    from django.test import Client
    from django.urls import reverse
    from django.utils import translation

    from ondiris.domains.contracts.public import shown_on
    from ondiris.domains.contracts.statistics import statistics as counted
    from ondiris.domains.parties.models import Organisation

    translation.activate("en")
    client, address = Client(), reverse("contracts")
    deep = address + "?after=" + re.findall(r"after=([^\"&]+)", client.get(address).content.decode())[0]
    for _ in range(20):
        deep = address + "?after=" + re.findall(r"after=([^\"&]+)", client.get(deep).content.decode())[-1]
    customer = Organisation.objects.order_by("pk").first()
    assert customer is not None
    seen = {
        "a bare page (sign-in)": reverse("sign-in"),
        "the register": address,
        "a later page": deep,
        "by code": address + "?code=841370",
        "by customer's BIN": f"{address}?customer={customer.bin}",
        "by words": address + "?text=насос",
        "outside article 46": address + "?article_46=not_customer",
        "one contract": reverse("contract", args=["BENCH-000077"]),
    }
    bare = 0.0
    for name, url in seen.items():
        taken = pages.timed(lambda url=url: client.get(url), times)  # type: ignore[misc]
        median, p95 = statistics.median(taken), statistics.quantiles(taken, n=20)[18]
        bare = bare or median
        print(f"{name:28} {median:10.1f} ms {p95:8.1f} p95 {median / bare:7.1f} × bare")
    shown = shown_on(date(2026, 6, 1))
    print(f"the statistics of it by themselves {statistics.median(pages.timed(lambda: counted(shown), 10)):.1f} ms")
    rows = shown.contracts().order_by("-concluded_on", "-pk")[:51]
    with connection.cursor() as cursor:
        cursor.execute(f"explain {rows.query.sql_with_params()[0]}", rows.query.sql_with_params()[1])
        print("\n".join(line for (line,) in cursor.fetchall()))


def taking(count: int) -> None:
    """A file of so many rows taken in with all checks, beside a bare COPY of as many, and taken back."""
    from django.db import connection, transaction

    from ondiris.domains.contracts.contracts_file import COLUMNS, row_on
    from ondiris.domains.contracts.taking_contracts import take
    from ondiris.base.tables import read
    from ondiris.domains.parties.models import Organisation

    bins = list(Organisation.objects.order_by("pk").values_list("bin", flat=True)[:2_000])
    lines = [",".join(COLUMNS.names)]
    for place in range(count):
        contract, nth = divmod(place, 6)
        year = 2026 + nth % 3
        lines.append(
            f"file,{contract},offtake,{bins[contract % 300]},{bins[300 + contract % 1_700]},2025-{contract % 12 + 1:02d}-15,"
            f"2026-01-01,2028-12-31,Насосы,,40,{CODES[nth // 3]},Сорғы,Насос,штука,630 м3/ч,,,{year},100,1000.50"
        )
    content = "\n".join(lines).encode()
    on = date(2026, 6, 1)
    spent = 0.0
    with transaction.atomic():
        began = time.perf_counter()
        found = read(content, COLUMNS, lambda place, cells: row_on(on, place, cells))
        kept, refused = take(found.rows, found.refused, on)
        spent = time.perf_counter() - began
        transaction.set_rollback(True)
    with connection.cursor() as cursor:
        cursor.execute(f"create temp table contracts_floor ({', '.join(f'{name} text' for name in COLUMNS.names)})")

        def bare() -> None:
            with cursor.cursor.copy("copy contracts_floor from stdin (format csv, header)") as copy:
                copy.write(content)

        floor = once(bare)
    print(f"a file: {kept:,} rows kept, {len(refused):,} refused, {count / spent:,.0f} rows a second with all checks; "
          f"a bare COPY {count / floor:,.0f}: {spent / floor:.0f} times the floor")  # fmt: skip


def main() -> int:
    """Load once, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--enterprises", type=int, default=200_000)
    parser.add_argument("--applications", type=int, default=100_000)
    parser.add_argument("--contracts", type=int, default=100_000)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--times", type=int, default=20)
    args = parser.parse_args()
    import django

    django.setup()
    pages.load(args.enterprises, args.applications)
    load(args.contracts)
    from django.test import Client

    client = Client()
    export(client, ("ocds-releases", "ocds-records"))
    memory(client)
    lists(args.times)
    taking(args.rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
