"""Lists of the desk: filtered, sorted, taken away, and only what an official may see."""

from datetime import timedelta

import pytest
from django.urls import reverse

from ondiris.domains.parties.models import Organisation
from tests.factories import DAY, agreement, application
from tests.web.desk.browsing import look, queries_of


@pytest.fixture
def cases(made):
    """A case of each of two enterprises: submitted, and being checked."""
    return application(made, "submitted"), application(made, "checking", who="other", on=DAY + timedelta(days=2))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"text": "Өрлеу"}, [1]),
        ({"text": "IG-2024-00001"}, [0]),
        ({"state": "checking"}, [1]),
        ({"measure": "industrial-grant"}, [0, 1]),
        ({"since": "2024-03-02"}, [1]),
        ({"until": "2024-03-02"}, [0]),
    ],
)
def test_filters_narrow_the_list(cases, desk, query, found):
    page = look(desk("officer"), "applications", **query)
    assert [place for place, case in enumerate(cases) if case.number in page] == found


def test_a_bin_an_officer_and_a_region_narrow_it_too(cases, made, desk):
    officer = desk("officer")
    for query in (
        {"text": Organisation.objects.get(name="Өрлеу ЖШС").bin},
        {"officer": str(made.people["officer"].pk)},
    ):
        page = look(officer, "applications", **query)
        assert cases[1].number in page
        assert cases[0].number not in page
    assert cases[0].number in look(officer, "applications", region=str(made.region.pk))


def test_a_filter_that_is_none_is_said_and_shows_nothing(cases, desk):
    page = look(desk("officer"), "applications", since="yesterday")
    assert "Please correct the filters." in page
    assert cases[0].number not in page


def test_drafts_are_not_listed(made, desk):
    draft = application(made)
    assert draft.number not in look(desk("officer"), "applications")


def test_the_list_leaves_as_a_file_with_the_days_of_open_cases(cases, desk, today):
    today(DAY + timedelta(days=10))
    response = desk("officer").get(reverse("desk:applications"), {"export": "csv"})
    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0] == "Number,Applicant,State,Amount,Submitted,Days,Officer"
    assert lines[1] == "IG-2024-00002,Өрлеу ЖШС,Being checked,100000000.00,2024-03-03,8,Daulet"


def test_decided_cases_no_longer_age(made, desk, today):
    application(made, "decided")
    today(DAY + timedelta(days=10))
    response = desk("officer").get(reverse("desk:applications"), {"export": "csv"})
    assert ",2024-03-01,,Daulet" in b"".join(response.streaming_content).decode()


def test_the_lists_take_as_many_queries_for_more_rows(made, desk):
    officer = desk("officer")
    agreement(made)
    for name in ("applications", "agreements"):
        queries_of(officer, name)
    few = [queries_of(officer, name) for name in ("applications", "agreements")]
    agreement(made), agreement(made)
    assert [queries_of(officer, name) for name in ("applications", "agreements")] == few


@pytest.mark.parametrize(("language", "name"), [("kk", "Абай облысы"), ("ru", "область Абай"), ("en", "Abai Region")])
def test_the_region_is_named_in_the_readers_language(cases, desk, language, name):
    response = desk("officer").get(f"/{language}/desk/applications/", {"export": "csv", "columns": "region"})
    assert name in b"".join(response.streaming_content).decode()
