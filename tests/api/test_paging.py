"""Long lists page by page, and what has changed since."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import agreement, application, report


def commit():
    """As a commit would: the journal's entries take their places."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate; set constraints all deferred")


def numbers(answer, name="applications"):
    return [one["number"] for one in answer.json()[name]]


def test_pages_follow_one_another_without_gap_or_repeat(made, program):
    made_numbers = [application(made, "draft").number for _ in range(5)]
    applicant, seen, cursor = program("applicant"), [], None
    while True:
        answer = applicant.get("/applications", limit=2, **({"cursor": cursor} if cursor else {}))
        seen += numbers(answer)
        cursor = answer.json()["next"]
        if cursor is None:
            break
    assert seen == made_numbers


def test_only_what_acts_have_touched_since(made, program):
    quiet, moved = application(made, "submitted"), application(made, "submitted")
    commit()
    officer = program("officer")
    until = officer.get("/applications").json()["changes_until"]
    assert numbers(officer.get("/applications", changed_since=until)) == []
    officer.post(f"/applications/{moved.number}/acts/take", {})
    commit()
    later = officer.get("/applications", changed_since=until)
    assert numbers(later) == [moved.number]
    assert quiet.number not in numbers(later)
    assert later.json()["changes_until"] > until


def test_a_report_changes_its_agreement(made, program):
    signed = agreement(made, "in_force")
    commit()
    applicant = program("applicant")
    until = applicant.get("/agreements").json()["changes_until"]
    report(made, signed, 2025, ["1", "2", "3"], state="draft")
    commit()
    assert numbers(applicant.get("/agreements", changed_since=until), "agreements") == [signed.number]


def test_lists_are_narrowed_by_state(made, program):
    application(made, "draft")
    submitted = application(made, "submitted")
    assert numbers(program("applicant").get("/applications", state="submitted")) == [submitted.number]


@pytest.mark.parametrize("cursor", ["x", "bm90IGpzb24=", "WzEsIDJd", "ё"])
def test_a_cursor_that_the_list_did_not_give_is_refused(made, program, cursor):
    answer = program("applicant").get("/applications", cursor=cursor)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "cursor"


@pytest.mark.parametrize("query", [{"limit": 0}, {"limit": 201}, {"limit": "many"}, {"state": "lost"}, {"page": 2}])
def test_parameters_of_a_list_are_checked(made, program, query):
    answer = program("applicant").get("/applications", **query)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == list(query)


def test_a_longer_list_asks_no_more_of_the_database(made, program):
    officer = program("officer")
    counts = []
    for _ in range(2):
        application(made, "submitted")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            officer.get("/applications")
        counts.append(len(queries))
    assert counts[0] == counts[1]
