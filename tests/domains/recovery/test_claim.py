"""A shortfall leads to a demand by two persons, and what comes back is kept apart."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction

from ondiris.base.errors import BadInput, NotFound, NotPermitted, Trouble, WrongState
from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.funds.models import Account
from ondiris.domains.legislation.models import EnteredValue
from ondiris.domains.parties.models import BodyRole
from ondiris.domains.parties.terms import Capacity, Role
from ondiris.domains.recovery.actions import claim
from ondiris.domains.recovery.actions.close import close
from ondiris.domains.recovery.actions.lift import lift_notice
from ondiris.domains.recovery.models import Claim
from ondiris.domains.recovery.permissions import visible_to
from ondiris.domains.recovery.queries import due_on, due_until_gap
from tests.factories import actor, agreement, report
from tests.factories.country import person

DAY = date(2026, 3, 2)


def short(made, values: tuple[str, ...] = ("10000", "50", "10"), state: str = "paid") -> Agreement:
    """Paid, reported for 2025 with exports at half of their target, and noticed."""
    signed = agreement(made, state)
    if values:
        report(made, signed, 2025, list(values))
    return give_notice(actor(made, "monitor", DAY), signed.number, text="Exports fell short.")


def draw(made, signed: Agreement, on: date = DAY, who: str = "monitor") -> Claim:
    return claim.draw(actor(made, who, DAY), agreement_number=signed.number, demand_on=on)


def demanded(made) -> Claim:
    return claim.demand(actor(made, "decider", DAY), draw(made, short(made)).number)


def test_a_demand_keeps_its_sheet(made):
    drawn = draw(made, short(made))
    _reached, sheet = due_on(drawn.agreement, DAY)
    assert (drawn.amount, drawn.sheet["due"], drawn.sheet["level"]) == (sheet.due, str(sheet.due), "3/4")
    assert [p["on"] for p in drawn.sheet["payments"]] == ["2024-04-01", "2024-09-01"]


def test_the_sum_is_the_unfulfilled_share_and_its_interest(made):
    signed = short(made)
    _reached, sheet = due_on(signed, DAY)
    assert [step.share for step in sheet.steps] == [12_500_000, 12_500_000]
    assert sheet.due > 25_000_000
    assert [part.segment.first for part in sheet.steps[1].interest][:2] == [date(2024, 9, 1), date(2024, 12, 2)]


def test_a_demand_follows_a_notice(made):
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "50", "10"])
    with pytest.raises(WrongState):
        draw(made, signed)


def test_a_demand_does_not_come_before_a_payment(made):
    with pytest.raises(BadInput) as refused:
        draw(made, short(made), on=date(2024, 8, 31))
    assert list(refused.value.fields) == ["demand_on"]
    assert not Claim.objects.exists()


def test_without_a_report_the_sum_is_not_known(made):
    with pytest.raises(Trouble, match="no accepted report"):
        draw(made, short(made, values=()))


def test_where_no_rate_is_established_the_first_such_day_is_named(made):
    with pytest.raises(Trouble, match="2026-09-08"):
        draw(made, short(made), on=date(2026, 12, 1))


def test_until_that_day_the_sum_is_known(made):
    signed = short(made)
    _reached, sheet = due_on(signed, date(2026, 12, 1))
    assert sheet.due is None
    assert due_until_gap(sheet).due == due_on(signed, date(2026, 9, 8))[1].due


def test_where_everything_was_fulfilled_nothing_is_demanded(made):
    with pytest.raises(Trouble, match="Nothing is due"):
        draw(made, short(made, values=("10000", "100", "10")))


def test_where_nothing_was_paid_nothing_is_demanded(made):
    with pytest.raises(Trouble, match="Nothing has been paid"):
        draw(made, short(made, state="in_force"))


def test_one_demand_at_a_time_and_another_after_it_was_dropped(made):
    signed = short(made)
    first = draw(made, signed)
    with pytest.raises(WrongState, match="already is a demand"):
        draw(made, signed)
    with pytest.raises(BadInput):
        claim.drop(actor(made, "decider", DAY), first.number, reason=" ")
    claim.drop(actor(made, "decider", DAY), first.number, reason="A report is disputed.")
    assert draw(made, signed).state == "drawn"


def test_a_demand_is_for_the_day_on_which_it_is_made(made):
    drawn = draw(made, short(made))
    later = date(2026, 4, 1)
    made_later = claim.demand(actor(made, "decider", later), drawn.number)
    assert (made_later.demand_on, made_later.sheet["demand_on"]) == (later, "2026-04-01")
    assert made_later.amount > drawn.amount
    assert made_later.amount == due_on_fresh(drawn.agreement, later)


def test_a_demand_is_not_made_on_a_day_whose_rate_is_not_established(made):
    drawn = draw(made, short(made))
    with pytest.raises(Trouble, match="2026-09-08"):
        claim.demand(actor(made, "decider", date(2026, 12, 1)), drawn.number)
    assert Claim.objects.get().state == "drawn"


def returned(made) -> Agreement:
    """Demanded, returned in full and the notice lifted: the agreement goes on."""
    asked = demanded(made)
    claim.receive(actor(made, "treasurer", DAY), asked.number, amount=asked.amount)
    return lift_notice(actor(made, "monitor", DAY), asked.agreement.number, reason="The money came back.")


SUMMER = date(2026, 6, 1)


def test_what_was_asked_back_is_not_asked_again(made):
    signed = returned(made)
    _reached, sheet = due_on(signed, SUMMER)
    assert [step.share for step in sheet.steps] == [0, 0]
    assert sheet.due == 0
    give_notice(actor(made, "monitor", SUMMER), signed.number, text="Once more.")
    with pytest.raises(Trouble, match="asked back before"):
        claim.draw(actor(made, "monitor", SUMMER), agreement_number=signed.number, demand_on=SUMMER)


def test_a_later_shortfall_is_asked_back_beyond_the_earlier_demand(made):
    signed = returned(made)
    report(made, signed, 2026, ["12000", "0", "10"])  # exports: half in 2025, nothing in 2026
    spring = date(2027, 3, 1)
    known_rates(date(2027, 6, 1))
    give_notice(actor(made, "monitor", spring), signed.number, text="Exports again.")
    second = claim.draw(actor(made, "monitor", spring), agreement_number=signed.number, demand_on=spring)
    assert second.sheet["level"] == "5/8"
    assert [step["asked"] for step in second.sheet["payments"]] == ["1/4", "1/4"]
    assert [step["share"] for step in second.sheet["payments"]] == ["6250000/1", "6250000/1"]
    interest = [part for step in second.sheet["payments"] for part in step["interest"]]
    assert interest[0]["first"] == "2024-04-01"


def test_a_notice_is_not_lifted_while_a_demand_waits(made):
    drawn = draw(made, short(made))
    monitor = actor(made, "monitor", DAY)
    with pytest.raises(WrongState, match="A demand stands"):
        lift_notice(monitor, drawn.agreement.number, reason="It was explained.")
    claim.drop(actor(made, "decider", DAY), drawn.number, reason="It was explained.")
    assert lift_notice(monitor, drawn.agreement.number, reason="It was explained.").state == "in_force"


def test_another_enterprises_agreement_is_not_there_for_a_stranger(made):
    signed = short(made)
    made.people["stranger"] = person("stranger", made.other_enterprise, Capacity.MONITOR)
    with pytest.raises(NotFound):
        draw(made, signed, who="stranger")


def test_who_drew_a_demand_up_does_not_make_it(made):
    made.people["both"] = person("both", made.institute, Capacity.MONITOR, Capacity.DECISION_MAKER)
    BodyRole.objects.create(organisation=made.institute, role=Role.INDUSTRY_AUTHORITY, valid_from=date(2022, 1, 8))
    drawn = draw(made, short(made), who="both")
    assert not claim.demand.possible(actor(made, "both", DAY), drawn)
    with pytest.raises(NotPermitted, match="second person"):
        claim.demand(actor(made, "both", DAY), drawn.number)


def test_the_recipient_sees_a_demand_once_it_is_made(made):
    drawn = draw(made, short(made))
    recipient = actor(made, "applicant", DAY)
    assert not visible_to(recipient).exists()
    claim.demand(actor(made, "decider", DAY), drawn.number)
    assert visible_to(recipient).get() == drawn
    assert not visible_to(actor(made, "other", DAY)).exists()


def test_money_comes_back_in_parts_to_an_account_of_its_own(made):
    asked = demanded(made)
    treasurer = actor(made, "treasurer", DAY)
    part = claim.receive(treasurer, asked.number, amount=Decimal("5000000.50"))
    assert (part.state, part.returned) == ("demanded", Decimal("5000000.50"))
    rest = claim.receive(treasurer, asked.number, amount=asked.amount - part.returned)
    assert (rest.state, rest.returned) == ("returned", asked.amount)
    account = Account.objects.get(programme=made.programme, kind="returned", reference=asked.number)
    assert account.balance == asked.amount
    assert Account.objects.get(programme=made.programme, kind="available").balance == Decimal("400000000")


@pytest.mark.parametrize("amount", [Decimal(0), Decimal(-1), Decimal("0.001"), Decimal("1E+12"), Decimal("NaN")])
def test_what_comes_back_is_money_and_no_more_than_was_asked(made, amount):
    asked = demanded(made)
    with pytest.raises(BadInput) as refused:
        claim.receive(actor(made, "treasurer", DAY), asked.number, amount=amount)
    assert list(refused.value.fields) == ["amount"]
    assert not Account.objects.filter(kind="returned").exists()


def test_nothing_comes_back_before_it_was_demanded(made):
    drawn = draw(made, short(made))
    with pytest.raises(WrongState):
        claim.receive(actor(made, "treasurer", DAY), drawn.number, amount=Decimal(1))


def due_on_fresh(signed: Agreement, on: date) -> Decimal | None:
    """What was due on a day before anything was demanded: the same agreement with its demand taken back."""
    with transaction.atomic():
        Claim.objects.update(state="drawn")
        due = due_on(signed, on)[1].due
        transaction.set_rollback(True)
    return due


def known_rates(until: date) -> None:
    """A made-up rate from where the shipped ones end, entered and confirmed."""
    EnteredValue.objects.create(
        number="VAL-1",
        state="confirmed",
        parameter="base_rate",
        value="16",
        valid_from=date(2026, 9, 8),
        known_until=until,
        source="a test",
        entered_by=1,
        entered_by_name="Timur",
    )


CLOSING = date(2027, 3, 1)


def test_an_agreement_with_an_unpaid_instalment_is_not_closed(made):
    with pytest.raises(Trouble, match="has not been paid"):
        close(actor(made, "monitor", CLOSING), agreement(made, "in_force").number)


def test_an_agreement_is_not_closed_before_its_last_year_is_over(made):
    signed = agreement(made, "paid")
    with pytest.raises(Trouble, match="not over"):
        close(actor(made, "monitor", date(2026, 12, 31)), signed.number)


def test_an_agreement_with_an_unreported_year_is_not_closed(made):
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "100", "10"])
    with pytest.raises(Trouble, match="no accepted report"):
        close(actor(made, "monitor", CLOSING), signed.number)


def test_an_agreement_whose_money_has_not_come_back_is_not_closed(made):
    asked = demanded(made)
    report(made, asked.agreement, 2026, ["12000", "200", "20"])
    with pytest.raises(Trouble, match="has not come back"):
        close(actor(made, "monitor", CLOSING), asked.agreement.number)
    claim.receive(actor(made, "treasurer", CLOSING), asked.number, amount=asked.amount)
    assert close(actor(made, "monitor", CLOSING), asked.agreement.number).closed_on == CLOSING


def test_goals_that_were_missed_do_not_keep_an_agreement_open(made):
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "100", "0"])
    report(made, signed, 2026, ["12000", "200", "0"])
    assert close(actor(made, "monitor", CLOSING), signed.number).state == "closed"
