"""A line of the yearly list at the desk: found among the others, classified, left out, opened again, and who can make it."""

from datetime import date

import pytest
from django.urls import reverse

from ondiris.base.journal.models import Look
from ondiris.domains.planning.actions.interest import express
from ondiris.domains.planning.actions.proposal import decline
from ondiris.domains.planning.models import Proposal
from ondiris.domains.planning.terms import ContractKind, ProposalState
from tests.factories import actor
from tests.factories import planning as plan
from tests.web.desk.browsing import done, look, send, words

JUNE, AUGUST = date(2026, 6, 20), date(2026, 8, 20)


@pytest.fixture
def line(made, today):
    """A line being agreed by the authority for solid minerals."""
    today(JUNE)
    return plan.goods_list(made, "sent").proposals.get()


def test_lines_are_found_by_state_kind_authority_customer_and_code(made, desk, line):
    keeper = desk("keeper")
    assert "Customer Mining" in look(keeper, "proposals", 2026)
    found = {"state": "sent", "kind": line.kind, "through": line.through, "customer": "Customer", "text": "8413"}
    assert "1 entry" in look(keeper, "proposals", 2026, **found)
    other = {"state": "agreed", "through": "hydrocarbons_authority", "customer": "Nobody", "text": "7304"}
    for name, value in other.items():
        assert "0 entries" in look(keeper, "proposals", 2026, **{**found, name: value}), name


def test_a_line_says_what_is_planned_and_who_answers_by_when(made, desk, line):
    page = look(desk("keeper"), "proposal", line.number)
    assert "Waiting for the customer" in page
    assert "In the plans for 2026 40 pcs Planned for 800,000,000.00 ₸" in page
    assert "The customer agrees or declines its line. Customer Mining by 1 July 2026" in page


def test_the_keeper_classifies_a_line_of_the_draft(made, desk, today):
    drawn = plan.goods_list(made, "drawn").proposals.get()
    today(date(2026, 5, 28))
    typed = {"kind": ContractKind.CONTRACT_PROCUREMENT, "through": "hydrocarbons_authority"}
    assert done(send(desk("keeper"), "classify", drawn.number, **typed))
    drawn.refresh_from_db()
    assert (drawn.kind, drawn.through) == ("contract_procurement", "hydrocarbons_authority")
    assert "This field is required." in words(
        send(desk("keeper"), "classify", drawn.number, through="", kind="offtake")
    )


def test_a_line_is_left_out_with_a_reason(made, desk, today):
    drawn = plan.goods_list(made, "drawn").proposals.get()
    today(date(2026, 5, 28))
    assert "This field is required." in words(send(desk("keeper"), "leave-out", drawn.number, reason=""))
    assert done(send(desk("keeper"), "leave-out", drawn.number, reason="Bought abroad under a treaty."))
    page = look(desk("keeper"), "proposal", drawn.number)
    assert "Left out of the list" in page
    assert "Bought abroad under a treaty." in page


def test_a_declined_line_is_opened_again_by_the_authority_that_agrees_it(made, desk, line):
    decline(actor(made, "customer", JUNE), line.number, reason="Not this year.")
    page = look(desk("minerals_officer"), "proposal", line.number)
    assert "Not this year." in page
    assert "Ask the customer again" in page
    assert "Ask the customer again" not in look(desk("keeper"), "proposal", line.number)
    assert done(send(desk("minerals_officer"), "reopen-proposal", line.number, reason="The plan says otherwise."))
    assert Proposal.objects.get().state == ProposalState.SENT


def test_two_keepers_at_once_end_in_a_clear_page(made, desk, today):
    drawn = plan.goods_list(made, "drawn").proposals.get()
    today(date(2026, 5, 28))
    assert done(send(desk("keeper"), "classify", drawn.number, kind="offtake", through="hydrocarbons_authority"))
    typed = {"version": drawn.version, "kind": "offtake", "through": "solid_minerals_authority"}
    late = desk("second_keeper").post(reverse("desk:classify", args=[drawn.number]), typed)
    assert late.status_code == 409
    assert "Somebody changed this after you opened the page" in words(late)


def test_a_line_of_the_other_authority_is_not_found_and_the_attempt_is_logged(made, desk, line):
    look(desk("hydrocarbons_officer"), "proposal", line.number, status=404)
    look(desk("hydrocarbons_officer"), "reopen-proposal", line.number, status=404)
    assert Look.objects.filter(thing=line.number, thing_kind="proposal", allowed=False).count() == 2


def test_who_looked_at_a_line_is_logged(made, desk, line):
    look(desk("keeper"), "proposal", line.number)
    assert Look.objects.filter(thing=line.number, allowed=True).exists()
    assert "Line of the list of goods" in look(desk("auditor"), "access-log")


def test_officials_read_who_can_make_a_placed_line_and_its_specification(made, desk, today):
    placed = plan.approved_line(made)
    today(AUGUST)
    express(actor(made, "applicant", AUGUST), proposal=placed.number, note="From 2028 on.")
    page = look(desk("keeper"), "proposal", placed.number)
    assert f"{made.enterprise.name} From 2028 on." in page
    file = desk("keeper").get(reverse("desk:document", args=[placed.specification.number]))
    assert b"".join(file.streaming_content) == b"%PDF-1.7 technical specification"
    look(desk("hydrocarbons_officer"), "document", placed.specification.number, status=404)
