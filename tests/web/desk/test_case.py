"""What an official sees of a case, and who may open it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from ondiris.base.journal.models import Look
from ondiris.domains.applications.actions.examine import assess, declare
from ondiris.domains.applications.models import Established
from ondiris.domains.parties.models import BodyRole
from ondiris.domains.parties.terms import Capacity, OrganisationKind, Role
from tests.factories import DAY, actor, application
from tests.factories.country import SINCE, organisation, person
from tests.web.desk.browsing import look, queries_of


def test_a_case_is_shown_whole(made, desk):
    case = application(made, "examined")
    page = look(desk("officer"), "application", case.number)
    for part in (
        "Ақ Диірмен ЖШС: IG-2024-00001",
        "All conditions are met",
        "LIST-2023-00001",
        "Output a worker",
        "Ploughs",
        "plan.pdf",
        "2 of 2 needed have scored",
        "It is no ground for refusal.",
        "Propose a decision",
        "Take the case",
    ):
        assert part in page, part


def test_what_is_not_met_stands_open_with_its_evidence(made, desk):
    case = application(made, "checking", changed={"own_funds": "0"})
    page = look(desk("officer"), "application", case.number)
    assert "A condition is not met" in page
    assert "A refusal may rest on this (article 25, paragraph 6)." in page


def test_a_decided_case_shows_the_findings_of_its_decision(made, desk, today):
    case = application(made, "decided")
    Established.objects.all().delete()  # whatever the registers say later
    today(DAY + timedelta(days=400))
    page = look(desk("officer"), "application", case.number)
    assert "Findings of 1 March 2024, on which the decision rests" in page
    assert "All conditions are met" in page


def test_the_clock_stands_still_while_the_applicant_answers(made, desk, today):
    case = application(made, "asked")
    today(DAY + timedelta(days=9))
    page = look(desk("officer"), "application", case.number)
    assert "0; the clock stands still while the applicant answers" in page


@pytest.mark.parametrize(
    ("who", "here", "not_here"),
    [
        ("officer", "Ask the applicant", "Make the decision"),
        ("second_officer", "Daulet handles this case.", "Ask the applicant"),
        ("auditor", "Summary", "Ask the applicant"),
        ("treasurer", "Summary", "Propose a decision"),
    ],
)
def test_buttons_are_those_of_the_person(made, desk, who, here, not_here):
    case = application(made, "checking")
    page = look(desk(who), "application", case.number).split("History")[0]
    assert here in page
    assert not_here not in page


def test_a_draft_is_the_applicants_alone_and_the_attempt_is_logged(made, desk):
    draft = application(made)
    look(desk("officer"), "application", draft.number, status=404)
    assert Look.objects.filter(thing=draft.number, allowed=False, actor_name="Daulet").exists()


def test_an_expert_opens_only_the_cases_assigned(made, desk):
    case = application(made, "examining")
    assert "Declare interests" in look(desk("expert"), "application", case.number)
    look(desk("third_expert"), "application", case.number, status=404)


def test_an_official_of_a_body_that_has_nothing_to_do_with_the_measure_finds_nothing(made, desk):
    body = organisation("Akimat", OrganisationKind.PUBLIC_BODY, made.region)
    BodyRole.objects.create(organisation=body, role=Role.LOCAL_EXECUTIVE_BODY, valid_from=SINCE)
    made.people["stranger"] = person("stranger", body, Capacity.CASE_OFFICER, Capacity.DECISION_MAKER)
    case = application(made, "submitted")
    look(desk("stranger"), "application", case.number, status=404)
    assert case.number not in look(desk("stranger"), "applications")
    assert Look.objects.filter(thing=case.number, allowed=False, actor_name="Stranger").exists()


def test_who_opened_a_case_is_in_the_access_log(made, desk):
    case = application(made, "submitted")
    look(desk("auditor"), "application", case.number)
    assert Look.objects.filter(thing=case.number, allowed=True, actor_name="Kanat", purpose="case").exists()


def test_an_expert_sees_the_others_scores_only_after_scoring(made, desk):
    case = application(made, "examining")
    other = actor(made, "second_expert", DAY)
    declare(other, case.number, has_conflict=False)
    scores = {"feasibility": 7, "complexity": 7, "market": 7, "finances": 7}
    assess(other, case.number, scores=scores, opinion="Not convincing.")
    page = look(desk("expert"), "application", case.number)
    assert "Not convincing." not in page
    assert "You see what the others gave when you have scored." in page
    assert "Not convincing." in look(desk("officer"), "application", case.number)


def test_documents_are_taken_away_by_those_who_see_the_case(made, desk):
    case = application(made, "submitted")
    number = case.attachments.first().document.number
    address = reverse("desk:document", args=[number])
    response = desk("officer").get(address)
    assert b"".join(response.streaming_content).startswith(b"%PDF-")
    assert desk("third_expert").get(address).status_code == 404


def test_a_measure_without_experts_or_goods_is_shown_by_its_own_declaration(made, desk):
    costs = [{"kind": "digital", "amount": "5000000"}]
    case = application(made, "checking", measure_name="labour-productivity", changed={"costs": costs})
    page = look(desk("officer"), "application", case.number).replace("\xa0", " ")
    assert "Introducing digital technologies 5,000,000.00 ₸" in page
    assert "Planned goals of the project" not in page
    for of_experts in ("Send to experts", "The experts are chosen.", "Scores by criterion"):
        assert of_experts not in page
    assert "What you propose" in look(desk("officer"), "propose", case.number)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("state", ["submitted", "checking", "asked", "examined", "proposed", "decided"])
def test_a_case_is_shown_in_every_state_and_language(made, desk, state, language):
    case = application(made, state)
    response = desk("officer").get(f"/{language}/desk/applications/{case.number}/")
    assert response.status_code == 200
    assert f'lang="{language}"' in response.content.decode()


def test_the_page_takes_as_many_queries_for_a_large_case(made, desk):
    client = desk("officer")
    small = application(made, "examined")
    goods = [{"commodity_code": f"8432{place:02}", "name": "Plough"} for place in range(30)]
    large = application(made, "examined", changed={"goods": goods})

    queries_of(client, "application", small.number)
    assert queries_of(client, "application", small.number) == queries_of(client, "application", large.number)
