"""Where can an application stand, and how may it be decided?"""

from enum import StrEnum

from ondiris.base.words import N_


class ApplicationState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    CHECKING = "checking"
    ASKED = "asked"
    EXAMINING = "examining"
    PROPOSED = "proposed"
    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"
    ELSEWHERE = "elsewhere"
    WITHDRAWN = "withdrawn"


class DecisionKind(StrEnum):
    GRANT = "grant"
    REFUSE = "refuse"
    ELSEWHERE = "elsewhere"


WORDS = {
    ApplicationState.DRAFT: N_("Draft"),
    ApplicationState.SUBMITTED: N_("Submitted"),
    ApplicationState.CHECKING: N_("Being checked"),
    ApplicationState.ASKED: N_("Waiting for the applicant's answer"),
    ApplicationState.EXAMINING: N_("With the experts"),
    ApplicationState.PROPOSED: N_("Decision proposed"),
    ApplicationState.WAITING: N_("Granted in principle, waiting for money"),
    ApplicationState.GRANTED: N_("Granted"),
    ApplicationState.REFUSED: N_("Refused"),
    ApplicationState.ELSEWHERE: N_("Governed by another law"),
    ApplicationState.WITHDRAWN: N_("Withdrawn"),
}
# Apart from the states: "elsewhere" is one of both, and says another thing of each.
KINDS = {
    DecisionKind.GRANT: N_("Grant"),
    DecisionKind.REFUSE: N_("Refuse"),
    DecisionKind.ELSEWHERE: N_("Show the other law"),
}
