"""Are provisions and articles given as Akoma Ntoso at stable addresses?"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ondiris.domains.legislation.models import OfficialText, Reference
from tests.api.conftest import Program
from tests.law.akoma.structure import NS, checked


@pytest.fixture
def loaded(made):
    """25.6 with both texts and its reference."""
    for language, text in (("ru", "Условиям пункта 5 настоящей статьи."), ("en", "Paragraph 5 of this Article.")):
        OfficialText.objects.create(
            unit="25.6", level="paragraph", language=language, text=text, loaded_on="2024-01-01"
        )
    Reference.objects.create(source="25.6", start=9, end=34, target="25.5")
    Reference.objects.create(source="62.1p2", start=0, end=4, target="25.6")


def body(answer) -> str:
    return "".join(checked(answer.content).find(f"{NS}portion/{NS}portionBody").itertext())


def test_a_provision_and_an_article_are_xml_at_their_addresses(loaded):
    for address in ("/law/provisions/25.6.xml", "/law/articles/25.xml"):
        answer = Program().get(address, on="2026-01-01")
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/xml")
        assert "Условиям пункта 5 настоящей статьи." in body(answer)


def test_the_language_is_chosen_and_what_is_not_held_has_no_text(loaded):
    assert body(Program().get("/law/provisions/25.6.xml", language="en")) == "6.Paragraph 5 of this Article."
    assert body(Program().get("/law/provisions/25.6.xml", language="kk")) == "6."


def test_a_reference_in_the_text_leads_to_its_provision(loaded):
    answer = Program().get("/law/provisions/25.6.xml", on="2026-01-01")
    (ref,) = checked(answer.content).iter(f"{NS}ref")
    assert (ref.text, ref.get("href")[-14:]) == ("пункта 5 настоящей статьи", "art_25__para_5")


def test_an_earlier_day_has_no_later_text(loaded):
    assert body(Program().get("/law/provisions/25.6.xml", on="2022-06-01")) == "6."


def test_the_json_stays_at_its_own_address(loaded):
    assert Program().get("/law/provisions/25.6").json()["provision"]["id"] == "25.6"


@pytest.mark.parametrize(
    "address", ["provisions/25.99.xml", "provisions/x.xml", "articles/25.6.xml", "articles/99.xml"]
)
def test_what_is_no_provision_is_not_found(made, address):
    assert Program().get(f"/law/{address}").status_code == 404


def test_another_language_or_an_unknown_parameter_is_refused(made):
    assert Program().get("/law/articles/25.xml", language="de").status_code == 422
    assert Program().get("/law/articles/25.xml", lang="ru").status_code == 422


def test_an_article_costs_no_more_queries_than_one_provision(loaded):
    counts = []
    for address in ("/law/provisions/25.5:1.xml", "/law/articles/13.xml"):
        with CaptureQueriesContext(connection) as queries:
            Program().get(address, on="2026-01-01")
        counts.append(len(queries))
    assert counts[0] == counts[1]
