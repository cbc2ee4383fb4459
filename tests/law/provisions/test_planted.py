"""Does the check find a fault planted in the complete register, or in the official text beside it?

Each fault is looked for in all 69 articles, so that a neighbour which it does not concern stays complete.
"""

import re
from dataclasses import replace

import pytest

from ondiris.law.provisions.check import DifferenceKind, check
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.official import OfficialText, parse
from ondiris.law.provisions.register import Register

LACKS, SURPLUS, LEVEL = DifferenceKind.LACKS, DifferenceKind.SURPLUS, DifferenceKind.LEVEL
DATES, IN_TEXT = DifferenceKind.DATES, DifferenceKind.TEXT
Found = set[tuple[str, DifferenceKind]]


@pytest.fixture(scope="session")
def text(official) -> OfficialText:
    return parse(official)


def found(text: OfficialText, rows: Register | None = None) -> Found:
    report = check(register() if rows is None else rows, text)
    return {(str(d.provision), d.kind) for article in report.articles for d in article.differences}


def planted(official: str, article: str, old: str, new: str) -> OfficialText:
    """The official text with one spot of one article changed; `old` is a pattern."""
    head = re.search(rf"^Статья {article}\. ", official, re.MULTILINE)
    after = re.search(rf"^(?:Статья {int(article) + 1}\. |\s*Президент )", official, re.MULTILINE)
    body, count = re.subn(old, new, official[head.start() : after.start()], count=1, flags=re.MULTILINE)
    assert count == 1
    return parse(official[: head.start()] + body + official[after.start() :])


def without(*taken: str) -> Register:
    articles = register().articles.values()
    return Register(replace(a, provisions=tuple(p for p in a.provisions if str(p.id) not in taken)) for a in articles)


# Of one row; of subparagraphs alone; of paragraphs alone; of parts alone; of items; of all; with temporary rows.
@pytest.mark.parametrize(
    "row",
    [
        *("21", "57", "66", "4.1", "9.39", "17.12", "69.2", "2.1", "28.4", "24p2", "53p2", "54:4", "9.39:2"),
        *("25.5:3", "60.1p5:2", "48.2p2:1", "13.3.4p2", "13.5.10-1", "8.8", "23.3p2", "63.2.1", "62:4"),
        *("29.7", "36.2", "68.1"),
    ],
)
def test_a_row_taken_away_is_found_and_nothing_else(text, row):
    assert found(text, without(row)) == {(row, LACKS)}


@pytest.mark.parametrize("row", ["1.8-1", "48.6"])
def test_the_only_row_of_an_act_taken_away_leaves_the_act_missing_on_its_article(text, row):
    found_without = found(text, without(row))
    assert (row, LACKS) in found_without
    rest = {kind for number, kind in found_without if number != row}
    assert rest == {DATES}


@pytest.mark.parametrize("article", ["1", "13", "21", "57", "60", "66", "69"])
def test_an_article_without_rows_is_found_with_each_of_its_units(text, article):
    rows = register().within(ProvisionId.parse(article))
    lacking = found(text, Register(a for a in register().articles.values() if str(a.id) != article))
    assert {(str(row.id), LACKS) for row in rows} <= lacking
    assert {number.partition(".")[0].partition("p")[0].partition(":")[0] for number, _ in lacking} == {article}


@pytest.mark.parametrize("article", ["21", "22", "57", "66", "67"])
def test_an_article_whose_text_is_gone_is_found(official, article):
    lines = official.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith(f"Статья {article}."))
    last = next(n for n, line in enumerate(lines) if line.startswith(f"Статья {int(article) + 1}."))
    gone = parse("\n".join([*lines[: first + 1], "", *lines[last:]]))
    report = check(register(), gone, [ProvisionId.parse(article)])
    assert [(str(d.provision), d.kind) for d in report.articles[0].differences] == [(article, DifferenceKind.TEXT)]


@pytest.mark.parametrize("article", ["21", "57", "66"])
def test_an_article_that_the_text_numbers_otherwise_is_found(official, article):
    moved = planted(official, article, rf"^Статья {article}\. ", f"Статья {article}-1. ")
    assert found(moved) == {(article, IN_TEXT), (f"{article}-1", LACKS)}


@pytest.mark.parametrize(
    ("article", "old", "new", "lost", "gained"),
    [
        ("4", r"8\) ", "9) ", "4.8", "4.9"),
        ("1", r"8-1\) ", "8-2) ", "1.8-1", "1.8-2"),
        ("2", r"1\. Зак", "3. Зак", "2.1", "2.3"),
        ("13", r"10-2\) ", "10-3) ", "13.5.10-2", "13.5.10-3"),
        ("17", r"12\) ", "13) ", "17.12", "17.13"),
        ("28", r"4\. Не", "5. Не", "28.4", "28.5"),
        ("60", "10\\.\xa0", "11.\xa0", "60.10", "60.11"),
        ("69", r"2\) статьи", "3) статьи", "69.2", "69.3"),
    ],
)
def test_a_unit_with_another_number_is_found(official, article, old, new, lost, gained):
    changed = found(planted(official, article, rf"^([ \xa0]*){old}", rf"\g<1>{new}"))
    assert {(lost, SURPLUS), (gained, LACKS)} <= changed
    assert {kind for number, kind in changed if number not in (lost, gained)} <= {DATES}


@pytest.mark.parametrize(
    ("article", "old", "new", "unit"),
    [
        ("4", r"8\) ", "8. ", "4.8"),
        ("17", r"12\) ", "12. ", "17.12"),
        ("69", r"2\) статьи", "2. статьи", "69.2"),
    ],
)
def test_a_subparagraph_turned_paragraph_is_found(official, article, old, new, unit):
    assert found(planted(official, article, rf"^([ \xa0]*){old}", rf"\g<1>{new}")) == {(unit, LEVEL)}


@pytest.mark.parametrize(
    ("article", "line", "unit"),
    [
        ("21", "1) новое.", "21.1"),
        ("57", "1) новое.", "57.1"),
        ("66", "1) новое.", "66.1"),
        ("66", "Новая часть.", "66p2"),
        ("24", "Новая часть.", "24p4"),
        ("4", "99) новое.", "4.99"),
        ("28", "5. Новый.", "28.5"),
        ("36", "1. Новый.", "36.1"),  # its number is that of a row which stands in the temporary wording alone
        ("36", "3) новое.", "36.3"),
        ("42", "Новая часть.", "42.5p3"),
        ("68", "3) статьи 37;", "68.3"),
    ],
)
def test_a_unit_added_at_the_end_of_an_article_is_found(official, article, line, unit):
    following = r"(?=^(?:[ \xa0]*Сноска\.|\s*Параграф|\Z))"
    added = found(planted(official, article, following, f"      {line}\n\n"))
    assert unit in {number for number, _ in added}
    assert {ProvisionId.parse(number).article for number, _ in added} == {ProvisionId.parse(article)}


@pytest.mark.parametrize(
    ("article", "after", "line", "unit"),
    [
        ("9", r"39\) .*:\n", "создания реестра;", "9.39:3"),
        ("25", r"ориентированности .*;\n", "отсутствия долга;", "25.5:4"),
        ("25", r"5\) производительность .*\n", "6) занятость.", "25.4.6"),
        ("1", r"8-1\) .*\n", "8-2) новое понятие;", "1.8-2"),
        ("13", r"10-2\) .*\n", "10-3) помогает;", "13.5.10-3"),
        ("63", r"1\) .*\n", "1-1) новое;", "63.2.1-1"),
    ],
)
def test_a_unit_added_within_an_article_is_found(official, article, after, line, unit):
    assert (unit, LACKS) in found(planted(official, article, rf"(^[ \xa0]*{after})", rf"\g<1>\n      {line}\n"))


NOTES = ["1", "8", "9", "10", "13", "14", "24", "25", "30", "38", "43", "45", "48", "60"]


@pytest.mark.parametrize("article", NOTES)
def test_a_note_moved_to_the_next_article_is_found_at_both(official, article):
    note = next(line for line in official.splitlines() if re.match(rf"[ \xa0]*(Сноска\. )?Статья {article} ", line))
    following = str(int(article) + 1)
    moved = found(planted(official.replace(note + "\n", ""), following, r"(^Статья .*\n)", rf"\g<1>\n{note}\n"))
    assert (following, IN_TEXT) in moved
    assert any(ProvisionId.parse(number).article == ProvisionId.parse(article) for number, _ in moved)
    assert (following, DATES) in moved


@pytest.mark.parametrize("article", NOTES)
def test_a_note_taken_away_is_found(official, article):
    lost = found(planted(official, article, r"^[ \xa0]*(?:Сноска\. )?Статья \d+ .*\n", ""))
    assert DATES in {kind for _, kind in lost}
    assert {ProvisionId.parse(number).article for number, _ in lost} == {ProvisionId.parse(article)}


@pytest.mark.parametrize(
    ("article", "old", "new", "concerned"),
    [
        ("14", r"01\.01\.2023", "02.01.2023", "14.1"),
        ("24", r"86-VIII", "86-VII", "24"),
        ("45", r"шестидесяти", "девяноста", "45.2"),
        ("48", r"01\.01\.2025", "01.02.2025", "48.6"),
        ("60", r"шести месяцев", "трех месяцев", "60.7"),
        ("13", r"с 08\.01\.2022", "с 09.01.2022", "13.5.8"),
        ("43", r"с 08\.01\.2022", "с 10.01.2022", "43.1"),
        ("8", r"7\) исключен", "7) утвержден", "8.7"),
        ("69", r"1 июля 2022", "2 июля 2022", "18.1"),
        ("69", r"шестидесяти", "девяноста", "9.39:2"),
        ("68", r"29 июня 2023", "30 июня 2023", "36.2"),
    ],
)
def test_a_day_or_term_changed_in_the_text_is_found(official, article, old, new, concerned):
    assert (concerned, DATES) in found(planted(official, article, old, new))
