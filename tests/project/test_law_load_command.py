"""Does loading a text store it, replace the one before, and say what it could not place?"""

import pytest
from tests.law.provisions.small_law import TEXT
from tests.law.provisions.test_english import ENGLISH

from ondiris.domains.legislation.models import OfficialText, Reference
from ondiris.project.cli.main import main

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tmp_path, capsys):
    """Load a text by the command: its status, what it said, and what it said on stderr."""

    def run(text: str, *options: str) -> tuple[int, str, str]:
        file = tmp_path / "law.txt"
        file.write_text(text, encoding="utf-8")
        return main(["law", "load", str(file), *options]), *capsys.readouterr()

    return run


def stored(language: str) -> dict[str, str]:
    return dict(OfficialText.objects.filter(language=language).values_list("unit", "text"))


def test_both_texts_are_stored_each_in_its_language(load):
    status, said, _ = load(TEXT)
    assert (status, said.splitlines()[0]) == (0, "15 units of the text in Russian are stored")
    status, said, _ = load(ENGLISH)
    assert (status, said.splitlines()[0]) == (0, "14 units of the text in English are stored")
    assert stored("ru")["1.2"] == "Отказ обосновывается."
    assert stored("en")["1.2"] == "A refusal shall be reasoned."


def test_what_meets_nothing_in_the_register_is_told_by_unit(load):
    said = load(ENGLISH)[1]
    assert "in this text, not described by the register: 1.1, 1.1:1, 1.1:2, 1.1p2, 1.2" in said
    assert "in the register, not in this text: 1.3, 1.4" in said
    assert "article 2: a note, not stored: It is meant to be supplemented" in said
    assert "article 60: the text does not name act 71-VIII; its wording may be an earlier one" in said


def test_loading_again_replaces_and_tells_what_is_gone(load):
    load(ENGLISH)
    said = load(
        ENGLISH.replace("      2. A refusal shall be reasoned.".replace("      ", "\xa0\xa0\xa0\xa0\xa0 "), "")
    )[1]
    assert "stored before, not in this file, and removed: 1.2" in said
    assert "1.2" not in stored("en")
    assert OfficialText.objects.filter(unit="1", language="en").count() == 1


def test_the_russian_text_stays_when_the_english_is_loaded_again(load):
    load(TEXT)
    load(ENGLISH)
    assert "1.2" in stored("ru")


@pytest.mark.parametrize(
    ("text", "options", "why"),
    [
        (ENGLISH, ("--language", "ru"), "this is not the official Russian text"),
        (TEXT, ("--language", "en"), "this is not the English text of the law"),
        ("Something else", (), "this is not the official Russian text"),
    ],
)
def test_another_file_is_refused_and_nothing_is_lost(load, text, options, why):
    load(TEXT)
    status, said, error = load(text, *options)
    assert (status, said) == (2, "")
    assert why in error
    assert "1.2" in stored("ru")


def test_references_are_counted_and_those_that_lead_nowhere_are_named(load):
    text = TEXT.replace("Отказ обосновывается.", "Отказ по статье 9 и статье 286 Налогового кодекса обосновывается.")
    said = load(text)[1]
    assert "4 references, 2 of them to provisions of this law" in said
    assert "  1.2: “статье 9” leads to no provision of this text" in said
    assert "  1.2: “статье 286 Налогового кодекса” is of another law" in said
    assert sorted(Reference.objects.values_list("source", "target")) == [("4.1", "3"), ("5.1", "2.1")]
