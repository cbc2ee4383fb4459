"""On what conditions is an industrial grant given, besides those of article 25, and on which may it be refused?

What 42 asks of the enterprise and its project belongs to the third condition of 25.5: it stands in `ground`. A rule
without a ground has to be met before the grant, and refuses nothing: that experts examine the application (42.3) is
the authority's own duty.
"""

from ondiris.base.words import N_
from ondiris.domains.measures.industrial_grant.facts import FACTS
from ondiris.domains.measures.rules import SINCE, rulebook
from ondiris.law.rulebook import RuleSet

BY_LAW = RuleSet("by-law", N_("By-law, as reported; to be confirmed"), switch="industrial_grant.by_law_conditions")
RULES = rulebook("industrial-grant", FACTS)


@RULES.rule("42.2", since=SINCE, ground="25.5:3")
def works_in_manufacturing(f, law):
    """The enterprise works in manufacturing."""
    return f.in_manufacturing


@RULES.rule("42.2", since=SINCE, ground="25.5:3")
def is_operating(f, law):
    """The enterprise is operating, not only planned."""
    return f.is_operating


@RULES.rule("42.2", since=SINCE, ground="25.5:3", each="goods")
def makes_goods_on_the_list(f, law):
    """Every good that the project is to make is on the priority list in force on the day."""
    return f.on_priority_list


@RULES.rule("42.2", since=SINCE, ground="25.5:3")
def puts_in_own_money(f, law):
    """The enterprise finances a part of the project with its own money."""
    return f.own_funds > 0


@RULES.rule("42.3", since=SINCE)
def has_been_examined_by_experts(f, law):
    """Experts have examined the application by the criteria of the grant's rules."""
    return f.experts_have_examined


@RULES.rule("25.5:3", since=SINCE, ground="25.5:3", set=BY_LAW, example=True)
def is_small_or_medium(f, law):
    """The enterprise is a small or medium one."""
    return f.size.is_in(["micro", "small", "medium"])


@RULES.rule("25.5:3", since=SINCE, ground="25.5:3", set=BY_LAW, example=True)
def has_worked_long_enough(f, law):
    """The enterprise has worked for the years that the by-law asks for."""
    return f.years_of_work >= law["industrial_grant.years_of_work"]


@RULES.rule("25.5:3", since=SINCE, ground="25.5:3", set=BY_LAW, example=True)
def puts_in_the_least_share(f, law):
    """The enterprise finances at least the share of the project's cost that the by-law asks for."""
    return f.own_funds * 100 >= f.project_cost * law["industrial_grant.own_share"]


@RULES.rule("25.5:3", since=SINCE, ground="25.5:3", set=BY_LAW, example=True)
def has_no_arrears(f, law):
    """The enterprise owes the State no overdue taxes or other payments."""
    return ~f.has_arrears


@RULES.rule("25.5:3", since=SINCE, ground="25.5:3", set=BY_LAW, example=True)
def is_independent_of_the_equipment_owner(f, law):
    """The enterprise and the owner of the equipment it buys are not affiliated."""
    return ~f.affiliated_with_equipment_owner


@RULES.rule("25.5:3", since=SINCE, ground="25.5:3", set=BY_LAW, example=True)
def employs_qualified_engineers(f, law):
    """The enterprise employs qualified engineers."""
    return f.has_qualified_engineers
