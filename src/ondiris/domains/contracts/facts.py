"""What must be known of a contract to say whether it may be concluded?"""

from ondiris.base.words import N_
from ondiris.law.rulebook import Fact, Facts, StatedBy
from ondiris.law.types import Choice, Code, Money, YesNo

# The monthly calculation index has had two values at once: this is the one for all but social benefits.
INDEX = {"benefits": N_("Social benefits"), "other": N_("All but social benefits")}

FACTS = Facts(
    "contracts",
    [
        Fact("is_a_customer", YesNo(), N_("The customer is one under article 46"), StatedBy.REGISTER),
        Fact(
            "line_stands",
            YesNo(),
            N_("The line stands on the list of goods in force, for this customer and kind of contract"),
            StatedBy.REGISTER,
            proof=N_("Edition of the list of goods in force on the day judged"),
        ),
        Fact(
            "organised_by_supplier",
            YesNo(),
            N_("The supplier organises the production of the good"),
            StatedBy.SIDES,
            proof=N_("The contract"),
        ),
        Fact(
            "absent_before",
            YesNo(),
            N_("There was no such production before"),
            StatedBy.SIDES,
            proof=N_("The contract"),
        ),
        Fact(
            "is_complete",
            YesNo(),
            N_("The contract's text has all that it must have"),
            StatedBy.REGISTER,
            proof=N_("Read from the contract"),
        ),
        Fact(
            "purchases",
            Money(),
            N_("Purchases of the customer in the calendar year, by its plan"),
            StatedBy.REGISTER,
            proof=N_("The customer's plan of purchases for the year"),
            unit=N_("tenge"),
        ),
        Fact("index_for", Choice(INDEX), N_("Which monthly calculation index applies"), StatedBy.REGISTER),
        Fact("amount", Money(), N_("Sum of the contract"), StatedBy.SIDES, unit=N_("tenge")),
        Fact("conditions_value", Money(), N_("Further conditions in money"), StatedBy.SIDES, unit=N_("tenge")),
    ],
    each={
        "goods": [
            Fact("commodity_code", Code(), N_("Commodity code"), StatedBy.SIDES),
            Fact(
                "on_approved_line",
                YesNo(),
                N_("The good stands on an approved line of the customer for this kind of contract"),
                StatedBy.REGISTER,
                proof=N_("Edition of the list of goods in force on the day judged"),
            ),
        ]
    },
)
