"""How is a number given out without a gap or a double?"""

from django.db import connection


def next_number(prefix: str, year: int) -> str:
    """The next number of a yearly series, `IG-2026-00001`; the series waits for the transaction that took it."""
    series = f"{prefix}-{year}"
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into numbering_counter (series, last) values (%s, 1) "
            "on conflict (series) do update set last = numbering_counter.last + 1 returning last",
            [series],
        )
        (last,) = cursor.fetchone()
    return f"{series}-{last:05d}"
