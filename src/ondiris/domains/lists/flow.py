"""How does an edition of a list come into force? (9.28, 13.2.2:1)"""

from ondiris.base.flow import Flow, move
from ondiris.base.words import N_
from ondiris.domains.lists.terms import EditionState as S

KEEPER = N_("the authority's keeper of lists")
DECIDER = N_("the authority's decision maker")

FLOW = Flow(
    "edition",
    S,
    [
        move("edit", S.DRAFT, S.DRAFT, who=KEEPER, provision="26.1"),
        move("agree", S.DRAFT, S.AGREED, who=KEEPER, provision="26.2"),
        move("reopen", S.AGREED, S.DRAFT, who=KEEPER, provision="26.2"),
        move("approve", S.AGREED, S.APPROVED, who=DECIDER, provision="9.28"),
        move("publish", S.APPROVED, S.PUBLISHED, who=KEEPER, provision="4.4"),
    ],
)
