"""What is due today, for whom, and in which order."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.applications.actions.ask import answer, ask
from ondiris.domains.funds import ledger
from ondiris.domains.legislation.actions.value import enter
from ondiris.domains.lists.actions.edition import agree, begin_edition
from ondiris.domains.parties.models import Delegation, Mandate
from ondiris.domains.recovery.actions.claim import draw
from tests.factories import DAY, actor, agreement, application, report
from tests.web.desk.browsing import look, queries_of

LATER = DAY + timedelta(days=10)


def test_new_cases_stand_oldest_first_with_their_days(made, desk, today):
    young = application(made, "submitted", on=DAY + timedelta(days=4))
    old = application(made, "submitted", on=DAY)
    today(LATER)
    page = look(desk("officer"), "home")
    assert "New applications to take (2)" in page
    assert page.index(old.number) < page.index(young.number)
    assert f"{old.number} Ақ Диірмен ЖШС — 10" in page
    assert f"{young.number} Ақ Диірмен ЖШС — 6" in page


def test_an_answer_received_is_said_and_its_wait_is_not_counted(made, desk, today):
    case = application(made, "checking")
    ask(actor(made, "officer", DAY), case.number, text="Who?")
    answer(actor(made, "applicant", DAY + timedelta(days=7)), case.number, text="We.")
    today(LATER)
    page = look(desk("officer"), "home")
    assert "Answers received (1)" in page
    assert f"{case.number} Ақ Диірмен ЖШС The applicant has answered 3" in page
    assert "Your cases to check (" not in page


@pytest.mark.parametrize(
    ("state", "who", "title"),
    [
        ("checking", "officer", "Your cases to check (1)"),
        ("examining", "expert", "Applications to examine (1)"),
        ("examined", "officer", "Examined: propose a decision (1)"),
        ("proposed", "decider", "Proposals to decide (1)"),
        ("decided", "officer", "Granted: draw up the agreement (1)"),
    ],
)
def test_a_case_waits_for_the_one_whose_turn_it_is(made, desk, state, who, title):
    application(made, state)
    assert title in look(desk(who), "home")


def test_a_case_of_another_officer_is_not_due_here_but_a_deputy_sees_it(made, desk):
    application(made, "checking")
    assert "Your cases to check (" not in look(desk("second_officer"), "home")
    lent = Mandate.objects.get(user=made.people["officer"])
    Delegation.objects.create(mandate=lent, deputy=made.people["second_officer"], valid_from=DAY)
    Mandate.objects.filter(user=made.people["second_officer"]).update(valid_to=DAY)
    assert "Your cases to check (1)" in look(desk("second_officer"), "home")


def test_only_the_first_of_the_queue_is_due_and_only_when_the_account_covers_it(made, desk, today):
    cases = [application(made, "decided", on=DAY + timedelta(days=place)) for place in range(7)]
    assert [case.state for case in cases[5:]] == ["waiting", "waiting"]
    assert "account now covers" not in look(desk("decider"), "home").split("Nothing waits here")[0]
    ledger.allocate(made.programme, Decimal(100_000_000), DAY, "order 2")
    today(LATER)
    page = look(desk("decider"), "home")
    assert "Waiting cases that the account now covers (1)" in page
    assert cases[5].number in page
    assert cases[6].number not in page


@pytest.mark.parametrize(
    ("state", "who", "title"),
    [
        ("drawn", "officer", "Agreements to plan and offer (1)"),
        ("accepted", "decider", "Agreements to sign for the State (1)"),
    ],
)
def test_an_agreement_waits_for_the_one_whose_turn_it_is(made, desk, state, who, title):
    agreement(made, state)
    assert title in look(desk(who), "home")


def test_an_instalment_is_due_on_its_day_and_not_before(made, desk, today):
    signed = agreement(made)
    today(date(2024, 3, 31))
    assert "Instalments to pay (" not in look(desk("treasurer"), "home")
    today(date(2024, 9, 3))
    page = look(desk("treasurer"), "home")
    assert "Instalments to pay (1)" in page
    assert f"{signed.number} Ақ Диірмен ЖШС Instalment 1: 50,000,000.00 ₸ 155" in page.replace("\xa0", " ")


def test_monitors_see_reports_to_judge_and_reports_that_are_late(made, desk, today):
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "50", "10"], state="submitted")
    today(date(2027, 1, 11))
    page = look(desk("monitor"), "home")
    assert "Reports to judge (1)" in page
    assert "Late reports (1)" in page
    assert "Report for 2026 is missing 10" in page


def test_a_shortfall_asks_for_a_notice_and_a_notice_for_a_decision(made, desk, today):
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "50", "10"])
    today(date(2026, 3, 1))
    assert "Shortfalls: decide on a notice (1)" in look(desk("monitor"), "home")
    monitor = actor(made, "monitor", date(2026, 3, 1))
    give_notice(monitor, signed.number, text="Exports fell short.")
    page = look(desk("monitor"), "home")
    assert "Shortfalls: decide on a notice (" not in page
    assert "Notices given: lift them or draw up a demand (1)" in page
    draw(monitor, agreement_number=signed.number, demand_on=date(2026, 3, 1))
    assert "Demands to decide (1)" in look(desk("decider"), "home")


def test_an_agreement_kept_in_full_can_be_closed(made, desk, today):
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "100", "10"])
    report(made, signed, 2026, ["12000", "200", "20"])
    today(date(2027, 3, 1))
    assert "Agreements to close (1)" in look(desk("monitor"), "home")


def test_a_rate_waits_for_a_second_keeper_alone(made, desk):
    keeper = actor(made, "keeper", DAY)
    enter(
        keeper,
        parameter="base_rate",
        value=Decimal("16.25"),
        valid_from=date(2026, 9, 8),
        known_until=date(2026, 12, 1),
        source="resolution",
    )
    assert "Settings to confirm (1)" in look(desk("second_keeper"), "home")
    assert "Settings to confirm (" not in look(desk("keeper"), "home")


def test_a_gap_in_the_base_rate_is_due(made, desk, today):
    today(date(2026, 9, 20))
    page = look(desk("keeper"), "home")
    assert "Nothing is established from 8 September 2026 12" in page


def test_an_agreed_edition_waits_for_approval(made, desk):
    keeper = actor(made, "keeper", DAY)
    begun = begin_edition(keeper, code="priority-goods", title="Next", valid_from=date(2025, 1, 1))
    agree(keeper, begun.number)
    assert "Editions of lists to approve (1)" in look(desk("decider"), "home")


def test_the_number_of_queries_does_not_grow_with_the_cases(made, desk):
    client = desk("officer")
    for state in ("submitted", "checking", "examined"):
        application(made, state)
    queries_of(client, "home")
    few = queries_of(client, "home")
    for state in ("submitted", "checking", "examined") * 3:
        application(made, state)
    assert queries_of(client, "home") == few


def test_somebody_for_whom_nothing_waits_is_told_so(made, desk):
    assert "Nothing waits for you today." in look(desk("auditor"), "home")


def test_the_desk_is_for_officials(made, desk, client):
    home = reverse("desk:home")
    assert client.get(home).url.startswith(reverse("sign-in"))
    assert desk("applicant").get(home).url == reverse("start")
