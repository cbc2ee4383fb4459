"""Does everybody find the approved list and its lines, and can a maker say "I can make this"?"""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ondiris.domains.contracts.models import Contract, Good, Version
from ondiris.domains.planning.models import Interest, Proposal
from tests.factories import planning as plan
from tests.factories import sign_in
from tests.web.desk.browsing import words

DAY = "2026-08-20"
LIST = "/en/goods-list/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(f"{DAY} 12:00 +0500", tick=False):
        yield


@pytest.fixture
def line(made) -> Proposal:
    """An approved line, placed on 3 August 2026."""
    return plan.approved_line(made)


def test_the_list_in_force_stands_with_its_act_and_lines(line, page):
    said = words(page.get(LIST))
    assert "In force The list of 2026: from 3 August 2026, approved by act No. 210 of 31 July 2026" in said
    assert "Насосы 841350 Customer Mining Offtake contract 40 pcs 31 December 2029 0" in said
    assert "800,000,000" not in said


def test_before_a_list_is_placed_the_page_says_so(made, page):
    plan.goods_list(made, "approved")
    assert "No list was in force on 20 August 2026" in words(page.get(LIST))


def test_the_list_of_another_day_is_found_by_its_day(made, page):
    first = plan.goods_list(made, "placed", year=2025)
    plan.need(plan.organisation_of(made, "customer"), code="730410", name="Трубы")
    plan.goods_list(made, "placed")
    assert "Трубы" in words(page.get(LIST))
    before = words(page.get(LIST, {"on": "2026-01-10"}))
    assert "The list of 2025" in before
    assert "Трубы" not in before
    assert f'?on={first.edition.valid_from}"' in page.get(LIST).content.decode()


@pytest.mark.parametrize("typed", [{"text": "8413"}, {"text": "асос"}, {"customer": "Customer"}, {"kind": "offtake"}])
def test_a_good_is_found(line, page, typed):
    assert "Насосы" in words(page.get(LIST, typed))


@pytest.mark.parametrize(
    "typed",
    [{"text": "7304"}, {"customer": "Nobody"}, {"kind": "contract_procurement"}, {"through": "hydrocarbons_authority"}],
)
def test_other_goods_are_left_out(line, page, typed):
    assert "0 entries" in words(page.get(LIST, typed))


def test_the_list_leaves_as_a_file(line, page):
    response = page.get(LIST, {"export": "csv"})
    assert "Насосы,841350,Customer Mining,Offtake contract,40" in b"".join(response.streaming_content).decode()


def test_a_line_is_open_with_its_specification(line, page):
    said = words(page.get(f"{LIST}{line.number}/"))
    assert "40 pcs" in said
    assert "No offtake contract in force has this commodity code." in said
    file = page.get(f"{LIST}{line.number}/specification/")
    assert b"".join(file.streaming_content) == b"%PDF-1.7 technical specification"
    assert file["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("state", ["drawn", "sent", "agreed", "approved"])
def test_a_line_that_is_not_placed_is_nobody_s_to_see(made, page, state):
    line = plan.goods_list(made, state).proposals.get()
    for tail in ("", "specification/"):
        assert page.get(f"{LIST}{line.number}/{tail}").status_code == 404


def test_makers_known_from_registered_contracts_in_force_are_named(made, line, page):
    contract = Contract.objects.create(
        number="OFF-2026-00001",
        state="in_force",
        kind="offtake",
        customer=line.customer,
        supplier=made.enterprise,
        title="Pumps",
        drawn_on=date(2026, 1, 10),
        registered_on=date(2026, 2, 1),
    )
    version = Version.objects.create(
        contract=contract, place=1, state="in_force", starts_on=date(2026, 1, 1), ends_on=date(2028, 1, 1), amount=1
    )
    Good.objects.create(version=version, place=1, code=line.code, name_kk="С", name_ru="Н", unit="pcs")
    address = f"{LIST}{line.number}/"
    assert made.enterprise.name in words(page.get(address))
    Contract.objects.update(registered_on=None)
    assert made.enterprise.name not in words(page.get(address))


def test_a_visitor_is_asked_to_sign_in_and_led_back(made, line, page):
    html = page.get(f"{LIST}{line.number}/").content.decode()
    onward = f"{LIST}{line.number}/interest/"
    assert f"/en/sign-in/?next={onward}" in html
    assert page.get(onward).url == f"/en/sign-in/?next={onward}"


def test_a_maker_says_so_once_and_the_public_reads_only_how_many(made, line, page):
    maker = sign_in(Client(), made.people["applicant"])
    address = f"{LIST}{line.number}/"
    assert "We can make this" in words(maker.get(address))
    assert maker.post(f"{address}interest/", {"note": "From 2028 on."}).status_code == 302
    assert "Your enterprise said so on 20 August 2026" in words(maker.get(address))
    seen = words(page.get(address))
    assert "1 enterprise says that it can make this good." in seen
    assert made.enterprise.name not in seen
    assert maker.post(f"{address}interest/", {"note": ""}).status_code == 409
    assert Interest.objects.count() == 1


def test_a_note_too_long_is_said_beside_it_and_kept(made, line):
    maker = sign_in(Client(), made.people["applicant"])
    response = maker.post(f"{LIST}{line.number}/interest/", {"note": "p" * 2001})
    assert 'id="id_note_error"' in response.content.decode()
    assert "p" * 2001 in response.content.decode()
    assert not Interest.objects.exists()


def test_the_customer_is_led_to_its_own_line_and_an_official_has_no_button(made, line):
    customer = sign_in(Client(), made.people["customer"])
    said = words(customer.get(f"{LIST}{line.number}/"))
    assert "This is your own line" in said
    assert "We can make this" not in said
    assert "We can make this" not in words(sign_in(Client(), made.people["keeper"]).get(f"{LIST}{line.number}/"))


def test_of_a_list_past_nothing_can_be_said_any_more(made, page):
    old = plan.goods_list(made, "placed", year=2025).proposals.get()
    plan.need(plan.organisation_of(made, "customer"))
    plan.goods_list(made, "placed")
    maker = sign_in(Client(), made.people["applicant"])
    said = words(maker.get(f"{LIST}{old.number}/"))
    assert "No longer in force" in said
    assert "This list is not in force today" in said
    assert maker.post(f"{LIST}{old.number}/interest/", {"note": ""}).status_code == 404


def test_more_lines_cost_no_more_queries(line, page):
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert page.get(LIST).status_code == 200
        return len(caught)

    before = queries()
    for place in range(5):
        line.pk, line.number, line.code = None, f"GOOD-2026-9000{place}", f"84135{place + 1}"
        line.save()
    assert queries() == before


@pytest.mark.parametrize(("language", "name"), [("kk", "Сорғылар"), ("ru", "Насосы"), ("en", "Насосы")])
def test_names_are_in_the_reader_s_language(line, page, language, name):
    assert name in words(page.get(f"/{language}/goods-list/"))
    assert name in words(page.get(f"/{language}/goods-list/{line.number}/"))
