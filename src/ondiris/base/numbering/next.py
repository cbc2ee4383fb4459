"""How is a number given out without a gap or a double?"""

from django.db import connection


def next_number(prefix: str, year: int) -> str:
    """The next number of a yearly series, `IG-2026-00001`; the series waits for the transaction that took it."""
    return f"{prefix}-{year}-{next_numbers(prefix, year, 1):05d}"


def next_numbers(prefix: str, year: int, count: int) -> int:
    """The first of so many numbers of a yearly series, all taken at once; as long as none is taken, the series waits."""
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into numbering_counter (series, last) values (%s, %s) "
            "on conflict (series) do update set last = numbering_counter.last + excluded.last returning last",
            [f"{prefix}-{year}", count],
        )
        (last,) = cursor.fetchone()
    return int(last) - count + 1
