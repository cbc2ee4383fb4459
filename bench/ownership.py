"""How long does it take to say who is a customer, with 200,000 organisations and 500,000 shareholdings?

Beside floors of the same run: a bare COPY of the same rows, a bare reading of them, and a recursive query that only follows
single holdings and adds nothing up. Nothing here fails on time: figures are shown, people judge.
"""

import argparse
import io
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date

import pages

SINCE, ON = date(2023, 1, 1), date(2026, 6, 1)
GROUP = 40  # organisations that may hold one another
NATIONAL = 60  # that are national companies
SPLITS = ((60, 25, 15), (51, 40), (50, 50), (45, 30, 20), (100,), (49, 31, 20))

FOLLOWED = """
with recursive held (id) as (
    select organisation_id from parties_organisationstatus where status like 'national_%%' and status <> 'national_welfare_fund'
    union
    select s.held_id from held join parties_shareholding s on s.owner_id = held.id
       and s.valid_from <= %(on)s and (s.valid_to > %(on)s or s.valid_to is null)
     where s.share >= 50
) select count(*) from held
"""


def parcels(bins: list[str], count: int, chance: random.Random) -> Iterator[str]:
    """Lines of a file: groups of companies under a national company, the State or others, now and then in a circle."""
    made, place = 0, NATIONAL
    while made < count:
        group = [bins[(place + step) % len(bins)] for step in range(GROUP)]
        place += GROUP
        for step, held in enumerate(group):
            owners = {"state", "other", bins[chance.randrange(NATIONAL)] if chance.random() < 0.3 else "other"}
            owners |= {group[chance.randrange(step)] for _ in range(2) if step}
            if chance.random() < 0.02:
                owners.add(group[chance.randrange(GROUP)])
            some = chance.sample(sorted(owners - {held}), k=len(owners - {held}))
            for owner, share in zip(some, chance.choice(SPLITS), strict=False):
                made += 1
                yield f"{held},{owner},{share},{SINCE}\n"


def load(count: int) -> None:
    """Take the shareholdings in as a file, where there are none yet, beside a bare COPY of as many rows."""
    from django.db import connection, transaction

    from ondiris.domains.parties.actions.shares_import import taken
    from ondiris.domains.parties.models import Organisation, OrganisationStatus, Shareholding

    if Shareholding.objects.count() >= count // 2:
        return
    crowd = Organisation.objects.filter(holders=None, statuses=None).order_by("pk")
    bins = list(crowd.values_list("bin", flat=True))
    national = [OrganisationStatus(organisation=one, status="national_company", basis="made up", valid_from=SINCE)
                for one in crowd[:NATIONAL]]  # fmt: skip
    OrganisationStatus.objects.bulk_create(national)
    lines = list(parcels(bins, count, random.Random(46)))
    content = ("held,owner,share,valid_from\n" + "".join(lines)).encode()
    with connection.cursor() as cursor:
        cursor.execute("create temp table shares_floor (held text, owner text, share numeric, day date)")
        bare = once(lambda: _copied(cursor, content))
        with transaction.atomic():
            spent = once(lambda: print_taken(taken("bench.csv", content)))
        cursor.execute("analyze")
    print(f"taken in: {len(lines) / spent:,.0f} rows a second with all checks; a bare COPY {len(lines) / bare:,.0f}: "
          f"{spent / bare:.1f} times the floor")  # fmt: skip


def print_taken(file) -> None:  # type: ignore[no-untyped-def]
    print(f"a file of shareholdings: {file.kept:,} rows kept, {len(file.refused):,} refused (circles sent twice)")


def _copied(cursor, content: bytes) -> None:  # type: ignore[no-untyped-def]
    with cursor.cursor.copy("copy shares_floor from stdin (format csv, header)") as copy:
        stream = io.BytesIO(content)
        while part := stream.read(1 << 16):
            copy.write(part)


def once(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def median(call: Callable[[], object], times: int) -> float:
    return statistics.median(once(call) for _ in range(times))


def closures(times: int) -> None:
    """The whole register at once, then as the list asks it: only what the national companies reach."""
    from django.db import connection

    from ondiris.domains.customers.ownership import COLUMNS, IN_FORCE, owned_by
    from ondiris.domains.customers.reach import HUNDRED, Parcel, among, reach
    from ondiris.domains.customers.standing import NATIONAL as STATUSES
    from ondiris.domains.customers.standing import near_customers
    from ondiris.domains.parties.models import OrganisationStatus

    holders = list(OrganisationStatus.objects.filter(status__in=STATUSES).values_list("organisation_id", flat=True))

    def rows() -> list[tuple[int, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(f"select {COLUMNS} from parties_shareholding s where {IN_FORCE}", {"on": ON})
            return cursor.fetchall()

    def followed() -> None:
        with connection.cursor() as cursor:
            cursor.execute(FOLLOWED, {"on": ON})
            cursor.fetchall()

    kept = rows()
    parcels = [Parcel(key, held, share, (owner,)) for key, held, share, owner, _manager in kept if owner]
    whole = lambda: reach(holders, among(parcels), HUNDRED // 2)  # noqa: E731
    below = lambda: reach(holders, lambda last: owned_by(last, ON), HUNDRED // 2)  # noqa: E731
    if whole().step.keys() != below().step.keys():
        raise SystemExit("the two ways do not reach the same")
    floor = median(rows, times)
    bare = median(lambda: [None for _key, _held, _share, _owner, _manager in kept], times)
    print(f"{len(kept):,} parcels in force; {len(holders)} national holdings and companies reach {len(whole().step):,}")
    print(f"a bare reading of the rows        {floor * 1e3:9.0f} ms   a bare pass over them {bare * 1e3:.0f} ms")
    print(f"closure over all of them, at hand {median(whole, times) * 1e3:9.0f} ms")
    print(f"a recursive query, single holdings{median(followed, times) * 1e3:9.0f} ms   adds nothing up")
    print(f"closure, asked as it goes down    {median(below, times) * 1e3:9.0f} ms   (reads only what it reaches)")
    print(f"all answers near 46.2, judged     {median(lambda: near_customers(ON), 3) * 1e3:9.0f} ms   {len(near_customers(ON)):,} organisations")


def answers(times: int) -> None:
    """One organisation's answer, and its page beside a bare page."""
    from django.test import Client
    from django.urls import reverse
    from django.utils import translation

    from ondiris.domains.customers.standing import near_customers, standing_on
    from ondiris.domains.parties.models import Organisation

    translation.activate("en")
    near = [pk for pk, (_answer, reason) in near_customers(ON).items() if reason.startswith("belongs")]
    deepest = max(near[:300], key=lambda pk: len(standing_on(Organisation.objects.get(pk=pk), ON).chain), default=None)
    if deepest is None:
        raise SystemExit("nobody belongs to a national company")
    one = Organisation.objects.get(pk=deepest)
    client = Client()
    timed = {
        "a bare page (sign-in)": lambda: client.get(reverse("sign-in")),
        "one answer": lambda: standing_on(one, ON),
        "its public page": lambda: client.get(reverse("enterprise", args=[one.bin]), {"on": ON.isoformat()}),
    }
    bare = 0.0
    for name, call in timed.items():
        taken = pages.timed(call, times)
        middle, p95 = statistics.median(taken), statistics.quantiles(taken, n=20)[18]
        bare = bare or middle
        print(f"{name:28} {middle:10.1f} ms {p95:8.1f} p95 {middle / bare:7.1f} × bare")
    print(f"its chain has {len(standing_on(one, ON).chain)} steps")


def main() -> int:
    """Load once, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--enterprises", type=int, default=200_000)
    parser.add_argument("--shareholdings", type=int, default=500_000)
    parser.add_argument("--applications", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=20)
    args = parser.parse_args()
    import django

    django.setup()
    pages.load(args.enterprises, args.applications)
    load(args.shareholdings)
    closures(min(args.times, 5))
    answers(args.times)
    return 0


if __name__ == "__main__":
    sys.exit(main())
