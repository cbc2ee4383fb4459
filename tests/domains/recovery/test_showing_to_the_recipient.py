"""What does the recipient see of a claim, and how much is known of a sum whose rate is not established?"""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.legislation.actions.value import confirm, enter
from ondiris.domains.recovery.actions import claim
from ondiris.domains.recovery.formula import Payment, Rules, Segment, shortfall_sheet
from ondiris.domains.recovery.permissions import visible_to
from ondiris.domains.recovery.queries import due_until_gap
from tests.factories import actor, agreement, report

DAY = date(2027, 3, 1)


def test_the_recipient_sees_a_claim_once_it_is_demanded(made):
    signed = agreement(made, "paid")
    for year in (2025, 2026):
        report(made, signed, year, ["1", "1", "1"])
    entered = {"valid_from": date(2026, 9, 8), "known_until": date(2027, 4, 1), "source": "resolution, example"}
    rate = enter(actor(made, "keeper", DAY), parameter="base_rate", value=Decimal("16"), **entered)
    confirm(actor(made, "second_keeper", DAY), rate.number)
    monitor, recipient = actor(made, "monitor", DAY), actor(made, "applicant", DAY)
    give_notice(monitor, signed.number, text="The targets were not reached.")
    drawn = claim.draw(monitor, agreement_number=signed.number, demand_on=DAY)
    assert list(visible_to(recipient)) == []
    assert list(visible_to(monitor)) == [drawn]
    claim.demand(actor(made, "decider", DAY), drawn.number)
    assert list(visible_to(recipient)) == [drawn]
    assert list(visible_to(actor(made, "other", DAY))) == []


def sheet_with_gap(paid_on: date, gap_from: date):
    segments = [Segment(gap_from, DAY, None)]
    payment = Payment(paid_on, Decimal("100"))
    return shortfall_sheet([(payment, segments)], Fraction(1, 2), DAY, Rules(365, Decimal("1")))


def test_the_sum_is_known_as_of_the_first_day_of_the_gap(db):
    until = due_until_gap(sheet_with_gap(date(2026, 9, 1), date(2026, 9, 8)))
    assert until is not None
    assert until.demand_on == date(2026, 9, 8)
    assert until.due == Decimal("50.00")  # 50 and a week's interest on it, below half a tenge


def test_a_payment_within_the_gap_leaves_nothing_known(db):
    assert due_until_gap(sheet_with_gap(date(2026, 10, 1), date(2026, 9, 8))) is None
