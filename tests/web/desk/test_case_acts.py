"""A case on its way from taken to decided, act by act, with what a person may get wrong."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from ondiris.base.journal.models import Entry
from ondiris.domains.applications.models import Application, Assignment, Decision, Established, Question
from ondiris.domains.funds import ledger
from ondiris.domains.parties.models import Mandate
from tests.factories import DAY, application
from tests.web.desk.browsing import done, hidden, look, send, words


def state_of(case: Application) -> str:
    return Application.objects.get(pk=case.pk).state


def test_a_case_is_taken_with_one_press(made, desk):
    case = application(made, "submitted")
    officer = desk("officer")
    response = officer.post(reverse("desk:take", args=[case.number]), {"version": case.version})
    assert response.url == reverse("desk:application", args=[case.number])
    assert Application.objects.get(pk=case.pk).officer_name == "Daulet"
    assert "The case is yours." in look(officer, "application", case.number)


def test_of_two_officials_at_once_one_wins_and_the_other_is_told(made, desk):
    case = application(made, "submitted")
    take = reverse("desk:take", args=[case.number])
    assert done(desk("officer").post(take, {"version": case.version}))
    second = desk("second_officer").post(take, {"version": case.version})
    assert second.status_code == 409
    assert "Somebody changed this after you opened the page." in words(second)
    assert f'href="{reverse("desk:application", args=[case.number])}"' in second.content.decode()
    assert Application.objects.get(pk=case.pk).officer_name == "Daulet"


def test_a_double_press_asks_once(made, desk):
    case = application(made, "checking")
    officer = desk("officer")
    form = {**hidden(officer, "ask", case.number), "text": "Who will run the line?", "answer_by": "2024-04-01"}
    address = reverse("desk:ask", args=[case.number])
    assert done(officer.post(address, form))
    assert officer.post(address, form).status_code == 409
    assert Question.objects.count() == 1


def test_an_empty_question_is_not_asked(made, desk):
    case = application(made, "checking")
    response = send(desk("officer"), "ask", case.number, text="  ")
    assert "This field is required." in words(response)
    assert state_of(case) == "checking"


def test_a_fact_is_established_with_reasons_and_the_findings_follow(made, desk):
    case = application(made, "checking")
    officer = desk("officer")
    assert "Another law provides" not in look(officer, "application", case.number)
    assert done(send(officer, "establish", case.number, "in_agro_industry", in_agro_industry="true", note="It mills."))
    newest = Established.objects.latest("pk")
    assert (newest.value, newest.note) == (True, "It mills.")
    assert "Another law provides for this case" in look(officer, "application", case.number)


def test_a_fact_without_reasons_is_not_established_and_the_choice_is_kept(made, desk):
    case = application(made, "checking")
    response = send(desk("officer"), "establish", case.number, "has_arrears", has_arrears="true", note="")
    assert 'value="true" id="id_has_arrears_0" checked' in response.content.decode().replace(' aria-invalid="true"', "")
    assert Established.objects.filter(fact="has_arrears").count() == 1, "the one of the factory"


def test_a_fact_that_officials_do_not_state_is_not_found(made, desk):
    case = application(made, "checking")
    look(desk("officer"), "establish", case.number, "own_funds", status=404)


def test_too_few_experts_are_not_sent_the_case(made, desk):
    case = application(made, "checking")
    response = send(desk("officer"), "examine", case.number, experts=[made.people["expert"].pk])
    assert "Choose at least 2 experts." in words(response)
    assert not Assignment.objects.exists()


def test_only_experts_with_a_mandate_in_force_are_offered(made, desk):
    Mandate.objects.filter(user=made.people["third_expert"]).update(valid_to=date(2023, 1, 1))
    case = application(made, "checking")
    page = look(desk("officer"), "examine", case.number)
    assert "Marat" in page
    assert "Askar" not in page


def test_experts_declare_and_score(made, desk):
    case = application(made, "checking")
    people = [made.people[who].pk for who in ("expert", "second_expert")]
    assert done(send(desk("officer"), "examine", case.number, experts=people))
    expert = desk("expert")
    assert done(send(expert, "declare", case.number, has_conflict="no"))
    scores = {"feasibility": "8", "complexity": "7", "market": "9", "finances": "6"}
    assert done(send(expert, "assess", case.number, **scores, opinion="Sound."))
    assert Assignment.objects.get(expert=made.people["expert"].pk).scores["market"] == 9


def test_a_conflict_without_a_word_on_it_is_asked_for(made, desk):
    case = application(made, "examining")
    response = send(desk("expert"), "declare", case.number, has_conflict="yes", note="")
    assert "Say what the conflict of interest is." in words(response)
    assert Assignment.objects.get(expert=made.people["expert"].pk).has_conflict is None


@pytest.mark.parametrize("typed", ["11", "-1", "seven", "7.5", ""])
def test_a_score_outside_its_range_is_refused_beside_its_field(made, desk, typed):
    case = application(made, "examining")
    expert = desk("expert")
    send(expert, "declare", case.number, has_conflict="no")
    response = send(
        expert, "assess", case.number, feasibility=typed, complexity="7", market="9", finances="6", opinion="x"
    )
    page = response.content.decode()
    assert 'id="id_feasibility_error"' in page
    assert f'value="{typed}"' in page or not typed
    assert Assignment.objects.get(expert=made.people["expert"].pk).assessed_on is None


def test_while_something_is_open_nothing_is_offered_for_proposal(made, desk):
    case = application(made, "checking")
    page = look(desk("officer"), "propose", case.number)
    assert "Nothing can be proposed yet" in page
    assert "What you propose" not in page


def test_a_grant_is_proposed_within_what_was_asked_for(made, desk):
    case = application(made, "examined")
    officer = desk("officer")
    assert "The ground of the refusal" not in look(officer, "propose", case.number)
    response = send(officer, "propose", case.number, kind="grant", amount="100000001", reasons="As asked.")
    assert "This is more than what was asked for." in words(response)
    assert "As asked." in words(response)
    assert done(send(officer, "propose", case.number, kind="grant", amount="90 000 000,50", reasons=""))
    assert Decision.objects.get().amount == Decimal("90000000.50")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("ninety", "Write the amount in digits"),
        ("-5", "An amount cannot be negative."),
        ("1.005", "no more than two decimals"),
        ("0", "Give an amount above zero"),
        ("", "This field is required."),
    ],
)
def test_what_is_no_amount_of_money_is_refused_as_typed(made, desk, typed, why):
    case = application(made, "examined")
    response = send(desk("officer"), "propose", case.number, kind="grant", amount=typed)
    assert why in words(response)
    assert f'value="{typed}"' in response.content.decode() or not typed
    assert not Decision.objects.exists()


def test_a_refusal_is_offered_only_with_the_findings_that_are_a_ground(made, desk):
    case = application(made, "checking", changed={"own_funds": "0"})
    officer = desk("officer")
    page = look(officer, "propose", case.number)
    assert (
        "The enterprise finances a part of the project with its own money. (art. 42.2, a ground by art. 25.5:3)" in page
    )
    assert "The enterprise works in manufacturing. (art." not in page
    assert "Amount to be granted" not in page
    response = send(officer, "propose", case.number, kind="refuse", ground="works_in_manufacturing")
    assert "is not one of the available choices" in words(response)
    assert done(send(officer, "propose", case.number, kind="refuse", ground="puts_in_own_money"))


def test_another_law_is_shown_and_not_a_refusal(made, desk):
    case = application(made, "checking")
    officer = desk("officer")
    send(officer, "establish", case.number, "in_agro_industry", in_agro_industry="true", note="It mills.")
    page = look(officer, "propose", case.number)
    assert "Show the other law" in page
    assert "The ground of the refusal" not in page
    assert done(send(officer, "propose", case.number, kind="elsewhere"))
    decider = desk("decider")
    assert "This is no refusal." in look(decider, "decide", case.number)
    assert done(send(decider, "decide", case.number))
    assert state_of(case) == "elsewhere"


def test_a_decision_shows_all_that_it_rests_on_and_is_made_once(made, desk):
    case = application(made, "proposed")
    decider = desk("decider")
    page = look(decider, "decide", case.number)
    for part in ("All conditions are met", "Scores by criterion", "It is no ground for refusal.", "Decide: Grant"):
        assert part in page, part
    form = hidden(decider, "decide", case.number)
    address = reverse("desk:decide", args=[case.number])
    assert done(decider.post(address, form))
    page = look(decider, "application", case.number)
    assert "The decision is made, with all that it rested on." in page
    assert "What happens next The agreement is drawn up. the institute's case officer art. 27.1" in page
    assert decider.post(address, form).status_code == 409
    assert state_of(case) == "granted"
    assert Entry.objects.filter(act="application.decide", thing=case.number).count() == 1


def test_a_proposal_that_todays_findings_no_longer_carry_is_not_decided(made, desk):
    case = application(made, "proposed")
    Established.objects.create(
        application=case, fact="has_arrears", value=True, by=made.people["officer"].pk, by_name="Daulet", on=DAY
    )
    response = send(desk("decider"), "decide", case.number)
    assert "A measure is granted when every condition is found met." in words(response)
    assert state_of(case) == "proposed"


def test_a_proposal_is_sent_back_with_a_reason_that_stays_on_record(made, desk):
    case = application(made, "proposed")
    decider = desk("decider")
    assert "This field is required." in words(send(decider, "send-back", case.number, reason=""))
    assert done(send(decider, "send-back", case.number, reason="Ask about the line."))
    assert state_of(case) == "checking"
    assert "Ask about the line." in look(desk("officer"), "application", case.number)


def test_who_may_not_decide_is_told_why(made, desk):
    case = application(made, "proposed")
    response = desk("officer").get(reverse("desk:decide", args=[case.number]))
    assert response.status_code == 403
    assert "Only the body that the law names for this can do it." in words(response)


def test_an_expired_mandate_ends_the_right_to_act(made, desk):
    case = application(made, "proposed")
    decider = desk("decider")
    form = hidden(decider, "decide", case.number)
    Mandate.objects.filter(user=made.people["decider"]).update(valid_to=DAY)
    response = decider.post(reverse("desk:decide", args=[case.number]), form)
    assert response.url == reverse("start")
    assert decider.get(response.url).status_code == 403
    assert state_of(case) == "proposed"


def test_waiting_cases_get_money_in_their_order(made, desk, today):
    cases = [application(made, "decided", on=DAY + timedelta(days=place)) for place in range(7)]
    first, second = cases[5:]
    today(DAY + timedelta(days=20))
    decider = desk("decider")
    assert "The account holds" in words(send(decider, "fund", first.number))
    ledger.allocate(made.programme, Decimal(100_000_000), DAY, "order 2")
    assert "An earlier case waits for the same money." in words(send(decider, "fund", second.number))
    assert done(send(decider, "fund", first.number))
    assert (state_of(first), state_of(second)) == ("granted", "waiting")


def test_the_agreement_is_drawn_up_once(made, desk):
    case = application(made, "decided")
    officer = desk("officer")
    response = send(officer, "draw", case.number)
    assert "/agreements/IG-A-2024-00001/" in response.url
    again = officer.post(reverse("desk:draw", args=[case.number]))
    assert again.status_code == 409
    assert "already drawn up" in words(again)
