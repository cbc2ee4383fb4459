"""Does a measure's page say what its declaration says, for whoever looks at it?"""

from datetime import date

import pytest
from django.test import Client
from django.utils.html import escape

from ondiris.domains.measures.catalogue import MEASURES, measure
from ondiris.domains.measures.declaration import Measure
from ondiris.law.parameters import Certainty, Parameters, Value
from ondiris.web.open import conditions
from tests.factories import Country, sign_in

GRANT = "/en/measures/industrial-grant/"
DAY = date(2024, 3, 1)


def test_every_measure_is_listed_with_its_article(page: Client) -> None:
    html = page.get("/en/measures/").content.decode()
    assert all(each.title in html and f'href="/en/law/{each.provision}/"' in html for each in MEASURES)


@pytest.mark.parametrize("declared", MEASURES, ids=lambda declared: declared.name)
def test_a_measure_shows_every_condition_with_its_article(page: Client, declared: Measure) -> None:
    html = page.get(f"/en/measures/{declared.name}/").content.decode()
    for rule in declared.rules.on(DAY):
        assert f'{escape(rule.sentence)} <a class="cite" href="/en/law/{rule.provision}/">' in html


def test_a_measure_names_the_bodies_that_decide_and_serve(made: Country, page: Client) -> None:
    html = page.get(GRANT).content.decode()
    assert f"Industry authority: {made.authority.name}" in html
    assert f"Industry institute: {made.institute.name}" in html


def test_conditions_of_a_by_law_and_example_numbers_are_marked(page: Client) -> None:
    html = page.get(GRANT).content.decode()
    assert "By-law, as reported; to be confirmed" in html
    assert '<b>20%</b> <span class="tag tag--yellow">example, to be confirmed by the authority</span>' in html


def test_a_set_that_is_switched_off_is_no_condition(monkeypatch: pytest.MonkeyPatch) -> None:
    off = Value("industrial_grant.by_law_conditions", False, date(2024, 1, 1), "a decision", Certainty.ACT)
    monkeypatch.setattr(conditions, "parameters_on", lambda: Parameters.load().with_values([off]))
    assert [group.label for group in conditions.conditions_on(measure("industrial-grant"), DAY)] == [""]


def test_before_the_rules_begin_there_are_no_conditions() -> None:
    assert conditions.conditions_on(measure("industrial-grant"), date(2022, 6, 1)) == []


def test_a_measure_that_asks_no_experts_does_not_speak_of_them(page: Client) -> None:
    assert "With the experts" in page.get(GRANT).content.decode()
    assert "With the experts" not in page.get("/en/measures/labour-productivity/").content.decode()


def test_a_visitor_applies_by_signing_in_first(page: Client) -> None:
    html = page.get(GRANT).content.decode()
    assert "/en/sign-in/?next=/en/cabinet/begin/%3Fmeasure%3Dindustrial-grant" in html


def test_an_applicant_begins_at_once(made: Country, page: Client) -> None:
    html = sign_in(page, made.people["applicant"]).get(GRANT).content.decode()
    assert '<form method="post" action="/en/cabinet/begin/">' in html


def test_an_official_is_told_why_not(made: Country, page: Client) -> None:
    html = sign_in(page, made.people["officer"]).get(GRANT).content.decode()
    assert 'action="/en/cabinet/begin/"' not in html
    assert "A public body does not apply for a measure." in html


def test_an_unknown_measure_is_not_found(page: Client) -> None:
    assert page.get("/en/measures/free-lunch/").status_code == 404
    assert page.get("/en/measures/free-lunch/check/").status_code == 404
