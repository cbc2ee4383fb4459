import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest
from django.http import QueryDict
from django.test import RequestFactory
from django.utils.dates import WEEKDAYS
from django.utils.translation import override

from ondiris.web.ui.listing import DAY, INSTANT, Column, respond, tags
from ondiris.web.ui.listing import export as exporting
from ondiris.web.ui.listing.export import as_csv, as_xlsx
from ondiris.web.ui.parts import Tag
from tests.web.ui.conftest import ThingList

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("things")]
CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def csv_rows(address: str) -> list[list[str]]:
    body = b"".join(as_csv(ThingList("me"), QueryDict(address))).decode()  # type: ignore[arg-type]
    assert body.startswith("\ufeff")
    return list(csv.reader(io.StringIO(body[1:])))


def sheets(address: str) -> Iterator[list[list[str]]]:
    with closing(as_xlsx(ThingList("me"), QueryDict(address))) as response:
        book = zipfile.ZipFile(io.BytesIO(response.getvalue()))
    for name in sorted(name for name in book.namelist() if name.startswith("xl/worksheets/sheet")):
        rows = ElementTree.fromstring(book.read(name)).iter(f"{CELL}row")
        yield [["".join(cell.itertext()) for cell in row.iter(f"{CELL}c")] for row in rows]


def test_csv_holds_all_rows_of_the_filters_not_only_the_page() -> None:
    head, *rows = csv_rows("name=thing")
    assert head == ["Name", "State", "Amount", "Due on"]
    assert len(rows) == 39


def test_csv_is_for_machines_plain_days_and_decimals() -> None:
    _, first, *_ = csv_rows("sort=due&name=thing&least=1000")
    assert Decimal(first[2]) >= 1000
    assert first[3] == "2026-01-01"


def test_an_instant_in_a_file_is_by_the_clock_of_the_country() -> None:
    late = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)
    assert str(INSTANT.plain(late)) == "2026-11-23 01:30:00"
    assert DAY.plain(late) == date(2026, 11, 23)


def test_csv_marks_a_text_that_a_spreadsheet_would_run() -> None:
    _, row = csv_rows("name=calc")
    assert row[0].startswith("'=cmd")


def test_csv_reads_by_a_cursor_in_batches_of_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "BATCH", 10)
    response = as_csv(ThingList("me"), QueryDict())
    assert len(list(response)) == 5  # the head and four batches


def test_labels_keep_the_language_of_the_request_while_the_file_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    day = tags({"open": Tag(WEEKDAYS[0]), "shut": Tag(WEEKDAYS[0])})
    monkeypatch.setattr(ThingList, "columns", [Column("name", "Name", sort="name"), Column("state", "State", kind=day)])
    with override("ru"):
        response = as_csv(ThingList("me"), QueryDict())
    with override("en"):
        assert "Понедельник" in b"".join(response).decode()  # type: ignore[arg-type]


def test_xlsx_holds_numbers_as_numbers_and_formulas_as_text() -> None:
    (rows,) = sheets("name=calc")
    assert rows[1][0].startswith("=cmd")
    assert Decimal(rows[1][2]) == 0


def test_what_exceeds_a_worksheet_goes_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "SHEET", 30)
    first, second = sheets("")
    assert (len(first), len(second)) == (31, 11)


def test_an_empty_list_is_a_file_with_its_head() -> None:
    (rows,) = sheets("name=nowhere")
    assert len(rows) == 1


def test_columns_chosen_and_order_are_those_of_the_page() -> None:
    head, first, *_ = csv_rows("columns=amount&sort=-amount")
    assert head == ["Name", "Amount"]
    assert Decimal(first[1]) == 5000


@pytest.fixture
def bare_templates(settings: Any) -> None:
    """Templates without the frame around every page, whose addresses are not under test here."""
    (engine,) = settings.TEMPLATES
    settings.TEMPLATES = [{**engine, "OPTIONS": {**engine["OPTIONS"], "context_processors": []}}]


@pytest.mark.usefixtures("bare_templates")
def test_wrong_filters_are_shown_and_never_exported() -> None:
    request = RequestFactory().get("/", {"export": "csv", "least": "many"})
    response = respond(request, ThingList("me"), "ui/listing.html")
    assert response["Content-Type"].startswith("text/html")


@pytest.mark.usefixtures("bare_templates")
@pytest.mark.parametrize(("wanted", "ending"), [("csv", "things.csv"), ("xlsx", "things.xlsx")])
def test_the_address_asks_for_a_file(wanted: str, ending: str) -> None:
    response = respond(RequestFactory().get("/", {"export": wanted}), ThingList("me"), "ui/listing.html")
    assert ending in response["Content-Disposition"]
    response.close()
