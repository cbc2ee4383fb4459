"""The access log, for those who may read it: who looked at what, and what was refused to whom."""

import re
from datetime import date

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from ondiris.base.actors import Actor
from ondiris.base.journal import access
from ondiris.base.journal.models import Look
from ondiris.domains.applications.models import Decision
from ondiris.domains.parties.models import User
from ondiris.domains.parties.terms import Capacity, Role
from ondiris.project.docs.registered import acts, beginnings
from ondiris.web.desk.access_log import KINDS, AccessLog
from ondiris.web.ui.listing.page import page_of
from tests.factories import DAY, actor, agreement, application
from tests.web.desk.browsing import look, queries_of

NOT_YOURS = "There is no such page, or it is not yours to see."


def table(page: str) -> str:
    """What stands below the filters."""
    return page.partition("Take away:")[2]


@pytest.fixture
def case(made, desk):
    """A case that the officer read and that was refused to an expert who is not asked."""
    one = application(made, "checking")
    look(desk("officer"), "application", one.number)
    look(desk("expert"), "application", one.number, status=404)
    return one


def test_an_auditor_reads_who_looked_and_what_was_refused_to_whom_and_why(made, case, desk):
    page = table(look(desk("auditor"), "access-log"))
    assert f"Daulet Shown Application {case.number} To read it — {made.institute.name}" in page
    assert f"Marat Refused Application {case.number} To read it {NOT_YOURS} {made.institute.name}" in page


def test_others_read_what_is_about_themselves(case, desk):
    page = look(desk("officer"), "access-log")
    assert "You read what is about yourself" in page
    assert "Daulet" in table(page)
    assert "Marat" not in table(page)


def test_it_is_not_for_enterprises(case, desk):
    assert desk("applicant").get(reverse("desk:access-log")).status_code == 302


def test_reading_it_is_written_in_it_once_a_page_with_what_was_asked_about(made, case, desk):
    auditor = desk("auditor")
    before = Look.objects.count()
    assert "Kanat Shown Access log — To read it — Ministry of Industry" in table(look(auditor, "access-log"))
    look(auditor, "access-log", thing=case.number)
    b"".join(auditor.get(reverse("desk:access-log"), {"export": "csv"}).streaming_content)
    written = Look.objects.order_by("pk")[before:].values_list("actor_name", "thing_kind", "thing", "purpose")
    assert list(written) == [
        ("Kanat", "look", "", "look"),
        ("Kanat", "look", case.number, "look"),
        ("Kanat", "look", "", "download"),
    ]


def test_it_is_filtered_by_person_outcome_kind_number_and_period(made, case, desk, today):
    auditor = desk("auditor")
    recorded = Look.objects.get(actor_name="Marat").at.date()
    for query, daulet, marat in (
        ({"person": "daul"}, True, False),
        ({"person": "MARAT@example.kz"}, False, True),
        ({"person": "nobody"}, False, False),
        ({"outcome": "refused"}, False, True),
        ({"outcome": "shown"}, True, False),
        ({"kind": "application"}, True, True),
        ({"kind": "agreement"}, False, False),
        ({"thing": case.number.lower()}, True, True),
        ({"thing": case.number[:-1]}, False, False),
        ({"since": "2020-01-01"}, True, True),
        ({"until": "2020-01-01"}, False, False),
        ({"until": "9999-12-31", "since": "0001-01-01"}, True, True),
        ({"since": str(recorded.replace(year=recorded.year + 1))}, False, False),
    ):
        page = table(look(auditor, "access-log", **query))
        assert ("Daulet" in page, "Marat" in page) == (daulet, marat), query


def test_a_name_that_too_many_have_is_refused_beside_the_field(made, desk):
    User.objects.bulk_create(User(email=f"{n}@example.kz", name=f"Aibek {n}") for n in range(101))
    assert "More than 100 people are called so." in look(desk("auditor"), "access-log", person="aibek")


def test_a_case_leads_an_auditor_to_who_looked_at_it(made, desk):
    signed = agreement(made)
    for name, number in (("application", signed.application.number), ("agreement", signed.number)):
        page = reverse(f"desk:{name}", args=[number])
        address = f"{reverse('desk:access-log')}?thing={number}"
        assert address in desk("auditor").get(page).content.decode()
        assert address not in desk("officer").get(page).content.decode()
        shown = look(desk("auditor"), "access-log", thing=number)
        assert f"Who looked at {number}" in shown
        assert "Daulet" in table(shown)


def test_a_case_brings_the_looks_at_its_decisions(made, desk):
    case = application(made, "proposed")
    key = Decision.objects.get().pk
    look(desk("decider"), "decision", case.number, key)
    page = desk("auditor").get(reverse("desk:access-log"), {"thing": case.number}).content.decode()
    assert f'href="{reverse("desk:decision", args=[case.number, key])}"' in page


def test_what_was_refused_leads_nowhere(made, desk):
    look(desk("officer"), "application", "IG-2030-00001", status=404)
    access.refused(actor(made, "officer", DAY), "application", "no/number", "look", "why")
    page = desk("auditor").get(reverse("desk:access-log"), {"outcome": "refused"}).content.decode()
    assert "IG-2030-00001" in page
    assert "no/number" in page
    assert 'href="/en/desk/applications/IG-2030' not in page


def test_a_refusal_is_read_in_the_readers_language_whoever_was_refused(made, desk):
    officer = desk("officer")
    with translation.override("ru"):
        officer.get(reverse("desk:application", args=["IG-2030-00001"]))
    assert Look.objects.get(thing="IG-2030-00001").reason == NOT_YOURS
    assert NOT_YOURS in look(desk("auditor"), "access-log")
    with translation.override("kk"):
        assert NOT_YOURS not in look(desk("auditor"), "access-log")


def test_it_is_taken_away_as_a_file_as_it_is_filtered(made, case, desk):
    response = desk("auditor").get(reverse("desk:access-log"), {"export": "csv", "outcome": "refused"})
    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[1].endswith(f'Marat,Refused,Application,{case.number},To read it,"{NOT_YOURS}",{made.institute.name}')


def test_the_number_of_queries_does_not_grow_with_the_lines(made, case, desk):
    auditor = desk("auditor")
    before = queries_of(auditor, "access-log")
    for who in ("officer", "expert", "monitor"):
        access.looked(actor(made, who, DAY), "application", case.number, "case")
    assert queries_of(auditor, "access-log") == before


def test_every_kind_that_an_act_can_refuse_has_a_name():
    assert {one.model.__name__.lower() for one in [*acts().values(), *beginnings().values()]} <= set(KINDS)


AUDITOR = {"roles": frozenset({Role.INDUSTRY_AUTHORITY}), "own": frozenset({Capacity.AUDITOR})}
OFFICIAL = {"roles": frozenset({Role.INDUSTRY_INSTITUTE}), "own": frozenset({Capacity.CASE_OFFICER})}


@pytest.fixture
def many(own_database) -> None:
    """Twenty thousand looks of two thousand people over a year and a half."""
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into parties_user (email, name, password, is_active, language)"
            " select n || '@example.kz', 'Person ' || n, '', true, 'en' from generate_series(1, 2000) n"
        )
        cursor.execute(
            "insert into journal_look"
            " (at, actor, actor_name, organisation_bin, thing_kind, thing, purpose, allowed, reason)"
            " select timestamptz '2026-01-01' + n * interval '40 minutes', u.id, u.name, '', "
            " case when n % 500 = 0 then 'edition' else 'application' end,"
            " 'IG-2026-' || lpad((n % 5000)::text, 5, '0'), 'case', n % 100 > 0, ''"
            " from generate_series(1, 20000) n join parties_user u on u.email = n % 2000 || '@example.kz'"
        )
        cursor.execute("analyze journal_look")


@pytest.mark.parametrize(
    ("who", "address", "index"),
    [
        (AUDITOR, "", "looks_by_time"),
        (OFFICIAL, "", "looks_of_a_person"),
        (AUDITOR, "person=77@example.kz", "looks_of_a_person"),
        (AUDITOR, "thing=ig-2026-00077", "looks_at_a_thing"),
        (AUDITOR, "outcome=refused", "looks_refused"),
        (AUDITOR, "kind=edition", "looks_at_a_kind"),
        (AUDITOR, "since=2026-02-01&until=2026-02-02", "looks_by_time"),
    ],
)
def test_a_page_of_a_long_log_is_found_by_an_index(many, who, address, index):
    user = User.objects.get(name="Person 5").pk
    reader = Actor(date(2027, 1, 1), user, "", 1, "", "", **who)
    with CaptureQueriesContext(connection) as seen:
        assert page_of(AccessLog(reader), QueryDict(address)).rows
    (rows,) = (one["sql"] for one in seen.captured_queries if re.search(r"journal_look.*LIMIT 51", one["sql"]))
    with connection.cursor() as cursor:
        cursor.execute("explain " + rows)
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert index in plan
    assert "Seq Scan on journal_look" not in plan
