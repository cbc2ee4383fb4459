"""On what conditions are the incentives for labour productivity given, besides those of article 25?"""

from ondiris.domains.measures.labour_productivity.facts import FACTS
from ondiris.domains.measures.rules import SINCE, rulebook

RULES = rulebook("labour-productivity", FACTS)


@RULES.rule("25.5:1", since=SINCE, ground="25.5:1")
def works_in_manufacturing(f, law):
    """The enterprise works in manufacturing."""
    return f.in_manufacturing


@RULES.rule("39.2", since=SINCE, ground="25.5:3", each="costs")
def is_a_cost_of_the_four_kinds(f, law):
    """Every cost is of one of the four kinds that article 39 names, and is above zero."""
    return f.kind.is_in(["competences", "digital", "processes", "organisation"]) & (f.amount > 0)
