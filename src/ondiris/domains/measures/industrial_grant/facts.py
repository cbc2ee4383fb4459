"""What does the industrial grant ask of an enterprise and its project, and who answers?"""

from ondiris.base.words import N_
from ondiris.domains.measures.facts import EVERYWHERE, OBLIGATIONS
from ondiris.law.rulebook import Fact, Facts, StatedBy
from ondiris.law.types import Choice, Code, Count, Money, YesNo

SIZES = {"micro": N_("Micro"), "small": N_("Small"), "medium": N_("Medium"), "large": N_("Large")}

ENTERPRISE = (
    Fact(
        "is_operating",
        YesNo(),
        N_("The enterprise is operating"),
        StatedBy.REGISTER,
        proof=N_("Entry in the business register and output of the last year"),
    ),
)

PROJECT = (
    Fact(
        "project_cost",
        Money(),
        N_("Cost of the project"),
        StatedBy.APPLICANT,
        proof=N_("Project budget"),
        unit=N_("tenge"),
    ),
    Fact(
        "own_funds",
        Money(),
        N_("Own money that the enterprise puts into the project"),
        StatedBy.APPLICANT,
        proof=N_("Bank statement or decision of the owner"),
        unit=N_("tenge"),
    ),
)

EXAMINATION = (
    Fact(
        "experts_have_examined",
        YesNo(),
        N_("Experts have examined the application"),
        StatedBy.REGISTER,
        proof=N_("Signed opinions of the experts"),
    ),
)

BY_LAW = (
    Fact(
        "size",
        Choice(SIZES),
        N_("Size of the enterprise"),
        StatedBy.REGISTER,
        proof=N_("Register of enterprises by size"),
    ),
    Fact(
        "years_of_work",
        Count(),
        N_("Full years of work"),
        StatedBy.REGISTER,
        proof=N_("Day of registration in the business register"),
        unit=N_("full years"),
    ),
    Fact(
        "has_arrears",
        YesNo(),
        N_("The enterprise is in arrears with taxes or other payments to the State"),
        StatedBy.OFFICIAL,
        proof=N_("Certificate of the revenue authority"),
    ),
    Fact(
        "affiliated_with_equipment_owner",
        YesNo(),
        N_("The enterprise and the owner of the equipment are affiliated"),
        StatedBy.APPLICANT,
        proof=N_("Owners of both in the business register"),
    ),
    Fact(
        "has_qualified_engineers",
        YesNo(),
        N_("The enterprise employs qualified engineers"),
        StatedBy.APPLICANT,
        proof=N_("Diplomas and contracts of employment"),
    ),
)

GOODS = (
    Fact("commodity_code", Code(), N_("Commodity code"), StatedBy.APPLICANT, proof=N_("Description of the good")),
    Fact(
        "on_priority_list",
        YesNo(),
        N_("The good is on the priority list"),
        StatedBy.REGISTER,
        proof=N_("Edition of the priority goods list in force on the day judged"),
    ),
)

FACTS = Facts(
    "industrial-grant",
    [*EVERYWHERE, *ENTERPRISE, *PROJECT, *EXAMINATION, *BY_LAW],
    each={"goods": GOODS, "obligations": OBLIGATIONS},
)
