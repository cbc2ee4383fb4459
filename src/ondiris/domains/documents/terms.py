"""Which letters does the system write?"""

from enum import StrEnum

from ondiris.base.words import N_


class LetterKind(StrEnum):
    GRANTED = "granted"
    WAITING = "waiting"
    REFUSED = "refused"
    ELSEWHERE = "elsewhere"
    AGREEMENT = "agreement"
    NOTICE = "notice"
    DEMAND = "demand"
    CONTRACT = "contract"
    AMENDMENT_PROPOSED = "amendment_proposed"
    AMENDMENT = "amendment"
    PENALTY = "penalty"


WORDS = {
    LetterKind.GRANTED: N_("Decision: granted"),
    LetterKind.WAITING: N_("Decision: granted in principle, waiting for money"),
    LetterKind.REFUSED: N_("Decision: refused"),
    LetterKind.ELSEWHERE: N_("Decision: another law provides"),
    LetterKind.AGREEMENT: N_("Agreement"),
    LetterKind.NOTICE: N_("Notice of shortfall"),
    LetterKind.DEMAND: N_("Demand for return"),
    LetterKind.CONTRACT: N_("Contract concluded"),
    LetterKind.AMENDMENT_PROPOSED: N_("Amendment proposed"),
    LetterKind.AMENDMENT: N_("Amendment in force"),
    LetterKind.PENALTY: N_("Claim of a penalty"),
}
