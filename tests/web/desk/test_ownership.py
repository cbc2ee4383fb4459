"""The desk's pages of ownership: entered, refused beside the field, ended, taken in from a file; shown to whom it concerns."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ondiris.base.journal.models import Look
from ondiris.domains.parties.models import OrganisationStatus, Shareholding, TrustManagement
from tests.domains.customers.conftest import Owners
from tests.web.desk.browsing import done, look, queries_of, send, words

PARCEL = {"owner_kind": "other", "share": "33.333333", "valid_from": "2024-01-01"}


@pytest.fixture
def keeper(desk):
    return desk("keeper")


@pytest.fixture
def bin(made) -> str:
    return made.enterprise.bin


def test_a_shareholding_is_entered_and_stands_on_the_page(keeper, bin):
    assert done(send(keeper, "enter-shareholding", held=bin, **PARCEL))
    page = look(keeper, "owned", bin)
    assert "Others 33.333333%" in page
    assert "who holds 66.666667% of the voting shares of" in page


def test_what_is_refused_stands_beside_the_field_with_all_typed_kept(keeper, bin):
    send(keeper, "enter-shareholding", held=bin, **PARCEL)
    response = send(keeper, "enter-shareholding", held=bin, **{**PARCEL, "owner_kind": "state", "share": "66.666668"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "more than 100 %" in page
    assert 'value="66.666668"' in page
    assert Shareholding.objects.count() == 1


def test_a_status_and_a_trust_make_and_unmake_a_customer(keeper, bin, made):
    said = {"organisation": bin, "basis": "list 7", "valid_from": "2023-01-01"}
    assert done(send(keeper, "enter-status", status="national_company", **said))
    fund = {**said, "organisation": made.other_enterprise.bin, "status": "national_welfare_fund"}
    assert done(send(keeper, "enter-status", **fund))
    assert done(send(keeper, "enter-shareholding", held=bin, **{**PARCEL, "share": "100"}))
    assert "Customer under article 46" in look(keeper, "owned", bin)
    assert done(send(keeper, "enter-trust", manager_kind="natural_person", buys_later="unknown", **said))
    assert TrustManagement.objects.get().buys_later is None
    assert "A natural person, whether with the right to buy later is not known: list 7" in look(keeper, "owned", bin)


def test_what_is_recorded_is_ended_or_taken_away(keeper, bin):
    send(keeper, "enter-shareholding", held=bin, **PARCEL)
    send(keeper, "enter-status", organisation=bin, status="national_company", basis="list 7", valid_from="2023-01-01")
    parcel, status = Shareholding.objects.get(), OrganisationStatus.objects.get()
    assert not done(send(keeper, "end-shareholding", parcel.pk, valid_to="2023-01-01"))
    assert done(send(keeper, "end-shareholding", parcel.pk, valid_to="2024-02-01"))
    assert done(send(keeper, "end-status", status.pk, valid_to="2023-01-01"))
    parcel.refresh_from_db()
    assert parcel.valid_to == date(2024, 2, 1)
    assert not OrganisationStatus.objects.exists()
    assert "Ended" in look(keeper, "owned", bin)


def test_a_file_is_taken_in_and_the_rows_that_do_not_fit_come_back(keeper, bin):
    rows = f"held,owner,share,valid_from\n{bin},state,60,2024-01-01\n{bin},other,=60,2024-01-01\n"
    response = keeper.post(reverse("desk:import-shares"), {"file": SimpleUploadedFile("s.csv", rows.encode())})
    page = words(keeper.get(response.url))
    assert "1 row is kept, 1 is not." in page
    back = keeper.get(response.url + "refused/").content.decode("utf-8-sig").splitlines()
    assert back[0].startswith("line,column,wrong,held,owner,share")
    assert back[1].startswith("3,share,")
    assert "'=60" in back[1]


def test_a_file_that_cannot_be_read_is_refused_beside_its_field(keeper):
    response = keeper.post(reverse("desk:import-shares"), {"file": SimpleUploadedFile("s.csv", b"a,b\n1,2")})
    assert "The head has no column" in words(response)
    response = keeper.post(reverse("desk:import-shares"), {"file": SimpleUploadedFile("s.csv", b"")})
    assert response.status_code == 200


def test_who_does_not_keep_it_sees_it_and_enters_nothing(desk, bin):
    officer = desk("officer")
    assert "Enter a shareholding" not in look(officer, "owned", bin)
    look(officer, "enter-shareholding", status=403)
    look(officer, "import-shares", status=403)


def test_an_enterprise_does_not_see_it(desk, bin):
    assert desk("applicant").get(reverse("desk:owned", args=[bin])).status_code == 302


def test_a_look_at_somebodys_ownership_is_logged_and_so_is_one_at_nobodys(keeper, bin):
    look(keeper, "owned", bin)
    look(keeper, "owned", "999999999999", status=404)
    assert list(Look.objects.order_by("pk").values_list("thing", "allowed")) == [(bin, True), ("999999999999", False)]


def test_an_organisation_is_found_by_its_bin(keeper, bin):
    assert keeper.get(reverse("desk:ownership"), {"bin": f" {bin} "}).url == reverse("desk:owned", args=[bin])
    assert "No organisation with this BIN" in look(keeper, "ownership", bin="1")


def test_the_list_is_filtered_by_holder_and_day(keeper, made):
    owners = Owners.__new__(Owners)
    owners.hold(made.other_enterprise, made.enterprise, 60, until=date(2024, 1, 1))
    assert made.enterprise.name in look(keeper, "ownership", text=made.other_enterprise.bin, on="2023-06-01")
    assert "Nothing matches these filters." in look(keeper, "ownership", on="2024-06-01")


def test_the_queries_of_the_page_do_not_grow_with_its_holders(keeper, made, bin):
    owners = Owners.__new__(Owners)
    owners.hold(made.other_enterprise, made.enterprise, 1)
    before = queries_of(keeper, "owned", bin)
    for name in (made.authority, made.institute):
        owners.hold(name, made.enterprise, 1)
    assert queries_of(keeper, "owned", bin) == before


@pytest.mark.parametrize("typed", ["ж", "../..", "1 2", "<b>"])
def test_a_strange_bin_in_the_address_of_a_form_does_no_harm(keeper, typed):
    assert keeper.get(reverse("desk:enter-shareholding"), {"bin": typed}).status_code == 200
