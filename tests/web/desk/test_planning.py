"""The year of the planning at the desk: its steps, the needs, the list from draft to place, and what waits for whom."""

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse
from django.utils import translation

from ondiris.base.journal.models import Look
from ondiris.domains.planning.models import GoodsList, Information
from ondiris.domains.planning.terms import GoodsListState, NeedKind, Subject
from ondiris.web.desk.planning.needs import ByGood
from tests.factories import planning as plan
from tests.web.desk.browsing import done, look, queries_of, send, words

MAY, JUNE, JULY, AUGUST = date(2026, 5, 18), date(2026, 6, 20), date(2026, 7, 10), date(2026, 8, 20)
PUMPS, PIPES = "841350", "730410"


@pytest.fixture
def planned(made):
    """A customer's plan for pumps and pipes."""
    plan.planners(made)
    of = plan.organisation_of(made, "customer")
    plan.need(of, code=PUMPS, volume="40", amount="800000000")
    plan.need(of, code=PIPES, volume="900", amount="450000000", unit="t", name="Трубы")
    return made


def test_the_year_stands_with_its_five_steps_and_what_a_late_one_holds_up(planned, desk, today):
    today(JUNE)
    page = look(desk("keeper"), "planning", 2026)
    assert "art. 47.1 Institute of Industry 20 May 2026 Late by 31 days art. 47.2 art. 47.3 art. 47.4" in page
    assert "art. 47.3 Ministry of Energy 1 July 2026 Due" in page
    assert "The approved list of goods, placed in the database" in page


def test_this_year_is_where_one_begins(made, desk, today):
    today(JUNE)
    assert desk("keeper").get(reverse("desk:planning-now")).url == reverse("desk:planning", args=[2026])


@pytest.mark.parametrize("year", [0, 2021, 2028, 99999])
def test_a_year_that_is_none_of_the_planning_is_not_found(made, desk, today, year):
    today(JUNE)
    for name in ("planning", "needs-by-good", "send-information", "draw-goods-list"):
        look(desk("keeper"), name, year, status=404)


def test_needs_are_summed_by_good(planned, desk, today):
    today(JUNE)
    second = plan.customer(planned, "second")
    plan.need(second, code=PUMPS, volume="2.5", amount="50000000")
    plan.need(second, code=PUMPS, volume="7", amount="1000", kind=NeedKind.REPORT, year=2025)
    page = look(desk("officer"), "needs-by-good", 2026)
    assert f"Насосы {PUMPS} 2 42.5 pcs 850,000,000.00 ₸ 1,000.00 ₸" in page
    assert page.index(PUMPS) < page.index(PIPES)
    assert "2 entries" in page
    assert PIPES not in look(desk("officer"), "needs-by-good", 2026, customer="Second")


def test_needs_are_summed_by_customer_beside_the_sum_of_contract_procurement(planned, desk, today):
    today(JUNE)
    plan.need(plan.organisation_of(planned, "customer"), subject=Subject.SERVICE, amount="1000000", year=2027)
    page = look(desk("officer"), "needs-by-customer", 2026)
    assert "2 3 1,251,000,000.00 ₸ 1,250,000,000.00 ₸" in page
    assert "exceed 2,162,500,000.00 ₸" in page
    assert "0 entries" in look(desk("officer"), "needs-by-customer", 2026, text="9999")


@pytest.mark.parametrize("sort", ["-planned", "planned", "code", "-customers", "bought"])
def test_sums_are_paged_and_each_stands_once(planned, desk, today, monkeypatch, sort):
    today(JUNE)
    monkeypatch.setattr(ByGood, "page_size", 2)
    for place in range(3):
        plan.need(plan.organisation_of(planned, "customer"), code=f"84819{place}", amount=str(10**place))
    plan.need(plan.organisation_of(planned, "customer"), code="401699", kind=NeedKind.REPORT, year=2025)
    address, seen = f"?sort={sort}", []
    while address:
        html = desk("officer").get(reverse("desk:needs-by-good", args=[2026]) + address).content.decode()
        seen += re.findall(r"\?text=(\d+)", html)
        older = re.search(r'class="pager__older" href="([^"]+)"', html)
        address = unescape(older[1]) if older else ""
    assert sorted(seen) == sorted([PUMPS, PIPES, "848190", "848191", "848192", "401699"])


def test_needs_leave_as_a_file(planned, desk, today):
    today(JUNE)
    response = desk("officer").get(reverse("desk:needs-by-good", args=[2026]), {"export": "csv"})
    text = b"".join(response.streaming_content).decode()
    assert f"Насосы,{PUMPS},1,40" in text


def test_plans_of_purchases_are_for_the_bodies_of_article_47_alone(planned, desk, today):
    today(JUNE)
    assert "800,000,000" in look(desk("auditor"), "needs-by-good", 2026)
    treasury = plan.person("treasury", plan.organisation("Treasury", "public_body", planned.region), "auditor")
    plan.BodyRole.objects.create(
        organisation=treasury.mandates.get().organisation, role="trade_authority", valid_from=date(2022, 1, 8)
    )
    planned.people["treasury"] = treasury
    assert desk("treasury").get(reverse("desk:needs-by-good", args=[2026])).status_code == 403
    assert "What customers need" not in look(desk("treasury"), "planning", 2026)


def test_the_information_is_sent_once_and_waits_no_longer(planned, desk, today):
    today(MAY)
    assert "Information on purchases to send (1)" in look(desk("officer"), "home")
    assert done(send(desk("officer"), "send-information", 2026, text="Pumps above all."))
    assert Information.objects.get().text == "Pumps above all."
    page = look(desk("officer"), "planning", 2026)
    assert "Institute of Industry 18 May 2026 Pumps above all." in page
    assert "Send the information" not in page
    assert "Information on purchases to send (" not in look(desk("officer"), "home")
    assert desk("officer").post(reverse("desk:send-information", args=[2026]), {"text": "x"}).status_code == 409


def test_a_list_without_information_is_refused_beside_the_form(planned, desk, today):
    today(MAY)
    response = desk("keeper").post(reverse("desk:draw-goods-list", args=[2026]))
    assert "No body has sent its information" in words(response)
    assert not GoodsList.objects.exists()


def test_the_list_goes_from_its_draft_to_its_place(planned, desk, today):
    today(date(2026, 5, 20))
    send(desk("officer"), "send-information", 2026, text="")
    assert "Lists of goods to draw up (1)" in look(desk("keeper"), "home")
    assert done(desk("keeper").post(reverse("desk:draw-goods-list", args=[2026])))
    assert "Lists of goods to send (1)" in look(desk("keeper"), "home")
    assert done(send(desk("keeper"), "send-goods-list", 2026))
    assert "Customers that have not answered (1)" in look(desk("minerals_officer"), "home")
    drawn = GoodsList.objects.get()
    for line in drawn.proposals.all():
        plan.agreed(planned, line)
    today(date(2026, 6, 30))
    assert "agreed: 2, unanswered: 0, declined: 0" in look(desk("minerals_officer"), "home")
    assert done(send(desk("minerals_officer"), "pass-on", 2026))
    assert "Lists of goods to approve (1)" in look(desk("decider"), "home")
    assert done(send(desk("decider"), "approve-goods-list", 2026, act_number="210", act_date="2026-06-30"))
    assert "Lists of goods to place (1)" in look(desk("keeper"), "home")
    assert done(send(desk("keeper"), "place-goods-list", 2026))
    drawn.refresh_from_db()
    assert drawn.state == GoodsListState.PLACED
    assert "Line passed on" in look(desk("keeper"), "planning", 2026)


def test_a_draft_takes_in_new_plans_and_a_choice_for_all_lines_of_a_customer(planned, desk, today):
    plan.goods_list(planned, "drawn")
    plan.need(plan.organisation_of(planned, "customer"), code="847420")
    today(date(2026, 5, 28))
    assert done(send(desk("keeper"), "update-goods-list", 2026))
    of = plan.organisation_of(planned, "customer")
    chosen = {"customer": of.bin, "kind": "contract_procurement", "through": "hydrocarbons_authority"}
    page = look(desk("keeper"), "classify-lines", 2026)
    assert f"{of.name} (3)" in page
    assert done(send(desk("keeper"), "classify-lines", 2026, **chosen))
    lines = GoodsList.objects.get().proposals
    assert lines.filter(kind="contract_procurement", through="hydrocarbons_authority").count() == 3
    refused = send(desk("keeper"), "classify-lines", 2026, customer=of.bin, kind="offtake")
    assert "This field is required." in words(refused)


def test_an_approval_without_an_act_stands_beside_its_fields_with_what_was_typed(planned, desk, today):
    plan.goods_list(planned, "agreed")
    today(JULY)
    response = send(desk("decider"), "approve-goods-list", 2026, act_number=" ", act_date="2026-09-01")
    assert "This field is required." in words(response)
    assert 'value="2026-09-01"' in response.content.decode()
    response = send(desk("decider"), "approve-goods-list", 2026, act_number="210", act_date="2026-09-01")
    assert "This day is still ahead." in words(response)


def test_buttons_are_shown_to_whom_they_are_for(planned, desk, today):
    plan.goods_list(planned, "sent")
    today(JUNE)
    assert "Pass on the agreed proposals" in look(desk("minerals_officer"), "planning", 2026)
    assert "Pass on the agreed proposals" not in look(desk("keeper"), "planning", 2026)
    assert desk("keeper").get(reverse("desk:pass-on", args=[2026])).status_code == 403


def test_a_page_from_before_somebody_else_sent_the_list_is_refused(planned, desk, today):
    plan.goods_list(planned, "drawn")
    today(date(2026, 5, 29))
    assert done(send(desk("keeper"), "send-goods-list", 2026))
    again = desk("second_keeper").post(reverse("desk:send-goods-list", args=[2026]), {"version": 1})
    assert again.status_code == 409


def test_a_draft_is_not_found_by_those_who_agree_it_later(planned, desk, today):
    plan.goods_list(planned, "drawn")
    today(JUNE)
    assert "not drawn up yet" in look(desk("minerals_officer"), "planning", 2026)
    look(desk("minerals_officer"), "proposals", 2026, status=404)
    assert Look.objects.filter(thing_kind="goodslist", thing="2026", allowed=False).exists()


def test_more_needs_and_lines_cost_no_more_queries(planned, desk, today):
    plan.goods_list(planned, "sent")
    today(JULY)
    pages = [("planning", 2026), ("needs-by-good", 2026), ("needs-by-customer", 2026), ("proposals", 2026), ("home",)]
    before = [queries_of(desk("minerals_officer"), *page) for page in pages]
    line = GoodsList.objects.get().proposals.first()
    for place in range(5):
        other = plan.customer(planned, f"other{place}")
        plan.need(other, code=f"84135{place}")
        line.pk, line.number, line.customer = None, f"GOOD-2026-9000{place}", other
        line.save()
    assert [queries_of(desk("minerals_officer"), *page) for page in pages] == before


@pytest.mark.parametrize(("language", "name"), [("kk", "Сорғылар"), ("ru", "Насосы")])
def test_the_pages_are_shown_in_the_other_languages(planned, desk, today, language, name):
    line = plan.goods_list(planned, "sent").proposals.get(code=PUMPS)
    today(JUNE)
    with translation.override(language):
        look(desk("keeper"), "planning", 2026)
        look(desk("keeper"), "needs-by-customer", 2026)
        assert name in look(desk("keeper"), "needs-by-good", 2026)
        assert name in look(desk("keeper"), "proposals", 2026)
        assert name in look(desk("keeper"), "proposal", line.number)
