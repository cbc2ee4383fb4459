"""Can a program read how far the law is carried out, and by what?"""

from ondiris.law.coverage import Reach, coverage
from tests.api.conftest import Program


def test_every_provision_is_read_with_its_means_and_tests(made):
    answer = Program().get("/law/coverage").json()
    assert [row["id"] for row in answer["provisions"]] == [str(id) for id in coverage()]
    assert sum(answer["totals"].values()) == len(coverage())
    row = next(row for row in answer["provisions"] if row["id"] == "25.5:1")
    rule = next(means for means in row["by"] if means["name"] == "is_oriented_to_the_list")
    assert (row["state"], rule["kind"]) == ("carried_out", "rule")
    assert "domains/measures/industrial_grant/test_rules.py::test_is_oriented_to_the_list" in rule["tests"]


def test_coverage_is_asked_for_by_article_state_and_system(made):
    rows = Program().get("/law/coverage", article="27", state="carried_out", system="B4").json()["provisions"]
    expected = [
        str(row.id)
        for row in coverage().values()
        if str(row.id.article) == "27" and row.reach is Reach.CARRIED_OUT and "B4" in row.systems
    ]
    assert [row["id"] for row in rows] == expected != []


def test_a_state_that_is_none_is_refused(made):
    assert Program().get("/law/coverage", state="done").status_code == 422


def test_a_provision_says_how_far_it_is_carried_out(made):
    shown = Program().get("/law/provisions/4.2").json()
    assert shown["provision"]["coverage"] == "needs_nothing"
