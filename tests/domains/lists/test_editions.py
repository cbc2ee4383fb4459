"""An edition of a list comes into force by its moves, in its period and alone."""

from datetime import date

import pytest

from ondiris.base.errors import BadInput, NotPermitted, WrongState
from ondiris.domains.lists.actions.edition import Good, agree, approve, begin_edition, edit, publish, reopen
from ondiris.domains.lists.models import Edition
from ondiris.domains.lists.queries import PRIORITY_GOODS, changes, edition_on, listed
from ondiris.domains.lists.terms import EditionState
from tests.factories import actor

DAY = date(2024, 11, 1)
NEXT_YEAR = date(2025, 1, 1)
PUMPS = Good("8413", "Сорғылар", "Насосы", "Pumps")
PLOUGHS = Good("843210", "Соқалар", "Плуги", "Ploughs")


def draft(made, *goods: Good, first: date = NEXT_YEAR, end: date | None = None) -> Edition:
    keeper = actor(made, "keeper", DAY)
    begun = begin_edition(keeper, code=PRIORITY_GOODS, title="Next", valid_from=first, valid_to=end)
    return edit(keeper, begun.number, goods=goods) if goods else begun


def approved(made, *goods: Good, first: date = NEXT_YEAR, end: date | None = None) -> Edition:
    number = draft(made, *goods, first=first, end=end).number
    agree(actor(made, "keeper", DAY), number)
    return approve(actor(made, "decider", DAY), number, act_number="12", act_date=DAY)


def published(made, *goods: Good, **period: date | None) -> Edition:
    return publish(actor(made, "keeper", DAY), approved(made, *goods, **period).number)


def test_a_new_edition_begins_with_the_goods_of_the_last(made):
    begun = draft(made)
    assert list(begun.lines.values_list("prefix", flat=True)) == ["8432", "8537"]
    assert begun.state == EditionState.DRAFT


def test_the_way_into_force(made):
    edition = published(made, PUMPS)
    assert (edition.state, edition.act_number, edition.act_date) == (EditionState.PUBLISHED, "12", DAY)
    assert edition_on(PRIORITY_GOODS, NEXT_YEAR) == edition


def test_the_open_edition_ends_where_the_next_begins(made):
    published(made, PUMPS)
    made.edition.refresh_from_db()
    assert made.edition.valid_to == NEXT_YEAR
    assert edition_on(PRIORITY_GOODS, date(2024, 12, 31)) == made.edition


def test_an_edition_is_not_in_force_before_it_is_published(made):
    approved(made, PUMPS)
    assert edition_on(PRIORITY_GOODS, NEXT_YEAR) == made.edition


def test_before_the_first_edition_nothing_is_known(made):
    assert edition_on(PRIORITY_GOODS, date(2023, 1, 9)) is None
    assert listed(None, ["843210"]) == {"843210": None}


@pytest.mark.parametrize("first", [date(2023, 1, 10), date(2022, 6, 1)])
def test_an_edition_that_would_overlap_another_is_not_published(made, first):
    late = approved_retroactively(made, first)
    with pytest.raises(BadInput) as refused:
        publish(actor(made, "keeper", DAY), late.number)
    assert "valid_from" in refused.value.fields
    made.edition.refresh_from_db()
    assert made.edition.valid_to is None


def approved_retroactively(made, first: date) -> Edition:
    number = draft(made, PUMPS, first=first).number
    agree(actor(made, "keeper", DAY), number)
    return approve(actor(made, "decider", DAY), number, act_number="1", act_date=first)


def test_an_edition_for_a_time_within_another_is_not_published(made):
    published(made, PUMPS)
    within = approved(made, PLOUGHS, first=date(2024, 12, 1), end=date(2025, 2, 1))
    with pytest.raises(BadInput):
        publish(actor(made, "keeper", DAY), within.number)


def test_an_edition_with_an_end_leaves_a_gap_after_it(made):
    published(made, PUMPS, end=date(2026, 1, 1))
    assert edition_on(PRIORITY_GOODS, date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"title": "  "}, "title"),
        ({"valid_to": NEXT_YEAR}, "valid_to"),
        ({"valid_to": date(2024, 12, 31)}, "valid_to"),
    ],
)
def test_what_an_edition_cannot_begin_with(made, changed, field):
    data = {"code": PRIORITY_GOODS, "title": "Next", "valid_from": NEXT_YEAR, **changed}
    with pytest.raises(BadInput) as refused:
        begin_edition(actor(made, "keeper", DAY), **data)
    assert set(refused.value.fields) == {field}
    assert Edition.objects.count() == 1


def test_one_draft_from_a_day(made):
    draft(made)
    with pytest.raises(BadInput) as refused:
        draft(made)
    assert "valid_from" in refused.value.fields


@pytest.mark.parametrize(
    ("good", "field"),
    [
        (Good("84.13", "а", "б", "c"), "prefix_2"),
        (Good("841", "а", "б", "c"), "prefix_2"),
        (Good("", "а", "б", "c"), "prefix_2"),
        (Good("٨٤١٣", "а", "б", "c"), "prefix_2"),
        (Good("²³", "а", "б", "c"), "prefix_2"),
        (Good("8432", "а", " ", "c"), "name_2"),
        (Good("8432", "а", "б", "c" * 301), "name_2"),
        (PUMPS, "prefix_2"),
    ],
)
def test_what_a_good_cannot_be(made, good, field):
    with pytest.raises(BadInput) as refused:
        draft(made, PUMPS, good)
    assert set(refused.value.fields) == {field}


def test_an_edition_without_goods_is_not_agreed(made):
    keeper = actor(made, "keeper", DAY)
    number = draft(made).number
    edit(keeper, number, goods=[])
    with pytest.raises(BadInput) as refused:
        agree(keeper, number)
    assert "goods" in refused.value.fields


def test_an_agreed_edition_is_not_edited_until_it_is_opened_again(made):
    keeper = actor(made, "keeper", DAY)
    number = draft(made, PUMPS).number
    agree(keeper, number)
    with pytest.raises(WrongState):
        edit(keeper, number, goods=[PLOUGHS])
    reopen(keeper, number)
    edit(keeper, number, goods=[PLOUGHS])
    assert list(Edition.objects.get(number=number).lines.values_list("prefix", flat=True)) == ["843210"]


@pytest.mark.parametrize(
    ("number", "act_date", "field"),
    [
        (" ", DAY, "act_number"),
        ("7" * 61, DAY, "act_number"),
        ("12", date(2025, 1, 2), "act_date"),
    ],
)
def test_an_edition_is_approved_by_an_act_that_comes_before_it(made, number, act_date, field):
    edition = draft(made, PUMPS).number
    agree(actor(made, "keeper", DAY), edition)
    with pytest.raises(BadInput) as refused:
        approve(actor(made, "decider", DAY), edition, act_number=number, act_date=act_date)
    assert set(refused.value.fields) == {field}


def test_who_keeps_a_list_does_not_approve_it(made):
    number = draft(made, PUMPS).number
    agree(actor(made, "keeper", DAY), number)
    with pytest.raises(NotPermitted):
        approve(actor(made, "keeper", DAY), number, act_number="12", act_date=DAY)


def test_a_code_is_listed_by_any_prefix_of_it_and_undetermined_where_it_is_coarser_than_a_line(made):
    codes = ["8432", "843210", "8432101000", "8433", "84", "8537109800"]
    assert listed(made.edition, codes) == {
        "8432": True,
        "843210": True,
        "8432101000": True,
        "8433": False,
        "84": None,
        "8537109800": True,
    }


def test_changes_name_what_came_and_what_went(made):
    newer = published(made, PUMPS, Good("8537", "а", "б", "c"))
    found = changes(made.edition, newer)
    assert [line.prefix for line in found.added] == ["8413"]
    assert [line.prefix for line in found.removed] == ["8432"]
