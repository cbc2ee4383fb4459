"""Who is a customer under 46.2: what the public pages show, for programs."""

from datetime import date

import pytest

from ondiris.domains.customers import public
from ondiris.domains.parties.terms import Owner, Status
from ondiris.law.parameters import Parameters
from tests.api.conftest import Program
from tests.domains.customers.conftest import Owners

ON = "2026-06-01"


@pytest.fixture
def owners(db) -> Owners:
    return Owners()


def listed(**query):
    answer = Program().get("/customers", **{"on": ON, **query})
    assert answer.status_code == 200, answer.json()
    return answer.json()


def shown(organisation, **query):
    answer = Program().get(f"/organisations/{organisation.bin}/customer", **{"on": ON, **query})
    assert answer.status_code == 200, answer.json()
    return answer.json()


def test_the_chain_that_led_to_the_answer_is_told(owners):
    middle, one = owners.make("Middle", others=40), owners.make("One", others=44)
    owners.hold(owners.holding, middle, 60)
    owners.hold(middle, one, "55.5")
    told = shown(one)
    assert (told["answer"], [rule["rule"] for rule in told["because"]]) == (
        "customer",
        ["belongs_to_national_holdings_or_companies"],
    )
    first, last = told["chain"]
    assert (first["held"]["name"], first["parcels"][0]["owner"]["name"]) == ("Middle", "Holding")
    assert first["parcels"][0]["begins"] == "national_managing_holding"
    assert (last["held"]["bin"], last["parcels"][0]["share"], last["together"]) == (one.bin, "55.5", "55.5")


def test_no_other_holder_and_no_compared_share_is_told(owners):
    middle, one = owners.make("Middle"), owners.make("One", others=77)
    owners.hold(middle, one, 23)
    told = shown(one)
    assert (told["answer"], told["chain"]) == ("not_customer", [])
    assert all(secret not in str(told) for secret in ("77", "23", "Middle"))


def test_a_chain_that_the_setting_closes_is_not_told(owners, monkeypatch):
    shipped = Parameters.load()
    others = [value for value in shipped.values if value.name != "customers.chain_is_public"]
    monkeypatch.setattr(public, "parameters_on", lambda: Parameters(shipped.declared.values(), others))
    one = owners.make("One", others=40)
    owners.hold(owners.holding, one, 60)
    told = shown(one)
    assert (told["answer"], told["chain_is_public"], told["chain"]) == ("customer", False, [])


def test_the_answer_is_for_the_day_that_is_asked(owners):
    one = owners.make("One", Status.EXTRACTS_MINERALS)
    turned = date(2025, 7, 1)
    owners.hold(owners.fund, one, 50, since=turned)
    owners.hold(Owner.OTHER, one, 50, since=turned)
    owners.hold(Owner.OTHER, one, 100, until=turned)
    assert shown(one, on="2025-06-30")["answer"] == "customer"
    assert shown(one, on="2025-07-01")["answer"] == "not_customer"


def test_the_list_has_everybody_near_each_with_why(owners):
    open_, stranger = owners.make("Open", Status.EXTRACTS_MINERALS), owners.make("Stranger", others=100)
    rows = {row["name"]: row for row in listed()["customers"]}
    assert (rows["Holding"]["answer"], rows["Holding"]["reason"]) == ("customer", "is_a_national_holding_or_company")
    assert (rows["Open"]["answer"], rows["Open"]["reason"]) == ("undetermined", None)
    assert rows["Open"]["because"] == "Something is not recorded"
    assert stranger.name not in rows
    assert [row["bin"] for row in listed(answer="undetermined")["customers"]] == [open_.bin]


def test_pages_follow_one_another_without_gap_or_repeat(owners):
    for place in range(5):
        owners.make(f"Miner {place}", Status.EXTRACTS_MINERALS, others=100)
    whole = [row["bin"] for row in listed()["customers"]]
    seen, cursor = [], None
    while True:
        page = listed(limit=2, **({"cursor": cursor} if cursor else {}))
        seen += [row["bin"] for row in page["customers"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == whole == sorted(whole)
    assert len(whole) >= 6


@pytest.mark.parametrize(
    "query", [{"on": "2021-12-31"}, {"on": "soon"}, {"cursor": "x"}, {"answer": "perhaps"}, {"limit": 0}, {"bin": 1}]
)
def test_what_cannot_be_asked_is_named(owners, query):
    answer = Program().get("/customers", **query)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == list(query)


@pytest.mark.parametrize("number", ["999999999999", "1", "x" * 12])
def test_who_is_not_registered_is_not_found(owners, number):
    assert Program().get(f"/organisations/{number}/customer").status_code == 404
