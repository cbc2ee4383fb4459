"""Filling in a draft: saved at any moment, kept as typed, with what is wrong beside the field."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation

from ondiris.domains.applications.actions.begin import begin
from ondiris.domains.applications.models import Application
from tests.factories import DAY, actor, answers, application
from tests.web.cabinet.pages import filled_in, look, press, text_of


@pytest.fixture
def draft(made) -> Application:
    return begin(actor(made, "applicant", DAY), measure_name="industrial-grant")


def kept(draft: Application) -> dict[str, Any]:
    draft.refresh_from_db()
    return draft.answers


def test_a_fresh_section_scolds_nobody(draft, browser):
    assert "Please correct this" not in look(browser, "section", draft.number, "project")


def test_an_incomplete_section_is_saved_and_says_what_is_missing(draft, browser):
    response = press(browser, "section", draft.number, "project", version=1, project_cost="200 000 000,5")
    assert response["Location"].endswith(f"/applications/{draft.number}/")
    assert kept(draft)["project_cost"] == "200000000.5"
    page = look(browser, "application", draft.number)
    assert "2 things are missing" in page
    page = look(browser, "section", draft.number, "project")
    assert "Own money that the enterprise puts into the project — This is still to be stated." in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("a lot", "Write the amount in digits"),
        ("-5", "An amount cannot be negative."),
        ("1.234", "Write no more than two decimals"),
    ],
)
def test_money_that_is_none_is_kept_as_typed_with_the_reason(draft, browser, typed, sentence):
    press(browser, "section", draft.number, "project", version=1, own_funds=typed)
    assert kept(draft)["own_funds"] == typed
    response = browser.get(reverse("cabinet:section", args=[draft.number, "project"]))
    assert sentence in text_of(response)
    assert f'value="{typed}"'.replace("-", "\N{MINUS SIGN}") in response.content.decode()


def test_the_same_digits_mean_what_the_reader_of_the_language_means(draft, browser):
    for language, amount in (("en", "1250"), ("ru", "1.25")):
        with translation.override(language):
            draft.refresh_from_db()
            press(browser, "section", draft.number, "project", version=draft.version, own_funds="1,250")
        assert float(kept(draft)["own_funds"]) == float(amount)


def test_a_choice_that_was_made_stays_chosen(draft, browser):
    press(browser, "section", draft.number, "enterprise", version=1, has_qualified_engineers="false")
    page = browser.get(reverse("cabinet:section", args=[draft.number, "enterprise"])).content.decode()
    assert 'value="false" id="id_has_qualified_engineers_1" checked' in page.replace("required ", "")


def test_a_good_is_added_and_what_was_typed_stays(draft, browser):
    response = press(
        browser,
        "section",
        draft.number,
        "goods",
        **{"version": 1, "goods-0-commodity_code": "8432 10", "goods-0-name": "Ploughs", "add": "1"},
    )
    assert response["Location"].endswith("/goods/#goods-1")
    assert kept(draft)["goods"] == [{"commodity_code": "843210", "name": "Ploughs"}, {}]
    page = look(browser, "section", draft.number, "goods")
    assert "Good 1 On the priority list" in page
    assert "Good 2" in page


def test_a_row_is_removed_and_the_others_stay(draft, browser):
    rows = {"goods-0-commodity_code": "843210", "goods-1-commodity_code": "853710", "goods-1-name": "Panels"}
    press(browser, "section", draft.number, "goods", version=1, remove="0", **rows)
    assert kept(draft)["goods"] == [{"commodity_code": "853710", "name": "Panels"}]


def test_blank_rows_are_left_out_when_saved(draft, browser):
    rows = {"goods-0-commodity_code": "843210", "goods-1-commodity_code": "", "goods-1-name": " "}
    press(browser, "section", draft.number, "goods", version=1, save="1", **rows)
    assert [row["commodity_code"] for row in kept(draft)["goods"]] == ["843210"]


def test_targets_are_asked_once_the_years_are_said(draft, browser):
    assert "Target for" not in look(browser, "section", draft.number, "obligations")
    press(browser, "section", draft.number, "obligations", version=1, first_year="2025", year_count="2", years="1")
    page = look(browser, "section", draft.number, "obligations")
    assert "Target for 2025" in page
    assert "Target for 2026" in page
    assert "Target for 2027" not in page
    assert "Targets are set for 2025 to 2026." in look(browser, "section", draft.number, "goals")


def test_an_obligation_without_a_target_is_told_so(draft, browser):
    press(
        browser,
        "section",
        draft.number,
        "obligations",
        **{
            "version": 1,
            "obligations_accepted": "true",
            "first_year": "2025",
            "year_count": "2",
            "obligations-0-direction": "export",
            "obligations-0-indicator": "Exports",
            "obligations-0-unit": "tonnes",
            "obligations-0-baseline": "1,000",
            "obligations-0-evidence": "Customs form",
            "obligations-0-target_2025": "1500",
            "obligations-0-target_2026": "",
        },
    )
    row = kept(draft)["obligations"][0]
    assert row["baseline"] == "1000"
    assert row["targets"] == {"2025": "1500", "2026": ""}
    page = look(browser, "section", draft.number, "obligations")
    assert "Target for 2026 — Give a target above zero for 2026." in page
    assert "Give a target above zero for 2025." not in page


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("section", ["enterprise", "project", "goods", "obligations", "goals"])
def test_saving_what_the_page_shows_changes_nothing(made, browser, section, language):
    draft = application(made, changed={"own_funds": "80000000.50"})
    before = draft.answers
    with translation.override(language):
        address = reverse("cabinet:section", args=[draft.number, section])
        assert browser.post(address, filled_in(browser.get(address))).status_code == 302
    assert kept(draft) == before


def test_a_list_that_only_the_measure_knows_is_typed_like_any_other(made, browser):
    draft = begin(actor(made, "applicant", DAY), measure_name="labour-productivity")
    press(
        browser,
        "section",
        draft.number,
        "costs",
        **{"version": 1, "costs-0-kind": "digital", "costs-0-amount": "1 000 000", "costs-1-amount": "much"},
    )
    assert kept(draft)["costs"] == [{"kind": "digital", "amount": "1000000"}, {"kind": "", "amount": "much"}]
    page = look(browser, "section", draft.number, "costs")
    assert "Kind of cost — This is still to be stated." in page
    assert "Introducing digital technologies" in look(browser, "check", draft.number)


def test_a_second_tab_keeps_what_was_typed_and_writes_nothing(draft, browser):
    press(browser, "section", draft.number, "project", version=1, own_funds="10")
    response = press(browser, "section", draft.number, "project", version=1, own_funds="777", project_cost="888")
    assert response.status_code == 409
    page = response.content.decode()
    assert "This is not saved yet" in page
    assert 'value="777"' in page
    assert kept(draft)["own_funds"] == "10"
    assert 'name="version" value="2"' in page, "saving again is done on the draft as it has become"


def test_a_submitted_application_is_not_edited_any_more(made, browser):
    submitted = application(made, "submitted")
    response = browser.get(reverse("cabinet:section", args=[submitted.number, "project"]))
    assert response["Location"].endswith(f"/applications/{submitted.number}/")
    back = press(browser, "section", submitted.number, "project", version=submitted.version, own_funds="1")
    assert back.status_code == 409
    assert kept(submitted)["own_funds"] == answers()["own_funds"]


def test_a_page_that_says_no_version_writes_nothing(draft, browser):
    assert press(browser, "section", draft.number, "project", own_funds="10").status_code == 409
    assert kept(draft) == {}


def test_what_no_database_can_keep_is_dropped(draft, browser):
    press(browser, "section", draft.number, "goods", **{"version": 1, "goods-0-name": "Plo\0ughs"})
    assert kept(draft)["goods"][0]["name"] == "Ploughs"


def test_there_is_no_other_section(draft, browser):
    assert browser.get(f"/en/cabinet/applications/{draft.number}/weather/").status_code == 404
