import tomllib
from importlib.resources import files

import pytest

from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import RegisterError, load, register
from ondiris.law.provisions.terms import Certainty, Language, Level
from tests.law.provisions.small_law import (
    FILES,
    OWN,
    article,
    article_file,
    by_the_law,
    row,
    small_register,
    version,
    words,
)

HEAD = row("2", "article")
LATER = version(OWN, from_="2023-01-10", act="177-VII", certainty="earliest")


def refused(*rows: str, head: str = by_the_law()) -> str:
    with pytest.raises(RegisterError) as wrong:
        article("2", article_file("2", head, *rows))
    return str(wrong.value)


def test_a_row_has_the_versions_of_its_article_unless_it_has_its_own():
    provisions = {str(p.id): p for p in article("2").provisions}
    assert provisions["2"].versions[0].certainty is Certainty.INFERRED
    assert str(provisions["2.1"].versions[0].valid_from) == "2022-02-27"


def test_the_level_stands_beside_the_id():
    provisions = {str(p.id): p for one in ("1", "2") for p in article(one).provisions}
    assert (provisions["1.2"].level, provisions["2.2"].level) == (Level.PARAGRAPH, Level.SUBPARAGRAPH)


def test_the_register_gives_a_unit_with_all_that_stands_in_it():
    found = small_register().within(ProvisionId.parse("1.1"))
    assert [str(p.id) for p in found] == ["1.1", "1.1:1", "1.1:2", "1.1p2"]


def test_articles_come_in_their_order_whatever_the_order_of_files():
    assert [str(a) for a in small_register().articles] == ["1", "2", "3", "4", "5"]


def test_a_folder_is_read_file_by_file(tmp_path):
    for number, text in FILES.items():
        (tmp_path / f"article_0{number}.toml").write_text(text, encoding="utf-8")
    (tmp_path / "notes.toml").write_text("not = 'a row'")
    assert len(load(tmp_path)) == len(small_register())


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (HEAD.replace('kk = "Words of 2."', ""), "article_02.toml: 2: summary.kk: Field required"),
        (HEAD.replace('ru = "Words of 2."', 'ru = " "'), "2: summary.ru: String should have at least 1"),
        (HEAD.replace('"duty"', '"obligation"'), "2: kind: Input should be"),
        (HEAD + 'colour = "red"\n', "2: colour: Unexpected keyword argument"),
        (HEAD + 'bearers = ["somebody"]\n', "2: bearers.0: Input should be"),
        (HEAD + 'systems = ["B26"]\n', "2: systems.0: Value error, 'B26' is not the id of a system"),
        (HEAD.replace('id = "2"', 'id = "2-"'), "2-: id: Value error, '2-' is not an id"),
        (HEAD.replace('id = "2"', 'id = "3"'), "3: this is no provision of article 2"),
        (HEAD.replace('"article"', '"paragraph"'), "2: an id of this form is no paragraph"),
        (HEAD.replace("[[provision]]", "[[provision]"), "article_02.toml: not TOML"),
        ("", "the row of the article itself is missing"),
        (HEAD + HEAD, "2: this id stands twice"),
        (HEAD + row("2.1:1", "item"), "2.1:1: the row of 2.1, in which it stands, is missing before it"),
    ],
)
def test_a_wrong_row_is_named_with_its_file(wrong, message):
    assert message in refused(wrong)


@pytest.mark.parametrize(
    ("versions", "message"),
    [
        ([by_the_law(OWN, to="2021-01-01")], "reversed: it ends on 2021-01-01"),
        ([by_the_law(OWN), LATER], "the versions of 2022-01-08 and 2023-01-10 overlap"),
        ([by_the_law(OWN, to="2023-01-11"), LATER], "overlap"),
        ([LATER, by_the_law(OWN)], "overlap"),
        ([by_the_law(OWN, to="2023-01-09", held=False), LATER], "no version covers 2023-01-09 to 2023-01-10"),
        (
            [by_the_law(OWN, to="2023-01-10"), LATER],
            "the words of the row are said to be held for each of 177-VII, 86-VII",
        ),
        ([by_the_law(OWN, to="2022-01-08")], "the version of 2022-01-08 is empty"),
        ([by_the_law(OWN, known_since="2022-01-08")], "leave this out"),
        ([by_the_law(OWN, wording="temporary")], "the temporary wording of 2022-01-08 has no words of its own"),
        ([by_the_law(OWN, held=False) + f"[{OWN}.words]\n" + words("Of another.")], "has words, but is not held"),
        ([by_the_law(OWN, act='86-VII"\nactor = "x')], "versions.0.actor: Unexpected keyword"),
        ([by_the_law(OWN, act="86")], "versions.0.act: String should match pattern"),
        ([by_the_law(OWN, from_='"2022-01-08"')], "versions.0.from: Input should be a valid date"),
        ([by_the_law(OWN, from_="2022-01-08T00:00:00")], "versions.0.from: Input should be a valid date"),
        ([by_the_law(OWN, held='"yes"')], "versions.0.held: Input should be a valid boolean"),
    ],
)
def test_wrong_versions_are_refused(versions, message):
    assert message in refused(row("2", "article", *versions))


def test_an_empty_version_needs_a_change_that_became_known_later():
    excluded = version(OWN, from_="2022-01-08", act="177-VII", certainty="established", status="excluded")
    assert "the next has no known_since" in refused(
        row("2", "article", by_the_law(OWN, to="2022-01-08", held=False), excluded)
    )


def test_a_row_without_any_version_is_refused():
    assert "there is no version" in refused(HEAD, head="")


def test_a_file_must_bear_the_number_of_its_article():
    with pytest.raises(RegisterError, match=r"article 3 has its rows in article_03\.toml"):
        article("2", FILES["3"])


def test_the_shipped_register_can_be_read():
    assert len(register()) > 150
    assert register()[ProvisionId.parse("27.4")].summary.of(Language.EN)


def test_each_shipped_article_has_a_row_for_itself_first():
    for one in register().articles.values():
        assert one.provisions[0].id == one.id


def test_the_same_words_are_never_given_in_two_languages():
    for provision in register().values():
        words = provision.summary
        assert len({words.en, words.ru, words.kk}) == 3, provision.id


def test_every_file_of_the_register_folder_is_read():
    names = [f.name for f in (files("ondiris.law") / "register").iterdir() if f.name != "english.toml"]
    articles = {tomllib.loads((files("ondiris.law") / "register" / n).read_text("utf-8"))["article"] for n in names}
    assert articles == {str(one) for one in register().articles}
