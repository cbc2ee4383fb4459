"""How is a mark taken back, and how does a term that an event began come to its end?"""

from ondiris.base.flow import Flow, move
from ondiris.base.words import N_
from ondiris.domains.calendar.terms import MarkState as M
from ondiris.domains.calendar.terms import TermState as T

OWN = N_("whoever follows the duties of the body that owes it")
BEGAN = N_("whoever follows the duties of the body that began it")

MARK = Flow("mark", M, [move("take_back", M.STANDS, M.TAKEN_BACK, who=OWN, provision="")])

TERM = Flow(
    "term",
    T,
    [
        move("meet", T.RUNNING, T.MET, who=BEGAN, provision="62.4"),
        move("follow", T.RUNNING, T.FOLLOWED, who=BEGAN, provision="62.4"),
        move("withdraw", T.RUNNING, T.WITHDRAWN, who=BEGAN, provision="62.4"),
    ],
)
