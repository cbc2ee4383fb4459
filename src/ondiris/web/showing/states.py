"""Which words and which colour has a state?"""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext as _

from ondiris.domains.agreements import terms as agreements
from ondiris.domains.agreements.terms import AgreementState, ReportState
from ondiris.domains.applications import terms as applications
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.calendar import terms as calendar
from ondiris.domains.calendar.terms import MarkState, TermState
from ondiris.domains.contracts import terms as contracts
from ondiris.domains.contracts.terms import (
    ContractState,
    DeliveryState,
    PenaltyState,
    PerformanceState,
    PledgeState,
    VersionState,
)
from ondiris.domains.legislation import terms as legislation
from ondiris.domains.legislation.terms import AmendmentState, ValueState
from ondiris.domains.lists import terms as lists
from ondiris.domains.lists.terms import EditionState
from ondiris.domains.planning import terms as planning
from ondiris.domains.planning.terms import GoodsListState, InterestState, ProposalState
from ondiris.domains.recovery import terms as recovery
from ondiris.domains.recovery.terms import ClaimState
from ondiris.web.ui.parts import Colour, Tag

# By flow: states of different flows may share a name and mean another thing.
COLOURS: Mapping[type[StrEnum], Mapping[StrEnum, Colour]] = {
    ApplicationState: {
        ApplicationState.SUBMITTED: Colour.BLUE,
        ApplicationState.CHECKING: Colour.BLUE,
        ApplicationState.ASKED: Colour.YELLOW,
        ApplicationState.EXAMINING: Colour.BLUE,
        ApplicationState.PROPOSED: Colour.BLUE,
        ApplicationState.WAITING: Colour.YELLOW,
        ApplicationState.GRANTED: Colour.GREEN,
        ApplicationState.REFUSED: Colour.RED,
    },
    AgreementState: {
        AgreementState.OFFERED: Colour.YELLOW,
        AgreementState.SIGNED_BY_RECIPIENT: Colour.BLUE,
        AgreementState.IN_FORCE: Colour.GREEN,
        AgreementState.NOTICED: Colour.RED,
    },
    ReportState: {
        ReportState.SUBMITTED: Colour.BLUE,
        ReportState.RETURNED: Colour.YELLOW,
        ReportState.ACCEPTED: Colour.GREEN,
    },
    ClaimState: {ClaimState.DRAWN: Colour.BLUE, ClaimState.DEMANDED: Colour.RED, ClaimState.RETURNED: Colour.GREEN},
    ValueState: {
        ValueState.ENTERED: Colour.YELLOW,
        ValueState.CONFIRMED: Colour.GREEN,
        ValueState.REJECTED: Colour.RED,
    },
    AmendmentState: {
        AmendmentState.ENTERED: Colour.YELLOW,
        AmendmentState.CONFIRMED: Colour.GREEN,
        AmendmentState.REJECTED: Colour.RED,
    },
    EditionState: {
        EditionState.AGREED: Colour.BLUE,
        EditionState.APPROVED: Colour.BLUE,
        EditionState.PUBLISHED: Colour.GREEN,
    },
    MarkState: {MarkState.STANDS: Colour.GREEN},
    TermState: {TermState.RUNNING: Colour.BLUE, TermState.MET: Colour.GREEN, TermState.FOLLOWED: Colour.RED},
    GoodsListState: {
        GoodsListState.SENT: Colour.BLUE,
        GoodsListState.AGREED: Colour.BLUE,
        GoodsListState.APPROVED: Colour.BLUE,
        GoodsListState.PLACED: Colour.GREEN,
    },
    ProposalState: {
        ProposalState.SENT: Colour.YELLOW,
        ProposalState.AGREED: Colour.GREEN,
        ProposalState.DECLINED: Colour.RED,
        ProposalState.PASSED_ON: Colour.GREEN,
    },
    InterestState: {InterestState.STANDS: Colour.GREEN},
    ContractState: {
        ContractState.OFFERED: Colour.YELLOW,
        ContractState.SIGNED_BY_SUPPLIER: Colour.BLUE,
        ContractState.IN_FORCE: Colour.GREEN,
    },
    VersionState: {VersionState.PROPOSED: Colour.YELLOW, VersionState.IN_FORCE: Colour.GREEN},
    DeliveryState: {
        DeliveryState.OFFERED: Colour.YELLOW,
        DeliveryState.ACCEPTED: Colour.BLUE,
        DeliveryState.REFUSED: Colour.RED,
        DeliveryState.PAID: Colour.GREEN,
    },
    PledgeState: {PledgeState.STANDS: Colour.BLUE},
    PerformanceState: {
        PerformanceState.REPORTED: Colour.BLUE,
        PerformanceState.ACCEPTED: Colour.GREEN,
        PerformanceState.RETURNED: Colour.YELLOW,
    },
    PenaltyState: {PenaltyState.CLAIMED: Colour.RED, PenaltyState.PAID: Colour.GREEN},
}
WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    ApplicationState: {k: v for k, v in applications.WORDS.items() if isinstance(k, ApplicationState)},
    AgreementState: {k: v for k, v in agreements.WORDS.items() if isinstance(k, AgreementState)},
    ReportState: {k: v for k, v in agreements.WORDS.items() if isinstance(k, ReportState)},
    ClaimState: {k: v for k, v in recovery.WORDS.items() if isinstance(k, ClaimState)},
    ValueState: legislation.WORDS,
    AmendmentState: legislation.WORDS,
    EditionState: {k: v for k, v in lists.WORDS.items() if isinstance(k, EditionState)},
    MarkState: {k: v for k, v in calendar.WORDS.items() if isinstance(k, MarkState)},
    TermState: {k: v for k, v in calendar.WORDS.items() if isinstance(k, TermState)},
    GoodsListState: planning.GOODS_LIST_WORDS,
    ProposalState: planning.PROPOSAL_WORDS,
    InterestState: planning.INTEREST_WORDS,
    **{
        states: {state: contracts.WORDS[state] for state in states}
        for states in (ContractState, VersionState, PledgeState, PerformanceState, PenaltyState)
    },
    DeliveryState: {state: contracts.DELIVERY_WORDS[state] for state in DeliveryState},
}


def tag_of(states: type[StrEnum], value: str) -> Tag:
    """The tag of a state kept as text, of the flow with these states."""
    state = states(value)
    return Tag(_(WORDS[states][state]), COLOURS[states].get(state, Colour.GREY))
