"""In which words is a deadline of the law spoken of?"""

from ondiris.base.words import N_
from ondiris.law.provisions.terms import Term


class Recurrence(Term):
    """How often is it due?"""

    YEARLY = "yearly", N_("every year")
    QUARTERLY = "quarterly", N_("every quarter")
    NEXT_FINANCIAL_YEAR = "next_financial_year", N_("in the financial year that follows")
    BY_ACT = "by_act", N_("on days that an act sets")
    NOT_GIVEN = "not_given", N_("the law does not say how often")
    TRIGGERED = "triggered", N_("after an event")


class State(Term):
    """How does one duty stand on a day? Always exactly one of these."""

    AHEAD = "ahead", N_("Ahead")
    DUE = "due", N_("Due")
    LATE = "late", N_("Late")
    DONE = "done", N_("Done")
    NO_DAY = "no_day", N_("No day is set")
