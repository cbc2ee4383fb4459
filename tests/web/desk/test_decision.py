"""What a decision rested on, and its replay."""

from django.urls import reverse

from ondiris.domains.applications.models import Decision
from tests.factories import application
from tests.web.desk.browsing import look


def test_findings_facts_and_extract_are_shown_as_they_were_kept(made, desk):
    application(made, "decided")
    case = application(made, "decided", changed={"own_funds": "0"}, kind="refuse", ground="puts_in_own_money")
    page = look(desk("officer"), "decision", case.number, case.decisions.get().pk)
    for part in ("Refuse", "a ground by art. 25.5:3", "Facts as judged", "0.00", "answered by an official"):
        assert part in page, part
    assert "IG-2024-00001" in page, "the extract names what the enterprise already has"


def test_a_replay_says_for_each_rule_whether_its_answer_is_the_same(made, desk):
    case = application(made, "decided")
    decision = case.decisions.get()
    decision.findings["findings"][0]["outcome"] = "not_met"
    decision.findings["findings"][1]["edition"] = 99
    decision.save()
    page = look(desk("auditor"), "decision", case.number, decision.pk, replay="1")
    assert page.count("The same answer") == len(decision.findings["findings"]) - 2
    assert "Another answer" in page
    assert "The edition is no longer there" in page


def test_nothing_is_replayed_unasked(made, desk):
    case = application(made, "decided")
    page = look(desk("auditor"), "decision", case.number, case.decisions.get().pk)
    assert "Replay the decision" in page
    assert "The same answer" not in page


def test_a_decision_under_another_cases_address_is_not_found(made, desk):
    case, other = application(made, "decided"), application(made, "decided")
    key = Decision.objects.get(application=case).pk
    assert desk("officer").get(reverse("desk:decision", args=[other.number, key])).status_code == 404
