"""Many at once: never more than there is, one winner, no deadlock."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction

from ondiris.base.errors import Trouble
from ondiris.domains.agreements.actions.draw import draw
from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.agreements.actions.pay import pay
from ondiris.domains.agreements.actions.report import begin_report
from ondiris.domains.agreements.actions.sign import accept, sign
from ondiris.domains.applications.actions.ask import answer, ask, go_on
from ondiris.domains.applications.actions.begin import begin
from ondiris.domains.applications.actions.decide import decide, fund
from ondiris.domains.applications.actions.submit import submit
from ondiris.domains.applications.actions.take import take
from ondiris.domains.applications.actions.withdraw import withdraw
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.queries import waiting
from ondiris.domains.funds import ledger
from ondiris.domains.funds.models import Account, Transfer
from ondiris.domains.legislation.actions.amendment import begin_act, confirm_act, hand_over, put
from ondiris.domains.parties.terms import Capacity
from ondiris.domains.recovery.actions import claim
from tests.databases import at_once
from tests.factories import DAY, PASSWORD, Country, actor, agreement, application, country, report
from tests.factories.country import person
from tests.faults.whole import troubles

pytestmark = pytest.mark.usefixtures("own_database")
HUNDRED, TEN = Decimal(100), Decimal(10)


def count(answers: list[Any]) -> Counter[str]:
    """How many calls went through, and how many raised what."""
    return Counter(type(one).__name__ if isinstance(one, Exception) else "done" for one in answers)


def together(*calls: Callable[[], Any]) -> list[Any]:
    """Calls that begin at one moment."""
    barrier = Barrier(len(calls), timeout=20)

    def one(call: Callable[[], Any]) -> Any:
        connection.ensure_connection()
        barrier.wait()
        return call()

    return at_once(one, calls, threads=len(calls))


def accounts(made: Country, kind: str) -> Decimal:
    return sum((a.balance for a in Account.objects.filter(programme=made.programme, kind=kind)), Decimal(0))


def test_of_a_hundred_commitments_on_an_account_that_covers_ten_ten_succeed():
    made = country(money=HUNDRED)

    @transaction.atomic
    def commit(place: int) -> None:
        ledger.commit(made.programme, TEN, DAY, f"IG-2024-{place:05d}")

    assert count(at_once(commit, range(100), threads=100)) == {"done": 10, "NotEnough": 90}
    assert (accounts(made, "available"), accounts(made, "committed")) == (0, HUNDRED)
    assert troubles([]) == []


def test_of_a_hundred_payments_on_a_commitment_that_covers_ten_ten_succeed():
    made = country(money=2 * HUNDRED)
    with transaction.atomic():
        ledger.commit(made.programme, HUNDRED, DAY, "IG-2024-00001")

    @transaction.atomic
    def pay_ten(_place: int) -> None:
        ledger.pay(made.programme, TEN, DAY, "IG-2024-00001")

    assert count(at_once(pay_ten, range(100), threads=100)) == {"done": 10, "NotEnough": 90}
    assert (accounts(made, "committed"), accounts(made, "paid"), accounts(made, "available")) == (0, HUNDRED, HUNDRED)


def test_past_the_ledgers_own_check_the_database_lets_no_account_fall_below_zero():
    """The balance is not read first: of twenty transfers written at once the constraint refuses what is too much."""
    made = country(money=HUNDRED)
    with transaction.atomic():
        available, paid = ledger.account(made.programme, "available"), ledger.account(made.programme, "paid")

    def move(_place: int) -> None:
        Transfer.objects.create(source=available, target=paid, amount=TEN, purpose="payment", on=DAY)

    assert count(at_once(move, range(20), threads=20)) == {"done": 10, "IntegrityError": 10}
    assert accounts(made, "available") == 0


def test_of_eight_decisions_on_money_for_three_three_are_granted_and_five_wait():
    made = country(money=Decimal("300000000"))
    cases = [application(made, "proposed") for _n in range(8)]
    decider = actor(made, "decider", DAY)
    states = [one.state for one in together(*(lambda n=case.number: decide(decider, n) for case in cases))]
    assert Counter(states) == {"granted": 3, "waiting": 5}
    assert accounts(made, "available") == 0
    assert troubles([]) == []


def test_money_for_one_funds_the_first_of_the_queue_alone():
    made = country(money=Decimal("50000000"))
    cases = [application(made, "decided") for _n in range(4)]
    with transaction.atomic():
        ledger.allocate(made.programme, Decimal("60000000"), DAY, "budget, amended")
    decider = actor(made, "decider", DAY)
    together(*(lambda n=case.number: fund(decider, n) for case in reversed(cases)))
    assert Application.objects.get(pk=cases[0].pk).state == "granted"
    assert list(waiting("industrial-grant")) == cases[1:]


def test_an_instalment_paid_by_twenty_at_once_is_paid_once():
    made = country()
    signed = agreement(made, "in_force")
    treasurer = actor(made, "treasurer", date(2024, 4, 1))
    answers = together(*[lambda: pay(treasurer, signed.number, place=1)] * 20)
    assert count(answers) == {"done": 1, "BadInput": 19}
    assert accounts(made, "paid") == Decimal("50000000")
    assert troubles([]) == []


def test_of_two_officials_who_take_a_case_at_once_one_wins():
    made = country()
    case = application(made, "submitted")
    takers = [actor(made, who, DAY) for who in ("officer", "second_officer")]
    answers = together(*(lambda one=one: take(one, case.number, version=case.version) for one in takers))
    assert count(answers) == {"done": 1, "Stale": 1}
    winner = next(one for one in answers if isinstance(one, Application))
    assert Application.objects.get(pk=case.pk).officer == winner.officer


def test_who_sends_no_version_is_told_that_the_case_stands_elsewhere():
    made = country()
    case = application(made, "submitted")
    takers = [actor(made, who, DAY) for who in ("officer", "second_officer")]
    assert count(together(*(lambda one=one: take(one, case.number) for one in takers))) == {"done": 1, "WrongState": 1}


def test_of_two_who_decide_at_once_one_wins_and_the_money_is_committed_once():
    made = country()
    made.people["second_decider"] = person("second", made.authority, Capacity.DECISION_MAKER)
    case = application(made, "proposed")
    deciders = [actor(made, who, DAY) for who in ("decider", "second_decider")]
    answers = together(*(lambda one=one: decide(one, case.number, version=case.version) for one in deciders))
    assert count(answers) == {"done": 1, "Stale": 1}
    assert accounts(made, "committed") == Decimal("100000000")


def test_an_applicant_who_withdraws_while_it_is_taken_is_one_of_two():
    made = country()
    case = application(made, "submitted")
    officer, applicant = actor(made, "officer", DAY), actor(made, "applicant", DAY)
    answers = together(
        lambda: take(officer, case.number, version=case.version),
        lambda: withdraw(applicant, case.number, version=case.version),
    )
    assert count(answers) == {"done": 1, "Stale": 1}


def test_an_answer_that_comes_while_the_officer_goes_on_is_one_of_two():
    made = country()
    case = application(made, "asked")
    late = DAY + timedelta(days=30)
    officer, applicant = actor(made, "officer", late), actor(made, "applicant", late)
    answers = together(
        lambda: go_on(officer, case.number, reason="No word."),
        lambda: answer(applicant, case.number, text="We."),
    )
    assert count(answers) == {"done": 1, "WrongState": 1}
    question = case.questions.get()
    assert (question.answered_on is None) != (question.closed_on is None)


def test_a_page_sent_ten_times_at_once_acts_once():
    made = country()
    case = application(made, "checking")
    officer = actor(made, "officer", DAY)
    answers = together(*[lambda: ask(officer, case.number, version=case.version, text="Who?")] * 10)
    assert count(answers) == {"done": 1, "Stale": 9}
    assert case.questions.count() == 1


def test_an_agreement_a_report_and_a_demand_are_begun_once():
    made = country()
    granted = application(made, "decided")
    officer = actor(made, "officer", DAY)
    assert count(together(*[lambda: draw(officer, application_number=granted.number)] * 4)) == {
        "done": 1,
        "WrongState": 3,
    }
    signed = agreement(made, "paid")
    recipient = actor(made, "applicant", date(2027, 2, 1))
    assert count(together(*[lambda: begin_report(recipient, agreement_number=signed.number, year=2026)] * 4)) == {
        "done": 1,
        "BadInput": 3,
    }
    report(made, signed, 2025, ["10000", "50", "10"])
    monitor = actor(made, "monitor", date(2026, 3, 2))
    give_notice(monitor, signed.number, text="Exports fell short.")
    calls = [lambda: claim.draw(monitor, agreement_number=signed.number, demand_on=monitor.on)] * 4
    assert count(together(*calls)) == {"done": 1, "WrongState": 3}
    assert troubles([]) == []


def test_acts_on_many_things_at_once_do_not_wait_in_a_circle():
    """Twelve people at once over the same few cases, agreements and one account; refusals are expected, errors not."""
    made = country()
    drafts = [application(made) for _n in range(4)]
    proposed = [application(made, "proposed") for _n in range(3)]
    offered = [agreement(made, "offered") for _n in range(3)]
    applicant, officer = actor(made, "applicant", DAY), actor(made, "officer", DAY)
    decider, treasurer = actor(made, "decider", DAY), actor(made, "treasurer", date(2024, 4, 1))
    calls: list[Callable[[], Any]] = []
    for place in range(4):
        number = drafts[place].number
        calls += [lambda n=number: submit(applicant, n), lambda n=number: take(officer, n)]
        calls += [lambda: begin(applicant, measure_name="industrial-grant")]
    for case, paper in zip(proposed, offered, strict=True):
        number = paper.number
        calls += [
            lambda n=case.number: decide(decider, n),
            lambda n=number: accept(applicant, n, proof=PASSWORD),
            lambda n=number: sign(decider, n, proof=PASSWORD),
            lambda n=number: pay(treasurer, n, place=1),
            lambda n=case.number: draw(officer, application_number=n),
        ]
    answers = at_once(lambda call: call(), [*calls, *reversed(calls)], threads=12)
    unexpected = [one for one in answers if isinstance(one, Exception) and not isinstance(one, Trouble)]
    assert unexpected == []
    assert troubles([]) == []


def test_of_two_acts_that_stand_against_one_another_one_is_confirmed():
    made = country()
    keeper, second = actor(made, "keeper", DAY), actor(made, "second_keeper", DAY)
    numbers = []
    for act_number, effect in (("300-VIII", "excluded"), ("301-VIII", "changed")):
        head = {"signed_on": DAY, "title": "On changes", "source": "Gazette, No. 7"}
        number = begin_act(keeper, act_number=act_number, **head).number
        held = effect == "excluded"
        put(keeper, number, provision="25.8", effect=effect, held=held, valid_from=DAY, certainty="established")
        hand_over(keeper, number)
        numbers.append(number)
    answers = together(*(lambda number=number: confirm_act(second, number) for number in numbers))
    assert count(answers) == {"done": 1, "BadInput": 1}
