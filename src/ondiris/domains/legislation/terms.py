"""Where can what an official entered stand: a value, or an amending act?"""

from collections.abc import Mapping
from enum import StrEnum

from ondiris.base.words import N_


class ValueState(StrEnum):
    ENTERED = "entered"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class AmendmentState(StrEnum):
    DRAFT = "draft"
    ENTERED = "entered"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


WORDS: Mapping[StrEnum, str] = {  # of both: a state of the same name means the same
    AmendmentState.DRAFT: N_("Draft"),
    AmendmentState.ENTERED: N_("Entered, waiting for a second person"),
    AmendmentState.CONFIRMED: N_("Confirmed"),
    AmendmentState.REJECTED: N_("Rejected"),
}
