"""What is planned, by which kind of contract, and where does the yearly list stand?"""

from collections.abc import Mapping
from enum import StrEnum

from ondiris.base.words import N_


class ContractKind(StrEnum):
    """The two kinds of contract of 46.1."""

    OFFTAKE = "offtake"
    CONTRACT_PROCUREMENT = "contract_procurement"


class NeedKind(StrEnum):
    """Whether a row says what will be bought or what was (47.1: plans and reports)."""

    PLAN = "plan"
    REPORT = "report"


class Subject(StrEnum):
    GOOD = "good"
    WORK = "work"
    SERVICE = "service"


class GoodsListState(StrEnum):
    DRAWN = "drawn"
    SENT = "sent"
    AGREED = "agreed"
    APPROVED = "approved"
    PLACED = "placed"


class ProposalState(StrEnum):
    DRAWN = "drawn"
    LEFT_OUT = "left_out"
    SENT = "sent"
    AGREED = "agreed"
    DECLINED = "declined"
    PASSED_ON = "passed_on"


class InterestState(StrEnum):
    STANDS = "stands"
    WITHDRAWN = "withdrawn"


WORDS = {
    ContractKind.OFFTAKE: N_("Offtake contract"),
    ContractKind.CONTRACT_PROCUREMENT: N_("Contract procurement"),
    NeedKind.PLAN: N_("Plan"),
    NeedKind.REPORT: N_("Report"),
    Subject.GOOD: N_("Good"),
    Subject.WORK: N_("Work"),
    Subject.SERVICE: N_("Service"),
}
# Apart, since states of different flows are equal as texts, and one would take the place of another.
GOODS_LIST_WORDS: Mapping[StrEnum, str] = {
    GoodsListState.DRAWN: N_("Being drawn up"),
    GoodsListState.SENT: N_("Being agreed with customers"),
    GoodsListState.AGREED: N_("Agreed"),
    GoodsListState.APPROVED: N_("Approved"),
    GoodsListState.PLACED: N_("Placed in the database"),
}
PROPOSAL_WORDS: Mapping[StrEnum, str] = {
    ProposalState.DRAWN: N_("Being drawn up"),
    ProposalState.LEFT_OUT: N_("Left out of the list"),
    ProposalState.SENT: N_("Waiting for the customer"),
    ProposalState.AGREED: N_("Agreed by the customer"),
    ProposalState.DECLINED: N_("Declined by the customer"),
    ProposalState.PASSED_ON: N_("Passed on to the authority"),
}
INTEREST_WORDS: Mapping[StrEnum, str] = {
    InterestState.STANDS: N_("Can make this"),
    InterestState.WITHDRAWN: N_("Withdrawn"),
}
