"""Where can an agreement and a report stand?"""

from enum import StrEnum

from ondiris.base.words import N_


class AgreementState(StrEnum):
    DRAWN = "drawn"
    OFFERED = "offered"
    SIGNED_BY_RECIPIENT = "signed_by_recipient"
    IN_FORCE = "in_force"
    NOTICED = "noticed"
    CLOSED = "closed"


class ReportState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class Side(StrEnum):
    STATE = "state"
    RECIPIENT = "recipient"


class Track(StrEnum):
    """What a target belongs to: a counter-obligation (27.3), or the project's planned goals (42.4)."""

    OBLIGATION = "obligation"
    GOAL = "goal"


WORDS = {
    AgreementState.DRAWN: N_("Being drawn up"),
    AgreementState.OFFERED: N_("Waiting for the recipient's signature"),
    AgreementState.SIGNED_BY_RECIPIENT: N_("Waiting for the State's signature"),
    AgreementState.IN_FORCE: N_("In force"),
    AgreementState.NOTICED: N_("Notice of shortfall given"),
    AgreementState.CLOSED: N_("Closed"),
    ReportState.DRAFT: N_("Draft"),
    ReportState.SUBMITTED: N_("Submitted"),
    ReportState.RETURNED: N_("Returned for correction"),
    ReportState.ACCEPTED: N_("Accepted"),
    Side.STATE: N_("The State"),
    Side.RECIPIENT: N_("The recipient"),
    Track.OBLIGATION: N_("Counter-obligation"),
    Track.GOAL: N_("Planned goal of the project"),
}
