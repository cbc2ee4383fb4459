"""The cabinet's pages of purchases: one's own rows and files, and nobody else's."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ondiris.domains.planning.models import Need, PurchasesFile
from tests.domains.planning.conftest import customer, row  # noqa: F401  (fixtures)
from tests.domains.planning.test_purchases import csv
from tests.web.cabinet.pages import look, text_of


def post(client, content: bytes):
    return client.post(reverse("cabinet:import-purchases"), {"file": SimpleUploadedFile("plan.csv", content)})


def test_a_customer_sends_its_rows_and_finds_them(browser, row):  # noqa: F811
    assert "No row of a plan or report is here yet." in look(browser, "purchases")
    assert "Send plans and reports of purchases" in look(browser, "purchases")
    response = post(browser, csv(row()))
    assert "1 row is kept, 0 are not. " in text_of(browser.get(response.url))
    assert "Плуг" in look(browser, "purchases")


def test_rows_of_others_come_back(browser, made, row):  # noqa: F811
    response = post(browser, csv(row(customer=made.other_enterprise.bin)))
    assert "You send the rows of your own organisation only." in text_of(browser.get(response.url))
    assert not Need.objects.exists()


def test_a_stranger_sees_neither_rows_nor_files(browser, stranger, row):  # noqa: F811
    post(browser, csv(row(), row(item="2", volume="0")))
    key = PurchasesFile.objects.get().pk
    assert "Плуг" not in look(stranger, "purchases")
    for name in ("purchases-file", "refused-purchases", "refused-purchases-xlsx"):
        assert stranger.get(reverse(f"cabinet:{name}", args=[key])).status_code == 404


def test_who_surely_is_no_customer_is_told_before_sending(stranger, customer, made):  # noqa: F811
    page = look(stranger, "purchases")
    assert "is not a customer under article 46.2" in page
    assert "Send plans and reports of purchases" not in page


def test_officials_have_their_own_pages(made, customer, browser):  # noqa: F811
    assert browser.get(reverse("desk:purchases")).status_code == 302
