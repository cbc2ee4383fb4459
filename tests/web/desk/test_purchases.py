"""The desk's pages of purchases: all rows listed, filtered and taken away; a file taken in, its bad rows sent back."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ondiris.base.journal.models import Look
from ondiris.domains.planning.models import Need, PurchasesFile
from tests.domains.planning.conftest import customer, row  # noqa: F401  (fixtures)
from tests.domains.planning.test_purchases import csv
from tests.web.desk.browsing import look, queries_of, words


def post(client, content: bytes, name: str = "plan.csv"):
    return client.post(reverse("desk:import-purchases"), {"file": SimpleUploadedFile(name, content)})


@pytest.fixture
def keeper(desk):
    return desk("keeper")


def test_a_file_is_taken_in_and_the_rows_that_do_not_fit_come_back_in_both_forms(keeper, row):  # noqa: F811
    bad = row(item="2", volume="0", name_ru="=2+2")
    response = post(keeper, csv(row(), bad))
    page = words(keeper.get(response.url))
    assert "plan.csv: 1 row is kept, 1 is not." in page
    assert "A volume is above 0" in page
    assert f"{bad['customer']} · plan · 2026 · 2 · good · 843210 · Соқа · =2+2 · дана · 0 · 1000000.00" in page
    assert "draft list of goods" in page
    back = keeper.get(response.url + "refused/").content.decode("utf-8-sig").splitlines()
    assert back[0].startswith("line,column,wrong,customer,kind,year,item")
    assert "'=2+2" in back[1]
    book = keeper.get(response.url + "refused/xlsx/")
    assert book["Content-Disposition"] == 'attachment; filename="refused-rows.xlsx"'
    cells = list(openpyxl.load_workbook(io.BytesIO(book.content)).active.values)[1]
    assert cells[:3] == ("3", "volume", "A volume is above 0, with at most four decimals.")
    again = post(keeper, book.content, "refused.xlsx")
    assert "0 rows are kept, 1 is not." in words(keeper.get(again.url))


def test_what_cannot_be_read_stands_beside_the_field(keeper, customer):  # noqa: F811
    for content, sentence in ((b"a,b\n1,2", "The head has no column"), (b"PK\x03\x04", "This workbook cannot be read")):
        response = post(keeper, content)
        assert response.status_code == 200
        assert sentence in words(response)
    assert words(keeper.post(reverse("desk:import-purchases"))).count("This field is required") >= 1


def test_a_file_that_is_too_large_is_refused_beside_the_field(keeper, settings):
    settings.LARGEST_DOCUMENT = 10
    assert "The file is larger than" in words(post(keeper, b"x" * 11))


def test_the_rows_are_listed_filtered_and_taken_away(keeper, row):  # noqa: F811
    post(
        keeper, csv(row(), row(item="2", kind="report", year="2025"), row(item="3", code="8501", name_kk="Қозғалтқыш"))
    )
    assert "3 entries" in look(keeper, "purchases")
    assert "1 entry" in look(keeper, "purchases", kind="report", year="2025")
    assert "1 entry" in look(keeper, "purchases", code="85", text=row()["customer"])
    assert "Enter a valid value" in look(keeper, "purchases", code="x")
    exported = b"".join(keeper.get(reverse("desk:purchases"), {"export": "csv", "code": "85"})).decode("utf-8-sig")
    assert len(exported.splitlines()) == 2


def test_the_name_of_a_good_is_in_the_readers_language(keeper, row):  # noqa: F811
    post(keeper, csv(row()))
    assert "Плуг" in look(keeper, "purchases")
    keeper.cookies["django_language"] = "kk"
    assert "Соқа" in keeper.get("/kk/desk/purchases/", follow=True).content.decode()


def test_who_may_not_send_sees_no_button(desk):
    decider = desk("decider")
    page = look(decider, "purchases")
    assert "Send plans and reports of purchases" not in page
    look(decider, "import-purchases", status=403)


def test_anothers_file_is_not_there_and_the_attempt_is_logged(desk, keeper, row):  # noqa: F811
    post(keeper, csv(row(volume="0")))
    key = PurchasesFile.objects.get().pk
    for name in ("purchases-file", "refused-purchases", "refused-purchases-xlsx"):
        look(desk("officer"), name, key, status=404)
    assert list(Look.objects.values_list("thing_kind", "allowed").distinct()) == [("purchasesfile", False)]


def test_the_queries_of_the_list_do_not_grow_with_its_rows(keeper, row):  # noqa: F811
    post(keeper, csv(row()))
    before = queries_of(keeper, "purchases")
    post(keeper, csv(*(row(item=str(place)) for place in range(30))))
    assert Need.objects.count() == 30
    assert queries_of(keeper, "purchases") == before
