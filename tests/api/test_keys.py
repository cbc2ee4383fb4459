"""Who may call: keys, their days and mandates; and what a caller never learns of others."""

from datetime import date

import pytest

from ondiris.base.errors import BadInput
from ondiris.base.journal.models import Look
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.parties.keys import make_key
from ondiris.domains.parties.models import ApiKey
from tests.api.conftest import Program
from tests.factories import application


@pytest.mark.parametrize("secret", ["", "ondiris_wrong"])
def test_without_a_known_key_nothing_is_shown(made, secret):
    answer = Program(secret).get("/applications")
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer.json()["type"] == "/api/v1/problems/no-valid-key"


def test_an_expired_key_is_refused_and_in_the_access_log(made, program, on_the_day):
    applicant = program("applicant")
    on_the_day(date(2030, 1, 1))
    assert applicant.get("/applications").status_code == 401
    assert Look.objects.filter(thing_kind="apikey", thing="applicant", allowed=False).exists()


def test_a_key_ends_with_the_mandate_behind_it(made, program):
    applicant = program("applicant")
    made.people["applicant"].mandates.update(valid_to=date(2024, 2, 1))
    assert applicant.get("/applications").status_code == 401


def test_a_key_ends_with_its_person(made, program):
    applicant = program("applicant")
    user = made.people["applicant"]
    user.is_active = False
    user.save()
    assert applicant.get("/applications").status_code == 401


def test_only_the_digest_of_a_secret_is_kept(made, program):
    secret = program("applicant").secret
    kept = ApiKey.objects.get(label="applicant")
    assert secret not in str(vars(kept))
    assert len(kept.digest) == 64


def test_no_key_is_made_without_a_mandate_or_with_reversed_days(made):
    with pytest.raises(BadInput) as wrong:
        make_key(
            made.people["applicant"],
            made.other_enterprise,
            label=" ",
            valid_from=date(2024, 1, 1),
            valid_to=date(2024, 1, 1),
        )
    assert set(wrong.value.fields) == {"label", "valid_to", "organisation"}


def test_another_enterprises_application_is_not_found_and_in_the_access_log(made, program):
    theirs = application(made, "submitted", who="other")
    applicant = program("applicant")
    assert applicant.get("/applications").json()["applications"] == []
    assert applicant.get(f"/applications/{theirs.number}").status_code == 404
    assert applicant.post(f"/applications/{theirs.number}/acts/withdraw", {}).status_code == 404
    assert Look.objects.filter(thing=theirs.number, allowed=False).count() == 2


def test_an_act_that_is_not_the_callers_is_refused_with_the_article_and_logged(made, program):
    theirs = application(made, "submitted")
    answer = program("applicant").post(f"/applications/{theirs.number}/acts/take", {})
    assert answer.status_code == 403
    cited = FLOW["take"].provision
    assert answer.json()["citations"] == [{"provision": cited, "url": f"/api/v1/law/provisions/{cited}"}]
    assert Look.objects.filter(thing=theirs.number, purpose="application.take", allowed=False).exists()


def test_an_official_who_reads_a_case_is_in_the_access_log(made, program):
    case = application(made, "submitted")
    assert program("officer").get(f"/applications/{case.number}").status_code == 200
    assert Look.objects.filter(thing=case.number, allowed=True, actor=made.people["officer"].pk).exists()


def test_an_applicant_sees_neither_experts_nor_proposals(made, program):
    case = application(made, "proposed")
    seen = program("applicant").get(f"/applications/{case.number}").json()
    assert (seen["experts"], seen["established"], seen["decisions"]) == ([], [], [])
    official = program("decider").get(f"/applications/{case.number}").json()
    assert len(official["experts"]) == 2
    assert official["decisions"][0]["kind"] == "grant"


def test_an_expert_sees_their_own_scores_alone(made, program):
    case = application(made, "examined")
    seen = program("expert").get(f"/applications/{case.number}").json()
    assert [one["expert"] for one in seen["experts"]] == ["Marat"]


def test_a_document_is_handed_out_to_those_who_see_its_case(made, program):
    case = application(made, "submitted")
    document = case.attachments.select_related("document").first().document
    answer = program("applicant").get(f"/applications/{case.number}/documents/{document.number}")
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert program("other").get(f"/applications/{case.number}/documents/{document.number}").status_code == 404
