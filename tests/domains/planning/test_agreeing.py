"""Customers answer for their lines, and the authorities for subsoil pass on what is agreed."""

from datetime import date
from decimal import Decimal

import pytest

from ondiris.base.errors import BadInput, NotPermitted, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.documents.models import Document
from ondiris.domains.planning.actions.goods_list import pass_on, send
from ondiris.domains.planning.actions.proposal import agree, classify, decline, leave_out, reopen
from ondiris.domains.planning.models import Passing
from ondiris.domains.planning.permissions import lists_visible_to, visible_to
from tests.factories import actor
from tests.factories.planning import agreed, customer, goods_list, need, organisation_of, planners, specification

DAY = date(2026, 6, 10)
WHOLE = {"volume": Decimal("12.5"), "starts_on": date(2026, 9, 1), "ends_on": date(2029, 8, 31)}


def by(made, who, on=DAY):
    return actor(made, who, on)


@pytest.fixture
def sent(made):
    """A list sent with a line of the customer, through the authority for solid minerals."""
    return goods_list(made, "sent")


@pytest.fixture
def line(sent):
    return sent.proposals.get()


@pytest.fixture
def both(made):
    """A list sent with a line through each authority: the customer's pumps, and the driller's pipes."""
    planners(made)
    need(organisation_of(made, "customer"))
    need(customer(made, "driller", activity="06100"), code="730429")
    return goods_list(made, "sent")


def test_a_list_with_nothing_on_it_is_not_sent(made):
    drawn = goods_list(made, "drawn")
    leave_out(by(made, "keeper"), drawn.proposals.get().number, reason="Not manufactured")
    with pytest.raises(BadInput) as refused:
        send(by(made, "keeper"), drawn.number)
    assert set(refused.value.fields) == {"proposals"}


def test_a_line_left_out_stays_when_the_list_is_sent(made):
    planners(made)
    for code in ("841350", "848180"):
        need(organisation_of(made, "customer"), code=code)
    drawn = goods_list(made, "drawn")
    leave_out(by(made, "keeper"), drawn.proposals.get(code="848180").number, reason="Not manufactured")
    send(by(made, "keeper"), drawn.number)
    assert dict(drawn.proposals.values_list("code", "state")) == {"841350": "sent", "848180": "left_out"}
    assert drawn.proposals.get(code="841350").version == 2


def test_an_agreed_line_is_complete(made, line):
    done = agree(by(made, "customer"), line.number, **WHOLE, upload=specification())
    assert (done.state, done.volume, done.answered_on) == ("agreed", Decimal("12.5"), DAY)
    assert done.specification.owner == line.customer


def test_everything_that_is_missing_is_named_and_nothing_is_kept(made, line):
    with pytest.raises(BadInput) as refused:
        agree(by(made, "customer"), line.number)
    assert set(refused.value.fields) == {"volume", "starts_on", "ends_on", "upload"}
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"volume": Decimal(0)}, "volume"),
        ({"volume": Decimal(-1)}, "volume"),
        ({"volume": Decimal("0.00001")}, "volume"),
        ({"volume": Decimal("1e16")}, "volume"),
        ({"volume": Decimal("NaN")}, "volume"),
        ({"volume": Decimal("Infinity")}, "volume"),
        ({"starts_on": date(2025, 12, 31)}, "starts_on"),
        ({"ends_on": date(2026, 8, 31)}, "ends_on"),
    ],
)
def test_what_a_line_cannot_be_agreed_with(made, line, changed, field):
    with pytest.raises(BadInput) as refused:
        agree(by(made, "customer"), line.number, **{**WHOLE, **changed}, upload=specification())
    assert set(refused.value.fields) == {field}
    assert not Document.objects.exists()


def test_a_term_of_one_day_and_the_first_day_of_the_year_will_do(made, line):
    day = date(2026, 1, 1)
    done = agree(
        by(made, "customer"), line.number, volume=Decimal(1), starts_on=day, ends_on=day, upload=specification()
    )
    assert done.state == "agreed"


def test_a_customer_answers_for_its_own_lines_alone(made, line):
    customer(made, "miner")
    with pytest.raises(NotPermitted):
        decline(by(made, "miner"), line.number, reason="Not ours")


def test_a_line_is_declined_with_a_reason(made, line):
    with pytest.raises(BadInput):
        decline(by(made, "customer"), line.number, reason="")
    done = decline(by(made, "customer"), line.number, reason="Bought under a running contract")
    assert (done.state, done.answered_on) == ("declined", DAY)


def test_an_answer_opened_again_keeps_its_specification(made, line):
    agreed(made, line, on=DAY)
    opened = reopen(by(made, "minerals_officer"), line.number, reason="The volume is that of one year only")
    assert (opened.state, opened.answered_on) == ("sent", None)
    again = agree(by(made, "customer"), line.number, **WHOLE)
    assert (again.volume, again.reason) == (Decimal("12.5"), "")
    assert again.specification is not None


def test_a_kind_is_not_changed_once_the_list_is_sent(made, line):
    with pytest.raises(WrongState):
        classify(by(made, "keeper"), line.number, kind="offtake", through="hydrocarbons_authority")


def test_what_was_not_answered_is_left_out_and_named(made):
    planners(made)
    mine, silent = organisation_of(made, "customer"), customer(made, "miner")
    need(mine)
    need(silent)
    found = goods_list(made, "sent")
    agreed(made, found.proposals.get(customer=mine), on=DAY)
    done = pass_on(by(made, "minerals_officer"), found.number)
    assert done.state == "agreed"
    assert dict(found.proposals.values_list("customer", "state")) == {mine.pk: "passed_on", silent.pk: "left_out"}
    assert Entry.objects.get(act="goods_list.pass_on").evidence["unanswered"] == {silent.bin: 1}


def test_a_list_is_agreed_when_both_authorities_with_lines_have_passed_on(made, both):
    for line in both.proposals.all():
        agreed(made, line, on=DAY)
    assert pass_on(by(made, "hydrocarbons_officer"), both.number).state == "sent"
    assert dict(both.proposals.values_list("code", "state")) == {"730429": "passed_on", "841350": "agreed"}
    assert pass_on(by(made, "minerals_officer"), both.number).state == "agreed"


def test_an_authority_passes_on_once(made, both):
    pass_on(by(made, "hydrocarbons_officer"), both.number)
    with pytest.raises(WrongState):
        pass_on(by(made, "hydrocarbons_officer"), both.number)
    assert Passing.objects.count() == 1


def test_an_authority_without_lines_passes_nothing_on(made, sent):
    with pytest.raises(NotPermitted):
        pass_on(by(made, "hydrocarbons_officer"), sent.number)
    assert not Passing.objects.exists()


def test_an_authority_whose_customers_declined_is_not_waited_for_for_ever(made, sent, line):
    decline(by(made, "customer"), line.number, reason="Not needed")
    assert pass_on(by(made, "minerals_officer"), sent.number).state == "agreed"
    line.refresh_from_db()
    assert line.state == "declined"


def test_nobody_is_asked_again_once_the_authority_has_passed_on(made, sent, line):
    decline(by(made, "customer"), line.number, reason="Not needed")
    pass_on(by(made, "minerals_officer"), sent.number)
    with pytest.raises(NotPermitted):
        reopen(by(made, "minerals_officer"), line.number, reason="Please look again")


def test_lines_are_seen_by_those_whom_they_concern(made, both):
    codes = {
        who: sorted(visible_to(by(made, who)).values_list("code", flat=True))
        for who in (
            "customer",
            "driller",
            "hydrocarbons_officer",
            "minerals_officer",
            "officer",
            "auditor",
            "applicant",
        )
    }
    every = ["730429", "841350"]
    assert codes == {
        "customer": ["841350"],
        "driller": ["730429"],
        "hydrocarbons_officer": ["730429"],
        "minerals_officer": ["841350"],
        "officer": every,
        "auditor": every,
        "applicant": [],
    }
    assert lists_visible_to(by(made, "driller")).get() == both
    assert not lists_visible_to(by(made, "applicant")).exists()
    assert not lists_visible_to(None).exists()


def test_a_draft_is_seen_by_the_authority_and_the_institute_alone(made):
    drawn = goods_list(made, "drawn")
    assert not visible_to(by(made, "customer")).exists()
    assert not visible_to(by(made, "minerals_officer")).exists()
    assert lists_visible_to(by(made, "keeper")).get() == drawn
