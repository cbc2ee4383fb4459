"""Where can a mark and a running term stand, and on which occasions is a person reminded?"""

from enum import StrEnum

from ondiris.base.words import N_


class MarkState(StrEnum):
    STANDS = "stands"
    TAKEN_BACK = "taken_back"


class TermState(StrEnum):
    RUNNING = "running"
    MET = "met"
    FOLLOWED = "followed"
    WITHDRAWN = "withdrawn"


class Occasion(StrEnum):
    SOON = "soon"  # the last day is near
    LATE = "late"  # the last day has passed


WORDS = {
    MarkState.STANDS: N_("Marked as done"),
    MarkState.TAKEN_BACK: N_("Mark taken back"),
    TermState.RUNNING: N_("Running"),
    TermState.MET: N_("Met"),
    TermState.FOLLOWED: N_("Not met, what follows was done"),
    TermState.WITHDRAWN: N_("Withdrawn, begun by mistake"),
}
