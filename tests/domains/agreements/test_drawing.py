"""An agreement says what both sides promise: the grant's sum in instalments, and a target for each period."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from ondiris.base.errors import BadInput, NotFound, NotPermitted, WrongState
from ondiris.domains.agreements.actions.draw import draw
from ondiris.domains.agreements.actions.plan import offer, plan, take_back
from ondiris.domains.agreements.models import Agreement, Target
from ondiris.domains.agreements.permissions import visible_to
from ondiris.domains.agreements.terms import Track
from tests.factories import DAY, actor, agreement, application

HALF = Decimal("50000000")
APRIL, SEPTEMBER = date(2024, 4, 1), date(2024, 9, 1)


def plan_of(made, drawn: Agreement, *instalments: tuple[date, Decimal]) -> Agreement:
    return plan(actor(made, "officer", DAY), drawn.number, instalments=instalments)


def test_an_agreement_takes_over_what_was_undertaken(made):
    drawn = agreement(made, "drawn")
    assert (drawn.recipient, drawn.authority, drawn.amount) == (made.enterprise, made.authority, 2 * HALF)
    kept = [(u.track, u.direction, u.unit, u.weight) for u in drawn.undertakings.order_by("pk")]
    assert kept == [
        (Track.OBLIGATION, "productivity", "thousand tenge", 1),
        (Track.OBLIGATION, "export", "tonnes", 1),
        (Track.GOAL, "", "jobs", 1),
    ]
    targets = drawn.undertakings.order_by("pk")[0].targets.all()
    assert [(t.year, t.value) for t in targets] == [(2025, Decimal(10000)), (2026, Decimal(12000))]


def test_the_longest_lines_that_a_draft_takes_fit_the_agreement(made):
    row = {
        "direction": "export",
        "indicator": "x" * 200,
        "unit": "x" * 60,
        "baseline": "9" * 15 + ",9999",
        "evidence": "x" * 300,
        "targets": {"2025": "9" * 15 + ".9999", "2026": "0.0001"},
    }
    granted = application(made, "decided", changed={"obligations": [row]})
    drawn = draw(actor(made, "officer", DAY), application_number=granted.number)
    assert Target.objects.get(
        undertaking__agreement=drawn, undertaking__track="obligation", year=2026
    ).value == Decimal("0.0001")


@pytest.mark.parametrize("state", ["draft", "examined", "proposed"])
def test_an_agreement_follows_a_granted_application_only(made, state):
    case = application(made, state)
    with pytest.raises(NotFound if state == "draft" else WrongState):
        draw(actor(made, "officer", DAY), application_number=case.number)


def test_a_granted_application_has_one_agreement(made):
    drawn = agreement(made, "drawn")
    with pytest.raises(WrongState, match="already drawn up"):
        draw(actor(made, "officer", DAY), application_number=drawn.application.number)


def test_the_recipient_does_not_draw_it_up(made):
    granted = application(made, "decided")
    with pytest.raises(NotPermitted):
        draw(actor(made, "applicant", DAY), application_number=granted.number)


@pytest.mark.parametrize(
    ("instalments", "field"),
    [
        ([], "amount_1"),
        ([(APRIL, HALF)], "amount_1"),
        ([(APRIL, HALF), (SEPTEMBER, HALF + Decimal("0.01"))], "amount_1"),
        ([(APRIL, HALF), (SEPTEMBER, Decimal(0))], "amount_2"),
        ([(APRIL, 3 * HALF), (SEPTEMBER, -HALF)], "amount_2"),
        ([(APRIL, HALF), (SEPTEMBER, Decimal("49999999.995"))], "amount_2"),
        ([(APRIL, HALF), (SEPTEMBER, Decimal("NaN"))], "amount_2"),
        ([(APRIL, HALF), (SEPTEMBER, Decimal("sNaN"))], "amount_2"),
        ([(SEPTEMBER, HALF), (APRIL, HALF)], "due_on_2"),
        ([(DAY - timedelta(days=1), HALF), (APRIL, HALF)], "due_on_1"),
    ],
)
def test_instalments_are_money_in_order_and_sum_to_the_grant(made, instalments, field):
    drawn = agreement(made, "drawn")
    with pytest.raises(BadInput) as refused:
        plan_of(made, drawn, *instalments)
    assert list(refused.value.fields) == [field]
    assert not drawn.instalments.exists()


def test_a_new_plan_replaces_the_old_one(made):
    drawn = agreement(made, "planned")
    plan_of(made, drawn, (DAY, 2 * HALF))
    assert [(i.place, i.due_on, i.amount) for i in drawn.instalments.all()] == [(1, DAY, 2 * HALF)]


def test_an_agreement_without_instalments_is_not_offered(made):
    drawn = agreement(made, "drawn")
    with pytest.raises(BadInput) as refused:
        offer(actor(made, "officer", DAY), drawn.number)
    assert list(refused.value.fields) == ["instalments"]


def test_an_obligation_without_a_target_is_not_offered(made):
    drawn = agreement(made, "planned")
    Target.objects.filter(undertaking=drawn.undertakings.all()[0]).delete()
    with pytest.raises(BadInput) as refused:
        offer(actor(made, "officer", DAY), drawn.number)
    assert list(refused.value.fields) == ["targets"]


def test_an_obligation_without_a_target_for_one_of_the_periods_is_not_offered(made):
    drawn = agreement(made, "planned")
    Target.objects.filter(undertaking=drawn.undertakings.all()[0], year=2026).delete()
    with pytest.raises(BadInput) as refused:
        offer(actor(made, "officer", DAY), drawn.number)
    assert list(refused.value.fields) == ["targets"]


def test_an_agreement_without_an_obligation_is_not_offered(made):
    drawn = agreement(made, "planned")
    Target.objects.filter(undertaking__agreement=drawn, undertaking__track=Track.OBLIGATION).delete()
    drawn.undertakings.filter(track=Track.OBLIGATION).delete()
    with pytest.raises(BadInput) as refused:
        offer(actor(made, "officer", DAY), drawn.number)
    assert list(refused.value.fields) == ["obligations"]


def test_an_offer_is_taken_back_with_a_reason_and_planned_anew(made):
    offered = agreement(made, "offered")
    officer = actor(made, "officer", DAY)
    with pytest.raises(WrongState):
        plan_of(made, offered, (DAY, 2 * HALF))
    with pytest.raises(BadInput):
        take_back(officer, offered.number, reason=" ")
    take_back(officer, offered.number, reason="The days were wrong.")
    assert plan_of(made, offered, (DAY, 2 * HALF)).state == "drawn"


def test_what_the_recipient_has_signed_is_not_taken_back(made):
    with pytest.raises(WrongState):
        take_back(actor(made, "officer", DAY), agreement(made, "accepted").number, reason="Too late.")


def test_an_agreement_is_seen_by_its_recipient_and_by_those_who_handle_it(made):
    drawn = agreement(made, "drawn")
    seen = [who for who in made.people if visible_to(actor(made, who, DAY)).filter(pk=drawn.pk).exists()]
    assert seen == ["applicant", "officer", "second_officer", "treasurer", "monitor", "decider", "auditor"]
