"""What does every measure of article 25 ask of an enterprise, and who answers?"""

from ondiris.base.words import N_
from ondiris.domains.measures.declaration import DIRECTIONS
from ondiris.law.rulebook import Fact, StatedBy
from ondiris.law.types import Choice, Count, Money, Percent, YesNo

EVERYWHERE = (
    Fact(
        "in_manufacturing",
        YesNo(),
        N_("The enterprise works in manufacturing"),
        StatedBy.REGISTER,
        proof=N_("Kind of economic activity in the business register"),
    ),
    Fact(
        "in_agro_industry",
        YesNo(),
        N_("The enterprise works in the agro-industrial complex"),
        StatedBy.OFFICIAL,
        proof=N_(
            "Answer of an official: food is manufacturing (1.22), and the agro-industrial complex has another law"
        ),
    ),
    Fact(
        "listed_output_share",
        Percent(),
        N_("Share of goods on the priority list in the enterprise's output"),
        StatedBy.APPLICANT,
        proof=N_("Output of the last year by commodity code"),
        unit=N_("per cent of output"),
    ),
    Fact(
        "obligations_accepted",
        YesNo(),
        N_("The enterprise accepts counter-obligations"),
        StatedBy.APPLICANT,
        proof=N_("Signed application"),
    ),
    Fact(
        "directions_accepted",
        Count(),
        N_("Directions in which the enterprise takes obligations"),
        StatedBy.REGISTER,
        proof=N_("Counted over the obligations of the application"),
        unit=N_("directions"),
    ),
    Fact(
        "requested_amount",
        Money(),
        N_("Amount that you ask for"),
        StatedBy.APPLICANT,
        proof=N_("Budget of what the money is for"),
        unit=N_("tenge"),
    ),
    Fact(
        "documents_complete",
        YesNo(),
        N_("All documents asked for are there and in order"),
        StatedBy.OFFICIAL,
        proof=N_("Check of the application"),
    ),
)

OBLIGATIONS = (
    Fact(
        "direction",
        Choice({direction.value: label for direction, (_provision, label) in DIRECTIONS.items()}),
        N_("Direction of the obligation"),
        StatedBy.APPLICANT,
    ),
    Fact(
        "every_period_has_target",
        YesNo(),
        N_("The obligation has a target for each period"),
        StatedBy.REGISTER,
        proof=N_("Read from the targets of the application"),
    ),
)
