"""Can a program read the register, and can the authority's own program record a contract, once?"""

from datetime import date

import pytest

from ondiris.api.v1 import bodies
from ondiris.api.v1.examples import EXAMPLES
from ondiris.domains.contracts.models import Contract
from tests.api.conftest import Program
from tests.factories.register import ENTERED, customer, outsider, recorded


@pytest.fixture(autouse=True)
def now(on_the_day):
    on_the_day(ENTERED)


@pytest.fixture
def body(made):
    return {**EXAMPLES[bodies.RecordContract], "customer_bin": customer(made).bin, "supplier_bin": made.enterprise.bin}


def test_the_register_is_open_and_shows_no_price(made):
    contract = recorded(made)
    outside = recorded(made, outsider(made), outside_number="2")
    listed = Program().get("/contracts").json()["contracts"]
    assert [(one["number"], one["article_46"]) for one in listed] == [
        (contract.number, "customer"),
        (outside.number, "not_customer"),
    ]
    shown = Program().get(f"/contracts/{contract.number}").json()
    assert shown["amount"] is None
    assert shown["goods"][0]["years"][0] == {"year": 2025, "volume": "100.0000", "price": None, "accepted": "0"}
    assert shown["versions"] == [{"place": 1, "in_force_on": "2025-06-01"}]


def test_contracts_come_page_by_page(made):
    company = customer(made)
    numbers = [recorded(made, company, outside_number=str(place)).number for place in range(3)]
    first = Program().get("/contracts", limit=2).json()
    rest = Program().get("/contracts", limit=2, cursor=first["next"]).json()
    assert [one["number"] for one in first["contracts"] + rest["contracts"]] == numbers
    assert rest["next"] is None


def test_one_that_is_not_public_is_not_found(made):
    contract = recorded(made)
    Contract.objects.filter(pk=contract.pk).update(registered_on=None)
    assert Program().get(f"/contracts/{contract.number}").status_code == 404


def test_a_keeper_records_a_contract(made, program, body):
    answer = program("keeper").post("/contracts", body)
    assert answer.status_code == 201, answer.content
    assert answer.json()["registered_on"] == ENTERED.isoformat()
    assert Contract.objects.get().concluded_on == date(2026, 1, 15)
    again = program("keeper").post("/contracts", body)
    assert again.status_code == 422
    assert [error["field"] for error in again.json()["errors"]] == ["outside_number"]


def test_what_is_wrong_is_named_by_its_place_in_the_body(made, program, body):
    body["goods"] = [{**body["goods"][0], "years": [{"year": 2031, "volume": "1", "price": "1.00"}]}]
    answer = program("keeper").post("/contracts", body)
    assert [error["field"] for error in answer.json()["errors"]] == ["goods[0].years[0].year"]


def test_nobody_else_records(made, program, body):
    assert program("applicant").post("/contracts", body).status_code == 403
    assert Program().post("/contracts", body).status_code == 401
