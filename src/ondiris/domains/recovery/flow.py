"""By which moves does a shortfall become money returned?"""

from ondiris.base.flow import Flow, move
from ondiris.base.words import N_
from ondiris.domains.recovery.terms import ClaimState as S

MONITOR = N_("the institute's monitor")
DECIDER = N_("the authority's decision maker")
TREASURER = N_("the institute's treasurer")

FLOW = Flow(
    "claim",
    S,
    [
        move("demand", S.DRAWN, S.DEMANDED, who=DECIDER, provision="27.4"),
        move("drop", S.DRAWN, S.DROPPED, who=DECIDER, provision="27.4"),
        move("receive", S.DEMANDED, [S.DEMANDED, S.RETURNED], who=TREASURER, provision="27.4"),
    ],
)
