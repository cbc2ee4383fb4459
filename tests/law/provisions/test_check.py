from dataclasses import replace

import pytest

from ondiris.law.provisions.check import DifferenceKind, check
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.official import parse
from ondiris.law.provisions.register import Register
from tests.law.provisions.small_law import (
    AMENDED,
    FILES,
    OWN,
    TEXT,
    by_the_law,
    row,
    small_register,
    version,
)

LACKS, SURPLUS, LEVEL = DifferenceKind.LACKS, DifferenceKind.SURPLUS, DifferenceKind.LEVEL
DATES, IN_TEXT = DifferenceKind.DATES, DifferenceKind.TEXT
NOTE_OF_1 = TEXT[TEXT.index("Сноска. Статья 1") : TEXT.index("Статья 2. Компетенция")]


def found(rows: Register, text: str = TEXT, *articles: str) -> list[tuple[str, DifferenceKind]]:
    chosen = [ProvisionId.parse(a) for a in articles] or None
    report = check(rows, parse(text), chosen)
    return [(str(d.provision), d.kind) for article in report.articles for d in article.differences]


def details(rows: Register, text: str = TEXT) -> str:
    return "; ".join(d.detail for article in check(rows, parse(text)).articles for d in article.differences)


def changed(number: str, old: str, new: str) -> Register:
    """The register with one spot of an article's file changed."""
    assert old in FILES[number]
    return small_register(**{f"article_{number}": FILES[number].replace(old, new, 1)})


def test_a_register_that_follows_the_text_is_complete():
    report = check(small_register(), parse(TEXT))
    assert report.complete
    assert [(str(a.article), a.rows) for a in report.articles] == [("1", 6), ("2", 4), ("3", 3), ("4", 2), ("5", 2)]


def test_a_row_taken_away_is_found():
    assert found(changed("1", row("1.2", "paragraph"), "")) == [("1.2", LACKS)]


def test_a_subparagraph_added_to_the_text_is_found():
    text = TEXT.replace("2-1) проверяет.", "2-1) проверяет;\n\n      3) отчитывается.")
    assert found(small_register(), text) == [("2.3", LACKS)]


def test_an_item_added_to_the_text_is_found():
    assert found(small_register(), TEXT.replace("принятия обязательств.", "принятия;\n\nучета.")) == [("1.1:3", LACKS)]


def test_a_part_taken_out_of_the_text_is_found():
    assert found(small_register(), TEXT.replace("Иные условия не допускаются.", "")) == [("1.1p2", SURPLUS)]


def test_a_unit_with_another_number_is_found():
    assert found(small_register(), TEXT.replace("2. Отказ", "3. Отказ")) == [("1.2", SURPLUS), ("1.3", LACKS)]


def test_a_paragraph_turned_subparagraph_is_found():
    rows = changed("2", 'id = "2.1"\nlevel = "subparagraph"', 'id = "2.1"\nlevel = "paragraph"')
    assert found(rows) == [("2.1", LEVEL)]


def test_a_unit_that_the_text_has_twice_is_found():
    text = TEXT.replace("2-1) проверяет.", "2-1) проверяет;\n      2-1) хранит.")
    assert found(small_register(), text) == [("2.2-1", IN_TEXT)]


def test_an_article_that_the_text_passes_over_is_found():
    start, end = TEXT.index("Статья 1. Условия"), TEXT.index("Статья 2. Компетенция")
    assert ("1", IN_TEXT) in found(small_register(), TEXT[:start] + TEXT[end:])


def test_an_article_that_the_text_has_twice_is_found():
    text = TEXT.replace('"Статья 3. Предоставление земельных участков и прав', "Статья 3. Предоставление").replace(
        'недрах".".', "недрах."
    )
    assert ("3", IN_TEXT) in found(small_register(), text)


@pytest.mark.parametrize(
    ("number", "old", "new", "what"),
    [
        ("1", "2022-07-25", "2022-07-26", "141-VII from 2022-07-26; the text gives 2022-07-25"),
        ("1", '"141-VII"', '"141-VIII"', "141-VIII is not named in the text"),
        ("1", '"earliest"', '"established"', "141-VII from 2022-07-25 is established; by the text it is earliest"),
        ("1", '"inferred"', '"earliest"', "86-VII from 2022-01-08 is earliest; by the text it is inferred"),
        ("1", "located = false", "located = true", "does not say which unit 141-VII changed"),
        ("1", "2022-01-08", "2022-01-07", "86-VII from 2022-01-07; the text gives 2022-01-08"),
        ("2", "2022-02-27", "2022-02-28", "86-VII from 2022-02-28; the text gives 2022-02-27"),
        ("2", "2025-01-01", "2025-01-02", "107-VIII from 2025-01-02; the text gives 2025-01-01"),
        ("2", '"established"', '"earliest"', "107-VIII from 2025-01-01 is earliest; by the text it is established"),
        ("2", "2022-12-30", "2022-12-29", "known_since must be 2022-12-30 or later"),
        ("2", '"excluded"', '"suspended"', "the text says that 177-VII excluded it"),
        ("3", "2023-06-29", "2023-06-30", "86-VII from 2023-06-30; the text gives 2023-06-29"),
    ],
)
def test_a_day_or_act_changed_in_the_rows_is_found(number, old, new, what):
    assert old in FILES[number]
    rows = small_register(**{f"article_{number}": FILES[number].replace(old, new)})
    assert what in details(rows)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("от 14.07.2022 № 141-VII", "от 15.07.2022 № 141-VII"),
        ("от 14.07.2022 № 141-VII", "от 14.07.2022 № 142-VII"),
        (
            "141-VII (вводится в действие по истечении десяти календарных",
            "141-VII (вводится в действие по истечении двадцати календарных",
        ),
        (NOTE_OF_1, ""),
    ],
)
def test_a_note_changed_in_the_text_is_found_on_every_row(old, new):
    assert old in TEXT
    differences = found(small_register(), TEXT.replace(old, new))
    assert {provision for provision, kind in differences if kind is DATES} == {
        *("1", "1.1", "1.1:1", "1.1:2", "1.1p2", "1.2")
    }


def test_a_note_moved_to_another_article_is_found_at_both():
    text = TEXT.replace(NOTE_OF_1, "").replace("Участки выделяются.", f"Участки выделяются.\n\n{NOTE_OF_1}")
    differences = found(small_register(), text)
    assert {("1.2", DATES), ("3", IN_TEXT), ("3", DATES)} <= set(differences)


def test_an_amendment_that_the_register_lacks_is_found_on_every_row():
    text = FILES["1"].replace("\n".join(AMENDED), by_the_law())
    assert details(small_register(article_1=text)).count("141-VII is missing") == 6


def test_a_row_without_the_amendment_of_its_article_is_found():
    rows = changed("1", row("1.2", "paragraph"), row("1.2", "paragraph", by_the_law(OWN)))
    assert found(rows) == [("1.2", DATES)]


def test_a_unit_added_later_needs_no_act_from_before_it():
    added = version(OWN, from_="2025-01-01", act="107-VIII", certainty="established")
    rows = small_register(article_1=FILES["1"] + row("1.2-1", "paragraph", added))
    note = NOTE_OF_1.rstrip().removesuffix(".") + "; от 01.07.2024 № 107-VIII (вводится в действие с 01.01.2025).\n\n"
    assert found(rows, TEXT.replace(NOTE_OF_1, f"2-1. Добавлен.\n\n{note}")) == []


def test_an_exclusion_undone_in_the_text_is_found():
    start = TEXT.index("исключен Законом")
    text = TEXT[:start] + "утверждает;" + TEXT[TEXT.index("\n", start) :]
    assert ("2.2", DATES) in found(small_register(), text)


def test_an_exclusion_needs_the_version_that_it_ended():
    rows = changed("2", by_the_law(OWN, to="2022-01-08", held=False), "")
    assert "the version that 177-VII excluded is missing" in details(rows)


def test_a_hyphenated_number_cannot_come_with_the_law_itself():
    own = version(OWN, from_="2025-01-01", act="107-VIII", certainty="established")
    assert "its number was added after the law" in details(changed("2", own, by_the_law(OWN)))


def test_an_act_that_added_a_unit_must_be_located():
    rows = changed("2", 'act = "107-VIII"\n', 'act = "107-VIII"\nlocated = false\n')
    assert "the text does not say that 107-VIII added the unit" in details(rows)


def test_a_temporary_wording_that_the_text_has_not_is_found():
    text = TEXT.replace("статьи 3 настоящего Закона, установив", "статьи 4 настоящего Закона, установив")
    differences = found(small_register(), text)
    assert {("3", DATES), ("3.1", SURPLUS), ("4.2", LACKS)} <= set(differences)


def test_a_suspension_until_another_day_is_found():
    text = TEXT.replace("до 29 июня 2023", "до 29 июля 2023")
    assert {provision for provision, _ in found(small_register(), text)} == {"3", "3.1", "3.2"}


def test_only_the_articles_asked_for_are_compared():
    rows = changed("1", row("1.2", "paragraph"), "")
    assert found(rows, TEXT, "2", "3") == []
    assert found(rows, TEXT, "1") == [("1.2", LACKS)]


def test_an_article_without_rows_is_not_complete():
    rows = Register(a for a in small_register().articles.values() if str(a.id) != "4")
    assert found(rows) == [("4", LACKS), ("4.1", LACKS)]


def test_the_shipped_register_follows_the_official_text(official):
    assert found(register(), official) == []
    assert len(register().articles) == 69


def test_in_the_official_text_a_planted_unit_is_found(official):
    text = official.replace("5) производительность труда –", "6) производительность труда –")
    assert found(register(), text, "25") == [("25.4.5", SURPLUS), ("25.4.6", LACKS)]


def test_in_the_official_text_a_moved_note_is_found(official):
    note = next(line for line in official.splitlines() if "Сноска. Статья 25 " in line)
    text = official.replace(note, "").replace("Статья 27. Встречные", f"{note}\n\nСтатья 27. Встречные")
    assert {("25.5:1", DATES), ("26", IN_TEXT), ("26.3", DATES)} <= set(found(register(), text, "25", "26"))


def test_in_the_official_text_a_changed_term_is_found(official):
    text = official.replace("до 29 июня 2023 года", "до 30 июня 2023 года")
    assert {provision for provision, _ in found(register(), text, "29", "36")} == {"29.7", "36", "36.1", "36.2"}


def test_each_row_taken_away_from_the_shipped_register_is_found(official):
    text = parse(official)
    for article in register().articles.values():
        for taken in article.provisions:
            left = tuple(p for p in article.provisions if p is not taken)
            report = check(Register([replace(article, provisions=left)]), text, [article.id])
            assert taken.id in {d.provision for d in report.articles[0].differences}


@pytest.mark.parametrize("article", ["25", "27", "42"])  # 29 has a lead-in, which is no unit
def test_each_line_taken_out_of_an_article_is_found(official, article):
    lines = official.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith(f"Статья {article}."))
    last = next(n for n, line in enumerate(lines) if line.startswith(f"Статья {int(article) + 1}."))
    for taken in (n for n in range(first, last) if lines[n].strip()):
        assert found(register(), "\n".join(lines[:taken] + lines[taken + 1 :]), article), lines[taken]
