"""How does what one official entered come to count?"""

from ondiris.base.flow import Flow, move
from ondiris.base.words import N_
from ondiris.domains.legislation.terms import ValueState as S

KEEPER = N_("a second keeper of the authority")

FLOW = Flow(
    "value",
    S,
    [
        move("confirm", S.ENTERED, S.CONFIRMED, who=KEEPER, provision="27.4"),
        move("reject", S.ENTERED, S.REJECTED, who=KEEPER, provision="27.4"),
    ],
)

# Each entry in the journal cites the provision that calls for the very act.
INSTRUMENT = Flow(
    "instrument",
    S,
    [
        move("confirm", S.ENTERED, S.CONFIRMED, who=KEEPER, provision="2.1"),
        move("reject", (S.ENTERED, S.CONFIRMED), S.REJECTED, who=KEEPER, provision="2.1"),
    ],
)
