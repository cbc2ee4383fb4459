"""Do the official texts stand beside our words in the right order, with what must be known of them?"""

from datetime import date

import pytest
from django.test import Client
from django.utils.html import escape

from ondiris.domains.legislation.models import OfficialText
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.translation import translation

ABSENT = translation().by_unit[ProvisionId.parse("48.6")]
DIFFERENT = translation().by_unit[ProvisionId.parse("60.4:2")]
BOTH = "difference/?first=2023-02-01&second=2024-02-01"
PREVAILS = "The official text in Russian prevails over the plain words and over the English translation."


def load(unit: str, level: str, language: str, text: str) -> None:
    """A text, as the command loads it."""
    OfficialText.objects.create(unit=unit, level=level, language=language, text=text, loaded_on=date(2025, 1, 1))


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def grants(page: Client) -> Client:
    """Article 42 with both texts."""
    load("42", "article", "ru", "Промышленные гранты")
    load("42", "article", "en", "Provision of industrial grants")
    return page


def test_an_english_reader_sees_the_translation_and_then_what_prevails(grants: Client) -> None:
    html = read(grants, "/en/law/42/")
    english = html.index('<div lang="en"><p>Provision of industrial grants</p></div>')
    assert english < html.index('<div lang="ru"><p>Промышленные гранты</p></div>')
    assert '<details class="details"' not in html[:english]
    assert "English translation, unofficial" in html
    assert "Official text, in Russian" in html
    assert PREVAILS in html


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_others_see_the_russian_text_and_may_open_the_translation(grants: Client, language: str) -> None:
    html = read(grants, f"/{language}/law/42/")
    russian, english = html.index("Промышленные гранты</p></div>"), html.index("Provision of industrial grants")
    assert russian < html.index("<details", russian) < english


def test_a_kazakh_official_text_comes_first_where_it_is_held(grants: Client) -> None:
    load("42", "article", "kk", "Өнеркәсіптік гранттар беру")
    html = read(grants, "/kk/law/42/")
    assert html.index("Өнеркәсіптік гранттар беру") < html.index("Промышленные гранты</p></div>")


def test_without_a_loaded_text_nothing_is_said_to_prevail(page: Client) -> None:
    html = read(page, "/en/law/42/")
    assert "This wording is not held here." in html
    assert PREVAILS not in html


def test_a_provision_that_the_translation_lacks_is_marked(page: Client) -> None:
    load("48.6", "paragraph", "ru", "Сведения об офтейк-контрактах")
    html = read(page, "/en/law/48.6/")
    assert escape(ABSENT.words.en) in html
    assert "Сведения об офтейк-контрактах" in html
    assert escape(ABSENT.words.kk) in read(page, "/kk/law/48.6/")


def test_a_provision_that_the_translation_renders_otherwise_is_marked_with_both_wordings(page: Client) -> None:
    load("60.4:2", "item", "en", "producers of raw materials, determined by the rules")
    html = read(page, "/en/law/60.4:2/")
    assert escape(DIFFERENT.words.en) in html
    assert f'<span lang="ru">{DIFFERENT.russian}</span>' in html
    assert "the English differs" in read(page, "/en/law/60.4/")


def test_a_difference_is_not_told_where_the_translation_is_not_loaded(page: Client) -> None:
    assert escape(DIFFERENT.words.en) not in read(page, "/en/law/60.4:2/")


def test_english_words_older_than_the_wording_in_force_are_said_to_be_of_an_earlier_version(page: Client) -> None:
    load("1.8-1", "subparagraph", "en", "register of off-take contracts")
    html = read(page, "/en/law/1.8-1/")
    assert "belongs to an earlier version: the translation is of an edition before 1 January 2025" in html


def test_a_line_of_the_text_is_a_paragraph_and_nothing_in_it_is_markup(page: Client) -> None:
    load("42", "article", "ru", "Промышленные <b>гранты</b>\nвторая строка")
    html = read(page, "/en/law/42/")
    assert "<p>Промышленные &lt;b&gt;гранты&lt;/b&gt;</p><p>вторая строка</p>" in html


def test_a_text_at_another_level_is_not_the_provision_s(page: Client) -> None:
    load("15.6", "subparagraph", "ru", "чужой текст")
    assert "чужой текст" not in read(page, "/en/law/15.6/")


@pytest.mark.parametrize("address", ["42/?on=2024-02-01", "day/?on=2024-02-01", BOTH])
def test_a_sheet_says_of_which_law_and_day_it_is_and_where_it_is_from(page: Client, address: str) -> None:
    html = read(page, f"/en/law/{address}")
    foot = html[html.index('<p class="printed">') :].split("</p>")[0]
    assert "Law of the Republic of Kazakhstan “On Industrial Policy”, No. 86-VII, on 1 February 2024" in foot
    assert f"http://testserver/en/law/{escape(address)}" in foot


def test_the_page_leads_to_the_same_day_for_programs(page: Client) -> None:
    html = read(page, "/en/law/25.5:1/?on=2024-02-01")
    assert '<a href="/api/v1/law/provisions/25.5:1?on=2024-02-01">JSON</a>' in html
    assert '<a href="/api/v1/law/provisions/25.5:1.xml?on=2024-02-01">Akoma Ntoso (XML)</a>' in html
