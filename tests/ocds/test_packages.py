"""Is the open data as the standard asks, does it come to what merging gives, and is nothing in it that is not public?"""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.ocds.parts import figure, text_of
from ondiris.domains.contracts.public import Field, shown_on
from tests.factories.register import recorded
from tests.ocds.standard_schema import by_id, errors, merged


def of(package, contract: Contract) -> list[dict]:
    return [one for one in package["releases"] if one["ocid"].endswith(contract.number)]


@pytest.mark.parametrize("name", ["ocds-releases", "ocds-records"])
def test_a_package_is_valid(contracts, published, name):
    assert errors(published(name)) == []


def test_a_package_with_prices_is_valid(contracts, published, with_prices):
    assert errors(published("ocds-records")) == []


def test_what_is_not_valid_is_found(contracts, published):
    package = published("ocds-releases")
    package["releases"][0]["contracts"][0]["status"] = "asleep"
    package["releases"][1]["contracts"][0]["contractKind"] = "gift"
    assert len(errors(package)) == 2


def test_releases_tell_the_life_of_a_contract(contracts, published):
    made = of(published("ocds-releases"), contracts[0])
    assert [(one["date"][:10], one["tag"]) for one in made] == [
        ("2025-06-01", ["award", "contract"]),
        ("2025-12-01", ["implementation"]),
        ("2026-01-15", ["contractAmendment"]),
        ("2026-02-01", ["implementation"]),
        ("2026-02-20", ["contractTermination"]),
    ]
    assert [one["contracts"][0]["status"] for one in made][-2:] == ["active", "terminated"]


@pytest.mark.parametrize("prices", [False, True])
def test_the_compiled_release_is_what_merging_gives(contracts, published, prices, request):
    if prices:
        request.getfixturevalue("with_prices")
    for record in published("ocds-records")["records"]:
        assert by_id(record["compiledRelease"]) == by_id(merged(record["releases"]))


def test_a_good_that_an_amendment_drops_stays_with_nothing_to_deliver(contracts, published):
    [compiled] = [
        one["compiledRelease"]
        for one in published("ocds-records")["records"]
        if one["ocid"].endswith(contracts[0].number)
    ]
    pump, valve = compiled["contracts"][0]["items"]
    assert (pump["quantity"], valve["quantity"]) == (550.5, 0)
    assert valve["annualVolumes"] == [{"year": 2026, "quantity": 0}]


def test_what_was_accepted_is_told_by_year(contracts, published):
    [*_, last] = of(published("ocds-releases"), contracts[0])
    milestones = last["contracts"][0]["implementation"]["milestones"]
    assert [(one["year"], one["itemId"], one["acceptedQuantity"], one["status"]) for one in milestones] == [
        (2025, "1", 100, "met"),
        (2026, "1", 50.5, "partiallyMet"),
    ]


def test_no_price_and_no_payment_is_told(contracts, published):
    text = json.dumps(published("ocds-records"))
    for word in ("amount", "unitPrice", "transactions", "1000.5", "100050", "2025-12-20"):
        assert word not in text


def test_prices_and_payments_are_told_once_they_are_public(contracts, published, with_prices):
    made = of(published("ocds-releases"), contracts[0])
    assert made[0]["contracts"][0]["value"]["amount"] > 0
    assert "transactions" not in made[1]["contracts"][0]["implementation"]
    [paid] = made[2]["contracts"][0]["implementation"]["transactions"]
    assert (paid["id"], paid["value"]) == ("D-2026-00001", {"amount": 100050, "currency": "KZT"})


def test_a_contract_outside_article_46_says_so(contracts, published):
    said = [of(published("ocds-releases"), one)[0]["contracts"][0]["article46"] for one in contracts]
    assert said == ["customer", "customer", "not_customer", "customer"]


def test_offset_conditions_are_told_without_their_text(contracts, published):
    [release] = of(published("ocds-releases"), contracts[1])
    [condition] = release["contracts"][0]["offsetConditions"]
    assert condition == {"id": "1", "kind": "training", "dueDate": "2027-06-30T00:00:00+05:00"}


def test_the_line_of_the_list_is_the_planning(contracts, published):
    [release] = of(published("ocds-releases"), contracts[3])
    assert release["tag"] == ["planning", "award", "contract"]
    line = contracts[3].line
    assert (release["planning"]["listLine"]["id"], release["planning"]["listLine"]["year"]) == (line.number, 2024)
    [document] = release["planning"]["documents"]
    assert document["url"] == "http://testserver/ru/lists/contract-goods/GOODS-2024/"


def test_parties_are_named_by_bin(contracts, published):
    release = of(published("ocds-releases"), contracts[0])[0]
    bins = {(one["identifier"]["scheme"], one["identifier"]["id"], *one["roles"]) for one in release["parties"]}
    customer, supplier = contracts[0].customer.bin, contracts[0].supplier.bin
    assert bins == {("KZ-BIN", customer, "buyer"), ("KZ-BIN", supplier, "supplier")}


def test_one_that_is_not_in_the_register_is_not_told(contracts, published):
    Contract.objects.filter(pk=contracts[0].pk).update(registered_on=None)
    assert of(published("ocds-releases"), contracts[0]) == []


def test_only_what_changed_since_an_instant_is_told(made, contracts, published):
    since = Contract.objects.get(pk=contracts[2].pk).changed_at
    new = recorded(made, contracts[2].customer, outside_number="4")
    package = published("ocds-releases", since=since.isoformat())
    assert {one["ocid"][12:] for one in package["releases"]} == {contracts[2].number, new.number}


@pytest.mark.parametrize("typed", ["yesterday", "2026-01-31", "2026-01-31T09:00:00", "2026-13-01T00:00:00Z"])
def test_an_instant_that_is_none_is_refused(client, db, typed):
    assert client.get(reverse("ocds-releases"), {"since": typed}).status_code == 422


def test_the_number_of_statements_does_not_grow_with_the_contracts(made, contracts, published):
    def statements() -> int:
        with CaptureQueriesContext(connection) as caught:
            published("ocds-records")
        return len(caught)

    before = statements()
    for place in range(5, 25):
        recorded(made, contracts[0].customer, outside_number=str(place))
    assert statements() == before


def test_the_extension_is_served(client, db):
    for name in ("extension.json", "release-schema.json", "README.md", "codelists/+itemClassificationScheme.csv"):
        assert client.get(reverse("ocds-extension", args=[name])).status_code == 200
    assert client.get(reverse("ocds-extension", args=["../parts.py"])).status_code == 404


def test_before_the_law_nothing_is_public(db):
    assert shown_on(date(2022, 1, 7)).fields == frozenset()
    assert Field.PRICES not in shown_on(date(2026, 1, 1))


def test_a_figure_is_told_exactly():
    assert text_of({"quantity": figure(Decimal("123456789012345.6789")), "whole": figure(Decimal("5.0000"))}) == (
        '{"quantity":123456789012345.6789,"whole":5}'
    )
