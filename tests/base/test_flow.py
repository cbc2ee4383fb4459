"""A flow is a table: each move once, with its states, and every registered act stands in one."""

from enum import StrEnum

import pytest

from ondiris.base.flow import Flow, move
from ondiris.project.docs.registered import acts


class Light(StrEnum):
    RED = "red"
    GREEN = "green"


GO = move("go", Light.RED, Light.GREEN, who="a driver", provision="1.1")
STOP = move("stop", [Light.RED, Light.GREEN], [Light.RED], who="a driver", provision="1.1")


def test_the_moves_of_a_state_come_in_the_tables_order():
    flow = Flow("light", Light, [GO, STOP])
    assert [m.name for m in flow.from_state("red")] == ["go", "stop"]
    assert [m.name for m in flow.from_state("green")] == ["stop"]


def test_a_move_stands_once():
    with pytest.raises(ValueError, match="two moves named go"):
        Flow("light", Light, [GO, GO])


@pytest.mark.parametrize("flow", {act.flow.name: act.flow for act in acts().values()}.values(), ids=lambda f: f.name)
def test_every_move_has_its_act(flow: Flow):
    assert set(flow.moves) == {act.move.name for act in acts().values() if act.flow is flow}


@pytest.mark.parametrize("flow", {act.flow.name: act.flow for act in acts().values()}.values(), ids=lambda f: f.name)
def test_what_carries_a_thing_along_is_an_act_of_another_flow(flow: Flow):
    carrying = {one.name for one in flow.carried}
    assert carrying <= {name for name, act in acts().items() if act.flow is not flow}


@pytest.mark.parametrize("flow", {act.flow.name: act.flow for act in acts().values()}.values(), ids=lambda f: f.name)
def test_every_state_can_be_reached(flow: Flow):
    """From the state in which things are made, which no move needs to lead to."""
    moves = [*flow.moves.values(), *flow.carried]
    reached = {to for one in moves for to in one.to}
    made_in = {state for one in moves for state in one.starts} - reached
    assert len(set(flow.states) - reached) <= 1
    assert set(flow.states) - reached == made_in
