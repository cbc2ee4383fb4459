"""Does the English translation become the units of the Russian text, on every seam that its file has?"""

import pytest

from ondiris.law.provisions.english import parse_english
from ondiris.law.provisions.load import register
from ondiris.law.provisions.matching import match, read
from ondiris.law.provisions.official import OfficialTextError
from ondiris.law.provisions.terms import Language
from tests.law.provisions.small_law import TEXT, small_register

HEAD = "On industrial policy\n\nLaw of the Republic of Kazakhstan dated December 27, 2021 № 86-VII LRK.\n\n"
HEAD += "      Unofficial translation\n\n      This Law shall establish the principles.\n\n"
NOTE_OF_1 = (
    "Footnote. Article 1, as amended by the Law of the RK dated 14.07.2022 № 141-VII (shall enter into force later)."
)
ENGLISH = (
    HEAD
    + f"""Chapter 1. GENERAL PROVISIONS Paragraph 1. Measures

Article 1 Conditions

      1. Measures shall be provided on the terms of:

      the focus on the list;

      acceptance of obligations.

      Other terms shall not be allowed.

      2. A refusal shall be reasoned.

      {NOTE_OF_1}

Article 2. Competence

      The authorized body shall:

      1) keep the list;

      2) as excluded by the Law of the Republic of Kazakhstan dated 30.12.2022 № 177-VII (from 08.01.2022);
      It is meant to be supplemented with Article 2 with subparagraph 2-1) in accordance with the Law № 107-VIII.

Paragraph 1. Land

      This version of Article 3 is suspended until 29.06.2023 in accordance with Art. 4 of this Law.

Article 3. Provision of land plots

      Land plots shall be allotted.

Article 4. Transitional provisions

      Suspend until June 29, 2023:

      1) Article 3 of this Law, having established that it shall be in effect in the following wording:

      "Article 3. Provision of land plots and rights

      It shall be provided through:

      1) plots;

      2) rights by the Code "On Subsoil"."

Article 5. Procedure for the entry into effect of this Law

      This Law shall come into effect upon the expiry of ten calendar days, except for:

      1) subparagraph 1) of Article 2, which shall come into effect upon the expiration of sixty calendar days.

      President of the
Republic of Kazakhstan

K. TOKAYEV
""".replace("      ", "\xa0\xa0\xa0\xa0\xa0 ").replace("\n\nK. TOKAYEV", "")
)


def ids(text: str) -> list[str]:
    return [str(unit.id) for article in parse_english(text) for unit in article.units]


def with_article_1(body: str) -> list[str]:
    return ids(f"{HEAD}Article 1. Conditions\n\n{body}\n")[1:]


def test_the_translation_has_the_units_of_the_russian_text_but_the_one_it_lacks():
    russian = [str(unit.id) for unit in read(TEXT).units]
    assert ids(ENGLISH) == [unit for unit in russian if unit != "2.2-1"]


def test_an_article_whose_number_has_no_full_stop_is_an_article():
    assert [str(article.id) for article in parse_english(ENGLISH)] == ["1", "2", "3", "4", "5"]


def test_heads_notes_and_signature_are_in_no_unit():
    text = "\n".join(unit.text for article in parse_english(ENGLISH) for unit in article.units)
    for seam in (
        "Chapter",
        "Paragraph 1",
        "Unofficial",
        "principles",
        "meant to be",
        "Footnote",
        "President",
        "Art. 4",
    ):
        assert seam not in text


def test_notes_go_to_the_article_they_speak_of():
    notes = {str(article.id): article.inner_notes for article in parse_english(ENGLISH)}
    assert notes["2"][0].startswith("It is meant to be supplemented")
    assert notes["3"][0].startswith("This version of Article 3")
    assert notes["1"] == notes["4"] == ()


def test_a_footnote_names_the_acts():
    assert [article.acts for article in parse_english(ENGLISH)][:2] == [{"141-VII"}, set()]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("3. The institute shall:\n\n4) be the centre.\n\nSubcontracting refers to a form.\n\n4. Next.", "1.3.4p2"),
        (
            "6. The sixth.\n\nNotes. For the purposes of this paragraph:\n\na vehicle shall be;\n\na part shall be.",
            "1:2",
        ),
        ("8) excluded by the Law;\n10-1) help.", "1.10-1"),
        ("2. On conditions:\n\n1) one;\n\n2) two.\n\nThe above conditions may be combined.", "1.2p2"),
    ],
)
def test_lines_hang_as_in_the_russian_text(body, expected):
    assert expected in with_article_1(body)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not the English text"),
        (ENGLISH.replace("86-VII LRK", "94-VIII LRK"), "this is law No. 94-VIII"),
        (HEAD, "no article is headed"),
        (ENGLISH.replace('"On Subsoil"."', '"On Subsoil".'), "the quoted wording does not end"),
    ],
)
def test_a_text_that_cannot_be_read_says_why(text, why):
    with pytest.raises(OfficialTextError, match=why):
        parse_english(text)


def test_the_language_is_known_from_the_head():
    assert (read(TEXT).language, read(ENGLISH).language) == (Language.RU, Language.EN)


def test_what_does_not_meet_the_register_is_found():
    found = match(read(ENGLISH.replace("2. A refusal", "3. A refusal")), small_register())
    assert [str(unit) for unit in found.lacking] == ["1.2", "2.2-1"]
    assert [str(unit) for unit in found.surplus] == ["1.3"]
    assert [(str(article), acts) for article, acts in found.unnamed] == [("2", ("107-VIII", "177-VII"))]


def test_a_unit_that_stands_twice_is_found():
    found = match(read(ENGLISH.replace("2. A refusal", "1. A refusal")), small_register())
    assert [str(unit) for unit in found.twice] == ["1.1"]


def test_of_the_whole_translation_only_two_provisions_are_lacking(official_english):
    found = match(read(official_english), register())
    assert [str(unit) for unit in found.lacking] == ["1.8-1", "48.6"]
    assert (found.surplus, found.twice) == ((), ())
    assert [(str(article), acts) for article, acts in found.unnamed] == [("1", ("107-VIII",)), ("48", ("107-VIII",))]
