"""An act that amends the law on the desk: put in change by change, read by a second person, reviewed for a measure."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ondiris.domains.legislation.models import AmendingAct, LawChange
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.models import Review
from tests.factories import application
from tests.web.desk.browsing import done, look, queries_of, send, words

HEAD = {
    "act_number": "300-VIII",
    "signed_on": "2024-01-12",
    "published_on": "",
    "title": "On changes to some acts",
    "source": "Official gazette, No. 7",
}
TEXTS = {
    "summary_kk": "Жаңа сөздер.",
    "summary_ru": "Новые слова.",
    "summary_en": "New words.",
    "official_ru": "Новый официальный текст.",
    "official_en": "",
}
CHANGE = {"valid_from": "2024-02-01", "certainty": "established", "clause_days": "", **TEXTS}
ADDED = {**CHANGE, "level": "subparagraph", "kind": "competence", "bearers": ["government"], "systems": ["A2"]}
NOT_HELD = {**dict.fromkeys(TEXTS, ""), "not_held": "on"}


def begun(keeper: Client) -> str:
    assert done(send(keeper, "begin-amendment", **HEAD))
    return AmendingAct.objects.get().number


def put(keeper: Client, number: str, provision: str = "25.8", effect: str = "changed", **typed: Any) -> Any:
    """Fill in the second page of a change."""
    where = f"{reverse('desk:add-change', args=[number])}?provision={provision}&effect={effect}"
    page = keeper.get(where).content.decode()
    assert 'name="version"' in page, words(keeper.get(where))
    version = AmendingAct.objects.get(number=number).version
    return keeper.post(where, {"version": version, **(typed or CHANGE)})


def handed_over(keeper: Client, *changes: tuple[str, str, dict[str, Any]]) -> str:
    number = begun(keeper)
    for provision, effect, typed in changes or [("25.8", "changed", CHANGE)]:
        assert done(put(keeper, number, provision, effect, **typed))
    assert done(send(keeper, "hand-over-amendment", number))
    return number


def confirmed(desk: Any, *changes: tuple[str, str, dict[str, Any]]) -> str:
    number = handed_over(desk("keeper"), *changes)
    assert done(send(desk("second_keeper"), "confirm-amendment", number))
    return number


def provision(client: Client, unit: str, **query: str) -> str:
    return words(client.get(f"/en/law/{unit}/", query))


def test_the_law_shows_a_change_once_a_second_person_has_confirmed_it(desk):
    keeper, second = desk("keeper"), desk("second_keeper")
    number = handed_over(keeper)
    assert "New words." not in provision(Client(), "25.8", on="2024-02-01")
    assert "25.8 changed" in look(second, "confirm-amendment", number)
    assert done(send(second, "confirm-amendment", number))
    after = provision(Client(), "25.8", on="2024-02-01")
    assert "New words." in after
    assert "Новый официальный текст." in after
    assert "New words." not in provision(Client(), "25.8", on="2024-01-31")


def test_the_second_person_reads_each_change_beside_the_present_words(desk):
    number = handed_over(desk("keeper"))
    page = look(desk("second_keeper"), "confirm-amendment", number)
    for said in ("one-stop", "New words.", "Жаңа сөздер.", "Новый официальный текст.", "a clause names the day"):
        assert said in page
    read_by_the_first = look(desk("keeper"), "amendment", number)
    assert "A second person confirms: you had a hand in entering this act." in read_by_the_first
    assert "Confirm the act" not in read_by_the_first


def test_an_added_provision_without_its_text_is_known_to_exist_and_has_no_words(desk):
    confirmed(desk, ("8.3-1", "added", {**ADDED, **NOT_HELD}))
    page = provision(Client(), "8.3-1", on="2024-02-01")
    assert "in force; wording not held" in page
    assert "In force from 1 February 2024 by act 300-VIII, in a wording which is not held here." in page
    assert "Its wording is not held." not in page
    assert "8.3-1" in provision(Client(), "8", on="2024-02-01")


def test_an_added_provision_begins_as_what_it_stands_in(desk):
    keeper = desk("keeper")
    number = begun(keeper)
    page = keeper.get(f"{reverse('desk:add-change', args=[number])}?provision=8.3-1&effect=added").content.decode()
    assert '<option value="government" selected>' in page
    assert '<option value="competence" selected>' in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"provision": "25.99", "effect": "changed"}, "The register has no such provision."),
        ({"provision": "25.8", "effect": "added"}, "The register has this provision already."),
        ({"provision": "8(3-1)", "effect": "added"}, "Write the number as 25.5, 8.3-1"),
        ({"provision": "25.8"}, "This field is required."),
    ],
)
def test_a_provision_that_cannot_be_changed_so_is_refused_on_the_first_page(desk, asked, said):
    keeper = desk("keeper")
    page = look(keeper, "add-change", begun(keeper), **asked)
    assert said in page
    assert "First day in force" not in page
    response = keeper.get(reverse("desk:add-change", args=[AmendingAct.objects.get().number]), asked)
    assert f'value="{asked["provision"]}"' in response.content.decode()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"summary_kk": ""}, "summary_kk"),
        ({"official_ru": ""}, "official_ru"),
        ({"valid_from": ""}, "valid_from"),
        ({"valid_from": "2022-03-01"}, "valid_from"),
        ({"certainty": ""}, "certainty"),
        ({"clause_days": "ten"}, "clause_days"),
        ({"not_held": "on"}, "summary_en"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_everything_typed_is_kept(desk, changed, field):
    keeper = desk("keeper")
    answer = put(keeper, begun(keeper), **{**CHANGE, **changed})
    html = answer.content.decode()
    assert f'id="id_{field}_error"' in html
    assert ("Новые слова." in html) is ("summary_ru" not in changed)
    assert not LawChange.objects.exists()


def test_the_first_day_is_counted_from_the_clause(desk):
    keeper = desk("keeper")
    number = begun(keeper)
    assert done(put(keeper, number, **{**CHANGE, "valid_from": "", "certainty": "", "clause_days": "60"}))
    page = look(keeper, "amendment", number)
    assert "13 March 2024" in page
    assert "the earliest possible day" in page


def test_a_change_is_corrected_and_taken_out(desk):
    keeper = desk("keeper")
    number = begun(keeper)
    put(keeper, number)
    key = LawChange.objects.get().pk
    assert "New words." in look(keeper, "change", number, key)
    assert done(send(keeper, "change", number, key, **{**CHANGE, "summary_en": "Better words."}))
    assert "Better words." in look(keeper, "amendment", number)
    assert done(send(keeper, "remove-change", number, key))
    assert "No change has been put in yet." in look(keeper, "amendment", number)


def test_a_rejected_act_goes_back_to_who_entered_it(desk):
    number = handed_over(desk("keeper"))
    assert "This field is required." in words(send(desk("second_keeper"), "reject-amendment", number, reason=""))
    assert done(send(desk("second_keeper"), "reject-amendment", number, reason="Another day."))
    assert "Acts that amend the law, to finish" in look(desk("keeper"), "home")
    assert done(send(desk("keeper"), "reopen-amendment", number))
    assert "New words." in look(desk("keeper"), "amendment", number)


def test_two_who_change_one_draft_at_once_are_told(desk):
    keeper, second = desk("keeper"), desk("second_keeper")
    number = begun(keeper)
    where = f"{reverse('desk:add-change', args=[number])}?provision=25.8&effect=changed"
    version = AmendingAct.objects.get().version
    assert done(second.post(where, {"version": version, **CHANGE}))
    other = where.replace("25.8", "25.6")
    assert keeper.post(other, {"version": version, **CHANGE}).status_code == 409
    assert LawChange.objects.count() == 1


def test_what_waits_stands_among_what_is_due(desk):
    handed_over(desk("keeper"))
    assert "300-VIII" in look(desk("second_keeper"), "home")
    assert "300-VIII" not in look(desk("keeper"), "home")


@pytest.mark.parametrize("who", ["officer", "auditor"])
def test_other_officials_read_it_and_enter_nothing(desk, who):
    number = confirmed(desk)
    assert "New words." in look(desk(who), "amendment", number)
    assert "Enter an act that amends the law" not in look(desk(who), "amendments")
    assert desk(who).get(reverse("desk:begin-amendment")).status_code == 403


def test_an_act_that_is_not_there_is_not_found(desk):
    assert desk("keeper").get(reverse("desk:amendment", args=["ACT-2024-00009"])).status_code == 404


def test_the_list_takes_as_many_queries_with_one_act_as_with_none(desk):
    keeper = desk("keeper")
    none = queries_of(keeper, "amendments")
    begun(keeper)
    assert queries_of(keeper, "amendments") == none + 1  # the changes of all acts


# The configuration may be older than the law

WARNING = "The configuration may be older than the law"


def test_a_measure_and_its_cases_warn_until_a_keeper_has_reviewed_the_change(made, desk):
    case = application(made, "checking")
    officer, keeper = desk("officer"), desk("keeper")
    assert WARNING not in look(officer, "application", case.number)
    number = confirmed(desk, ("42.2", "changed", CHANGE))
    for page in (
        look(officer, "application", case.number),
        words(Client().get("/en/measures/industrial-grant/")),
        words(Client().get("/en/measures/industrial-grant/check/")),
        provision(Client(), "42.2"),
        provision(Client(), "42"),
    ):
        assert WARNING in page
        assert "Act 300-VIII changes this from 1 February 2024." in page
    assert WARNING not in words(Client().get("/en/measures/labour-productivity/"))
    assert "Mark the change as reviewed" not in look(officer, "application", case.number)
    assert "Changes of the law to review for a measure" in look(keeper, "home")
    review = ("review-change", number, LawChange.objects.get().pk, "industrial-grant")
    assert "This field is required." in words(send(keeper, *review, reason=""))
    assert done(send(keeper, *review, reason="Compared: the share stays as it is."))
    assert WARNING not in look(officer, "application", case.number)
    assert WARNING not in provision(Client(), "42.2")
    assert "Compared: the share stays as it is." in look(keeper, "amendment", number)
    assert send(keeper, *review, reason="Again.").status_code == 409
    assert Review.objects.count() == 1


def test_a_change_shared_by_measures_is_reviewed_for_each(desk):
    number = confirmed(desk, ("25.5", "changed", CHANGE))
    key = LawChange.objects.get().pk
    send(desk("keeper"), "review-change", number, key, "industrial-grant", reason="Compared.")
    assert WARNING not in words(Client().get("/en/measures/industrial-grant/"))
    assert WARNING in words(Client().get("/en/measures/labour-productivity/"))
    page = provision(Client(), "25.5:1")
    assert f"measure “{measure('labour-productivity').title}” has not" in page
    assert f"measure “{measure('industrial-grant').title}” has not" not in page


def test_a_change_that_nothing_rests_on_warns_of_nothing(desk):
    number = confirmed(desk, ("8.3-1", "added", {**ADDED, **NOT_HELD}))
    assert WARNING not in provision(Client(), "8.3-1")
    assert "What it touches in the configuration" not in look(desk("keeper"), "amendment", number)
    answer = send(
        desk("keeper"), "review-change", number, LawChange.objects.get().pk, "industrial-grant", reason="None."
    )
    assert answer.status_code == 404


def test_who_keeps_no_lists_reviews_nothing(desk):
    number = confirmed(desk, ("42.2", "changed", CHANGE))
    where = reverse("desk:review-change", args=[number, LawChange.objects.get().pk, "industrial-grant"])
    assert desk("officer").get(where).status_code == 403
    assert desk("officer").post(where, {"reason": "Mine."}).status_code == 403
    assert desk("keeper").get(where.replace("industrial-grant", "nothing")).status_code == 404


# For everybody


def test_a_page_tells_what_each_act_changed_shipped_and_entered(desk):
    confirmed(desk, ("8.3-1", "added", {**ADDED, **NOT_HELD}))
    page = words(Client().get("/en/law/acts/"))
    assert "Act 300-VIII On changes to some acts Signed on 12 January 2024" in page
    assert "Added: 8.3-1" in page
    assert "Excluded: 8.4 8.5 8.6 8.7 8.8" in page
    assert "Act 86-VII " not in page


def test_the_difference_between_two_days_has_the_entered_change(desk):
    confirmed(desk)
    page = words(Client().get("/en/law/difference/", {"first": "2024-01-31", "second": "2024-02-01"}))
    assert "25.8" in page
    assert "act 300-VIII" in page
