"""Is somebody a customer under 46.2?"""

from collections.abc import Mapping
from enum import StrEnum

from ondiris.base.words import N_


class Answer(StrEnum):
    CUSTOMER = "customer"
    NOT_CUSTOMER = "not_customer"
    UNDETERMINED = "undetermined"


WORDS = {
    Answer.CUSTOMER: N_("Customer under article 46"),
    Answer.NOT_CUSTOMER: N_("Not a customer"),
    Answer.UNDETERMINED: N_("Undetermined"),
}

# The rules by what they do: one limb is enough, and every exclusion must be kept away.
LIMBS = (
    "extracts_minerals",
    "is_a_national_holding_or_company",
    "belongs_to_national_holdings_or_companies",
    "is_a_social_entrepreneurial_corporation",
)
EXCLUSIONS = ("is_not_handed_over_to_be_bought", "is_outside_the_fund")


def answer_of(outcomes: Mapping[str, bool | None]) -> Answer:
    """The answer from each rule's: met, not met, or None where it is undetermined (46.2)."""
    limbs, exclusions = [outcomes[name] for name in LIMBS], [outcomes[name] for name in EXCLUSIONS]
    if False in exclusions or not any(limb is not False for limb in limbs):
        return Answer.NOT_CUSTOMER
    return Answer.CUSTOMER if True in limbs and None not in exclusions else Answer.UNDETERMINED
