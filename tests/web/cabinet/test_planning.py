"""The customer's lines in its cabinet: seen, agreed, declined, nobody else's; and what waits on the first page."""

from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from ondiris.base.journal.models import Look
from ondiris.domains.parties.terms import Capacity
from ondiris.domains.planning.actions.interest import express
from ondiris.domains.planning.models import Proposal
from ondiris.domains.planning.terms import ProposalState
from tests.factories import actor, sign_in
from tests.factories import planning as plan
from tests.factories.country import person
from tests.web.cabinet.pages import file_of, filled_in, look, press, text_of

JUNE, AUGUST = date(2026, 6, 20), date(2026, 8, 20)
TERM = {"volume": "38.5", "starts_on": "2027-01-01", "ends_on": "2029-12-31"}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-06-20 12:00 +0500", tick=False):
        yield


@pytest.fixture
def line(made) -> Proposal:
    """A line that waits for the customer's answer."""
    return plan.goods_list(made, "sent").proposals.get()


@pytest.fixture
def customer(made, line) -> Client:
    return sign_in(Client(), made.people["customer"])


def answered(client: Client, name: str, line: Proposal, **typed):
    """Open the page, fill in its form and send it."""
    page = client.get(reverse(f"cabinet:{name}", args=[line.number]))
    assert page.status_code == 200
    return press(client, name, line.number, **{**filled_in(page), **typed})


def specification() -> SimpleUploadedFile:
    return SimpleUploadedFile("pumps.pdf", b"%PDF-1.7 pumps", "application/pdf")


def test_lines_wait_on_the_first_page_with_the_last_day(made, line, customer):
    page = look(customer, "home")
    assert "Answer for 1 line of the list of goods of 2026" in page
    assert "By 1 July 2026." in page
    with time_machine.travel("2026-07-02 12:00 +0500"):
        assert "By 1 July 2026. Late" in look(sign_in(Client(), made.people["customer"]), "home")


def test_a_line_says_what_was_planned_and_what_happens_next(line, customer):
    page = look(customer, "line", line.number)
    assert "In your plans for 2026 40 pcs Planned for 800,000,000.00 ₸" in page
    assert (
        "Agree the line with volume, term and technical specification, or decline it and say why. You by 1 July" in page
    )
    assert "Authority for solid minerals by 1 July 2026" in page


def test_a_line_is_agreed_with_volume_term_and_specification(line, customer):
    assert answered(customer, "agree-line", line, **TERM, upload=specification()).status_code == 302
    page = look(customer, "line", line.number)
    assert "Agreed by the customer" in page
    assert "38.5 pcs" in page
    assert "1 January 2027 – 31 December 2029" in page
    document = Proposal.objects.get().specification
    assert file_of(customer.get(reverse("cabinet:document", args=[document.number]))) == b"%PDF-1.7 pumps"
    assert "Nothing waits for you today." in look(customer, "home")


def test_what_is_wrong_stands_beside_its_field_with_what_was_typed(line, customer):
    typed = {**TERM, "volume": "0", "ends_on": "2026-01-01"}
    assert "Attach the technical specification." in text_of(answered(customer, "agree-line", line, **typed))
    response = answered(customer, "agree-line", line, **typed, upload=specification())
    page = text_of(response)
    assert "Give the volume: a number above zero" in page
    assert "The last day comes before the first." in page
    kept = filled_in(response)
    assert (kept["volume"], kept["ends_on"]) == ("0", "2026-01-01")
    assert Proposal.objects.get().state == ProposalState.SENT


def test_a_volume_is_typed_in_the_habit_of_the_reader(line, customer):
    with translation.override("ru"):
        typed = {**TERM, "volume": "1 250,75", "upload": specification()}
        assert answered(customer, "agree-line", line, **typed).status_code == 302
    assert str(Proposal.objects.get().volume) == "1250.7500"


def test_a_line_is_declined_with_a_reason(line, customer):
    assert "This field is required." in text_of(answered(customer, "decline-line", line, reason=""))
    assert answered(customer, "decline-line", line, reason="The mine is closed.").status_code == 302
    page = look(customer, "line", line.number)
    assert "Declined by the customer" in page
    assert "The mine is closed." in page


def test_an_old_page_writes_nothing(line, customer):
    old = filled_in(customer.get(reverse("cabinet:agree-line", args=[line.number])))
    press(customer, "decline-line", line.number, version=line.version, reason="No.")
    response = press(customer, "agree-line", line.number, **{**old, **TERM, "upload": specification()})
    assert response.status_code == 409
    assert Proposal.objects.get().state == ProposalState.DECLINED


def test_who_may_not_answer_for_the_customer_reads_why(made, line):
    clerk = person("clerk", plan.organisation_of(made, "customer"), Capacity.SIGNATORY)
    client = sign_in(Client(), clerk)
    assert "Your mandate does not include this." in look(client, "line", line.number)
    assert client.get(reverse("cabinet:agree-line", args=[line.number])).status_code == 403


@pytest.mark.parametrize("name", ["line", "agree-line", "decline-line"])
def test_another_s_line_is_not_found_and_the_attempt_is_logged(line, stranger, name):
    address = reverse(f"cabinet:{name}", args=[line.number])
    for response in (stranger.get(address), stranger.post(address, {"version": 1})):
        assert response.status_code == 404
    assert Look.objects.filter(thing=line.number, actor_name="Nurlan", allowed=False).count() == 2


def test_a_line_of_a_draft_is_not_shown_to_its_customer(made):
    drawn = plan.goods_list(made, "drawn").proposals.get()
    client = sign_in(Client(), made.people["customer"])
    assert client.get(reverse("cabinet:line", args=[drawn.number])).status_code == 404
    assert "No line of your organisation stands on a list yet." in look(client, "lines")


def test_the_customer_reads_who_can_make_its_good(made):
    placed = plan.approved_line(made)
    express(actor(made, "applicant", AUGUST), proposal=placed.number, note="From 2028 on.")
    client = sign_in(Client(), made.people["customer"])
    assert f"{made.enterprise.name} From 2028 on." in look(client, "line", placed.number)


def test_a_placed_line_leads_to_its_contract(made):
    placed = plan.approved_line(made)
    with time_machine.travel("2026-08-21 12:00 +0500"):
        html = sign_in(Client(), made.people["customer"]).get(reverse("cabinet:line", args=[placed.number]))
    assert f'href="{reverse("cabinet:draw-contract")}"' in html.content.decode()


def test_more_lines_cost_no_more_queries(made, line, customer):
    def queries(name: str) -> int:
        with CaptureQueriesContext(connection) as caught:
            look(customer, name)
        return len(caught)

    before = [queries("lines"), queries("home")]
    for place in range(5):
        line.pk, line.number, line.code = None, f"GOOD-2026-9000{place}", f"84135{place + 1}"
        line.save()
    assert [queries("lines"), queries("home")] == before
    assert "6 lines wait for your answer" in look(customer, "lines")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_pages_are_shown_in_the_other_languages(line, customer, language):
    with translation.override(language):
        name = line.name_kk if language == "kk" else line.name_ru
        for page in ("line", "agree-line", "decline-line"):
            assert name in look(customer, page, line.number)
        assert name in look(customer, "lines")
