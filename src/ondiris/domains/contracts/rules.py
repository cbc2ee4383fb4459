"""On what conditions may an offtake contract be concluded, and on what contract procurement?

The two kinds of contract share who may be the customer (46.2) and that it rests on the approved list (47.5); each has
conditions of its own. A contract is concluded only where every one is met.
"""

from datetime import date

from ondiris.domains.contracts.facts import FACTS
from ondiris.domains.planning.terms import ContractKind
from ondiris.law.parameters import Parameters
from ondiris.law.rulebook import Rulebook
from ondiris.law.rulebook.registered import RegisteredProvisions

SINCE = date(2022, 1, 8)


def _book(name: str) -> Rulebook:
    return Rulebook(name, FACTS, provisions=RegisteredProvisions(), parameters=Parameters.load())


OFFTAKE, PROCUREMENT = _book("offtake"), _book("contract-procurement")
RULES = {ContractKind.OFFTAKE: OFFTAKE, ContractKind.CONTRACT_PROCUREMENT: PROCUREMENT}


def is_made_by_a_customer(f, law):
    """The customer is one under article 46 on the day."""
    return f.is_a_customer


def rests_on_the_approved_list(f, law):
    """It rests on a line of the approved list of goods, in force on the day, for this customer and kind of contract."""
    return f.line_stands


def buys_goods_of_the_list(f, law):
    """Every good stands on an approved line of this customer for this kind of contract."""
    return f.on_approved_line


for _of_either in RULES.values():
    _of_either.rule("46.2", since=SINCE)(is_made_by_a_customer)
    _of_either.rule("47.5", since=SINCE)(rests_on_the_approved_list)
    _of_either.rule("47.5", since=SINCE, each="goods")(buys_goods_of_the_list)


@OFFTAKE.rule("46.1.1", since=SINCE)
def the_supplier_organises_production(f, law):
    """The supplier organises the production of the goods."""
    return f.organised_by_supplier


@OFFTAKE.rule("46.1.1", since=SINCE)
def there_was_no_such_production(f, law):
    """There was no such production before."""
    return f.absent_before


@OFFTAKE.rule("48.5", since=SINCE)
def says_all_that_it_must(f, law):
    """It names the goods with all that identifies them, volumes for the whole term, and what concerns in-country value."""
    return f.is_complete


@PROCUREMENT.rule("49.1", since=SINCE)
def purchases_are_large_enough(f, law):
    """The customer's purchases in the year exceed 500,000 monthly calculation indices of that financial year."""
    return f.purchases > law["planning.contract_procurement_above"] * law["monthly_calculation_index", f.index_for]


@PROCUREMENT.rule("49.2p2", since=SINCE)
def conditions_are_large_enough(f, law):
    """The further conditions come to at least five per cent of the contract's sum in money."""
    return f.conditions_value * 100 >= f.amount * law["contracts.least_share_of_conditions"]
