"""How do many made-up enterprises and applications get into the database quickly?

COPY from generators: nothing is held in memory, and a bar shows how far it is. Registration years lie in the future
(2040 to 2069), so that no number can be a real enterprise's.
"""

import json
import random
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db import connection

from ondiris.base.identifiers import check_digit
from ondiris.domains.parties.terms import OrganisationKind
from ondiris.project.demonstration.names import FORMS, GOODS, STEMS, TRADES

Progress = Callable[[Iterable[Any], int, str], Iterable[Any]]


def bins() -> Iterator[str]:
    """Made-up BINs, each with the right check digit, without end."""
    for number in range(99_999 * 360):
        serial, month = divmod(number, 360)
        first = f"{40 + month // 12:02d}{month % 12 + 1:02d}40{serial:05d}"
        digit = check_digit(first)
        if digit is not None:
            yield f"{first}{digit}"


def _copy(statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor, cursor.cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def enterprises(
    count: int, regions: list[int], numbers: Iterator[str], chance: random.Random
) -> Iterator[tuple[Any, ...]]:
    """Rows of organisations: mostly small manufacturers, some traders, some idle."""
    sizes = ("micro", "small", "small", "medium", "medium", "large")
    for place in range(1, count + 1):
        activity, trade = chance.choice(TRADES)
        name = f"{chance.choice(STEMS)} {trade} {place} {chance.choice(FORMS)}"
        registered = date(2000, 1, 1) + timedelta(days=chance.randrange(9000))
        yield (
            next(numbers), name, OrganisationKind.ENTERPRISE.value, chance.choice(regions), activity,
            chance.choice(sizes), registered, chance.random() < 0.95,
        )  # fmt: skip


def load_enterprises(count: int, regions: list[int], numbers: Iterator[str], progress: Progress) -> None:
    """COPY so many enterprises."""
    rows = enterprises(count, regions, numbers, random.Random(42))  # noqa: S311  (the same country each time)
    _copy(
        "copy parties_organisation (bin, name, kind, region_id, activity, size, registered_on, is_operating) from stdin",
        progress(rows, count, "enterprises"),
    )


def _applications(count: int, applicants: list[int], today: date, chance: random.Random) -> Iterator[tuple[Any, ...]]:
    for place in range(1, count + 1):
        begun = today - timedelta(days=chance.randrange(4, 45))
        asked = chance.randrange(20, 400) * 1_000_000
        code = chance.choice(GOODS)[0] + "10"
        answers = {
            "listed_output_share": str(chance.choice((60, 80, 100, 100))),
            "project_cost": str(asked * 2),
            "own_funds": str(asked),
            "requested_amount": str(asked),
            "obligations_accepted": "true",
            "goods": [{"commodity_code": code, "name": ""}],
        }
        yield (
            f"IG-{begun.year}-B{place:06d}", chance.choice(("submitted", "submitted", "withdrawn")), 2,
            "industrial-grant", chance.choice(applicants), json.dumps(answers, ensure_ascii=False),
            begun, begun + timedelta(days=3), "", asked,
        )  # fmt: skip


def load_applications(count: int, applicants: list[int], today: date, progress: Progress) -> None:
    """COPY so many submitted or withdrawn applications of the applicants, without acts: a crowd for large lists."""
    rows = _applications(count, applicants, today, random.Random(7))  # noqa: S311
    _copy(
        "copy applications_application (number, state, version, measure, applicant_id, answers, begun_on, submitted_on,"
        " officer_name, amount) from stdin",
        progress(rows, count, "applications"),
    )
