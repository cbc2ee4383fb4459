from datetime import date

import pytest

from ondiris.law.provisions.amendments import Commencement, OfficialTextError, amendments, commencement, reference
from ondiris.law.provisions.official import OfficialText, parse, units
from ondiris.law.provisions.terms import Level
from tests.law.provisions.small_law import TEXT


def article(text: OfficialText, number: str):
    return next(a for a in text.articles if str(a.id) == number)


def ids(text: OfficialText, number: str) -> str:
    return " ".join(str(unit.id) for unit in article(text, number).units)


def small(body: str) -> OfficialText:
    """The small law with other lines in article 1."""
    head, rest = TEXT.split("Статья 1. Условия\n", 1)
    return parse(head + "Статья 1. Условия\n\n" + body + "\n\nСтатья 2." + rest.split("Статья 2.", 1)[1])


def test_the_text_becomes_articles_paragraphs_subparagraphs_parts_and_items():
    assert ids(parse(TEXT), "1") == "1 1.1 1.1:1 1.1:2 1.1p2 1.2"
    assert [str(unit.level) for unit in article(parse(TEXT), "1").units] == [
        *("article", "paragraph", "item", "item", "part", "paragraph")
    ]


def test_units_that_run_on_without_a_blank_line_are_told_apart():
    assert ids(parse(TEXT), "2") == "2 2.1 2.2 2.2-1"


def test_a_subparagraph_of_an_article_without_paragraphs_is_no_paragraph():
    assert article(parse(TEXT), "2").units[1].level is Level.SUBPARAGRAPH


def test_title_divisions_publishers_notes_and_signature_are_no_units():
    text = " ".join(unit.text for unit in units(TEXT))
    for seam in ("Глава 1", "Параграф 1", "ИЗПИ", "введения в действие настоящего Закона см", "ТОКАЕВ", "принципы"):
        assert seam not in text


def test_units_give_their_text_without_number_and_indent():
    texts = {str(unit.id): unit.text for unit in units(TEXT)}
    assert texts["1.2"] == "Отказ обосновывается."
    assert texts["2"] == "Компетенция\nУполномоченный орган:"


def test_a_quoted_article_is_no_article_but_a_temporary_wording():
    text = parse(TEXT)
    assert [str(a.id) for a in text.articles] == ["1", "2", "3", "4", "5"]
    (wording,) = article(text, "4").temporary
    assert (str(wording.target), wording.until) == ("3", date(2023, 6, 29))
    assert [str(unit.id) for unit in wording.units] == ["3", "3.1", "3.2"]
    assert wording.units[-1].text == 'права по Кодексу "О недрах".'


def test_the_quotation_stays_in_the_text_of_its_unit():
    assert article(parse(TEXT), "4").units[1].text.endswith('2) права по Кодексу "О недрах".".')


def test_a_note_names_its_acts_and_their_clauses():
    (amendment,) = article(parse(TEXT), "1").amendments
    assert (amendment.act.number, amendment.act.signed_on) == ("141-VII", date(2022, 7, 14))
    assert amendment.commencement == Commencement(days=10)


def test_an_excluded_unit_knows_by_which_act():
    excluded = article(parse(TEXT), "2").units[2].excluded
    assert (excluded.act.number, excluded.commencement.on) == ("177-VII", date(2022, 1, 8))


def test_the_closing_article_says_when_what_takes_effect():
    text = parse(TEXT)
    assert text.starts == Commencement(days=10)
    assert {str(unit): clause.days for unit, clause in text.starts_otherwise.items()} == {"2.1": 60}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. Первая.\n\nВторая.\n\n2. Далее.", "1 1.1 1.1p2 1.2"),
        ("Первая.\n\nВторая.\n\nТретья.", "1 1p2 1p3"),
        ("Посредством:\n\nодного;\n\nдругого.\n\nВторая часть:\n\nтретьего.", "1 1:1 1:2 1p2 1p2:1"),
        ("Орган:\n\n1) вводит:\n\nмеры;\n\nпорядок;\n\n2) ведет.", "1 1.1 1.1:1 1.1:2 1.2"),
        (
            "1. Орган:\n\n10) открывает счет.\n\nОстатки не возвращаются;\n\n10-1) помогает.",
            "1 1.1 1.1.10 1.1.10p2 1.1.10-1",
        ),
        ("1. Посредством:\n\n1) договора;\n\n2) закупа.\n\nПравила типовые.", "1 1.1 1.1.1 1.1.2 1.1p2"),
        (
            "1. Институт:\n\n1) является центром.\n\nПод центром понимается место.\n\n2. Далее.",
            "1 1.1 1.1.1 1.1.1p2 1.2",
        ),
        ("3. Первая.\n\nПредусматриваются:\n\n1) одно;\n\n2) другое.\n\n4. Далее.", "1 1.3 1.3p2 1.3.1 1.3.2 1.4"),
        ("Орган:\n\n1) ведет;\n\n2) хранит.\n\nИное установлено законом.", "1 1.1 1.2 1p2"),
        ("6. Шестой.\n\nПримечания. Для целей параграфа:\n\nпод одним;\n\nпод другим.", "1 1.6 1:1 1:2"),
        ("9. Девятый.\n\n\xa0\xa0 10.\xa0Десятый.\n\n10-1. Еще.", "1 1.9 1.10 1.10-1"),
        ("\t1)\xa0ведет;\r\n2) хранит.", "1 1.1 1.2"),
    ],
)
def test_lines_hang_where_the_law_hangs_them(body, expected):
    assert ids(small(body), "1") == expected


@pytest.mark.parametrize("word", ["исключен", "Исключен", "исключена"])
def test_every_spelling_of_excluded_is_known(word):
    text = small(f"1. {word} Законом РК от 30.12.2022 № 177-VII (вводится в действие с 08.01.2022).")
    assert article(text, "1").units[1].excluded.act.number == "177-VII"


@pytest.mark.parametrize(
    "note",
    [
        "Сноска. Статья 1 с изменением, внесенным Законом РК от 06.04.2024 № 71-VIII (вводятся в действие с 01.01.2025).",
        "Статья 1 с изменениями, внесенными Законом РК от 06.04.2024 № 71-VIII (вводится в действие с 01.01.2025).",
    ],
)
def test_a_note_is_known_with_and_without_its_opening_word(note):
    found = article(small(f"1. Первый.\n\n{note}"), "1")
    assert [str(unit.id) for unit in found.units] == ["1", "1.1"]
    assert [a.act.number for a in found.amendments] == ["71-VIII"]


def test_only_the_act_that_gave_a_new_wording_is_of_the_whole():
    first, second = amendments(
        "Сноска. Статья 1 - в редакции Закона РК от 06.04.2024 № 71-VIII (вводятся в действие по истечении шести "
        "месяцев после дня); с изменением, внесенным Законом РК от 01.07.2025 № 200-VIII (вводится в действие с 01.01.2026)."
    )
    assert (first.whole, second.whole) == (True, False)
    assert first.commencement == Commencement(months=6)


@pytest.mark.parametrize(
    ("clause", "published", "first_day"),
    [
        ("по истечении десяти календарных дней", date(2022, 7, 14), date(2022, 7, 25)),
        ("по истечении шестидесяти календарных дней", date(2024, 1, 23), date(2024, 3, 24)),
        ("вводятся в действие по истечении шести месяцев", date(2024, 4, 6), date(2024, 10, 7)),
        ("по истечении шести месяцев", date(2023, 8, 31), date(2024, 3, 1)),
    ],
)
def test_a_term_ends_before_the_first_day(clause, published, first_day):
    assert commencement(clause).after(published) == first_day


def test_two_acts_that_differ_by_one_letter_are_two():
    note = (
        "Сноска. Законами от 27.12.2021 № 86-VII (вводится в действие с 01.01.2022); "
        "от 21.05.2024 № 86-VIII (вводится в действие с 01.01.2025)."
    )
    assert [a.act.number for a in amendments(note)] == ["86-VII", "86-VIII"]


@pytest.mark.parametrize(
    ("text", "unit"), [("подпункта 39) статьи 9", "9.39"), ("пункта 5 статьи 25", "25.5"), ("статьи 18", "18")]
)
def test_a_provision_named_in_words_is_found(text, unit):
    assert str(reference(text)) == unit


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "the text is empty"),
        ("\ufeff \n", "the text is empty"),
        ("Article 1. Basic concepts", "not the official Russian text"),
        (TEXT.replace("86-VII ЗРК", "375-V ЗРК"), "this is law No. 375-V"),
        (TEXT.replace("Статья", "Cтатья"), "no article is headed"),
        (TEXT.replace("Порядок введения", "О введении"), "no article on taking effect"),
        (TEXT.replace('недрах".".', "недрах."), "the quoted wording does not end"),
        (TEXT.replace("№ 141-VII", "№ 141"), "article 1: the acts of this note cannot be read"),
        (TEXT.replace("14.07.2022", "31.02.2022"), "article 1: there is no day 31.02.2022"),
        (
            TEXT.replace("(вводится в действие с 08.01.2022)", "(вскоре)"),
            "article 2: when this takes effect cannot be read",
        ),
        (TEXT[: TEXT.index("2) права по Кодексу")], "the quoted wording does not end"),
    ],
)
def test_a_text_that_cannot_be_read_says_why(text, why):
    with pytest.raises(OfficialTextError) as wrong:
        parse(text)
    assert why in str(wrong.value)


def test_the_official_text_has_69_articles(official):
    assert [str(a.id) for a in parse(official).articles] == [str(number) for number in range(1, 70)]


def test_no_unit_of_the_official_text_stands_twice(official):
    found = [unit.id for unit in units(official)]
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("number", "count", "some"),
    [
        ("1", 26, "1.8-1 1.24"),
        ("8", 11, "8.3:2 8.4 8.8"),
        ("13", 52, "13.1.3:4 13.2.2:8 13.3.4p2 13.4 13.5.10p2 13.5.10-1 13.5.10-2 13.6.2"),
        ("15", 26, "15.3.1:5 15.4:3 15.6p2"),
        ("23", 12, "23.3p2 23.3.1 23.4"),
        ("25", 18, "25.1p2 25.4.5 25.5:1 25.5:3 25.8"),
        ("29", 15, "29.7 29.14"),
        ("36", 1, "36"),
        ("45", 4, "45.2 45p2"),
        ("46", 7, "46.1.2 46.1p2 46.2p2"),
        ("48", 12, "48.2p2:2 48.2p3 48.6"),
        ("49", 12, "49.2.7 49.2p2"),
        ("54", 5, "54:1 54:4"),
        ("60", 27, "60.1p5:2 60.8:2 60.8p3 60.9p3 60.10"),
        ("62", 13, "62.1p2 62.5p2 62:1 62:4"),
        ("68", 3, "68.1 68.2"),
        ("69", 3, "69.1 69.2"),
    ],
)
def test_articles_of_the_official_text_have_their_units(official, number, count, some):
    found = ids(parse(official), number).split()
    assert (len(found), set(some.split()) - set(found)) == (count, set())


def test_the_official_text_excludes_seven_units(official):
    excluded = [str(unit.id) for unit in units(official) if unit.excluded]
    assert excluded == ["8.4", "8.5", "8.6", "8.7", "8.8", "13.4", "13.5.8"]


def test_the_notes_of_the_official_text_are_found_with_every_act(official):
    named = {str(a.id): len(a.amendments) for a in parse(official).articles if a.amendments}
    twice = {"13": 2, "24": 2, "25": 2, "43": 2}
    once = dict.fromkeys(["9", "10", "14", "30", "38", "45", "48", "60"], 1)
    assert named == {"1": 3, "8": 3} | twice | once
