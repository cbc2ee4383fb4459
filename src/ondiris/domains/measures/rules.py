"""Which conditions does article 25 put on every measure, and on which of them may one be refused?

A refusal rests on one of the three conditions of 25.5 (25.6). What 26.3 says belongs to 25.5:1, what 27 says to
25.5:2. A measure enrols these rules, then those of its own article.

They begin with the wording of article 25 that is held, earliest on 10 January 2023.
"""

from datetime import date

from ondiris.base.words import N_
from ondiris.law.parameters import Parameters
from ondiris.law.rulebook import Facts, Rulebook
from ondiris.law.rulebook.registered import RegisteredProvisions

SINCE = date(2023, 1, 10)
AGRO_INDUSTRY_LAW = N_("Law “On State Regulation of the Development of the Agro-Industrial Complex and Rural Areas”")


def works_outside_agro_industry(f, law):
    """The enterprise works outside the agro-industrial complex, which has a law of its own."""
    return ~f.in_agro_industry


def is_oriented_to_the_list(f, law):
    """The enterprise is oriented exclusively to goods on the priority list, by the share that the authority sets."""
    return f.listed_output_share >= law["priority_goods.required_share"]


def accepts_counter_obligations(f, law):
    """The enterprise accepts counter-obligations."""
    return f.obligations_accepted


def takes_a_direction(f, law):
    """The enterprise takes obligations in at least one of the three directions."""
    return f.directions_accepted >= law["counter_obligations.least_directions"]


def sets_a_target_for_each_period(f, law):
    """Each obligation lies in one of the three directions and has a target for each period."""
    return f.direction.is_in(["productivity", "export", "home_market"]) & f.every_period_has_target


def brings_complete_documents(f, law):
    """All documents that the rules of the measure ask for are there and in order."""
    return f.documents_complete


def rulebook(name: str, facts: Facts) -> Rulebook:
    """A measure's rulebook with the conditions of article 25 enrolled, ready for those of its own article."""
    book = Rulebook(name, facts, provisions=RegisteredProvisions(), parameters=Parameters.load())
    book.rule("25.2", since=SINCE, routes_to=AGRO_INDUSTRY_LAW)(works_outside_agro_industry)
    book.rule("26.3", since=SINCE, ground="25.5:1")(is_oriented_to_the_list)
    book.rule("27.1", since=SINCE, ground="25.5:2")(accepts_counter_obligations)
    book.rule("27.3", since=SINCE, ground="25.5:2")(takes_a_direction)
    book.rule("27.3", since=SINCE, ground="25.5:2", each="obligations")(sets_a_target_for_each_period)
    book.rule("25.5:3", since=SINCE, ground="25.5:3")(brings_complete_documents)
    return book
