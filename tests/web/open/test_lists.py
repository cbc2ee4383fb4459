"""Does everybody see the published editions, what stands on them, and what changed?"""

from datetime import date

import pytest
from django.test import Client

from ondiris.domains.lists.models import Edition, Line
from tests.factories import Country

OLD, NEW = "LIST-2023-00001", "LIST-2025-00001"
CHANGES = "/en/lists/priority-goods/changes/"


def edition(made: Country, number: str, state: str, since: date) -> Edition:
    """Another edition of the country's list, with soil machinery and electric motors."""
    made_edition = Edition.objects.create(
        number=number, state=state, list=made.edition.list, title=f"Goods {since.year}", valid_from=since
    )
    for prefix, name in (("8432", "Soil machinery"), ("8501", "Electric motors")):
        Line.objects.create(edition=made_edition, prefix=prefix, name_kk=name, name_ru=name, name_en=name)
    return made_edition


@pytest.fixture
def newer(made: Country) -> Edition:
    """A second published edition, from 2025 on."""
    made.edition.valid_to = date(2025, 1, 1)
    made.edition.save()
    return edition(made, NEW, "published", date(2025, 1, 1))


def test_editions_stand_with_their_periods_newest_first(newer: Edition, page: Client) -> None:
    html = page.get("/en/lists/").content.decode()
    assert html.index("Goods 2025") < html.index("Priority goods 2023")
    assert "10 January 2023 – 31 December 2024" in html
    assert "No longer in force" in html


def test_a_draft_is_the_authority_s_own(made: Country, page: Client) -> None:
    edition(made, "LIST-2030-00001", "draft", date(2030, 1, 1))
    assert "Goods 2030" not in page.get("/en/lists/").content.decode()
    assert page.get("/en/lists/priority-goods/LIST-2030-00001/").status_code == 404


@pytest.mark.parametrize("typed", ["8432", "84", "8432 10 000 0", "machinery"])
def test_a_good_is_found_by_its_code_or_name(page: Client, typed: str) -> None:
    html = page.get(f"/en/lists/priority-goods/{OLD}/", {"good": typed}).content.decode()
    assert "Soil machinery" in html
    assert "Control panels" not in html


def test_names_are_in_the_reader_s_language(page: Client) -> None:
    assert "Почвообрабатывающие машины" in page.get(f"/ru/lists/priority-goods/{OLD}/").content.decode()


def test_an_edition_can_be_taken_away(page: Client) -> None:
    file = page.get(f"/en/lists/priority-goods/{OLD}/", {"export": "csv"})
    assert b"8432,Soil machinery" in b"".join(file.streaming_content)


def test_what_came_and_what_went_between_two_editions(newer: Edition, page: Client) -> None:
    html = page.get(CHANGES, {"older": OLD, "newer": NEW}).content.decode()
    added, removed = html.index("<h2>Added"), html.index("<h2>Removed")
    assert added < html.index("Electric motors") < removed < html.index("Control panels")
    assert "Soil machinery" not in html


def test_editions_in_the_wrong_order_are_said_beside_the_field(newer: Edition, page: Client) -> None:
    html = page.get(CHANGES, {"older": NEW, "newer": OLD}).content.decode()
    assert 'id="id_newer_error"' in html
    assert "<h2>Added" not in html


def test_an_edition_that_is_none_is_said_beside_the_field(newer: Edition, page: Client) -> None:
    assert 'id="id_older_error"' in page.get(CHANGES, {"older": "x", "newer": NEW}).content.decode()


def test_without_a_published_edition_the_page_says_so(made: Country, page: Client) -> None:
    Edition.objects.update(state="draft")
    assert "No list has been published yet" in page.get("/en/lists/").content.decode()
