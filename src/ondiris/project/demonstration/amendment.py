"""Which act that amends the law does the made-up country carry as an example?

That subparagraph 3-1) was added to article 8 is known; by which act and from which day is not established, and its text
is not at hand. So the act here is made up, and says so wherever it is shown.
"""

from datetime import date, timedelta

from ondiris.domains.legislation.actions.amendment import begin_act, confirm_act, hand_over, put
from ondiris.law.provisions.terms import Effect, Kind, Level
from ondiris.project.demonstration.country import Stage

NUMBER = "999-VIII"


def make_amendment(stage: Stage, today: date) -> None:
    """The example, entered by one keeper and confirmed by the other: 8.3-1, known to exist, its text not held."""
    entered, signed = today - timedelta(days=20), today - timedelta(days=90)
    keeper = stage.actor("keeper", entered)
    number = begin_act(
        keeper,
        act_number=NUMBER,
        signed_on=signed,
        title="Demonstration: a made-up act. Its number and its days are examples.",
        source="Demonstration: made up, published nowhere",
    ).number
    put(
        keeper,
        number,
        provision="8.3-1",
        effect=Effect.ADDED,
        held=False,
        clause_days=60,
        level=Level.SUBPARAGRAPH,
        kind=Kind.COMPETENCE,
        bearers=["government"],
        systems=["A2"],
    )
    hand_over(keeper, number)
    confirm_act(stage.actor("second_keeper", entered), number)
