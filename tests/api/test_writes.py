"""Writes: once for each key, whole or not at all, and refused clearly."""

import threading

import pytest
from django.db import connections, transaction

from ondiris.api.models import StoredAnswer
from ondiris.api.problems import KINDS
from ondiris.base.errors import Trouble
from ondiris.base.journal.models import Entry
from ondiris.domains.applications.models import Application
from tests.api.conftest import program_as
from tests.factories import PASSWORD, agreement, application, country

BEGIN = {"measure": "industrial-grant"}


def errors(answer):
    return {error["field"]: error["message"] for error in answer.json()["errors"]}


def test_the_same_key_and_body_give_the_stored_answer_and_one_application(program):
    applicant = program("applicant")
    first, again = (applicant.post("/applications", BEGIN, key="one") for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.content == again.content
    assert Application.objects.count() == 1


def test_the_same_key_with_another_body_is_refused(program, made):
    applicant = program("applicant")
    number = applicant.post("/applications", BEGIN, key="one").json()["number"]
    answer = applicant.post(f"/applications/{number}/acts/save", {"first_year": 2025}, key="one")
    assert answer.status_code == 422
    assert answer.json()["type"] == "/api/v1/problems/idempotency-key-reused"
    assert Application.objects.get(number=number).answers == {}


def test_a_refusal_is_stored_too_and_so_is_its_place_in_the_access_log(program, made):
    case = application(made, "submitted")
    applicant = program("applicant")
    first, again = (applicant.post(f"/applications/{case.number}/acts/take", {}, key="one") for _ in range(2))
    assert (first.status_code, first.content) == (403, again.content)
    assert again["Content-Type"] == "application/problem+json"


def test_callers_do_not_share_their_keys(program, made):
    assert program("applicant").post("/applications", BEGIN, key="one").status_code == 201
    assert program("other").post("/applications", BEGIN, key="one").status_code == 201
    assert Application.objects.count() == 2


@pytest.mark.parametrize("key", ["", "x" * 201, "with space"])
def test_a_write_without_a_usable_key_is_refused(program, key):
    answer = program("applicant").post("/applications", BEGIN, key=key)
    assert (answer.status_code, answer.json()["type"]) == (400, "/api/v1/problems/idempotency-key-missing")
    assert Application.objects.count() == 0


def test_of_two_requests_with_one_key_at_once_one_acts_and_both_are_answered(own_database):
    with transaction.atomic():
        applicant = program_as(country(), "applicant")
    answers = []
    together = threading.Barrier(4)

    def write():
        together.wait()
        answers.append(applicant.post("/applications", BEGIN, key="one"))
        connections.close_all()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {(answer.status_code, answer.content) for answer in answers} == {(201, answers[0].content)}
    assert Application.objects.count() == 1


def test_a_password_cannot_be_read_back_from_a_stored_request(program, made):
    signed = agreement(made, "offered")
    program("applicant").post(f"/agreements/{signed.number}/acts/accept", {"proof": PASSWORD}, key="one")
    stored = StoredAnswer.objects.get(key="one")
    assert stored.status == 200
    assert PASSWORD not in stored.body + stored.digest


def test_a_version_seen_before_a_change_is_stale(program, made):
    case = application(made, "submitted")
    answer = program("officer").post(f"/applications/{case.number}/acts/take", {"version": case.version - 1})
    assert (answer.status_code, answer.json()["type"]) == (409, "/api/v1/problems/stale")


def test_an_act_out_of_its_time_is_refused_with_its_article(program, made):
    case = application(made, "submitted")
    answer = program("applicant").post(f"/applications/{case.number}/acts/submit", {})
    assert (answer.status_code, answer.json()["type"]) == (409, "/api/v1/problems/wrong-state")
    assert answer.json()["citations"][0]["provision"] == "25.8"


def test_a_refusal_rests_on_a_condition_that_is_not_met_and_on_nothing_else(program, made):
    case = application(made, "examined")
    body = {"kind": "refuse", "ground": "want_of_money"}
    answer = program("officer").post(f"/applications/{case.number}/acts/propose", body)
    assert answer.status_code == 422
    assert set(errors(answer)) == {"ground"}
    assert not case.decisions.exists()


def test_unknown_fields_and_wrong_types_are_named_and_nothing_is_coerced(program, made):
    case = application(made, "examined")
    body = {"kind": "grant", "amount": 100000000, "colour": "red", "version": "3"}
    answer = program("officer").post(f"/applications/{case.number}/acts/propose", body)
    assert answer.status_code == 422
    assert set(errors(answer)) == {"amount", "colour", "version"}
    assert errors(answer)["colour"] == "There is no such field here."


@pytest.mark.parametrize("amount", ["1e9", "-5", "5.001", "12 000", "NaN", ""])
def test_money_that_is_not_money_is_refused(program, made, amount):
    case = application(made, "examined")
    body = {"kind": "grant", "amount": amount}
    answer = program("officer").post(f"/applications/{case.number}/acts/propose", body)
    assert set(errors(answer)) == {"amount"}


@pytest.mark.parametrize("day", ["2024-02-30", "20240401", 20240401, "tomorrow"])
def test_days_that_are_not_days_are_refused_at_their_place(program, made, day):
    drawn = agreement(made, "drawn")
    plan = {"instalments": [{"due_on": day, "amount": "100000000.00"}]}
    answer = program("officer").post(f"/agreements/{drawn.number}/acts/plan", plan)
    assert set(errors(answer)) == {"instalments[0].due_on"}


def test_what_the_act_refuses_stands_at_its_place_in_the_body(program, made):
    drawn = agreement(made, "drawn")
    plan = {"instalments": [{"due_on": "2024-05-01", "amount": "50000000.00"}]}
    answer = program("officer").post(f"/agreements/{drawn.number}/acts/plan", plan)
    assert set(errors(answer)) == {"instalments[0].amount"}


def test_a_wrong_password_signs_nothing(program, made):
    offered = agreement(made, "offered")
    answer = program("applicant").post(f"/agreements/{offered.number}/acts/accept", {"proof": "guess"})
    assert set(errors(answer)) == {"proof"}
    assert not offered.signatures.exists()


def test_facts_of_others_and_wrong_types_do_not_reach_the_draft(program, made):
    case = application(made, "draft")
    body = {"facts": {"is_operating": True, "colour": "red", "own_funds": "much", "requested_amount": 5}}
    answer = program("applicant").post(f"/applications/{case.number}/acts/save", body)
    assert set(errors(answer)) == {f"facts.{name}" for name in body["facts"]}
    assert Application.objects.get(pk=case.pk).version == case.version


def test_a_list_of_facts_is_stated_row_by_row(program, made):
    applicant = program("applicant")
    number = applicant.post("/applications", {"measure": "labour-productivity"}).json()["number"]
    costs = [{"kind": "digital", "amount": "500.00"}, {"kind": "colour", "amount": "1"}]
    answer = applicant.post(f"/applications/{number}/acts/save", {"rows": {"costs": costs}})
    assert set(errors(answer)) == {"rows.costs[1].kind"}
    saved = applicant.post(f"/applications/{number}/acts/save", {"rows": {"costs": costs[:1]}}).json()
    assert saved["answers"]["rows"] == {"costs": costs[:1]}


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"not json", "application/json", 400),
        (b'{"measure": "industrial-grant", "measure": "x"}', "application/json", 400),
        (b'{"measure": "\\u0000"}', "application/json", 400),
        (b'{"measure": "\\ud800"}', "application/json", 400),
        (b'{"measure": NaN}', "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"measure=industrial-grant", "application/x-www-form-urlencoded", 415),
        (b'{"measure": "' + b"x" * 2_000_000 + b'"}', "application/json", 413),
        (b"", "application/json", 422),
        (b"{}", "application/json", 422),
        (b"[]", "application/json", 422),
        (b'"industrial-grant"', "application/json", 422),
    ],
)
def test_bodies_that_cannot_be_taken_are_problems_and_nothing_is_written(program, body, kind, status):
    answer = program("applicant").post("/applications", body, content_type=kind)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status
    assert not Application.objects.exists()
    assert not StoredAnswer.objects.exists()


def test_a_file_is_known_by_its_content(program, made):
    import io

    case = application(made, "draft")
    fake = io.BytesIO(b"MZ\x90\x00 an executable")
    fake.name = "plan.pdf"
    answer = program("applicant").send(
        f"/applications/{case.number}/acts/attach", "one", requirement="business_plan", file=fake
    )
    assert set(errors(answer)) == {"file"}


def test_a_form_has_its_parts_and_no_other(program, made):
    case = application(made, "draft")
    answer = program("applicant").send(f"/applications/{case.number}/acts/attach", "one", colour="red")
    assert set(errors(answer)) == {"requirement", "file", "colour"}


def test_a_file_larger_than_is_taken_is_refused_before_it_is_read(program, made):
    case = application(made, "draft")
    answer = program("applicant").post(
        f"/applications/{case.number}/acts/attach",
        b"",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=200_000_000,
    )
    assert answer.status_code == 413


def test_problems_speak_the_language_that_is_asked_for(program, made):
    applicant = program("applicant")
    for language in ("kk", "ru", "en"):
        applicant.language = language
        assert applicant.get("/applications/IG-1999-00001")["Content-Language"] == language


def test_something_unexpected_is_a_problem_and_is_logged(program, made, monkeypatch, caplog):
    from ondiris.api.v1 import applications

    def broken(actor):
        raise RuntimeError("broken")

    monkeypatch.setattr(applications, "visible", broken)
    answer = program("applicant").get("/applications")
    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
    assert "broken" in caplog.text
    assert "broken" not in answer.content.decode()


def test_every_trouble_has_a_kind_of_problem():
    def below(cls):
        return {cls}.union(*(below(sub) for sub in cls.__subclasses__()))

    assert {cls.code for cls in below(Trouble)} <= set(KINDS)


def test_an_act_by_a_program_is_in_the_journal_under_its_person(program, made):
    number = program("applicant").post("/applications", BEGIN).json()["number"]
    entry = Entry.objects.get(thing=number)
    assert (entry.act, entry.actor_name, entry.organisation_bin) == (
        "application.begin",
        "Aigerim",
        made.enterprise.bin,
    )
