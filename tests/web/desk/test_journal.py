"""The journal, for those who may read it."""

from django.db import connection
from django.urls import reverse

from ondiris.base.journal import chain
from tests.factories import application
from tests.web.desk.browsing import look


def test_an_auditor_reads_everything_others_what_their_own_body_did(made, desk):
    application(made, "checking")
    everything = look(desk("auditor"), "journal")
    assert "Submit the application" in everything
    assert "Take the case" in everything
    own = look(desk("officer"), "journal")
    assert "Take the case" in own
    assert "Aigerim" not in own


def test_it_is_filtered_by_day_act_organisation_and_number(made, desk):
    case = application(made, "checking")
    auditor = desk("auditor")
    for query, there in (
        ({"act": "application.take"}, True),
        ({"act": "application.decide"}, False),
        ({"since": "2024-03-02"}, False),
        ({"until": "2024-03-01"}, True),
        ({"organisation": made.institute.bin}, True),
        ({"organisation": "Ministry"}, False),
        ({"thing": case.number}, True),
        ({"thing": "IG-2030"}, False),
    ):
        rows = look(auditor, "journal", **query).split("Take away:")
        assert (len(rows) > 1) is there, query


def test_it_is_taken_away_as_a_file(made, desk):
    application(made, "submitted")
    response = desk("auditor").get(reverse("desk:journal"), {"export": "csv", "act": "application.submit"})
    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "Submit the application,IG-2024-00001,Aigerim" in lines[1]


def test_the_chain_is_verified_for_auditors_alone(made, desk, monkeypatch):
    application(made, "submitted")
    connection.check_constraints()  # as a commit would: the entries join the chain
    assert "The chain holds" in look(desk("auditor"), "verify")
    look(desk("officer"), "verify", status=403)
    broken = chain.Verdict(chain.Head(3, "00"), 0, "the entry at position 2 was altered or removed")
    monkeypatch.setattr(chain, "verify", lambda kept: broken)
    page = look(desk("auditor"), "verify")
    assert "The chain is broken" in page
    assert "the entry at position 2 was altered or removed" in page
