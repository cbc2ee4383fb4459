"""What does a page of a flow say: which states has a thing, and by which acts does it pass from one to another?"""

from collections.abc import Iterator
from enum import StrEnum

from ondiris.base.flow import Flow, Move
from ondiris.project.docs.markdown import NONE, code, codes, page, table
from ondiris.project.docs.registered import acts, beginnings, flows, words_of

MOST_ARROWS = 3  # a move from more states than these is a note beside where it leads


def flow_page(flow: Flow) -> str:
    """The table of moves and the diagram of one flow."""
    words = words_of(flow)
    return page(
        f"Flow: {flow.name}",
        _begins(flow),
        "```mermaid\n" + "\n".join(_diagram(flow)) + "\n```",
        "Acts that leave the thing where it stands are in the table alone.",
        "## Moves",
        table(
            ("Act", "Name", "From", "To", "Who", "Provision"),
            (
                (
                    code(name),
                    str(acts()[name].title),
                    codes(state for state in flow.states if state in move.starts),
                    "stays" if stays(move) else codes(move.to),
                    move.who,
                    move.provision,
                )
                for name, move in _named(flow)
            ),
        ),
        "## States",
        table(("State", "On pages"), ((code(state), words[state]) for state in flow.states)),
    )


def flows_index() -> str:
    """The page that leads to the flows."""
    return page(
        "Flows",
        "A thing of each kind passes from state to state by registered acts alone; buttons, checks and these pages "
        "are read from the same table.",
        "\n".join(
            f"- [{flow.name}]({flow.name}.md): {len(flow.states)} states, {len(flow.moves)} moves" for flow in flows()
        ),
    )


def stays(move: Move) -> bool:
    """Whether the act leaves the thing in the state it was in."""
    return move.starts == set(move.to)


def _named(flow: Flow) -> Iterator[tuple[str, Move]]:
    """Each move with its act's whole name; those on which things are carried along last."""
    yield from ((f"{flow.name}.{name}", move) for name, move in flow.moves.items())
    yield from ((move.name, move) for move in flow.carried)


def _begins(flow: Flow) -> str:
    model = next(act.model for act in acts().values() if act.flow is flow)
    by = codes(name for name, beginning in beginnings().items() if beginning.model is model)
    return f"A new {model._meta.verbose_name} is made by {by or NONE} and begins as {code(_first(flow))}."


def _first(flow: Flow) -> StrEnum:
    """Things begin in the state that is named first."""
    return next(iter(flow.states))


def _diagram(flow: Flow) -> list[str]:
    words = words_of(flow)
    moves = [move for move in (*flow.moves.values(), *flow.carried) if not stays(move)]
    left = {state for move in moves for state in move.starts}
    return [
        "stateDiagram-v2",
        *(f"    {state}: {words[state]}" for state in flow.states),
        f"    [*] --> {_first(flow)}",
        *(f"    {start} --> {end}: {', '.join(names)}" for (start, end), names in _arrows(moves, flow).items()),
        *(f"    {state} --> [*]" for state in flow.states if state not in left),
        *(line for move in moves if len(move.starts) > MOST_ARROWS for line in _note(move, flow)),
    ]


def _arrows(moves: list[Move], flow: Flow) -> dict[tuple[StrEnum, StrEnum], list[str]]:
    arrows: dict[tuple[StrEnum, StrEnum], list[str]] = {}
    for move in (move for move in moves if len(move.starts) <= MOST_ARROWS):
        for start in (state for state in flow.states if state in move.starts):
            for end in (state for state in move.to if state is not start):
                arrows.setdefault((start, end), []).append(move.name)
    return arrows


def _note(move: Move, flow: Flow) -> list[str]:
    starts = ", ".join(state for state in flow.states if state in move.starts)
    return [f"    note left of {end}: {move.name}, from {starts}" for end in move.to]
