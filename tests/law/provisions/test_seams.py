"""Is each seam of the official text, as its publisher prints it, read for what it is?"""

from datetime import date

import pytest

from ondiris.law.provisions.amendments import Commencement
from ondiris.law.provisions.ids import ProvisionId, parse_articles
from ondiris.law.provisions.official import OfficialArticle, OfficialText, OfficialUnit, parse
from ondiris.law.provisions.terms import Level


@pytest.fixture(scope="session")
def law(official) -> OfficialText:
    return parse(official)


@pytest.fixture(scope="session")
def unit(law) -> dict[str, OfficialUnit]:
    """The units of the whole text by id."""
    return {str(unit.id): unit for article in law.articles for unit in article.units}


def article(law: OfficialText, number: str) -> OfficialArticle:
    return next(a for a in law.articles if str(a.id) == number)


def test_the_subparagraph_quoted_in_68_is_the_temporary_wording_of_29_7(law):
    first, _ = article(law, "68").temporary
    assert (str(first.target), first.until, [str(u.id) for u in first.units]) == ("29.7", date(2023, 6, 29), ["29.7"])
    assert first.units[0].text == "предоставление земельных участков и прав недропользования;"


def test_the_article_quoted_in_68_is_the_temporary_wording_of_36(law):
    _, second = article(law, "68").temporary
    assert (str(second.target), second.until) == ("36", date(2023, 6, 29))
    assert [(str(u.id), u.level) for u in second.units] == [
        ("36", Level.ARTICLE),
        ("36.1", Level.SUBPARAGRAPH),
        ("36.2", Level.SUBPARAGRAPH),
    ]
    assert second.units[2].text.endswith('определенном Кодексом Республики Казахстан "О недрах и недропользовании".')


def test_the_article_quoted_in_68_leaves_36_one_unit_and_68_two_subparagraphs(law, unit):
    assert [a.id for a in law.articles].count(ProvisionId.parse("36")) == 1
    assert "36.1" not in unit
    assert [str(u.id) for u in article(law, "68").units] == ["68", "68.1", "68.2"]
    assert unit["68.2"].text.startswith("статьи 36 настоящего Закона, установив")


def test_the_quotations_in_68_end_before_article_69(law):
    assert article(law, "69").units[0].text.startswith("Порядок введения в действие настоящего Закона\n")


def test_8_4_to_8_8_are_five_units_though_no_blank_line_parts_them(law, unit):
    for number in ("8.4", "8.5", "8.6", "8.7", "8.8"):
        assert unit[number].text.startswith("исключен Законом РК от 19.04.2023 № 223-VII")
        assert "\n" not in unit[number].text
    assert not any("Сноска" in u.text for u in article(law, "8").units)


@pytest.mark.parametrize(
    ("number", "opening", "end", "starts"),
    [
        ("13.4", "Исключен", ").", Commencement(days=10)),
        ("13.5.8", "исключен", ");", Commencement(on=date(2022, 1, 8))),
    ],
)
def test_excluded_is_read_with_a_capital_and_without(unit, number, opening, end, starts):
    assert (unit[number].text[: len(opening)], unit[number].text[-2:]) == (opening, end)
    assert (unit[number].excluded.act.number, unit[number].excluded.commencement) == ("177-VII", starts)


def test_what_stands_after_an_excluded_unit_is_its_neighbour(law):
    ids = [str(u.id) for u in article(law, "13").units]
    assert ids[ids.index("13.4") + 1] == "13.5"
    assert ids[ids.index("13.5.8") + 1] == "13.5.9"


def test_60_is_of_a_new_wording_whole_though_its_clause_speaks_in_the_plural(law):
    (note,) = article(law, "60").amendments
    assert "вводятся в действие" in article(law, "60").notes[0]
    assert (note.act.number, note.whole, note.commencement) == ("71-VIII", True, Commencement(months=6))


def test_one_act_takes_effect_on_two_days_in_45_and_60(law):
    days = [
        next(note.commencement.after(note.act.signed_on) for note in article(law, number).amendments)
        for number in ("45", "60")
    ]
    assert days == [date(2024, 6, 6), date(2024, 10, 7)]


def test_article_2_named_in_the_note_of_13_is_not_of_this_law(law):
    first, second = article(law, "13").amendments
    assert (first.act.number, first.commencement) == ("177-VII", Commencement())
    assert (second.act.number, second.commencement) == ("54-VIII", Commencement(days=60))
    assert [str(named) for named in article(law, "13").notes_on] == ["13"]
    assert article(law, "2").amendments == ()


def test_the_note_of_24_speaks_of_one_change_and_names_two_acts(law):
    assert "с изменением, внесенным Законом РК" in article(law, "24").notes[0]
    assert [(n.act.number, n.act.signed_on, n.commencement.days) for n in article(law, "24").amendments] == [
        ("141-VII", date(2022, 7, 14), 10),
        ("86-VIII", date(2024, 5, 21), 60),
    ]


def test_the_notes_of_14_and_38_speak_of_changes_and_name_one_act(law):
    for number, act in (("14", "157-VII"), ("38", "54-VIII")):
        assert "с изменениями" in article(law, number).notes[0]
        assert [note.act.number for note in article(law, number).amendments] == [act]


def test_the_note_of_38_is_a_note_without_its_opening_word(law):
    assert article(law, "38").notes[0].startswith("Статья 38 с изменениями")
    assert [str(u.id) for u in article(law, "38").units][-1] == "38.2"


def test_60_10_is_a_paragraph_though_a_hard_space_follows_its_number(official, unit):
    assert "10.\xa0Мониторинг исполнения соглашений" in official
    assert unit["60.10"].level is Level.PARAGRAPH
    assert unit["60.10"].text.startswith("Мониторинг исполнения соглашений")


def test_no_hard_space_is_left_in_any_unit(official, unit):
    assert "\xa0" in official
    assert not [number for number, one in unit.items() if "\xa0" in one.text]


@pytest.mark.parametrize(
    ("seam", "last_unit_before_it"),
    [
        ("Примечание ИЗПИ!", None),
        ("Вниманию пользователей!", None),
        ("Порядок введения в действие настоящего Закона см. ст. 69", None),
        ("создано ОГЛАВЛЕНИЕ", None),
        ("Настоящий Закон устанавливает основополагающие принципы", None),
        ("Параграф 3. Государственное стимулирование промышленности", "24p3"),
        ("Президент Республики Казахстан К. ТОКАЕВ", "69.2"),
    ],
)
def test_what_is_no_provision_is_in_no_unit(official, unit, seam, last_unit_before_it):
    assert seam in official.replace("\xa0", " ")
    assert not [number for number, one in unit.items() if seam in one.text]
    if last_unit_before_it:
        assert unit[last_unit_before_it].text.endswith(".")


def test_no_paragraph_heading_of_a_chapter_is_in_any_unit(official, unit):
    headings = [line.strip() for line in official.splitlines() if line.strip().startswith("Параграф ")]
    assert [heading[:11] for heading in headings].count("Параграф 1.") == 2
    assert [heading[:11] for heading in headings].count("Параграф 2.") == 2
    assert not [n for n, one in unit.items() for heading in headings if heading in one.text]


@pytest.mark.parametrize(
    ("number", "run"),
    [("1", "1.8 1.8-1 1.9"), ("13", "13.5.10 13.5.10p2 13.5.10-1 13.5.10-2 13.5.11")],
)
def test_hyphened_numbers_stand_between_their_neighbours_in_the_text_and_sorted(law, number, run):
    units = [one.id for one in article(law, number).units]
    for order in (units, sorted(units)):
        assert run in " ".join(map(str, order))


def test_a_hyphened_number_is_one_unit_and_never_a_range(law, unit):
    known = [a.id for a in law.articles]
    assert unit["1.8-1"].text.startswith("реестр офтейк-контрактов")
    assert unit["13.5.10-2"].text.startswith("осуществляет мониторинг")
    assert [str(a) for a in parse_articles("8-10", known)] == ["8", "9", "10"]
    assert ProvisionId.parse("1.8-1").numbers == ((1, 0), (8, 1))


def test_a_chapter_of_another_law_named_by_a_hyphened_number_is_no_unit(unit):
    named = [number for number, one in unit.items() if "23-1" in one.text]
    assert named
    assert all(number.startswith("56.") for number in named)
    assert not [number for number in unit if "23-1" in number]


@pytest.mark.parametrize(
    ("number", "level"),
    [
        ("15.6", Level.PARAGRAPH),
        ("25.6", Level.PARAGRAPH),
        ("49.2", Level.PARAGRAPH),
        ("17.12", Level.SUBPARAGRAPH),
        ("9.39", Level.SUBPARAGRAPH),
        ("69.2", Level.SUBPARAGRAPH),
    ],
)
def test_the_level_of_a_two_level_id_is_the_texts_not_the_forms(unit, number, level):
    assert unit[number].level is level


def test_the_articles_that_count_subparagraphs_without_paragraphs(law):
    levels = {str(a.id): {u.level for u in a.units if len(u.id.numbers) == 2 and not u.id.item} for a in law.articles}
    without = [number for number, found in levels.items() if Level.SUBPARAGRAPH in found]
    assert without == ["1", "4", "7", "8", "9", "10", "11", "12", "17", "29", "45", "59", "68", "69"]


def test_the_subparagraphs_of_23_3_stand_after_its_second_part(law):
    ids = " ".join(str(u.id) for u in article(law, "23").units)
    assert "23.3 23.3p2 23.3.1 23.3.2 23.3.3 23.4" in ids


def test_the_law_counts_its_own_list_in_60_8_from_the_lead_in(unit):
    # The lead-in is the first абзац, so the second is the first item of the list.
    assert "абзацем вторым части первой" in unit["60.8p2"].text
    assert unit["60.8:1"].text == "увеличение передела отечественного сырья;"
