"""Is a provision on a day the Akoma Ntoso document that it should be?"""

from datetime import date

import pytest

from ondiris.law.akoma.names import SIGNED_ON, act_iri, eid, printed_number
from ondiris.law.akoma.portion import Content, Link, document
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.official import NUMBER_OF_THE_LAW, parse
from ondiris.law.provisions.standing import standing
from ondiris.law.provisions.terms import Language, Level
from tests.law.akoma.structure import NS, checked
from tests.law.provisions.small_law import small_register

TODAY = date(2026, 1, 1)
SMALL = small_register()


def unit(text: str) -> ProvisionId:
    return ProvisionId.parse(text)


def made(number: str, on: date = TODAY, language: Language = Language.RU, texts=None, links=None):
    """The checked document of a provision of the small law."""
    content = Content({unit(k): v for k, v in (texts or {}).items()}, {unit(k): v for k, v in (links or {}).items()})
    shown = [standing(row, on) for row in SMALL.within(unit(number))]
    return checked(document(shown, SMALL, content, language, on))


def found(root, name: str, **attributes: str):
    return next(e for e in root.iter(f"{NS}{name}") if all(e.get(key) == value for key, value in attributes.items()))


@pytest.mark.parametrize(
    ("provision", "expected"),
    [
        ("25", "art_25"),
        ("25.5", "art_25__para_5"),
        ("25.5:1", "art_25__para_5__indent_1"),
        ("9.39", "art_9__subpara_39"),
        ("1.8-1", "art_1__subpara_8-1"),
        ("13.5.10-1", "art_13__para_5__subpara_10-1"),
        ("5.2p3", "art_5__para_2__al_3"),
        ("48.2p2:1", "art_48__para_2__al_2__indent_1"),
    ],
)
def test_a_provision_has_the_id_that_the_naming_convention_gives(provision, expected):
    assert eid(unit(provision), register()) == expected


def test_no_two_provisions_have_one_id():
    assert len({eid(one, register()) for one in register()}) == len(register())


@pytest.mark.parametrize(
    ("provision", "level", "language", "expected"),
    [
        ("25", Level.ARTICLE, Language.RU, "Статья 25."),
        ("25", Level.ARTICLE, Language.EN, "Article 25."),
        ("25.5", Level.PARAGRAPH, Language.RU, "5."),
        ("9.8-1", Level.SUBPARAGRAPH, Language.EN, "8-1)"),
        ("25.5:1", Level.ITEM, Language.RU, ""),
    ],
)
def test_a_number_is_printed_as_the_law_prints_it(provision, level, language, expected):
    assert printed_number(unit(provision), level, language) == expected


def test_work_version_and_file_are_named_with_language_and_day():
    root = made("1.1", language=Language.RU)
    this = [e.get("value") for e in root.iter(f"{NS}FRBRthis")]
    assert this == [
        "/akn/kz/act/2021-12-27/86-vii/!main~art_1__para_1",
        "/akn/kz/act/2021-12-27/86-vii/rus@2026-01-01/!main~art_1__para_1",
        "/akn/kz/act/2021-12-27/86-vii/rus@2026-01-01/!main~art_1__para_1.xml",
    ]
    assert found(root, "FRBRlanguage").get("language") == "rus"


def test_the_english_text_is_said_to_be_a_translation():
    translated = found(made("1.1", language=Language.EN), "FRBRtranslation")
    assert (translated.get("fromLanguage"), translated.get("authoritative")) == ("rus", "false")


def test_the_body_has_the_official_text_and_the_notes_our_words():
    root = made("1.1", texts={"1.1": "Меры предоставляются на условиях:", "1.1:1": "ориентированности;"})
    body, notes = found(root, "portionBody"), found(root, "notes")
    assert "".join(body.itertext()) == "1.Меры предоставляются на условиях:ориентированности;"
    assert "Words of 1.1." in "".join(notes.itertext())
    note = found(root, "note", placementBase="#art_1__para_1")
    assert note.get("class") == "summary"
    assert len(note) == 3


def test_without_a_loaded_text_an_element_is_incomplete_and_empty():
    root = made("1.2")
    assert found(root, "paragraph").get("status") == "incomplete"
    assert "".join(found(root, "content").itertext()) == ""


def test_a_wording_that_is_not_held_shows_neither_text_nor_words():
    root = made("1.2", on=date(2022, 3, 1), texts={"1.2": "Сегодняшний текст."})
    assert found(root, "paragraph").get("status") == "unknown"
    assert "Сегодняшний" not in "".join(root.itertext())
    assert list(root.iter(f"{NS}notes")) == []


def test_what_is_excluded_is_there_as_removed_and_what_is_yet_to_come_is_not_there():
    ids = {e.get("eId"): e.get("status") for e in made("2", on=date(2024, 1, 1)).iter() if e.get("period")}
    assert ids["art_2__subpara_2"] == "removed"
    assert "art_2__subpara_2-1" not in ids
    assert made("2.2-1", on=date(2024, 1, 1)).find(f".//{NS}subparagraph").get("status") == "undefined"


def test_a_temporary_wording_is_not_given_the_text_of_today():
    root = made("3", on=date(2023, 1, 1), texts={"3": "Участки\nСегодня."})
    assert found(root, "article").get("status") == "incomplete"
    assert "Temporary words." in "".join(found(root, "notes").itertext())
    assert "Сегодня." not in "".join(root.itertext())


def test_the_acts_that_changed_it_are_events_with_how_sure_their_days_are():
    root = made("1.1")
    events = [(e.get("date"), e.get("source"), e.get("type"), e.get("refersTo")) for e in root.iter(f"{NS}eventRef")]
    assert events == [
        ("2021-12-27", "#act_86-VII", "generation", None),
        ("2022-01-08", "#act_86-VII", None, "#inferred"),
        ("2022-07-25", "#act_141-VII", "amendment", "#earliest"),
    ]
    assert found(root, "passiveRef").get("href") == "/akn/kz/act/2022-07-14/141-vii"


def test_an_element_stands_in_the_period_of_its_wording():
    root = made("1.1")
    period = found(root, "paragraph").get("period").removeprefix("#")
    interval = found(root, "temporalGroup", eId=period)[0]
    assert found(root, "eventRef", eId=interval.get("start")[1:]).get("date") == "2022-07-25"
    assert interval.get("end") is None


def test_what_ends_without_a_next_wording_ends_by_an_event():
    root = made("3.1", on=date(2023, 1, 1))
    interval = found(root, "temporalGroup")[0]
    assert found(root, "eventRef", eId=interval.get("end")[1:]).get("date") == "2023-06-29"


def test_an_article_has_its_heading_and_each_line_is_a_paragraph():
    root = made("2", texts={"2": "Компетенция\nУполномоченный орган:\nИ еще."})
    assert found(root, "heading").text == "Компетенция"
    assert [p.text for p in found(root, "intro")] == ["Уполномоченный орган:", "И еще."]


def test_words_that_name_a_provision_are_a_reference():
    text = "Отказ по пункту 1 & иначе."
    root = made("1.2", texts={"1.2": text}, links={"1.2": [Link(9, 17, unit("1.1")), Link(9, 17, unit("2"))]})
    (ref,) = root.iter(f"{NS}ref")
    assert ref.text == "пункту 1"
    assert ref.get("href") == "/akn/kz/act/2021-12-27/86-vii/rus@2026-01-01/!main~art_1__para_1"
    assert "".join(found(root, "content").itertext()) == text


def test_every_article_of_the_shipped_register_is_well_made_on_any_day():
    for on in (date(2021, 1, 1), date(2022, 6, 1), date(2023, 6, 28), TODAY):
        for article in register().articles:
            shown = [standing(row, on) for row in register().within(article)]
            checked(document(shown, register(), Content(), Language.KK, on))


def test_the_day_of_signing_is_known_of_every_act_in_the_register():
    assert {v.act for row in register().values() for v in row.versions} == set(SIGNED_ON)
    assert act_iri("999-IX") == "/akn/kz/act/999-ix"


def test_the_days_of_signing_are_those_of_the_official_text(official):
    text = parse(official)
    named = {change.act.number: change.act.signed_on for article in text.articles for change in article.amendments}
    named |= {u.excluded.act.number: u.excluded.act.signed_on for a in text.articles for u in a.units if u.excluded}
    assert named | {NUMBER_OF_THE_LAW: text.law.signed_on} == SIGNED_ON
