"""What does everybody see of the register of contracts?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from ondiris.domains.contracts import public
from ondiris.domains.contracts.models import Contract
from ondiris.domains.planning.terms import ContractKind
from ondiris.law.parameters import Certainty, Parameters, Value
from tests.factories import country
from tests.factories.register import PROCUREMENT, PUMP, TERMS, customer, outsider, recorded


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def made(db):
    return country()


@pytest.fixture
def company(made):
    return customer(made)


def setting(monkeypatch, field: public.Field, is_public: bool) -> None:
    value = Value(public.PARAMETER, is_public, date(2022, 1, 8), "order 5", Certainty.ACT, category=field.value)
    monkeypatch.setattr(public, "parameters_on", lambda: Parameters.load().with_values([value]))


def listed(client, **query) -> str:
    return client.get(reverse("contracts"), query).content.decode()


def shown(client, contract) -> str:
    return client.get(reverse("contract", args=[contract.number])).content.decode()


def test_the_page_says_goods_volumes_and_sides_and_no_price(client, made, company):
    contract = recorded(made, company)
    page = shown(client, contract)
    for said in ("Насос центробежный", "8413702900", "250.5", company.bin, made.enterprise.bin, "40", "1 June 2025"):
        assert said.replace(" ", "\u00a0") in page.replace(" ", "\u00a0"), said
    for secret in ("1,000.5", "1000.5", "Price", "Sum"):
        assert secret not in page


def test_prices_are_shown_once_the_setting_says_so(client, made, company, monkeypatch):
    contract = recorded(made, company)
    setting(monkeypatch, public.Field.PRICES, True)
    assert "Price of a unit" in shown(client, contract)


def test_a_field_that_is_not_public_is_in_no_column_filter_or_file(client, made, company, monkeypatch):
    contract = recorded(made, company)
    setting(monkeypatch, public.Field.SUPPLIER, False)
    for text in (
        listed(client),
        shown(client, contract),
        client.get(reverse("contracts"), {"export": "csv"}).getvalue().decode(),
        client.get(reverse("ocds-records")).getvalue().decode(),
    ):
        assert made.enterprise.name not in text
        assert made.enterprise.bin not in text
    assert contract.number in listed(client, supplier="Nobody")


def test_a_contract_outside_article_46_is_marked_and_not_counted(client, made, company):
    recorded(made, company)
    outside = recorded(made, outsider(made), outside_number="2")
    assert "is in no statistics" in shown(client, outside)
    page = client.get(reverse("contracts"))
    assert (page.context["statistics"].contracts, page.context["statistics"].outside) == (1, 1)
    assert page.context["statistics"].suppliers == 1


def test_the_statistics_follow_each_new_contract(client, made, company):
    for count in (1, 2):
        recorded(made, company, outside_number=str(count))
        for _again in range(2):
            assert client.get(reverse("contracts")).context["statistics"].contracts == count


def test_one_that_the_keeper_has_not_entered_is_nowhere(client, made, company):
    contract = recorded(made, company)
    Contract.objects.filter(pk=contract.pk).update(registered_on=None)
    assert contract.number not in listed(client)
    assert client.get(reverse("contract", args=[contract.number])).status_code == 404


def test_contract_procurement_stands_beside_the_register(client, made, company):
    contract = recorded(made, company, kind=ContractKind.CONTRACT_PROCUREMENT, terms=PROCUREMENT)
    assert contract.number in listed(client)
    page = shown(client, contract)
    assert "Training centres and programmes" in page
    assert "500" not in page.partition("Further conditions")[2].partition("</ul>")[0]


@pytest.mark.parametrize(
    "query",
    [
        {"text": "pum"},
        {"customer": "Мұнай"},
        {"supplier": "Диірмен"},
        {"code": "841370"},
        {"year": "2025"},
        {"kind": "offtake"},
        {"state": "in_force"},
        {"article_46": "customer"},
    ],
)
def test_filters_find_it_and_leave_out_the_rest(client, made, company, query):
    wanted = recorded(made, company)
    valve = replace(PUMP, code="848180", name_ru="Задвижка")
    other = recorded(
        made,
        outsider(made),
        outside_number="2",
        title="Valves",
        supplier_bin=made.other_enterprise.bin,
        concluded_on=date(2024, 5, 5),
        kind=ContractKind.CONTRACT_PROCUREMENT,
        terms=replace(PROCUREMENT, goods=(valve,)),
    )
    Contract.objects.filter(pk=other.pk).update(state="ended", ended_on=date(2026, 1, 1))
    page = listed(client, **query)
    assert wanted.number in page
    assert other.number not in page


def test_what_was_accepted_stands_by_year(client, made, company):
    contract = recorded(made, company)
    for number in ("D-1", "D-2"):
        contract.deliveries.create(
            number=number,
            state="accepted",
            good=1,
            delivered_on=date(2026, 1, 5),
            offered_on=date(2026, 1, 5),
            volume=Decimal("60.5"),
            accepted=Decimal("60.5"),
            answered_on=date(2026, 1, 6),
        )
    assert "121" in shown(client, contract)


@pytest.mark.parametrize("export", ["csv", "xlsx"])
def test_the_list_goes_out_as_a_file(client, made, company, export):
    recorded(made, company)
    response = client.get(reverse("contracts"), {"export": export})
    assert response.status_code == 200
    assert response.getvalue()


def test_a_file_of_an_unknown_kind_is_the_page(client, made, company):
    contract = recorded(made, company)
    response = client.get(reverse("contracts"), {"export": "pdf"})
    assert contract.number in response.content.decode()


def test_the_number_of_statements_does_not_grow(client, made, company):
    def statements() -> int:
        with CaptureQueriesContext(connection) as caught:
            listed(client)
        return len(caught)

    recorded(made, company)
    before = statements()
    for place in range(2, 12):
        recorded(made, company, outside_number=str(place), terms=TERMS)
    assert statements() == before


def test_each_language_has_the_page(client, made, company):
    contract = recorded(made, company)
    for language in ("kk", "ru", "en"):
        with translation.override(language):
            assert client.get(reverse("contract", args=[contract.number])).status_code == 200
            assert client.get(reverse("contracts")).status_code == 200
