"""Is every mark on the English translation about a provision that stands, and true to both texts?"""

import pytest

from ondiris.law.provisions.load import RegisterError, register
from ondiris.law.provisions.matching import read
from ondiris.law.provisions.translation import read_translation, translation
from tests.law.provisions.small_law import small_register, words

HEAD = "edition_before = 2025-01-01\n"


def mark(unit: str, more: str = 'russian = "Отказ"\nenglish = "Refuse"\n') -> str:
    return f'[[mark]]\nunit = "{unit}"\n{more}{words("It differs.")}'


def test_a_mark_says_what_differs_in_three_languages():
    read = read_translation(HEAD + mark("1.2"), small_register())
    assert [(str(one.unit), one.words.kk, one.absent) for one in read.marks] == [("1.2", "It differs.", False)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (HEAD + mark("1.9"), "1.9: the register has no such provision"),
        (HEAD + mark("1.2") + mark("1.2"), "1.2: it is marked twice"),
        (HEAD + mark("1.2", ""), "either absent or has the words"),
        (HEAD + mark("1.2", 'absent = true\nrussian = "a"\nenglish = "b"\n'), "either absent or has the words"),
        (HEAD + mark("1.2", 'absent = true\ncolour = "red"\n'), "colour"),
        (HEAD + "[[mark]]\nunit = '1.2'\nabsent = true\nen = 'x'\n", "words"),
        (mark("1.2"), "edition_before"),
        ("[", "not TOML"),
    ],
)
def test_a_wrong_mark_is_refused(text, why):
    with pytest.raises(RegisterError, match=why):
        read_translation(text, small_register())


def test_the_shipped_marks_name_those_that_lag():
    lacking = [str(one.unit) for one in translation().marks if one.absent]
    assert lacking == ["1.8-1", "48.6"]
    assert "60.4:2" in {str(unit) for unit in translation().by_unit}


def test_what_is_absent_took_effect_after_the_translation():
    for one in translation().marks:
        assert translation().is_behind(register()[one.unit].versions[-1].valid_from) == one.absent


def test_the_marks_quote_both_texts(official, official_english):
    russian = {unit.id: unit.text for unit in read(official).units}
    english = {unit.id: unit.text for unit in read(official_english).units}
    for one in translation().marks:
        if one.absent:
            assert one.unit not in english
        else:
            assert one.russian in russian[one.unit], one.unit
            assert one.english in english[one.unit], one.unit
