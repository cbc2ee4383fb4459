"""Do the pages of the law show each provision as it stood, and never later words for an earlier day?"""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from ondiris.domains.legislation.models import OfficialText
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.web.open.law.difference import marked

TODAY_OF_25_5 = register()[ProvisionId.parse("25.5")].summary
TEMPORARY_36 = register()[ProvisionId.parse("36")].versions[0].words


def load(unit: str, level: str, language: str, text: str) -> None:
    """An official text, as the command loads it."""
    OfficialText.objects.create(unit=unit, level=level, language=language, text=text, loaded_on=date(2025, 1, 1))


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_articles_stand_in_the_law_s_order(page: Client) -> None:
    html = read(page, "/en/law/")
    places = [html.index(f'href="/en/law/{article}/"') for article in register().articles]
    assert places == sorted(places)


def test_a_provision_says_what_it_is_whom_it_binds_and_since_when(page: Client) -> None:
    html = read(page, "/en/law/25.5/")
    assert escape(TODAY_OF_25_5.en) in html
    for said in ("25.5, paragraph", "condition", "industrial-innovation entity", "from 10 January 2023", "177-VII"):
        assert said in html


@pytest.mark.parametrize(("language", "words"), [("ru", TODAY_OF_25_5.ru), ("kk", TODAY_OF_25_5.kk)])
def test_words_are_in_the_reader_s_language(page: Client, language: str, words: str) -> None:
    assert escape(words) in read(page, f"/{language}/law/25.5/")


def test_an_earlier_wording_that_is_not_held_is_said_and_today_s_words_are_not_shown(page: Client) -> None:
    load("25.5", "paragraph", "ru", "Меры предоставляются")
    load("25.5:1", "item", "ru", "ориентированности")
    html = read(page, "/en/law/25.5/?on=2022-12-01")
    assert "earlier wording, which is not held here" in html
    assert escape(TODAY_OF_25_5.en) not in html
    assert "Меры предоставляются" not in html
    assert "ориентированности" not in html


def test_a_temporary_wording_has_its_own_words_and_not_the_text_of_today(page: Client) -> None:
    load("36", "article", "ru", "Земельные участки сегодня")
    then, now = read(page, "/en/law/36/?on=2022-12-01"), read(page, "/en/law/36/?on=2023-07-01")
    assert escape(TEMPORARY_36.en) in then
    assert "Земельные участки сегодня" not in then
    assert "Земельные участки сегодня" in now


def test_an_exclusion_that_reaches_back_says_since_when_it_is_known(page: Client) -> None:
    html = read(page, "/en/law/13.5.8/?on=2022-06-01")
    assert "Excluded from the law from 8 January 2022 by act 177-VII." in html
    assert "it became known on" in html


def test_a_day_before_the_law_is_not_yet(page: Client) -> None:
    assert "Not yet in force on this day" in read(page, "/en/law/42/?on=2021-01-01")


def test_what_stands_in_a_provision_leads_on_to_the_same_day(page: Client) -> None:
    assert 'href="/en/law/25.5:1/?on=2024-02-01"' in read(page, "/en/law/25.5/?on=2024-02-01")


def test_a_provision_names_the_rules_that_rest_on_it(page: Client) -> None:
    html = read(page, "/en/law/26.3/")
    assert "The enterprise is oriented exclusively to goods on the priority list" in html
    assert "a ground of refusal" in read(page, "/en/law/25.5:2/")


def test_every_provision_that_a_rule_cites_has_a_page(page: Client) -> None:
    cited = {rule.provision for each in MEASURES for rule in each.rules.rules}
    assert {page.get(f"/en/law/{unit}/").status_code for unit in cited} == {200}


def test_a_day_that_is_none_is_said_beside_the_field_and_kept(page: Client) -> None:
    html = read(page, "/en/law/42/?on=31.31.2024")
    assert 'id="id_on_error"' in html
    assert 'value="31.31.2024"' in html


def test_a_provision_not_described_shows_its_official_text_or_is_not_found(page: Client) -> None:
    assert page.get("/en/law/8.3-1/").status_code == 404
    load("8.3-1", "subparagraph", "ru", "қосылған норма")
    assert "Not described yet" in read(page, "/en/law/8.3-1/")


@pytest.mark.parametrize("address", ["25.5.5.5", "0", "25..5", "25:x", "99999"])
def test_what_is_no_provision_is_not_found(page: Client, address: str) -> None:
    assert page.get(f"/en/law/{address}/").status_code == 404


def test_an_article_costs_no_more_queries_than_one_item(page: Client, django_assert_num_queries: Any) -> None:
    with CaptureQueriesContext(connection) as item:
        read(page, "/en/law/25.5:1/")
    with django_assert_num_queries(len(item)):
        read(page, "/en/law/13/")


def test_the_whole_law_on_a_day_counts_how_its_provisions_stand(page: Client) -> None:
    html = read(page, "/en/law/day/?on=2022-12-01")
    assert "The law on 1 December 2022" in html
    assert f'{len(register().within(ProvisionId.parse("25")))} <span class="tag tag--yellow">in force; wording' in html


def test_the_difference_between_two_days_is_told_by_article(page: Client) -> None:
    html = read(page, "/en/law/difference/?first=2023-06-28&second=2023-06-29")
    assert "Article 36." in html
    assert "<del>" in html
    assert "Article 42." not in html


def test_one_day_compared_with_an_equal_law_differs_in_nothing(page: Client) -> None:
    html = read(page, "/en/law/difference/?first=2025-02-01&second=2025-02-02")
    assert "Nothing differs between these days" in html


def test_days_in_the_wrong_order_are_said_beside_the_second(page: Client) -> None:
    html = read(page, "/en/law/difference/?first=2024-02-01&second=2023-02-01")
    assert 'id="id_second_error"' in html
    assert 'value="2023-02-01"' in html


def test_two_wordings_are_marked_word_by_word() -> None:
    assert marked("land is given free", "land is lent free") == [
        ("", "land is "),
        ("del", "given "),
        ("ins", "lent "),
        ("", "free"),
    ]
