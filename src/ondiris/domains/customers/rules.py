"""Who is a customer under the contracts meant to develop industry, and who is not whatever else it is?

The first four are the limbs of 46.2, of which one is enough; the last two its exclusions, which must both be kept away.
Where the holder of a parcel is not known, it is asked whether the parcel could change the answer: only then is it open.
"""

from datetime import date

from ondiris.domains.customers.facts import FACTS
from ondiris.law.parameters import Parameters
from ondiris.law.rulebook import Rulebook
from ondiris.law.rulebook.registered import RegisteredProvisions

SINCE = date(2022, 1, 8)
RULES = Rulebook("customers", FACTS, provisions=RegisteredProvisions(), parameters=Parameters.load())


@RULES.rule("46.2", since=SINCE)
def extracts_minerals(f, law):
    """It is a subsoil user engaged in the extraction of minerals other than common ones."""
    return f.extracts_minerals


@RULES.rule("46.2", since=SINCE)
def is_a_national_holding_or_company(f, law):
    """It is a national managing holding, a national holding or a national company."""
    return f.is_national


@RULES.rule("46.2", since=SINCE)
def belongs_to_national_holdings_or_companies(f, law):
    """Fifty per cent or more of its voting shares belong to national holdings or companies, directly or indirectly."""
    known = f.held_share >= law["customers.least_share"]
    possible = f.held_share + f.held_share_unknown >= law["customers.least_share"]
    return known | (possible & f.unknown_are_theirs)


@RULES.rule("46.2", since=SINCE)
def is_a_social_entrepreneurial_corporation(f, law):
    """It is a social-entrepreneurial corporation."""
    return f.is_social_entrepreneurial


@RULES.rule("46.2", since=SINCE)
def is_not_handed_over_to_be_bought(f, law):
    """While it so belongs, it is not in trust with a natural person or a non-State legal entity that may buy it later."""
    known = f.held_share >= law["customers.least_share"]
    possible = f.held_share + f.held_share_unknown >= law["customers.least_share"]
    return ~((known | (possible & f.unknown_are_theirs)) & f.handed_over)


@RULES.rule("46.2p2", since=SINCE)
def is_outside_the_fund(f, law):
    """It is not the National Welfare Fund, to which less than fifty per cent of its voting shares belong, owned or in trust."""
    known = f.fund_share >= law["customers.least_share"]
    possible = f.fund_share + f.fund_share_unknown >= law["customers.least_share"]
    return ~(f.is_fund | known | (possible & f.unknown_are_the_funds))
