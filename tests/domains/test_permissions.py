"""Every act, every person, every state: the code's answers against the table that people read."""

import copy
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from django.db import transaction

from ondiris.base.actors import Actor
from ondiris.base.acts import Thing
from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.calendar.actions.mark import mark_done
from ondiris.domains.calendar.actions.term import begin as begin_term
from ondiris.domains.legislation.actions import instrument
from ondiris.domains.legislation.actions.amendment import begin_act
from ondiris.domains.legislation.actions.value import enter
from ondiris.domains.planning.actions.interest import express
from ondiris.domains.recovery.actions import claim
from ondiris.project.docs.registered import acts, beginnings
from tests.factories import Country, actor, agreement, application, country, report
from tests.factories.contracts import contract, delivery, lender, penalty, performance, pledge, proposed
from tests.factories.planning import approved_line, goods_list, planners

pytestmark = pytest.mark.django_db
TABLE = yaml.safe_load((Path(__file__).parent / "permissions.yaml").read_text(encoding="utf-8"))
BEGUN = TABLE.pop("beginnings")
ROWS = {f"{flow}.{move}": row for flow, moves in TABLE.items() for move, row in moves.items()}
LATER = date(2026, 3, 2)

People = Mapping[str, Actor]
Standing = Mapping[str, Mapping[str, Thing]]  # a thing in each state, by the flow's name


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[tuple[People, Standing]]:
    """The people, and a thing in each state of each flow, made once for all rows of the table."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = planners(country())
        lender(made)
        people = {who: actor(made, who, LATER) for who in made.people}
        yield people, standing(made, people)
        transaction.set_rollback(True)


def standing(made: Country, people: People) -> Standing:
    cases = [application(made, state) for state in ("draft", "submitted", "checking", "asked", "examining", "proposed")]
    papers = [agreement(made, state) for state in ("drawn", "offered", "accepted")]
    signed = agreement(made, "paid")
    reported = report(made, signed, 2025, ["10000", "50", "10"])
    give_notice(people["monitor"], signed.number, text="Exports fell short.")
    drawn = claim.draw(people["monitor"], agreement_number=signed.number, demand_on=LATER)
    value = enter(
        people["keeper"],
        parameter="base_rate",
        value=Decimal(16),
        valid_from=LATER,
        known_until=date(2026, 4, 1),
        source="resolution 7",
    )
    record = instrument.enter(
        people["keeper"], instrument="industrial-grant-rules", status="to_draft", valid_from=LATER
    )
    amending = begin_act(
        people["keeper"], act_number="300-VIII", signed_on=LATER, title="On changes", source="Gazette, No. 7"
    )
    marked = mark_done(
        people["institute_follower"],
        deadline="grants-account-balance",
        period="2026",
        done_on=LATER,
        handed_over="Letter 4",
    )
    term = begin_term(
        people["follower"], deadline="assembly-cure", bin=made.enterprise.bin, happened_on=LATER, reference="Notice 2"
    )
    interest = express(people["applicant"], proposal=approved_line(made, year=2025).number)
    agreed = proposed(made, contract(made))
    pledged = pledge(made, agreed)
    listed = goods_list(made, "sent", days=(LATER,) * 5)
    return {
        "application": in_every_state("application", *cases),
        "agreement": in_every_state("agreement", signed, *papers),
        "report": in_every_state("report", reported),
        "claim": in_every_state("claim", drawn),
        "edition": in_every_state("edition", made.edition),
        "value": in_every_state("value", value),
        "instrument": in_every_state("instrument", record),
        "amendment": in_every_state("amendment", amending),
        "mark": in_every_state("mark", marked),
        "goods_list": in_every_state("goods_list", listed),
        "proposal": in_every_state("proposal", listed.proposals.get()),
        "contract": in_every_state("contract", contract(made, "drawn"), contract(made, "offered"), agreed),
        "pledge": in_every_state("pledge", pledged),
        "delivery": in_every_state("delivery", delivery(made, agreed, LATER)),
        "performance": in_every_state("performance", performance(made, LATER)),
        "penalty": in_every_state("penalty", penalty(made, agreed, LATER)),
        "interest": in_every_state("interest", interest),
        "term": in_every_state("term", term),
    }


def in_every_state(flow: str, *things: Thing) -> dict[str, Thing]:
    """Things in the states they really reached; in the others the last of them, as if it stood there."""
    states = next(act.flow.states for act in acts().values() if act.flow.name == flow)
    reached = {thing.state: thing for thing in things}
    for state in states:
        if state not in reached:
            reached[state] = copy.copy(things[-1])
            reached[state].state = state
    return reached


def test_the_table_has_every_act_and_no_other():
    assert set(ROWS) == set(acts())
    assert set(BEGUN) == set(beginnings())


@pytest.mark.parametrize("name", sorted(acts()))
def test_an_act_is_possible_for_whom_and_where_the_table_says(name: str, world):
    people, things = world
    act, row = acts()[name], ROWS.get(name, {"by": [], "in": []})
    told = {(who, state) for who in row["by"] for state in row["in"]}
    found = {
        (who, str(state))
        for state, thing in things[act.flow.name].items()
        for who, person in people.items()
        if act.possible(person, thing)
    }
    assert found == told


@pytest.mark.parametrize("name", sorted(acts()))
def test_who_may_not_is_told_why(name: str, world):
    people, things = world
    act = acts()[name]
    for thing in things[act.flow.name].values():
        answers = [act.possible(person, thing) for person in people.values()]
        assert all(answer or str(answer.reason) for answer in answers)


@pytest.mark.parametrize("name", sorted(beginnings()))
def test_a_beginning_is_made_by_whom_the_table_says(name: str, world):
    people, _things = world
    assert {who for who, person in people.items() if beginnings()[name].may(person)} == set(BEGUN[name]["by"])
