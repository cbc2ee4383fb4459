"""Where can a demand for money back stand?"""

from enum import StrEnum

from ondiris.base.words import N_


class ClaimState(StrEnum):
    DRAWN = "drawn"
    DEMANDED = "demanded"
    RETURNED = "returned"
    DROPPED = "dropped"


WORDS = {
    ClaimState.DRAWN: N_("Drawn up, waiting for a second person"),
    ClaimState.DEMANDED: N_("Demanded"),
    ClaimState.RETURNED: N_("Returned in full"),
    ClaimState.DROPPED: N_("Dropped"),
}
