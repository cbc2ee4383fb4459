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

# What an answer rests on, in a few words for lists.
REASONS = {
    "extracts_minerals": N_("Extracts minerals"),
    "is_a_national_holding_or_company": N_("National holding or company"),
    "belongs_to_national_holdings_or_companies": N_("Belongs to national holdings or companies"),
    "is_a_social_entrepreneurial_corporation": N_("Social-entrepreneurial corporation"),
    "is_not_handed_over_to_be_bought": N_("In private trust management, to be bought"),
    "is_outside_the_fund": N_("Is the Fund, or belongs to it"),
    "": N_("Something is not recorded"),
}


def answer_of(outcomes: Mapping[str, bool | None]) -> Answer:
    """The answer from each rule's: met, not met, or None where it is undetermined (46.2)."""
    limbs, exclusions = [outcomes[name] for name in LIMBS], [outcomes[name] for name in EXCLUSIONS]
    if False in exclusions or not any(limb is not False for limb in limbs):
        return Answer.NOT_CUSTOMER
    return Answer.CUSTOMER if True in limbs and None not in exclusions else Answer.UNDETERMINED


def reason_of(outcomes: Mapping[str, bool | None]) -> str:
    """The first rule that carries the answer, a key of REASONS: an exclusion, else a limb; empty where it is open."""
    for name in EXCLUSIONS:
        if outcomes[name] is False:
            return name
    if answer_of(outcomes) is Answer.UNDETERMINED:
        return ""
    return next((name for name in LIMBS if outcomes[name]), "")
