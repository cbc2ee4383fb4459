"""Is every form in which the law names a provision of its own read, and none of another law?"""

import re

import pytest

from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.matching import read
from ondiris.law.provisions.official import divisions
from ondiris.law.provisions.outline import OfficialUnit
from ondiris.law.provisions.references import references
from ondiris.law.provisions.terms import Level
from tests.law.provisions.small_law import TEXT

UNITS = """9 article; 9.22 subparagraph; 9.23 subparagraph; 25 article; 25.4 paragraph; 25.4.3 subparagraph; 25.5 paragraph;
25.5:1 item; 25.5p2 part; 25.5p2:1 item; 25.5p3 part; 27 article; 27.1 paragraph; 27.2 paragraph; 27.3 paragraph;
62 article; 62.1 paragraph; 63 article; 64 article; 66 article; 66.1 paragraph; 66-1 article"""
LEVELS = {ProvisionId.parse(one.split()[0]): Level(one.split()[1]) for one in UNITS.split(";")}
DIVISIONS = [[ProvisionId.parse(str(number)) for number in (62, 63, 64, 66)]]


def found(text: str, source: str = "25.4.3"):
    """The references of a unit whose text this is."""
    units = [OfficialUnit(one, level, text if str(one) == source else "Без ссылок.") for one, level in LEVELS.items()]
    return references(units, DIVISIONS)


def named(text: str, source: str = "25.4.3") -> str:
    return " ".join(str(target) for one in found(text, source) for target in one.targets)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # as they stand in the law
        ("в соответствии со статьей 27 настоящего Закона;", "27"),
        ("предусмотренных пунктом 2 статьи 27 настоящего Закона, и", "27.2"),
        ("предусмотренными подпунктом 23) статьи 9 настоящего Закона.", "9.23"),
        ("указанным в пункте 5 настоящей статьи.", "25.5"),
        ("предусмотренных частью первой пункта 5 настоящей статьи, является", "25.5"),
        ("Помимо указанного в части первой настоящего пункта, для", "25.4"),
        ("Для целей настоящей статьи под сырьем", "25"),
        ("помимо предусмотренного настоящей статьей осуществляются", "25"),
        ("запрета, установленного настоящим пунктом, влечет", "25.4"),
        ("Для целей применения настоящего пункта под отзывом", "25.4"),
        ("подпункта 22) статьи 9, который вводится в действие", "9.22"),
        ("статьи 27, которая вводится в действие с 1 июля 2022 года.", "27"),
        # as amendments write them
        ("подпунктом 3) пункта 4 статьи 25 настоящего Закона", "25.4.3"),
        ("статьями 62 – 66 настоящего Закона", "62 63 64 66"),
        ("пунктами 1 и 3 статьи 27 настоящего Закона", "27.1 27.3"),
        ("пунктами 1, 2 и 3 статьи 27", "27.1 27.2 27.3"),
        ("подпунктами 22) – 23) статьи 9", "9.22 9.23"),
        ("статьи 66-1 настоящего Закона", "66-1"),
        ("Пунктом 2 статьи 27 предусмотрено", "27.2"),
        ("настоящий подпункт", "25.4.3"),
    ],
)
def test_a_provision_is_named(text, expected):
    assert named(text) == expected


def test_parts_and_indents_are_counted_as_the_law_counts_them():
    assert named("установленных абзацем вторым части первой настоящего пункта,", "25.5p3") == "25.5:1"
    assert named("установленные частью второй настоящего пункта,", "25.5p3") == "25.5p2"
    assert named("абзацем вторым части второй пункта 5 статьи 25") == "25.5p2:1"
    assert named("абзацем первым пункта 5 статьи 25") == "25.5"
    assert named("настоящая часть", "25.5p2:1") == "25.5p2"


def test_a_division_is_its_articles():
    assert named("Примечания. Для целей настоящего параграфа:", "62") == "62 63 64 66"


@pytest.mark.parametrize(
    "text",
    [
        "предусмотренных статьей 27 Предпринимательского кодекса Республики Казахстан, и",
        "в соответствии с главой 23-1 Предпринимательского кодекса",
        "статьи 9 Закона Республики Казахстан",
        "пунктом 2 статьи 27 Бюджетного кодекса",
    ],
)
def test_another_law_s_provision_is_none_of_this_law(text):
    (one,) = found(text)
    assert (one.targets, one.foreign) == ((), True)


@pytest.mark.parametrize(
    "text", ["статьи 99 настоящего Закона", "пункта 8 статьи 27", "пунктом 3 Правил", "частью третьей статьи 27"]
)
def test_what_leads_to_no_unit_is_kept_without_a_target(text):
    (one,) = found(text)
    assert (one.targets, one.words[:5]) == ((), text[:5])


@pytest.mark.parametrize(
    "text",
    [
        "в соответствии с настоящим Законом, иными законами",
        "часть средств и статья расходов, пункт назначения",
        'следующей редакции:\n"Статья 27. Встречные обязательства',
        "данная статья действует в следующей редакции:",
    ],
)
def test_other_words_are_no_reference(text):
    assert found(text) == ()


def test_a_reference_says_where_its_words_stand():
    text = "Условия пункта 5 настоящей статьи и статьи 27 настоящего Закона действуют."
    words = ["пункта 5 настоящей статьи", "статьи 27 настоящего Закона"]
    assert [one.words for one in found(text)] == words
    assert [text[one.start : one.end] for one in found(text)] == words


def test_divisions_end_at_the_next_and_at_a_lost_head():
    text = "Параграф 1. А\n\nСтатья 1. А\n\nСтатья 2. Б\n\nПараграф 2. Б\n\nСтатья 3. В\n\n\nСтатья 4. Г\n"
    assert [[str(article) for article in one] for one in divisions(text)] == [["1", "2"], ["3"]]
    assert [[str(article) for article in one] for one in divisions(TEXT)] == [["1", "2"], ["3", "4", "5"]]


def test_every_reference_of_the_law_is_read_and_leads_somewhere(official):
    law = read(official)
    foreign = [str(one.source) for one in law.references if one.foreign]
    assert foreign == ["34.1", "56.1", "56.4", "65.1"]
    assert [one.words for one in law.references if not one.targets and not one.foreign] == []
    assert len(law.references) == 42


def test_no_word_that_names_a_provision_is_passed_over(official):
    law = read(official)
    left = []
    for unit in law.units:
        text = unit.text
        for one in reversed([one for one in law.references if one.source == unit.id]):
            text = text[: one.start] + text[one.end :]
        left += re.findall(
            r"\w+ (?:под)?пункт\w*|\w+ стать\w+|част\w+ (?:перв|втор|трет)\w+|абзац\w+|параграф\w*", text
        )
    assert left == ["данный подпункт", "данная статья"]  # which name again what stands before them
