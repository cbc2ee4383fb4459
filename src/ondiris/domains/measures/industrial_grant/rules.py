"""On what conditions is an industrial grant given, and on which of them may it be refused?

A refusal rests on one of the three conditions of 25.5 (25.6). Every other bar of the law is mapped to one of them
here, in `ground`: what 26.3 says belongs to 25.5:1, what 27 says to 25.5:2, what 42 asks of the enterprise and
its project to 25.5:3. A rule without a ground has to be met before the grant, and refuses nothing: that experts
examine the application (42.3) is the authority's own duty.

The rules begin with the wording of article 25 that is held, earliest on 10 January 2023.
"""

from datetime import date

from ondiris.base.words import N_
from ondiris.domains.measures.industrial_grant.facts import FACTS
from ondiris.law.parameters import Parameters
from ondiris.law.rulebook import Rulebook, RuleSet
from ondiris.law.rulebook.registered import RegisteredProvisions

SINCE = date(2023, 1, 10)

BY_LAW = RuleSet("by-law", N_("By-law, as reported; to be confirmed"), switch="industrial_grant.by_law_conditions")
AGRO_INDUSTRY_LAW = N_("Law “On State Regulation of the Development of the Agro-Industrial Complex and Rural Areas”")

RULES = Rulebook("industrial-grant", FACTS, provisions=RegisteredProvisions(), parameters=Parameters.load())


@RULES.rule("25.2", since=SINCE, routes_to=AGRO_INDUSTRY_LAW)
def works_outside_agro_industry(f, law):
    """The enterprise works outside the agro-industrial complex, which has a law of its own."""
    return ~f.in_agro_industry


@RULES.rule("42.2", since=SINCE, ground="25.5:3")
def works_in_manufacturing(f, law):
    """The enterprise works in manufacturing."""
    return f.in_manufacturing


@RULES.rule("42.2", since=SINCE, ground="25.5:3")
def is_operating(f, law):
    """The enterprise is operating, not only planned."""
    return f.is_operating


@RULES.rule("26.3", since=SINCE, ground="25.5:1")
def is_oriented_to_the_list(f, law):
    """The enterprise is oriented exclusively to goods on the priority list, by the share that the authority sets."""
    return f.listed_output_share >= law["priority_goods.required_share"]


@RULES.rule("42.2", since=SINCE, ground="25.5:3", each="goods")
def makes_goods_on_the_list(f, law):
    """Every good that the project is to make is on the priority list in force on the day."""
    return f.on_priority_list


@RULES.rule("42.2", since=SINCE, ground="25.5:3")
def puts_in_own_money(f, law):
    """The enterprise finances a part of the project with its own money."""
    return f.own_funds > 0


@RULES.rule("27.1", since=SINCE, ground="25.5:2")
def accepts_counter_obligations(f, law):
    """The enterprise accepts counter-obligations."""
    return f.obligations_accepted


@RULES.rule("27.3", since=SINCE, ground="25.5:2")
def takes_a_direction(f, law):
    """The enterprise takes obligations in at least one of the three directions."""
    return f.directions_accepted >= law["counter_obligations.least_directions"]


@RULES.rule("27.3", since=SINCE, ground="25.5:2", each="obligations")
def sets_a_target_for_each_period(f, law):
    """Each obligation lies in one of the three directions and has a target for each period."""
    return f.direction.is_in(["productivity", "export", "home_market"]) & f.every_period_has_target


@RULES.rule("25.5:3", since=SINCE, ground="25.5:3")
def brings_complete_documents(f, law):
    """All documents that the rules of the grant ask for are there and in order."""
    return f.documents_complete


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
