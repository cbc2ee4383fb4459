"""By which moves does an application pass from draft to decision?"""

from ondiris.base.flow import Flow, move
from ondiris.base.words import N_
from ondiris.domains.applications.terms import ApplicationState as S

APPLICANT = N_("the applicant")
OFFICER = N_("the institute's case officer")
DECIDER = N_("the authority's decision maker")
EXPERT = N_("an assigned expert")

FLOW = Flow(
    "application",
    S,
    [
        move("save", S.DRAFT, S.DRAFT, who=APPLICANT, provision="25.8"),
        move("attach", [S.DRAFT, S.ASKED], [S.DRAFT, S.ASKED], who=APPLICANT, provision="25.5:3"),
        move("detach", S.DRAFT, S.DRAFT, who=APPLICANT, provision="25.5:3"),
        move("submit", S.DRAFT, S.SUBMITTED, who=APPLICANT, provision="25.8"),
        move("take", S.SUBMITTED, S.CHECKING, who=OFFICER, provision="25.8"),
        move("ask", S.CHECKING, S.ASKED, who=OFFICER, provision="25.5:3"),
        move("answer", S.ASKED, S.CHECKING, who=APPLICANT, provision="25.5:3"),
        move("go_on", S.ASKED, S.CHECKING, who=OFFICER, provision="25.5:3"),
        move("establish", [S.CHECKING, S.EXAMINING], [S.CHECKING, S.EXAMINING], who=OFFICER, provision="25.5:3"),
        move("examine", [S.CHECKING, S.EXAMINING], S.EXAMINING, who=OFFICER, provision="42.3"),
        move("declare", S.EXAMINING, S.EXAMINING, who=EXPERT, provision="42.3"),
        move("assess", S.EXAMINING, S.EXAMINING, who=EXPERT, provision="42.3"),
        move("propose", [S.CHECKING, S.EXAMINING], S.PROPOSED, who=OFFICER, provision="25.6"),
        move("send_back", S.PROPOSED, S.CHECKING, who=DECIDER, provision="25.6"),
        move(
            "decide",
            S.PROPOSED,
            [S.GRANTED, S.WAITING, S.REFUSED, S.ELSEWHERE],
            who=DECIDER,
            provision="25.6",
        ),
        move("fund", S.WAITING, S.GRANTED, who=DECIDER, provision="25.5"),
        move(
            "withdraw",
            [S.DRAFT, S.SUBMITTED, S.CHECKING, S.ASKED, S.EXAMINING, S.WAITING],
            S.WITHDRAWN,
            who=APPLICANT,
            provision="25.8",
        ),
    ],
)
