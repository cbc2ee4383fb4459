"""Are words found in three languages, in their forms, with how each provision stands; and is any input answered?"""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from ondiris.domains.legislation.models import Summary
from ondiris.domains.legislation.searching import FIND, asked_for, copy_summaries, search
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.web.open.law.search import _pieces
from tests.law.provisions.small_law import small_register
from tests.web.open.test_law_texts import load, read


def found(text: str) -> set[str]:
    return {match.unit for match in search(text)}


def ask(client: Client, text: str, language: str = "en", **more: str) -> str:
    answer = client.get(f"/{language}/law/search/", {"text": text, **more})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("industrial grants", "42"),
        ("an industrial GRANT", "42"),
        ("промышленного гранта", "42"),
        ("промышленные гранты", "42"),
        ("өнеркәсіптік грант", "42"),
        ("қарсы міндеттеме", "27"),
        ("base rate", "27.4"),
    ],
)
def test_a_word_is_found_in_its_forms(made: object, words: str, unit: str) -> None:
    assert unit in found(words)


def test_all_words_must_occur(made: object) -> None:
    assert found("industrial grants") < found("grants")
    assert found("grants elephants") == set()


def test_official_texts_are_found_in_the_forms_of_their_language(made: object) -> None:
    load("42.1", "paragraph", "ru", "Промышленным грантом являются удивительные средства.")
    load("42.1", "paragraph", "en", "An astonishing grant refers to funds.")
    assert found("удивительное средство") == {"42.1"}
    assert found("astonishing funds") == {"42.1"}


def test_the_words_found_are_marked_and_the_day_s_state_is_said(page: Client) -> None:
    html = ask(page, "sureties loans", on="2024-02-01")
    assert 'href="/en/law/31/?on=2024-02-01"' in html
    assert "<mark>" in html
    assert "How each stands is said for 1 February 2024." in html
    assert "not yet in force" in ask(page, "sureties loans", on="2021-02-01")


def test_words_of_another_day_s_wording_are_said_to_be_so(page: Client) -> None:
    said = "The words found are not of the wording of this day."
    assert said in ask(page, "refusal conditions", on="2022-06-01")
    assert said not in ask(page, "refusal conditions", on="2024-02-01")


def test_what_is_found_elsewhere_stands_below_the_reader_s_own_words(page: Client) -> None:
    load("42.1", "paragraph", "ru", "Удивительные средства.")
    html = ask(page, "удивительный")
    assert "Official text, in Russian" in html
    assert '<span lang="ru"><mark>Удивительные</mark> средства</span>' in html
    assert escape(register()[ProvisionId.parse("42.1")].summary.en) in html


def test_a_provision_s_number_leads_to_it(page: Client) -> None:
    assert 'By its number: <a class="cite" href="/en/law/25.5:1/">' in ask(page, "25.5:1")


def test_a_unit_that_the_register_does_not_describe_is_found_by_its_official_text(page: Client) -> None:
    load("8.3-1", "subparagraph", "ru", "удивительная норма")
    assert 'href="/en/law/8.3-1/"' in ask(page, "удивительная")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "This field is required."),
        ("  ", "This field is required."),
        ("a", "Write at least one word of two letters or digits."),
        ("?!*&|", "Write at least one word of two letters or digits."),
        ("x" * 201, "Ensure this value has at most 200 characters"),
        ("grant\0", "Null characters are not allowed."),
        ("and the of", "No provision has all these words"),
        ("xylophone", "No provision has all these words"),
    ],
)
def test_what_cannot_be_looked_for_gets_a_clear_answer(page: Client, text: str, said: str) -> None:
    assert said in ask(page, text)


@pytest.mark.parametrize(
    "text",
    [
        "'; drop table x; --",
        "грант' & !(:*|",
        '"industrial grant" OR -loan',
        "<script>alert(1)</script>",
        "%s %(x)s \\",
        "a" * 200,
        "🙂🙂 grant",
        "\u202egrant\x02\x03",
        "қ' ә\\ ұ:* <-> й",
        " ".join("ab" for _ in range(66)),
    ],
)
def test_hostile_words_are_only_words(page: Client, text: str) -> None:
    html = ask(page, text)
    assert "<script>alert" not in html
    assert Summary.objects.exists()


@pytest.mark.parametrize(
    ("asked", "shown"),
    [("2", "Page 2 of"), ("0", "Page 1 of"), ("99999", "Page "), ("x", "Page 1 of"), ("²", "Page 1 of")],
)
def test_pages_stay_within_what_there_is(page: Client, asked: str, shown: str) -> None:
    assert shown in ask(page, "industry", page=asked)


def test_every_provision_found_is_on_one_page_and_on_one_only(page: Client) -> None:
    units = found("authority")
    pages = range(1, -(-len(units) // 20) + 1)
    shown = [
        hit.label
        for number in pages
        for hit in page.get("/en/law/search/", {"text": "authority", "page": number}).context["hits"]
    ]
    assert sorted(shown) == sorted(f"art. {unit}" for unit in units)


def test_a_day_that_is_none_is_said_beside_its_field(page: Client) -> None:
    assert 'id="id_on_error"' in ask(page, "grant", on="31.31.2024")


def test_many_hits_cost_no_more_queries_than_one(page: Client) -> None:
    counts = []
    for text in ("sureties", "authority"):
        with CaptureQueriesContext(connection) as queries:
            ask(page, text)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def explained(sql: str, values: object = None) -> str:
    with connection.cursor() as cursor:
        cursor.execute("analyze legislation_summary")
        cursor.execute("set local enable_seqscan = off")  # a table of a test is read through: it is nearly empty
        cursor.execute(f"explain {sql}", values)
        return "\n".join(row[0] for row in cursor.fetchall())


def test_words_of_summaries_are_looked_up_in_their_index(made: object) -> None:
    assert "Bitmap Index Scan on summaries_by_word" in explained(FIND, asked_for("industrial grants"))


def test_words_of_official_texts_are_looked_up_in_their_index(made: object) -> None:
    looked_up = explained("select unit from legislation_officialtext where words @@ to_tsquery('russian', 'гранты')")
    assert "Bitmap Index Scan on official_texts_by_word" in looked_up


def test_summaries_follow_the_register_and_are_written_once(made: object) -> None:
    copy_summaries(small_register())
    assert set(Summary.objects.values_list("unit", flat=True)) == {str(unit) for unit in small_register()}
    with CaptureQueriesContext(connection) as queries:
        copy_summaries(small_register())
    assert not [one for one in queries if one["sql"].startswith(("INSERT", "DELETE"))]


def test_a_temporary_wording_is_found_by_its_own_words(made: object) -> None:
    assert "temporary" in {match.wording for match in search("two ways that the subparagraphs") if match.unit == "36"}


def test_an_article_is_found_by_its_heading(made: object) -> None:
    assert "25" in found("Conditions of State incentives")


def test_marked_words_become_pieces() -> None:
    assert _pieces("An \x02industrial\x03 \x02grant\x03.") == [
        (False, "An "),
        (True, "industrial"),
        (False, " "),
        (True, "grant"),
        (False, "."),
    ]


def test_without_words_there_is_only_the_form(page: Client) -> None:
    html = read(page, "/en/law/search/")
    assert 'name="text"' in html
    assert "error-summary" not in html


def test_the_page_of_all_articles_asks_for_words(page: Client) -> None:
    html = read(page, "/en/law/")
    assert '<form class="one-line" method="get" action="/en/law/search/" role="search">' in html
    assert '<label class="field__label" for="text">' in html
