"""How is a number given out without a gap or a double?"""

from django.db import connection


def next_number(prefix: str, year: int) -> str:
    """The next number of a yearly series, `IG-2026-00001`; the series waits for the transaction that took it."""
    return next_numbers(prefix, year, 1)[0]


def next_numbers(prefix: str, year: int, count: int) -> list[str]:
    """The next so many numbers of a yearly series at once, one statement."""
    series = f"{prefix}-{year}"
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into numbering_counter (series, last) values (%(series)s, %(count)s) "
            "on conflict (series) do update set last = numbering_counter.last + %(count)s returning last",
            {"series": series, "count": count},
        )
        (last,) = cursor.fetchone()
    return [f"{series}-{number:05d}" for number in range(last - count + 1, last + 1)]
