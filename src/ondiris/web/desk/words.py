"""How do the desk's pages name states, measures and what happens next?"""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.flow import Flow
from ondiris.base.words import N_
from ondiris.domains.agreements.flow import FLOW as AGREEMENT
from ondiris.domains.agreements.terms import AgreementState
from ondiris.domains.applications.flow import FLOW as APPLICATION
from ondiris.domains.applications.terms import KINDS, ApplicationState, DecisionKind
from ondiris.domains.legislation.flow import AMENDMENT
from ondiris.domains.legislation.terms import AmendmentState
from ondiris.domains.lists.flow import FLOW as EDITION
from ondiris.domains.lists.terms import EditionState
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.recovery.flow import FLOW as CLAIM
from ondiris.domains.recovery.terms import ClaimState
from ondiris.web.showing.states import COLOURS, WORDS
from ondiris.web.ui.parts import Colour, Next, Tag

# What an applicant reads as "your answer" is another's here.
FOR_OFFICIALS: Mapping[StrEnum, str] = {ApplicationState.ASKED: N_("With the applicant")}


def tags_of(states: type[StrEnum]) -> dict[str, Tag]:
    """The tags of all states of a flow by their codes, in the reader's language whenever they are drawn."""
    return {
        state.value: Tag(
            gettext_lazy(FOR_OFFICIALS.get(state, WORDS[states][state])), COLOURS[states].get(state, Colour.GREY)
        )
        for state in states
    }


TAGS = {states: tags_of(states) for states in WORDS}


def tag(state: StrEnum) -> Tag:
    """The tag of one state."""
    return TAGS[type(state)][state.value]


def measure_choices() -> list[tuple[str, str]]:
    """The measures for a filter, all of them first."""
    return [("", _("All measures")), *((one.name, _(one.title)) for one in MEASURES)]


def measure_title(name: str) -> str:
    """A measure's title in the reader's language."""
    return next(_(one.title) for one in MEASURES if one.name == name)


def kind_text(kind: str) -> str:
    """A kind of decision in the reader's language."""
    return _(KINDS[DecisionKind(kind)])


# A state's next step: what happens, and the move of the flow that says who does it and by which article.
STEPS: Mapping[type[StrEnum], tuple[Flow, Mapping[StrEnum, tuple[tuple[str, str], ...]]]] = {
    ApplicationState: (
        APPLICATION,
        {
            ApplicationState.SUBMITTED: ((N_("The case is taken."), "take"),),
            ApplicationState.CHECKING: (
                (N_("Open facts are established, and the applicant is asked where something is unclear."), "establish"),
                (N_("The experts are chosen."), "examine"),
                (N_("A decision is proposed on what was found."), "propose"),
            ),
            ApplicationState.ASKED: (
                (N_("The question is answered; until then the clock stands still."), "answer"),
                (N_("Without an answer by its last day, the officer goes on or waits."), "go_on"),
            ),
            ApplicationState.EXAMINING: (
                (N_("Each expert declares interests and scores the application."), "assess"),
                (N_("A decision is proposed on what was found."), "propose"),
            ),
            ApplicationState.PROPOSED: ((N_("A second person makes the decision or sends it back."), "decide"),),
            ApplicationState.WAITING: (
                (N_("When the account has the money, the first case of the queue gets it."), "fund"),
            ),
        },
    ),
    AgreementState: (
        AGREEMENT,
        {
            AgreementState.DRAWN: (
                (N_("The instalments are planned."), "plan"),
                (N_("The agreement is offered to the recipient."), "offer"),
            ),
            AgreementState.OFFERED: ((N_("The recipient signs."), "accept"),),
            AgreementState.SIGNED_BY_RECIPIENT: (
                (N_("The State signs; with that the agreement is in force."), "sign"),
            ),
            AgreementState.IN_FORCE: (
                (N_("Instalments are paid on their days."), "pay"),
                (N_("When everything is answered for, the agreement is closed."), "close"),
            ),
            AgreementState.NOTICED: (
                (N_("The notice is lifted, or a demand is drawn up."), "lift_notice"),
                (N_("When everything is answered for, the agreement is closed."), "close"),
            ),
        },
    ),
    ClaimState: (
        CLAIM,
        {
            ClaimState.DRAWN: ((N_("A second person makes the demand or drops it."), "demand"),),
            ClaimState.DEMANDED: ((N_("The recipient returns the money, and it is recorded."), "receive"),),
        },
    ),
    AmendmentState: (
        AMENDMENT,
        {
            AmendmentState.DRAFT: (
                (N_("Each change that the act makes is put in."), "put"),
                (N_("The act is handed over for confirmation."), "hand_over"),
            ),
            AmendmentState.ENTERED: ((N_("A second person confirms or rejects the act."), "confirm"),),
            AmendmentState.REJECTED: ((N_("The act is opened again and corrected."), "reopen"),),
        },
    ),
    EditionState: (
        EDITION,
        {
            EditionState.DRAFT: (
                (N_("The goods are entered."), "edit"),
                (N_("The draft is marked as agreed with those concerned."), "agree"),
            ),
            EditionState.AGREED: ((N_("The edition is approved by an act."), "approve"),),
            EditionState.APPROVED: ((N_("The edition is published and takes effect on its first day."), "publish"),),
        },
    ),
}


def nexts(state: StrEnum, *left_out: str) -> list[Next]:
    """What happens next from a state, by whom and by which article; the law sets no day for these steps.

    `left_out` names moves that this very case does not take.
    """
    flow, steps = STEPS[type(state)]
    return [
        Next(_(sentence), _(flow[move].who), None, flow[move].provision)
        for sentence, move in steps.get(state, ())
        if move not in left_out
    ]
