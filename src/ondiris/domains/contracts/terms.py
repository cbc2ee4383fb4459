"""Where can a contract and what is done under it stand?"""

from enum import StrEnum

from ondiris.base.words import N_
from ondiris.domains.planning.terms import ContractKind


class ContractState(StrEnum):
    DRAWN = "drawn"
    OFFERED = "offered"
    SIGNED_BY_SUPPLIER = "signed_by_supplier"
    IN_FORCE = "in_force"
    ENDED = "ended"


class Side(StrEnum):
    CUSTOMER = "customer"
    SUPPLIER = "supplier"


class VersionState(StrEnum):
    DRAFT = "draft"
    PROPOSED = "proposed"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class DeliveryState(StrEnum):
    OFFERED = "offered"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    PAID = "paid"


class Fault(StrEnum):
    """By whose fault a delivery, or a part of it, was not accepted: the customer says, the supplier may contest."""

    NONE = ""
    SUPPLIER = "supplier"
    CONTESTED = "contested"


class PledgeState(StrEnum):
    STANDS = "stands"
    RELEASED = "released"


class PerformanceState(StrEnum):
    REPORTED = "reported"
    ACCEPTED = "accepted"
    RETURNED = "returned"


class PenaltyState(StrEnum):
    CLAIMED = "claimed"
    PAID = "paid"
    DROPPED = "dropped"


class ConditionKind(StrEnum):
    """The seven kinds of condition of 49.2, in the law's order."""

    DIRECT_INVESTMENT = "direct_investment"
    RESEARCH = "research"
    PRODUCTION = "production"
    TRAINING = "training"
    SERVICE_INFRASTRUCTURE = "service_infrastructure"
    TECHNOLOGY_TRANSFER = "technology_transfer"
    OTHER = "other"


# How the numbers of each kind of contract begin.
SERIES = {ContractKind.OFFTAKE: "OFT", ContractKind.CONTRACT_PROCUREMENT: "CPR"}

# Each kind of condition with its provision.
CONDITIONS = {kind: f"49.2.{place}" for place, kind in enumerate(ConditionKind, 1)}

WORDS = {
    ContractState.DRAWN: N_("Being drawn up"),
    ContractState.OFFERED: N_("Waiting for the supplier's signature"),
    ContractState.SIGNED_BY_SUPPLIER: N_("Waiting for the customer's signature"),
    ContractState.IN_FORCE: N_("In force"),
    ContractState.ENDED: N_("Contract ended"),
    Side.CUSTOMER: N_("The customer"),
    Side.SUPPLIER: N_("The supplier"),
    VersionState.DRAFT: N_("Draft"),
    VersionState.PROPOSED: N_("Change proposed"),
    VersionState.IN_FORCE: N_("In force"),
    VersionState.REPLACED: N_("Replaced"),
    VersionState.DECLINED: N_("Change declined"),
    VersionState.WITHDRAWN: N_("Change withdrawn"),
    PledgeState.STANDS: N_("Pledged"),
    PledgeState.RELEASED: N_("Released"),
    PerformanceState.REPORTED: N_("Waiting for the customer"),
    PerformanceState.ACCEPTED: N_("Accepted"),
    PerformanceState.RETURNED: N_("Returned for correction"),
    PenaltyState.CLAIMED: N_("Penalty claimed"),
    PenaltyState.PAID: N_("Penalty paid"),
    PenaltyState.DROPPED: N_("Penalty dropped"),
    ConditionKind.DIRECT_INVESTMENT: N_("Direct investment"),
    ConditionKind.RESEARCH: N_("Investment in research and development"),
    ConditionKind.PRODUCTION: N_("Creation of production"),
    ConditionKind.TRAINING: N_("Training centres and programmes"),
    ConditionKind.SERVICE_INFRASTRUCTURE: N_("Infrastructure to service the good"),
    ConditionKind.TECHNOLOGY_TRANSFER: N_("Transfer of technical documents, licences and technologies"),
    ConditionKind.OTHER: N_("Another condition under the rules"),
}

# Apart from the others, since states of the same name mean another thing here.
DELIVERY_WORDS = {
    DeliveryState.OFFERED: N_("Waiting for the customer"),
    DeliveryState.ACCEPTED: N_("The customer accepted it"),
    DeliveryState.REFUSED: N_("The customer refused it"),
    DeliveryState.PAID: N_("Delivery paid"),
}
FAULT_WORDS = {
    Fault.NONE: N_("Not by the supplier's fault"),
    Fault.SUPPLIER: N_("By the supplier's fault"),
    Fault.CONTESTED: N_("Contested by the supplier"),
}
