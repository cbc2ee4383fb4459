"""What must be known of an organisation to say whether it is a customer under 46.2?"""

from ondiris.base.words import N_
from ondiris.law.rulebook import Fact, Facts, StatedBy
from ondiris.law.types import Percent, YesNo


def _yes_no(name: str, label: str) -> Fact:
    return Fact(name, YesNo(), label, StatedBy.REGISTER)


def _share(name: str, label: str) -> Fact:
    return Fact(name, Percent(), label, StatedBy.REGISTER)


FACTS = Facts(
    "customers",
    [
        _yes_no("extracts_minerals", N_("Subsoil user that extracts minerals other than common ones")),
        _yes_no("is_national", N_("National managing holding, national holding or national company")),
        _share(
            "held_share", N_("Voting shares that belong to national holdings and companies, directly or indirectly")
        ),
        _share("held_share_unknown", N_("Voting shares of which it is not known whether they belong to these")),
        _yes_no("unknown_are_theirs", N_("Whether those of which it is not known do belong to these")),
        _yes_no("is_social_entrepreneurial", N_("Social-entrepreneurial corporation")),
        _yes_no(
            "handed_over",
            N_("In trust management of a natural person or a non-State legal entity, with the right to buy later"),
        ),
        _yes_no("is_fund", N_("National Welfare Fund")),
        _share("fund_share", N_("Voting shares that belong to the Fund, directly or indirectly, owned or in trust")),
        _share("fund_share_unknown", N_("Voting shares of which it is not known whether they belong to the Fund")),
        _yes_no("unknown_are_the_funds", N_("Whether those of which it is not known do belong to the Fund")),
    ],
)
