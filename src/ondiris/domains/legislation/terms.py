"""Where can what an official entered stand?"""

from enum import StrEnum

from ondiris.base.words import N_


class ValueState(StrEnum):
    ENTERED = "entered"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


WORDS = {
    ValueState.ENTERED: N_("Entered, waiting for a second person"),
    ValueState.CONFIRMED: N_("Confirmed"),
    ValueState.REJECTED: N_("Rejected"),
}
