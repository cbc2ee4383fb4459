"""How does what one official entered, a value or an act, come to count?"""

from ondiris.base.flow import Flow, move
from ondiris.base.words import N_
from ondiris.domains.legislation.terms import AmendmentState as A
from ondiris.domains.legislation.terms import ValueState as S

FIRST = N_("a keeper of the authority")
KEEPER = N_("a second keeper of the authority")

# Each entry in the journal cites the provision that the very setting serves.
FLOW = Flow(
    "value",
    S,
    [
        move("confirm", S.ENTERED, S.CONFIRMED, who=KEEPER, provision="2.1"),
        move("reject", S.ENTERED, S.REJECTED, who=KEEPER, provision="2.1"),
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

AMENDMENT = Flow(
    "amendment",
    A,
    [
        move("edit", A.DRAFT, A.DRAFT, who=FIRST, provision="2.1"),
        move("put", A.DRAFT, A.DRAFT, who=FIRST, provision="2.1"),
        move("remove", A.DRAFT, A.DRAFT, who=FIRST, provision="2.1"),
        move("hand_over", A.DRAFT, A.ENTERED, who=FIRST, provision="2.1"),
        move("confirm", A.ENTERED, A.CONFIRMED, who=KEEPER, provision="2.1"),
        move("reject", A.ENTERED, A.REJECTED, who=KEEPER, provision="2.1"),
        move("reopen", A.REJECTED, A.DRAFT, who=FIRST, provision="2.1"),
    ],
)
