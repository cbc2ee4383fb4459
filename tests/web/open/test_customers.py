"""The public pages say who is a customer under 46.2 on a day, by which chain, and no more of ownership than that."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from ondiris.domains.legislation.models import EnteredValue
from ondiris.domains.parties.terms import Manager, Owner, Status
from tests.domains.customers.conftest import Owners

ON = {"on": "2026-06-01"}


@pytest.fixture
def owners(db: None) -> Owners:
    return Owners()


@pytest.fixture
def visitor() -> Client:
    return Client()


def read(client: Client, organisation, **query: str) -> str:
    response = client.get(reverse("enterprise", args=[organisation.bin]), query or ON)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_the_page_shows_the_chain_that_led_to_the_answer(owners, visitor):
    middle, one = owners.make("Middle", others=40), owners.make("One", others=45)
    owners.hold(owners.holding, middle, 60)
    owners.hold(middle, one, "55")
    page = read(visitor, one)
    assert "Customer under article 46 on 1 June 2026" in page
    assert re.search(r"Middle Holding National managing holding 60% 1 January 2023 60% One Middle 55%", page)


def test_the_page_of_one_held_by_others_says_no_share(owners, visitor):
    one = owners.make("One", others=77)
    owners.hold(owners.holding, one, 23)
    page = read(visitor, one)
    assert "Not a customer on 1 June 2026" in page
    assert "77" not in page
    assert "23%" not in page


def test_an_open_answer_names_no_other_organisation(owners, visitor):
    middle, one = owners.make("Middle"), owners.make("One", others=40)
    owners.hold(middle, one, 60)
    page = read(visitor, one)
    assert "Undetermined on 1 June 2026" in page
    assert "The answer is open" in page
    assert "Middle" not in page


def test_the_chain_is_hidden_where_the_setting_says_so(owners, visitor, monkeypatch):
    from ondiris.domains.customers import public
    from ondiris.law.parameters import Parameters

    shipped = Parameters.load()
    kept = [value for value in shipped.values if value.name != "customers.chain_is_public"]
    monkeypatch.setattr(public, "parameters_on", lambda: Parameters(shipped.declared.values(), kept))
    one = owners.make("One", others=40)
    owners.hold(owners.holding, one, 60)
    page = read(visitor, one)
    assert "Customer under article 46" in page
    assert "60%" not in page


def test_the_chain_is_explained_by_the_share_that_the_setting_names(owners, visitor):
    middle, one = owners.make("Middle", others=40), owners.make("One", others=40)
    owners.hold(owners.holding, middle, 60)
    owners.hold(middle, one, 60)
    assert "counts in full once 50% or more of its own voting shares" in read(visitor, one)
    EnteredValue.objects.create(
        number="VAL-1",
        state="confirmed",
        parameter="customers.counts_in_full_from",
        value="60",
        valid_from=date(2026, 1, 1),
        source="Order 5",
        entered_by=1,
        entered_by_name="Timur",
    )
    assert "counts in full once 60% or more of its own voting shares" in read(visitor, one)
    EnteredValue.objects.update(value="61")
    assert "Not a customer on 1 June 2026" in read(visitor, one)


def test_the_answer_is_for_the_day_that_is_asked(owners, visitor):
    one = owners.make("One", Status.EXTRACTS_MINERALS)
    turned = date(2025, 7, 1)
    owners.hold(owners.fund, one, 49, until=turned)
    owners.hold(Owner.OTHER, one, 51, until=turned)
    owners.hold(owners.fund, one, 50, since=turned)
    owners.hold(Owner.OTHER, one, 50, since=turned)
    assert "Customer under article 46 on 30 June 2025" in read(visitor, one, on="2025-06-30")
    assert "Not a customer on 1 July 2025" in read(visitor, one, on="2025-07-01")


@pytest.mark.parametrize("day", ["2021-12-31", "nonsense", "2025-02-30"])
def test_a_day_that_cannot_be_asked_is_said_to_be_so(owners, visitor, day):
    page = read(visitor, owners.make("One"), on=day)
    assert re.search(r"Choose 8 January 2022 or a later day|Write a real day", page)


def test_who_is_not_registered_has_no_page(owners, visitor):
    assert visitor.get(reverse("enterprise", args=["999999999999"])).status_code == 404


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_pages_are_there_in_every_language(owners, visitor, language):
    with translation.override(language):
        assert visitor.get(reverse("enterprise", args=[owners.holding.bin])).status_code == 200
        assert visitor.get(reverse("customers")).status_code == 200


def test_the_list_has_customers_and_those_left_out_each_with_why(owners, visitor):
    handed, stranger = owners.make("Handed", others=20), owners.make("Stranger", others=100)
    owners.hold(owners.holding, handed, 80)
    owners.entrust(handed, Manager.NATURAL_PERSON, True)
    page = visitor.get(reverse("customers"), ON).content.decode()
    assert "Handed" in page
    assert "In private trust management" in page
    assert "National holding or company" in page
    assert stranger.name not in page
    assert f"/enterprises/{handed.bin}/?on=2026-06-01" in page


def test_the_list_is_filtered_by_answer_and_taken_away(owners, visitor):
    taken = visitor.get(reverse("customers"), {**ON, "answer": "customer", "export": "csv"})
    rows = b"".join(taken.streaming_content).decode().splitlines()
    assert [row.split(",")[0] for row in rows[1:]] == ["Holding"]


def test_the_queries_of_the_list_do_not_grow_with_the_customers(owners, visitor):
    def queries() -> int:
        with CaptureQueriesContext(connection) as counted:
            assert visitor.get(reverse("customers"), ON).status_code == 200
        return len(counted)

    owners.hold(owners.holding, owners.make("First", others=10), 90)
    before = queries()
    for place in range(5):
        owners.hold(owners.holding, owners.make(f"More {place}", others=10), 90)
    assert queries() == before
