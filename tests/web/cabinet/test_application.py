"""How a case stands, what was decided on which ground, and what an applicant is not told."""

from decimal import Decimal

import pytest

from ondiris.domains.applications.actions.decide import decide
from tests.factories import DAY, actor, agreement, application, country, sign_in
from tests.web.cabinet.pages import look


@pytest.mark.parametrize(
    ("state", "next_step"),
    [
        ("submitted", "A case officer takes your application. Industry institute"),
        ("checking", "A case officer checks your application"),
        ("asked", "Answer the question. The officials' clock stands still until you do. You"),
        ("examining", "Experts examine your application; then a decision is proposed. Industry institute"),
        ("proposed", "A second person makes the decision, or sends the proposal back. Industry authority"),
    ],
)
def test_the_page_says_what_happens_next_and_by_whom(made, browser, state, next_step):
    assert next_step in look(browser, "application", application(made, state).number)


def test_a_refusal_shows_its_ground_with_the_article_and_the_evidence(made, browser):
    refused = application(
        made,
        "decided",
        kind="refuse",
        ground="makes_goods_on_the_list",
        changed={"goods": [{"commodity_code": "999999", "name": "Gold"}]},
    )
    page = look(browser, "application", refused.number)
    assert "Your application was refused" in page
    assert "art. 25.6" in page
    rests_on, _others, rest = page.partition("The other findings")
    assert "Not met Every good that the project is to make is on the priority list" in rests_on
    assert "999999" in rests_on
    assert "Not met" not in rest.partition("What you stated")[0].replace("not met", "")


def test_another_law_is_shown_and_nobody_is_refused(made, browser):
    elsewhere = application(made, "decided", kind="elsewhere", found={"in_agro_industry": True})
    page = look(browser, "application", elsewhere.number)
    assert "You were not refused." in page
    assert "Agro-Industrial Complex" in page


def test_a_case_without_money_waits_in_order(db, client):
    made = country(money=Decimal("100000000"))
    browser = sign_in(client, made.people["applicant"])
    application(made, "decided")
    first, second = application(made, "decided"), application(made, "decided")
    assert "Your place in the queue: 1 ." in look(browser, "application", first.number)
    page = look(browser, "application", second.number)
    assert "Your place in the queue: 2 ." in page
    assert "Want of money is no ground to refuse" in page


def test_a_proposal_is_not_shown_before_it_is_decided(made, browser):
    proposed = application(made, "proposed")
    assert "The decision" not in look(browser, "application", proposed.number)
    decide(actor(made, "decider", DAY), proposed.number)
    assert "The decision" in look(browser, "application", proposed.number)


def test_the_applicant_is_not_told_who_the_experts_are(made, browser):
    page = look(browser, "application", application(made, "decided").number)
    assert "Score the application" in page
    assert "An expert" in page
    assert "Marat" not in page
    assert "Zhanar" not in page


def test_a_granted_case_leads_to_its_agreement(made, browser):
    signed = agreement(made, "in_force")
    page = look(browser, "application", signed.application.number)
    assert f"Go to agreement {signed.number}" in page
    assert "The agreement is drawn up" not in page
