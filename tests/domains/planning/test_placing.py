"""The agreed list is approved by an act and placed, and suppliers say what they can make."""

from datetime import date

import pytest
from django.utils import translation

from ondiris.base.errors import BadInput, NotFound, NotPermitted, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.calendar.actions.mark import mark_done
from ondiris.domains.calendar.models import Mark
from ondiris.domains.lists.actions.edition import approve as approve_edition
from ondiris.domains.lists.actions.edition import begin_edition, publish
from ondiris.domains.lists.models import Edition
from ondiris.domains.lists.queries import CONTRACT_GOODS, PRIORITY_GOODS, edition_on
from ondiris.domains.parties.models import Mandate
from ondiris.domains.parties.terms import Capacity
from ondiris.domains.planning.actions import goods_list as module
from ondiris.domains.planning.actions.goods_list import approve, pass_on, place
from ondiris.domains.planning.actions.interest import express, withdraw
from ondiris.domains.planning.actions.proposal import decline
from ondiris.domains.planning.permissions import interests_visible_to, lists_visible_to
from ondiris.domains.planning.queries import STEPS, list_on, open_lines, steps, with_interests
from ondiris.law.deadlines import State
from ondiris.law.parameters import Certainty, Parameters, Value
from tests.factories import actor
from tests.factories.planning import agreed, approved_line, customer, goods_list, need, organisation_of, planners

APPROVED, PLACED = date(2026, 7, 31), date(2026, 8, 3)
LATE = (date(2026, 5, 20), date(2026, 5, 29), date(2026, 6, 30), date(2026, 8, 20), date(2026, 8, 25))


def by(made, who, on=PLACED):
    return actor(made, who, on)


def test_the_approved_list_is_an_edition_with_a_line_for_each_code(made):
    planners(made)
    mine = organisation_of(made, "customer")
    for code, unit in (("841350", "pcs"), ("841350", "t"), ("848180", "pcs")):
        need(mine, code=code, unit=unit)
    edition = goods_list(made, "approved").edition
    assert (edition.state, edition.list.code, edition.list.provision) == ("approved", CONTRACT_GOODS, "47.4")
    assert (edition.act_number, edition.act_date) == ("210", APPROVED)
    assert list(edition.lines.values_list("prefix", flat=True)) == ["841350", "848180"]


def test_a_good_without_an_english_name_goes_by_its_russian_one(made):
    line = goods_list(made, "approved").edition.lines.get()
    assert line.name == "Насосы"
    with translation.override("kk"):
        assert line.name == "Сорғылар"


@pytest.mark.parametrize(
    ("number", "day", "field"),
    [
        ("", APPROVED, "act_number"),
        ("7" * 61, APPROVED, "act_number"),
        ("1", date(2026, 8, 1), "act_date"),
        ("1", date(2026, 5, 1), "act_date"),
    ],
)
def test_what_a_list_is_not_approved_by(made, number, day, field):
    found = goods_list(made, "agreed")
    with pytest.raises(BadInput) as refused:
        approve(by(made, "decider", APPROVED), found.number, act_number=number, act_date=day)
    assert set(refused.value.fields) == {field}
    assert Edition.objects.get() == made.edition


def test_a_list_on_which_nothing_is_agreed_is_not_approved(made):
    found = goods_list(made, "sent")
    decline(by(made, "customer", date(2026, 6, 1)), found.proposals.get().number, reason="Not needed")
    pass_on(by(made, "minerals_officer", date(2026, 6, 2)), found.number)
    with pytest.raises(BadInput) as refused:
        approve(by(made, "decider", APPROVED), found.number, act_number="1", act_date=APPROVED)
    assert set(refused.value.fields) == {"proposals"}


def test_a_list_is_in_force_from_the_day_of_its_placing(made):
    found = goods_list(made)
    assert edition_on(CONTRACT_GOODS, PLACED) == found.edition
    assert edition_on(CONTRACT_GOODS, date(2026, 8, 2)) is None
    assert list_on(PLACED) == found
    assert edition_on(PRIORITY_GOODS, PLACED) == made.edition
    assert lists_visible_to(None).get() == found


def test_the_list_of_last_year_ends_where_the_next_begins(made):
    last, this = goods_list(made, year=2025), goods_list(made)
    last.edition.refresh_from_db()
    assert last.edition.valid_to == PLACED
    assert [line.goods_list for line in open_lines(date(2026, 8, 2))] == [last]
    assert [line.goods_list for line in open_lines(PLACED)] == [this]


def only_its_year(monkeypatch):
    off = Value("planning.list_holds_until_the_next", False, date(2022, 1, 8), "order 1", Certainty.ACT)
    monkeypatch.setattr(module, "parameters_on", lambda: Parameters.load().with_values([off]))


def test_by_the_other_setting_a_list_holds_in_its_calendar_year_alone(made, monkeypatch):
    only_its_year(monkeypatch)
    goods_list(made)
    assert open_lines(date(2026, 12, 31)).exists()
    assert not open_lines(date(2027, 1, 1)).exists()


def test_by_that_setting_a_list_is_not_placed_when_its_year_is_over(made, monkeypatch):
    only_its_year(monkeypatch)
    found = goods_list(made, "approved")
    with pytest.raises(WrongState):
        place(by(made, "keeper", date(2027, 1, 1)), found.number)


def test_an_older_list_does_not_take_the_place_of_a_newer_one(made):
    older = goods_list(made, "approved", year=2025)
    newer = goods_list(made)
    with pytest.raises(WrongState):
        place(by(made, "keeper", date(2026, 9, 1)), older.number)
    assert list_on(date(2026, 9, 1)) == newer


def test_the_acts_of_lists_refuse_an_edition_that_comes_from_planning(made):
    edition = goods_list(made, "approved").edition
    with pytest.raises(NotPermitted, match="yearly planning"):
        publish(by(made, "keeper"), edition.number)
    with pytest.raises(NotPermitted, match="yearly planning"):
        approve_edition(by(made, "decider"), edition.number, act_number="1", act_date=APPROVED)
    with pytest.raises(NotPermitted, match="yearly planning"):
        begin_edition(by(made, "keeper"), code=CONTRACT_GOODS, title="Mine", valid_from=PLACED)
    edition.refresh_from_db()
    assert edition.state == "approved"


def test_each_step_marks_the_duty_of_the_body_that_did_it(made):
    found = goods_list(made)
    marks = {mark.deadline: (mark.organisation.name, mark.done_on, mark.handed_over) for mark in Mark.objects.all()}
    assert marks == {
        "purchase-needs": ("Institute of Industry", date(2026, 5, 20), "Information on purchases, 2026"),
        "goods-list-drawn": ("Ministry of Industry", date(2026, 5, 29), found.number),
        "goods-list-agreed": ("Ministry of Subsoil", date(2026, 6, 30), found.number),
        "goods-list-approved": ("Ministry of Industry", APPROVED, found.number),
        "goods-list-placed": ("Ministry of Industry", PLACED, found.number),
    }
    assert not Entry.objects.filter(act="mark.make").exists()


def test_a_duty_that_somebody_marked_by_hand_keeps_that_mark(made):
    day = date(2026, 5, 25)
    mine = mark_done(
        by(made, "follower", day), deadline="goods-list-drawn", period="2026", done_on=day, handed_over="Letter 7"
    )
    goods_list(made, "sent")
    assert Mark.objects.get(deadline="goods-list-drawn") == mine


def test_a_late_step_says_what_it_holds_up(made):
    goods_list(made, days=LATE)
    found = {step.deadline.id: step for step in steps(2026, date(2026, 9, 1))}
    assert tuple(found) == STEPS
    assert found["goods-list-approved"].late_days == 19
    assert [one.id for one in found["goods-list-approved"].holds_up] == ["goods-list-placed"]
    assert (found["goods-list-drawn"].late_days, found["goods-list-drawn"].holds_up) == (0, ())
    (drawn,) = found["goods-list-drawn"].duties
    assert (drawn.at.state, drawn.at.done_on, drawn.last_day) == (State.DONE, LATE[1], date(2026, 5, 30))


def test_a_step_is_late_while_one_of_its_bodies_is(made):
    planners(made)
    need(organisation_of(made, "customer"))
    first = steps(2026, date(2026, 5, 24))[0]
    assert {duty.at.state for duty in first.duties} == {State.LATE}
    assert (len(first.duties), first.late_days) == (3, 4)
    assert [one.id for one in first.holds_up] == list(STEPS[1:])


def test_a_supplier_says_that_it_can_make_a_good(made):
    line = approved_line(made)
    made_it = express(by(made, "applicant"), proposal=line.number, note="Since 2019, 60 a year")
    assert (made_it.state, made_it.organisation) == ("stands", made.enterprise)
    assert with_interests(open_lines(PLACED)).get().interested == 1


def test_a_supplier_says_it_once_and_again_after_taking_it_back(made):
    line = approved_line(made)
    first = express(by(made, "applicant"), proposal=line.number)
    with pytest.raises(WrongState):
        express(by(made, "applicant"), proposal=line.number)
    withdraw(by(made, "applicant"), first.number)
    assert with_interests(open_lines(PLACED)).get().interested == 0
    express(by(made, "applicant"), proposal=line.number)
    assert with_interests(open_lines(PLACED)).get().interested == 1


def test_a_customer_is_no_supplier_of_its_own_line(made):
    line = approved_line(made)
    with pytest.raises(WrongState):
        express(by(made, "customer"), proposal=line.number)


def test_a_note_has_an_end(made):
    with pytest.raises(BadInput) as refused:
        express(by(made, "applicant"), proposal=approved_line(made).number, note="x" * 2001)
    assert set(refused.value.fields) == {"note"}


def test_there_is_nothing_to_offer_before_the_list_is_placed_nor_for_a_line_that_was_declined(made):
    planners(made)
    for code in ("841350", "848180"):
        need(organisation_of(made, "customer"), code=code)
    found = goods_list(made, "sent")
    wanted, other = found.proposals.order_by("code")
    agreed(made, wanted)
    decline(by(made, "customer", date(2026, 6, 1)), other.number, reason="Not needed")
    pass_on(by(made, "minerals_officer", date(2026, 6, 30)), found.number)
    approve(by(made, "decider", APPROVED), found.number, act_number="1", act_date=APPROVED)
    with pytest.raises(NotFound):
        express(by(made, "applicant", APPROVED), proposal=wanted.number)
    place(by(made, "keeper"), found.number)
    with pytest.raises(NotFound):
        express(by(made, "applicant"), proposal=other.number)
    assert list(open_lines(PLACED)) == [wanted]


def test_an_interest_is_seen_by_its_supplier_the_customer_and_the_authorities(made):
    found = express(by(made, "applicant"), proposal=approved_line(made).number)
    customer(made, "miner")
    seen = {
        who
        for who in (
            "applicant",
            "other",
            "customer",
            "miner",
            "officer",
            "keeper",
            "minerals_officer",
            "hydrocarbons_officer",
        )
        if interests_visible_to(by(made, who)).filter(pk=found.pk).exists()
    }
    assert seen == {"applicant", "customer", "officer", "keeper", "minerals_officer"}


def test_a_body_that_the_law_does_not_ask_has_no_mark(made):
    planners(made)
    Mandate.objects.create(
        user=made.people["minerals_officer"],
        organisation=organisation_of(made, "minerals_officer"),
        capacity=Capacity.FOLLOWER,
        valid_from=date(2022, 1, 8),
    )
    organisation_of(made, "minerals_officer").body_roles.update(valid_to=date(2026, 6, 30))
    goods_list(made, days=(*LATE[:2], date(2026, 6, 29), *LATE[3:]))
    assert not Mark.objects.filter(deadline="goods-list-agreed").exists()
