import argparse
from pathlib import Path

import pytest

from ondiris.law.provisions.load import RegisterError
from ondiris.project.cli import law
from tests.law.provisions.small_law import TEXT, small_register


@pytest.fixture
def command(capsys):
    """Run `ondiris law …`: exit status, what it printed, what it said on stderr."""

    def run(*words: str) -> tuple[int, str, str]:
        parser = argparse.ArgumentParser("ondiris law")
        law.add_arguments(parser)
        try:
            status = law.run(parser.parse_args(words))
        except SystemExit as wrong:
            status = wrong.code
        return status, *capsys.readouterr()

    return run


@pytest.fixture
def small(monkeypatch, tmp_path) -> str:
    """The small law as a file, with its register in the place of the shipped one."""
    monkeypatch.setattr(law, "register", small_register)
    file = tmp_path / "law.txt"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


def planted(file: str) -> str:
    Path(file).write_text(TEXT.replace("2. Отказ", "3. Отказ"), encoding="utf-8")
    return file


def test_check_of_a_complete_register_ends_with_0(command, small):
    status, said, _ = command("check", small)
    assert status == 0
    assert "article 1: complete, 6 rows" in said
    assert "5 of 5 articles are complete" in said


def test_check_of_a_difference_ends_with_1_and_names_it(command, small):
    status, said, _ = command("check", planted(small))
    assert status == 1
    assert "article 1: 2 to settle, 6 rows\n  1.2: the text has no such unit\n  1.3: the register lacks it" in said
    assert "4 of 5 articles are complete" in said


def test_check_of_other_articles_does_not_mind(command, small):
    status, said, _ = command("check", planted(small), "--articles", "2-3,5")
    assert (status, said.splitlines()[-1]) == (0, "3 of 3 articles are complete")


@pytest.mark.parametrize(
    ("articles", "why"), [("3-2", "runs backwards"), ("9", "no article 9"), ("two", "not an article"), ("", "not an")]
)
def test_check_refuses_a_wrong_selection_with_2(command, small, articles, why):
    status, said, error = command("check", small, "--articles", articles)
    assert (status, said) == (2, "")
    assert error.startswith("--articles: ")
    assert why in error


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "the text is empty"),
        (b"PK\x03\x04\xff", "this is not text in UTF-8"),
        ("Закон Республики".encode("cp1251"), "this is not text in UTF-8"),
        (b"Article 1. Basic concepts", "this is not the official Russian text"),
        (TEXT.replace("86-VII ЗРК", "94-VIII ЗРК").encode(), "this is law No. 94-VIII"),
        (TEXT[: TEXT.index("Статья 4.")].encode(), "no article on taking effect"),
    ],
)
def test_check_refuses_another_file_with_2(command, small, content, why):
    Path(small).write_bytes(content)
    status, said, error = command("check", small)
    assert (status, said) == (2, "")
    assert error.startswith(small)
    assert why in error


def test_check_refuses_a_missing_file_and_a_folder_with_2(command, tmp_path):
    assert command("check", str(tmp_path / "none.txt"))[::2] == (2, f"{tmp_path}/none.txt: No such file or directory\n")
    assert command("check", str(tmp_path))[::2] == (2, f"{tmp_path}: Is a directory\n")


def test_a_register_with_a_wrong_row_is_told_with_2(command, small, monkeypatch):
    def wrong():
        raise RegisterError("article_01.toml: 1.2: kk: Field required")

    monkeypatch.setattr(law, "register", wrong)
    assert command("check", small)[::2] == (2, "article_01.toml: 1.2: kk: Field required\n")


def test_the_shipped_register_has_every_article_of_the_official_text(command, official, tmp_path):
    file = tmp_path / "ru.txt"
    file.write_text(official, encoding="utf-8")
    status, said, _ = command("check", str(file))
    assert status == 0
    assert said.endswith("69 of 69 articles are complete\n")


def test_show_differs_before_and_after_the_suspension(command):
    before, after = (command("show", "36", "--on", day)[1] for day in ("2022-12-01", "2023-07-01"))
    assert "temporary wording until 2023-06-29: An industrial-innovation entity gets land plots and rights" in before
    assert "as the Land Code provides" in after
    assert "36.2  subparagraph, procedure: industrial-innovation entity\nno longer in force [from 2023-06-29]" in after


def test_show_says_that_an_earlier_wording_is_not_held_and_never_shows_todays(command):
    status, said, _ = command("show", "25.6", "--on", "2022-12-01")
    assert status == 0
    assert "in force; wording not held [from 2022-07-25 by 141-VII: the earliest possible day" in said
    assert "paragraph 5" not in said
    assert "paragraph 5" in command("show", "25.6", "--on", "2023-01-10")[1]


@pytest.mark.parametrize(("language", "word"), [("en", "temporary use"), ("ru", "временное"), ("kk", "уақытша")])
def test_show_speaks_three_languages(command, language, word):
    assert word in command("show", "36", "--on", "2024-01-01", "--language", language)[1]


def test_show_before_commencement(command):
    assert "not yet in force [from 2022-02-27 by 86-VII" in command("show", "9.39", "--on", "2022-02-15")[1]


def test_show_tells_since_when_a_change_was_known(command, small):
    assert (
        "excluded [from 2022-01-08 by 177-VII: a clause names the day]; known since 2022-12-30"
        in (command("show", "2.2", "--on", "2022-06-01")[1])
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("25.99", "--on", "2024-01-01"), "25.99 is not in the register"),
        (("25.", "--on", "2024-01-01"), "ids look like"),
        (("25", "--on", "2024-02-30"), "a day is written as 2026-01-31"),
        (("25", "--on", "20240101"), "a day is written as 2026-01-31"),
        (("25", "--on", "2024-01-01", "--language", "de"), "invalid choice"),
        (("25",), "--on"),
    ],
)
def test_show_refuses_what_it_cannot_use_with_2(command, words, why):
    status, said, error = command("show", *words)
    assert (status, said) == (2, "")
    assert why in error


def test_diff_lists_what_stands_otherwise(command, small):
    status, said, _ = command("diff", "2023-06-28", "2023-06-29")
    assert status == 0
    assert said.splitlines()[0] == "3"
    assert "2023-06-28: in force [from 2022-01-08 by 86-VII" in said
    assert said.splitlines()[-1] == "3 of 17 provisions stand otherwise on 2023-06-29 than on 2023-06-28"
