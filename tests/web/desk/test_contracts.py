"""Contracts that develop industry as officials see them."""

from datetime import date
from decimal import Decimal

import pytest

from ondiris.base.journal.models import Look
from ondiris.domains.contracts.actions import deliver
from ondiris.domains.contracts.actions.penalty import claim_for_year
from ondiris.domains.planning.terms import ContractKind
from tests.factories import actor
from tests.factories.contracts import contract, pledge, proposed
from tests.factories.register import outsider, recorded
from tests.web.desk.browsing import done, look, queries_of, send, words

JUNE, NEXT_YEAR = date(2024, 6, 3), date(2025, 2, 3)


def refused(made, standing, volume: str = "100") -> None:
    """A delivery refused without the supplier's fault."""
    one = deliver.offer_delivery(
        actor(made, "applicant", JUNE), contract=standing.number, good=1, delivered_on=JUNE, volume=Decimal(volume)
    )
    deliver.refuse(actor(made, "customer", JUNE), one.number, ground="No room", by_supplier=False)


def test_officials_of_the_authority_and_the_institute_see_what_was_concluded(made, desk):
    standing = contract(made)
    drawn = contract(made, "offered", kind=ContractKind.CONTRACT_PROCUREMENT)
    for who in ("keeper", "officer"):
        page = look(desk(who), "contracts")
        assert standing.number in page
        assert drawn.number not in page


def test_a_page_shows_the_whole_contract(made, desk, today):
    standing = contract(made)
    pledge(made, standing)
    refused(made, standing)
    today(NEXT_YEAR)
    claim_for_year(actor(made, "applicant", NEXT_YEAR), contract=standing.number, year=2024)
    page = look(desk("officer"), "contract", standing.number)
    for said in (
        "Not met",
        "The customer refused it",
        "Penalty for 2024",
        "Даму банкі АҚ",
        "Wording 1",
        "Customer under article 46",
    ):
        assert said in page


def test_opening_it_is_logged(made, desk):
    standing = contract(made)
    look(desk("officer"), "contract", standing.number)
    assert Look.objects.filter(thing_kind="contract", thing=standing.number, actor_name="Daulet", allowed=True).exists()
    assert standing.number in look(desk("officer"), "access-log")


def test_what_is_not_concluded_is_not_found_and_logged(made, desk):
    offered = contract(made, "offered")
    look(desk("officer"), "contract", offered.number, status=404)
    assert Look.objects.filter(thing_kind="contract", thing=offered.number, actor_name="Daulet", allowed=False).exists()


def test_another_body_sees_none(made, desk):
    standing = contract(made)
    look(desk("minerals_officer"), "contract", standing.number, status=404)
    assert standing.number not in look(desk("minerals_officer"), "contracts")


def test_a_wording_shows_what_it_changes(made, desk):
    standing = contract(made)
    proposed(made, standing, on=date(2024, 3, 1))
    page = look(desk("officer"), "contract-wording", standing.number, 2)
    assert "Good 1: 2024, volume 100 т 101 т" in page
    look(desk("officer"), "contract-wording", standing.number, 3, status=404)


def test_a_keeper_enters_an_offtake_contract_in_the_register(made, desk, today):
    standing = contract(made)
    assert "Enter it in the register" not in look(desk("keeper"), "contract", standing.number)
    today(NEXT_YEAR)
    keeper = desk("keeper")
    assert "Enter it in the register" in look(keeper, "contract", standing.number)
    assert done(send(keeper, "enter-contract", standing.number))
    standing.refresh_from_db()
    assert standing.registered_on == NEXT_YEAR
    assert look(keeper, "contract", standing.number).count("Enter it in the register") == 1  # in its history


def test_a_stale_page_enters_nothing(made, desk, today):
    standing = contract(made)
    today(NEXT_YEAR)
    response = desk("keeper").post(f"/en/desk/contracts/{standing.number}/enter/", {"version": standing.version - 1})
    assert response.status_code == 409


def test_an_officer_enters_none(made, desk, today):
    standing = contract(made)
    today(NEXT_YEAR)
    assert "Enter it in the register" not in look(desk("officer"), "contract", standing.number)
    response = desk("officer").get(f"/en/desk/contracts/{standing.number}/enter/")
    assert response.status_code == 403


def test_one_outside_article_46_is_marked(made, desk, today):
    today(date(2026, 3, 3))
    kept = recorded(made, outsider(made))
    page = look(desk("officer"), "contract", kept.number)
    assert "Outside article 46" in page
    assert "Recorded from E-procurement, 77-1" in page


@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ({"kind": "offtake"}, True),
        ({"kind": "contract_procurement"}, False),
        ({"state": "ended"}, False),
        ({"customer": "Customer"}, True),
        ({"customer": "Nobody"}, False),
        ({"supplier": "Ақ"}, True),
        ({"text": "OFT-2024"}, True),
        ({"penalty": "on"}, False),
        ({"short": "on"}, True),
    ],
)
def test_the_list_is_filtered(made, desk, today, query, seen):
    standing = contract(made)
    today(NEXT_YEAR)
    assert (standing.number in look(desk("officer"), "contracts", **query)) == seen


def test_enough_accepted_is_not_short(made, desk, today):
    standing = contract(made)
    one = deliver.offer_delivery(
        actor(made, "applicant", JUNE), contract=standing.number, good=1, delivered_on=JUNE, volume=Decimal(50)
    )
    deliver.accept(actor(made, "customer", JUNE), one.number, volume=Decimal(50))
    today(NEXT_YEAR)
    assert standing.number not in look(desk("officer"), "contracts", short="on")


def test_the_list_leaves_as_a_file(made, desk):
    standing = contract(made)
    response = desk("officer").get("/en/desk/contracts/", {"export": "csv"})
    assert standing.number in b"".join(response.streaming_content).decode()


def test_the_number_of_queries_does_not_grow(made, desk):
    standing = contract(made)
    officer = desk("officer")
    refused(made, standing, "1")
    few = queries_of(officer, "contract", standing.number)
    for _one in range(4):
        refused(made, standing, "1")
    assert queries_of(officer, "contract", standing.number) == few


def test_an_auditor_finds_who_looked(made, desk):
    standing = contract(made)
    assert "Who looked at this case" in words(desk("auditor").get(f"/en/desk/contracts/{standing.number}/"))
