"""Do references between provisions lead both ways, and only on days whose wording is at hand?"""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ondiris.domains.legislation.loading import load_official
from ondiris.domains.legislation.models import Reference
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.matching import LawText
from ondiris.law.provisions.outline import OfficialUnit
from ondiris.law.provisions.references import references
from ondiris.law.provisions.terms import Language
from tests.web.open.test_law_texts import read

TEXTS = {
    "25": "Условия",
    "25.5": "Меры предоставляются на условиях:",
    "25.6": "Основанием является несоответствие условиям, указанным в пункте 5 настоящей статьи.",
    "27": "Встречные обязательства",
    "62": "Соглашение\nПримечания. Для целей настоящего параграфа:",
    "62.1p2": "Устанавливаются обязательства по статье 27 настоящего Закона & иным.",
    "63": "Транспортные средства",
}


def units(texts: dict[str, str]) -> tuple[OfficialUnit, ...]:
    known = register()
    return tuple(
        OfficialUnit(one, known[one].level, text) for one, text in ((ProvisionId.parse(k), v) for k, v in texts.items())
    )


@pytest.fixture
def loaded(page: Client) -> Client:
    """A few provisions with their Russian texts and what these refer to."""
    law = units(TEXTS)
    found = references(law, [[ProvisionId.parse("62"), ProvisionId.parse("63")]])
    load_official(LawText(Language.RU, law, {}, references=found), date(2025, 1, 1))
    return page


def test_the_words_of_a_reference_are_a_link(loaded: Client) -> None:
    html = read(loaded, "/en/law/25.6/")
    assert 'указанным в <a href="/en/law/25.5/">пункте 5 настоящей статьи</a>.</p>' in html


def test_words_around_a_link_stay_escaped_and_in_their_lines(loaded: Client) -> None:
    assert '<a href="/en/law/27/">статье 27 настоящего Закона</a> &amp; иным.' in read(loaded, "/en/law/62.1p2/")
    assert '<p>Соглашение</p><p>Примечания. Для целей <a href="/en/law/62/">' in read(loaded, "/en/law/62/")


def test_a_provision_names_those_it_refers_to_and_those_that_refer_to_it(loaded: Client) -> None:
    refers, referred = "<h2>It refers to</h2>", "<h2>Referred to by</h2>"
    page_of_27, page_of_62_1 = read(loaded, "/en/law/27/"), read(loaded, "/en/law/62.1p2/")
    assert 'href="/en/law/62.1p2/">art. 62.1p2</a>' in page_of_27[page_of_27.index(referred) :]
    assert refers not in page_of_27
    assert 'href="/en/law/27/">art. 27</a>' in page_of_62_1[page_of_62_1.index(refers) :]
    assert referred not in page_of_62_1


def test_a_division_leads_to_each_of_its_articles(loaded: Client) -> None:
    html = read(loaded, "/en/law/62/")
    assert 'href="/en/law/63/">art. 63</a>' in html[html.index("It refers to") :]
    assert "Referred to by" in read(loaded, "/en/law/63/")


def test_the_page_of_an_article_says_which_of_its_provisions_is_meant(loaded: Client) -> None:
    html = read(loaded, "/en/law/25/")
    assert 'art. 25.5</a> <span class="muted">here 25.6</span>' in html
    assert 'art. 25.6</a> <span class="muted">here 25.5</span>' in html


def test_links_keep_the_chosen_day(loaded: Client) -> None:
    assert 'href="/en/law/25.5/?on=2024-02-01"' in read(loaded, "/en/law/25.6/?on=2024-02-01")


def test_a_day_whose_wording_is_not_held_has_no_references(loaded: Client) -> None:
    assert "It refers to" not in read(loaded, "/en/law/25.6/?on=2022-06-01")
    assert "Referred to by" not in read(loaded, "/en/law/25.5/?on=2022-06-01")
    assert "Referred to by" in read(loaded, "/en/law/25.5/?on=2024-02-01")


def test_loading_again_replaces_the_references(loaded: Client) -> None:
    law = units({"25.6": "Без ссылок."})
    load_official(LawText(Language.RU, law, {}, references=references(law, [])), date(2025, 1, 1))
    assert not Reference.objects.exists()


def test_the_english_text_leaves_the_references(loaded: Client) -> None:
    load_official(LawText(Language.EN, units({"25.6": "The basis"}), {}), date(2025, 1, 1))
    assert Reference.objects.count() == 4


def test_many_references_cost_no_more_queries_than_none(loaded: Client) -> None:
    counts = []
    for unit in ("9.1", "62"):
        with CaptureQueriesContext(connection) as queries:
            read(loaded, f"/en/law/{unit}/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
