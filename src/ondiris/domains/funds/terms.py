"""Which accounts does a programme have, and why does money move between them?"""

from enum import StrEnum

from ondiris.base.words import N_


class AccountKind(StrEnum):
    BUDGET = "budget"  # where allocations come from; goes below zero by what was allocated
    AVAILABLE = "available"  # allocated and not committed
    COMMITTED = "committed"  # promised under one agreement, not yet paid
    PAID = "paid"  # paid under one agreement
    RECIPIENTS = "recipients"  # money that comes back comes from here; goes below zero by what came back
    RETURNED = "returned"  # came back under 27.4; whose it is the law does not say


class Purpose(StrEnum):
    ALLOCATION = "allocation"
    COMMITMENT = "commitment"
    RELEASE = "release"
    PAYMENT = "payment"
    RETURN = "return"
    YEAR_END = "year_end"


MAY_BE_NEGATIVE = frozenset({AccountKind.BUDGET, AccountKind.RECIPIENTS})

WORDS = {
    AccountKind.BUDGET: N_("Budget"),
    AccountKind.AVAILABLE: N_("Available"),
    AccountKind.COMMITTED: N_("Committed"),
    AccountKind.PAID: N_("Paid"),
    AccountKind.RECIPIENTS: N_("Recipients"),
    AccountKind.RETURNED: N_("Returned, payee not named by the law"),
    Purpose.ALLOCATION: N_("Allocation"),
    Purpose.COMMITMENT: N_("Commitment"),
    Purpose.RELEASE: N_("Release of a commitment"),
    Purpose.PAYMENT: N_("Payment"),
    Purpose.RETURN: N_("Return by a recipient"),
    Purpose.YEAR_END: N_("Year-end"),
}
