"""An edition of a list from its draft to the day it is in force."""

import pytest
from django.urls import reverse

from ondiris.domains.lists.models import Edition
from tests.web.desk.browsing import done, hidden, look, send, words

GOOD = "8433; Егін жинау машиналары; Уборочные машины; Harvesting machinery"


@pytest.fixture
def begun(made, desk):
    """A draft from 1 January 2025 with the goods of the edition before."""
    assert done(send(desk("keeper"), "begin-edition", title="Priority goods 2025", valid_from="2025-01-01"))
    return Edition.objects.latest("pk")


def codes(edition: Edition) -> list[str]:
    return [line.prefix for line in edition.lines.all()]


def test_a_draft_begins_with_the_goods_of_the_edition_before(begun, desk):
    assert codes(begun) == ["8432", "8537"]
    page = look(desk("keeper"), "edition", begun.number)
    assert "Changes against Priority goods 2023" in page
    assert "Nothing was added." in page
    assert begun.number in look(desk("officer"), "lists")


def test_goods_are_taken_out_added_and_renamed_at_once(begun, desk):
    renamed = "8432; Топырақ; Почва; Soil"
    keeper = desk("keeper")
    assert done(send(keeper, "edit-goods", begun.number, added=f"{GOOD}\n\n{renamed}", removed=["8537"]))
    assert codes(begun) == ["8432", "8433"]
    assert begun.lines.get(prefix="8432").name_en == "Soil"
    page = look(keeper, "edition", begun.number)
    assert "Added (1)" in page
    assert "Removed (1)" in page


@pytest.mark.parametrize(
    ("added", "why"),
    [
        ("8433; Егін; Уборочные", "Line 1: write the code and three names"),
        (f"{GOOD}\n{GOOD}", "Line 2: this code already stands above."),
        (f"{GOOD}\n84a; x; y; z", "Line 2: A commodity code has 2, 4, 6, 8, 9 or 10 digits."),
        ("8433; Егін; ; Harvesting", "Line 1: Name the good in all three languages."),
    ],
)
def test_a_line_that_is_no_good_is_named_and_all_kept_as_typed(begun, desk, added, why):
    response = send(desk("keeper"), "edit-goods", begun.number, added=added, removed=["8537"])
    assert why in words(response)
    assert added.splitlines()[-1] in words(response)
    assert codes(begun) == ["8432", "8537"]


def test_an_edition_passes_from_hand_to_hand_into_force(begun, made, desk):
    keeper, decider = desk("keeper"), desk("decider")
    assert done(send(keeper, "agree", begun.number))
    assert done(send(keeper, "reopen", begun.number))
    assert done(send(keeper, "agree", begun.number))
    late = send(decider, "approve", begun.number, act_number="7", act_date="2025-02-01")
    assert "The edition is to take effect before the act that approves it." in words(late)
    assert 'value="7"' in late.content.decode()
    assert done(send(decider, "approve", begun.number, act_number="7", act_date="2024-12-20"))
    assert "No. 7 of 20 December 2024" in look(keeper, "edition", begun.number)
    assert done(send(keeper, "publish", begun.number))
    assert "Not yet in force" in look(keeper, "edition", begun.number)
    made.edition.refresh_from_db()
    assert made.edition.valid_to.isoformat() == "2025-01-01"


def test_a_reversed_period_is_refused_and_kept_as_typed(made, desk):
    typed = {"title": "Wrong", "valid_from": "2025-01-01", "valid_to": "2024-01-01"}
    response = send(desk("keeper"), "begin-edition", **typed)
    assert 'id="id_valid_to_error"' in response.content.decode()
    assert 'value="2024-01-01"' in response.content.decode()
    assert Edition.objects.count() == 1


def test_an_edition_from_the_same_day_is_begun_once(begun, desk):
    again = send(desk("keeper"), "begin-edition", title="Priority goods 2025", valid_from="2025-01-01")
    assert "An edition from this day is already begun." in words(again)


def test_of_two_keepers_at_once_one_wins(begun, desk):
    first, second = desk("keeper"), desk("second_keeper")
    forms = [hidden(who, "edit-goods", begun.number) for who in (first, second)]
    address = reverse("desk:edit-goods", args=[begun.number])
    assert done(first.post(address, {**forms[0], "added": GOOD}))
    assert second.post(address, {**forms[1], "removed": ["8432"]}).status_code == 409
    assert codes(begun) == ["8432", "8433", "8537"]


def test_others_look_and_change_nothing(begun, desk):
    assert "Change the goods" not in look(desk("officer"), "edition", begun.number).split("History")[0]
    assert desk("officer").get(reverse("desk:edit-goods", args=[begun.number])).status_code == 403
    look(desk("officer"), "edition", "LIST-2099-00001", status=404)
