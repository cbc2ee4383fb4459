"""Beginning an application."""

from django.test import Client

from ondiris.domains.applications.models import Application
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.parties.terms import Capacity
from tests.factories import sign_in
from tests.factories.country import person
from tests.web.cabinet.pages import look, press


def test_every_measure_can_be_begun(made, browser):
    for measure in MEASURES:
        response = press(browser, "begin", measure=measure.name)
        number = Application.objects.get(measure=measure.name).number
        assert response["Location"].endswith(f"/applications/{number}/")


def test_pressing_twice_makes_one_draft(made, browser):
    press(browser, "begin", measure="industrial-grant")
    press(browser, "begin", measure="industrial-grant")
    assert Application.objects.count() == 1


def test_an_unknown_measure_is_not_found(made, browser):
    assert press(browser, "begin", measure="gold").status_code == 404
    assert not Application.objects.exists()


def test_a_signatory_alone_reads_why_not(made):
    signatory = sign_in(Client(), person("signatory", made.enterprise, Capacity.SIGNATORY))
    assert "Your mandate does not include this." in look(signatory, "begin")
    assert press(signatory, "begin", measure="industrial-grant").status_code == 403


def test_a_visitor_signs_in_first_and_then_chooses(db, client):
    response = press(client, "begin", measure="industrial-grant")
    assert response["Location"] == "/en/sign-in/?next=/en/cabinet/begin/"
