"""How does a value entered by one official come to count?"""

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
