"""What do the incentives for labour productivity ask, besides what every measure asks?"""

from ondiris.base.words import N_
from ondiris.domains.measures.facts import EVERYWHERE, OBLIGATIONS
from ondiris.law.rulebook import Fact, Facts, StatedBy
from ondiris.law.types import Choice, Money

KINDS_OF_COST = {
    "competences": N_("Raising the competences of workers"),
    "digital": N_("Introducing digital technologies"),
    "processes": N_("Improving technological processes"),
    "organisation": N_("Making the organisation of production more efficient"),
}
COSTS = (
    Fact("kind", Choice(KINDS_OF_COST), N_("Kind of cost"), StatedBy.APPLICANT),
    Fact(
        "amount",
        Money(),
        N_("Amount of the cost"),
        StatedBy.APPLICANT,
        proof=N_("Contract and invoice"),
        unit=N_("tenge"),
    ),
)
FACTS = Facts("labour-productivity", EVERYWHERE, each={"costs": COSTS, "obligations": OBLIGATIONS})
