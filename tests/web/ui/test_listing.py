from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.http import Http404, QueryDict
from django.template.loader import render_to_string

from ondiris.web.ui.listing import Page
from ondiris.web.ui.listing.page import page_of
from tests.web.ui.conftest import Thing, ThingList

pytestmark = pytest.mark.django_db


def page(address: str = "", actor: str = "me") -> Page:
    return page_of(ThingList(actor), QueryDict(address.lstrip("?")))


def keys(shown: Page) -> list[str]:
    return [row.split("/things/")[1].split("/")[0] for row in shown.rows]


def whole(sort: str) -> list[str]:
    """The keys in order, by plain Python: empty days last, ties by key in the direction of the order."""
    path, down = {"due": "due_on"}.get(sort.lstrip("-"), sort.lstrip("-")), sort.startswith("-")
    mine: list[Any] = list(Thing._default_manager.filter(owner="me"))
    full = [thing for thing in mine if getattr(thing, path) is not None]
    empty = [thing for thing in mine if getattr(thing, path) is None]
    full.sort(key=lambda thing: (getattr(thing, path), thing.pk), reverse=down)
    empty.sort(key=lambda thing: thing.pk, reverse=down)
    return [str(thing.pk) for thing in full + empty]


@pytest.mark.usefixtures("things")
@pytest.mark.parametrize("sort", ["name", "-name", "amount", "-amount", "due", "-due"])
def test_pages_forward_and_back_show_each_row_once_and_in_order(sort: str) -> None:
    forward, shown = [], page(f"sort={sort}")
    forward.append(keys(shown))
    while shown.older_url:
        shown = page(shown.older_url)
        forward.append(keys(shown))
    assert [key for part in forward for key in part] == whole(sort)

    back = [keys(shown)]
    while shown.newer_url:
        shown = page(shown.newer_url)
        back.append(keys(shown))
    assert back[::-1] == forward


@pytest.mark.usefixtures("things")
def test_a_page_takes_two_queries_whatever_it_shows(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2):
        page()
    further = page("sort=-due&name=thing&columns=owner").older_url
    with django_assert_num_queries(2):
        page(further)


@pytest.mark.usefixtures("things")
def test_rows_that_are_not_the_actors_are_neither_shown_nor_counted() -> None:
    shown = page("name=theirs")
    assert not shown.rows
    assert shown.count == "0 entries"


@pytest.mark.usefixtures("things")
def test_filters_narrow_together() -> None:
    shown = page("name=THING+1&least=3000")
    assert shown.filters_in_use == 2
    assert len(shown.rows) == Thing._default_manager.filter(name="thing 1", amount__gte=3000, owner="me").count() > 0


@pytest.mark.usefixtures("things")
def test_a_wrong_filter_shows_its_error_and_no_rows() -> None:
    shown = page("least=many")
    assert not shown.rows
    html = render_to_string("ui/listing.html", {"listing": shown})
    assert "Enter a number." in html
    assert 'value="many"' in html


@pytest.mark.usefixtures("things")
@pytest.mark.parametrize("address", ["sort=owner", "sort=nonsense", "columns=nonsense"])
def test_what_is_not_declared_is_an_error_beside_the_field_not_a_crash(address: str) -> None:
    shown = page(address)
    assert shown.form.errors
    assert not shown.rows


@pytest.mark.usefixtures("things")
@pytest.mark.parametrize(
    "mark", ["x", "W10", "WyJhIl0", "WyJhIiwgIng6Il0", "WzEsIDJd", "0JU", "WyJhXHUwMDAwIiwgIjEiXQ"]
)
def test_a_mistyped_place_in_the_list_is_not_found(mark: str) -> None:
    with pytest.raises(Http404):
        page(f"after={mark}")


@pytest.mark.usefixtures("things")
def test_the_count_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ondiris.web.ui.listing.page.COUNTED", 30)
    assert page().count == "more than 30 entries"


@pytest.mark.usefixtures("things")
def test_columns_are_chosen_by_the_address_and_the_first_always_stays() -> None:
    assert [head.label for head in page("columns=owner").heads] == ["Name", "Owner"]
    assert [head.label for head in page().heads] == ["Name", "State", "Amount", "Due on"]


@pytest.mark.usefixtures("things")
def test_a_head_sorts_then_turns_and_leaves_the_place_in_the_list() -> None:
    name, _, amount, _ = page(page("least=1000").older_url).heads
    assert name.sorted == "ascending"
    assert name.url == "?least=1000&sort=-name"
    assert amount.url == "?least=1000&sort=amount"


@pytest.mark.usefixtures("things")
def test_a_cell_is_escaped_and_an_empty_one_is_a_dash() -> None:
    row = page("name=calc").rows[0]
    assert "&lt;b&gt;" in row
    assert 'data-label="Due on">—<' in row
    assert "Shut &amp; gone" in row


@pytest.mark.usefixtures("things")
def test_an_empty_list_says_why_and_offers_the_way_back() -> None:
    html = render_to_string("ui/listing.html", {"listing": page("name=nowhere")})
    assert "Nothing matches these filters." in html
    assert 'href="?"' in html


@pytest.mark.usefixtures("things")
def test_the_table_tells_its_order_to_screen_readers() -> None:
    html = render_to_string("ui/listing.html", {"listing": page("sort=-due")})
    assert html.count('aria-sort="descending"') == 1
    assert '<th scope="row">' in html


@pytest.mark.usefixtures("things")
def test_a_row_added_meanwhile_does_not_shift_the_next_page() -> None:
    first = page()
    expected = keys(page(first.older_url))
    Thing._default_manager.create(name="a", state="open", amount=0, due_on=date(2026, 1, 1), owner="me")
    assert keys(page(first.older_url)) == expected


@pytest.mark.usefixtures("things")
def test_long_names_may_wrap(monkeypatch: pytest.MonkeyPatch) -> None:
    name, *others = ThingList.columns
    monkeypatch.setattr(ThingList, "columns", (replace(name, wraps=True), *others))
    assert page().rows[0].startswith('<th scope="row" class="wraps">')
