"""How long does the server take for its pages with 200,000 enterprises and 100,000 applications, and how many queries?

Times are the server's own, in one process, beside a bare page of the same run; the load in rows a second beside a bare
COPY of the same rows. Nothing here fails on time: figures are shown, people judge.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("ONDIRIS_DATA", str(ROOT / "build" / "bench"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ondiris.project.settings")
os.environ["ONDIRIS_DEMONSTRATION"] = "1"
os.environ["ONDIRIS_ROLE"] = "owner"


def timed(call: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each of so many calls, after three to warm up."""
    for _ in range(3):
        call()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def load(enterprises: int, applications: int) -> None:
    """Make the country where there is none yet, and say how fast; then the floor: a bare COPY of as many rows."""
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone, translation

    from ondiris.project.cli.texts import compile_all
    from ondiris.project.demonstration import bulk, load as demonstration

    compile_all()
    call_command("migrate", verbosity=0, interactive=False)
    if demonstration.is_loaded():
        return
    spent: dict[str, float] = {}

    def progress(rows, total, unit):  # type: ignore[no-untyped-def]
        began = time.perf_counter()
        yield from rows
        spent[unit] = time.perf_counter() - began

    with translation.override("kk"):
        demonstration.load(timezone.localdate(), enterprises=enterprises, applications=applications, progress=progress)
    with connection.cursor() as cursor:
        cursor.execute(
            "create temp table floor (bin text, name text, kind text, region bigint, activity text, size text, day date, live boolean)"
        )
        import random

        began = time.perf_counter()
        with cursor.cursor.copy("copy floor from stdin") as copy:
            for row in bulk.enterprises(enterprises, [1], bulk.bins(), random.Random(42)):
                copy.write_row(row)
        floor = time.perf_counter() - began
        cursor.execute("analyze")
    print(f"load: {enterprises / spent['enterprises']:,.0f} enterprises a second into their table with its indexes, ")
    print(
        f"      {enterprises / floor:,.0f} a second into a bare table (COPY): {spent['enterprises'] / floor:.1f} times the floor"
    )
    print(f"      {applications / spent['applications']:,.0f} applications a second")


def load_texts(files: list[Path]) -> None:
    """Store the official texts of the law; without them the summaries alone are searched."""
    from django.db import connection
    from django.utils import timezone

    from ondiris.domains.legislation.loading import load_official
    from ondiris.law.provisions.matching import read

    for file in files:
        load_official(read(file.read_text(encoding="utf-8")), timezone.localdate())
    with connection.cursor() as cursor:
        cursor.execute("analyze legislation_officialtext")
        cursor.execute("analyze legislation_summary")


def pages(times: int) -> None:
    """Each page's median and 95th percentile, as multiples of the bare page, with its number of queries."""
    from django.test import Client
    from django.db import connection
    from django.urls import reverse
    from django.utils import translation

    from ondiris.domains.agreements.models import Agreement
    from ondiris.domains.applications.models import Application
    from ondiris.domains.parties.models import User

    def browser(email: str | None) -> Client:
        client = Client(raise_request_exception=True)
        if email:
            client.force_login(User.objects.get(email=email))
        return client

    translation.activate("en")
    application = Application.objects.filter(state="proposed").first()
    agreement = Agreement.objects.filter(state="noticed").first()
    assert application is not None and agreement is not None
    officer, visitor = browser("daulet@demo.kz"), browser(None)
    recipient = browser(agreement.recipient.mandates.first().user.email)  # type: ignore[union-attr]
    seen: list[tuple[str, Client, str]] = [
        ("a bare page (sign-in)", visitor, reverse("sign-in")),
        ("home", visitor, reverse("home")),
        ("the measure", visitor, reverse("measure", args=["industrial-grant"])),
        ("public search", visitor, reverse("enterprises") + "?text=Алтай+Машина"),
        ("a provision of the law", visitor, reverse("law:provision", args=["25.5:1"])),
        ("the law on a day (aim 20)", visitor, reverse("law:day") + "?on=2024-03-01"),
        ("search of the law (aim 30)", visitor, reverse("law:search") + "?text=counter-obligations"),
        ("search, half the law found", visitor, reverse("law:search") + "?text=промышленности"),
        ("desk: due today", officer, reverse("desk:home")),
        ("desk: applications", officer, reverse("desk:applications")),
        ("desk: one application", officer, reverse("desk:application", args=[application.number])),
        ("desk: one agreement", officer, reverse("desk:agreement", args=[agreement.number])),
        ("cabinet: one agreement", recipient, reverse("cabinet:agreement", args=[agreement.number])),
    ]
    print(f"{'page':28} {'queries':>8} {'median ms':>10} {'p95 ms':>8} {'× bare':>7}")
    bare = 0.0
    for name, client, url in seen:
        client.get(url)
        queries: list[str] = []

        def count(execute, sql, params, many, context, queries=queries):  # type: ignore[no-untyped-def]
            queries.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(count):
            response = client.get(url)
        if response.status_code != 200:
            print(f"{name:28} answered {response.status_code}")
            continue
        taken = timed(lambda client=client, url=url: client.get(url), times)  # type: ignore[misc]
        median, p95 = statistics.median(taken), statistics.quantiles(taken, n=20)[18]
        bare = bare or median
        print(f"{name:28} {len(queries):8} {median:10.1f} {p95:8.1f} {median / bare:7.1f}")


def main() -> int:
    """Load once, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--enterprises", type=int, default=200_000)
    parser.add_argument("--applications", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=60)
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="official texts of the law to search, too")
    args = parser.parse_args()
    import django

    django.setup()
    load(args.enterprises, args.applications)
    load_texts(args.texts)
    pages(args.times)
    return 0


if __name__ == "__main__":
    sys.exit(main())
