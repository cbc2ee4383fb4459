"""By which moves do a contract, its deliveries, conditions, pledges and penalties live? (48, 49)"""

from ondiris.base.flow import Flow, move
from ondiris.base.words import N_
from ondiris.domains.contracts.terms import ContractState as C
from ondiris.domains.contracts.terms import DeliveryState as D
from ondiris.domains.contracts.terms import PenaltyState as N
from ondiris.domains.contracts.terms import PerformanceState as F
from ondiris.domains.contracts.terms import PledgeState as P

CUSTOMER = N_("the customer")
CUSTOMERS_SIGNATORY = N_("the customer's signatory")
SUPPLIER = N_("the supplier")
SUPPLIERS_SIGNATORY = N_("the supplier's signatory")
EITHER = N_("a signatory of either side")
EITHER_SIDE = N_("either side")
OTHER = N_("a signatory of the side that did not propose")
LENDER = N_("the lender")
KEEPER = N_("the authority's keeper of lists")

CONTRACT = Flow(
    "contract",
    C,
    [
        move("write", C.DRAWN, C.DRAWN, who=CUSTOMER, provision="47.5"),
        move("offer", C.DRAWN, C.OFFERED, who=CUSTOMER, provision="47.5"),
        move("take_back", [C.OFFERED, C.SIGNED_BY_SUPPLIER], C.DRAWN, who=CUSTOMER, provision="47.5"),
        move("accept", C.OFFERED, C.SIGNED_BY_SUPPLIER, who=SUPPLIERS_SIGNATORY, provision="46.1"),
        move("sign", C.SIGNED_BY_SUPPLIER, C.IN_FORCE, who=CUSTOMERS_SIGNATORY, provision="46.1"),
        move("enter", [C.IN_FORCE, C.ENDED], [C.IN_FORCE, C.ENDED], who=KEEPER, provision="48.6"),
        move("propose", C.IN_FORCE, C.IN_FORCE, who=EITHER, provision="48.2"),
        move("agree_change", C.IN_FORCE, C.IN_FORCE, who=OTHER, provision="48.2"),
        move("decline_change", C.IN_FORCE, C.IN_FORCE, who=OTHER, provision="48.2"),
        move("withdraw_change", C.IN_FORCE, C.IN_FORCE, who=EITHER, provision="48.2"),
        move("deliver_programme", C.IN_FORCE, C.IN_FORCE, who=SUPPLIER, provision="48.5"),
        move("report_value", [C.IN_FORCE, C.ENDED], [C.IN_FORCE, C.ENDED], who=SUPPLIER, provision="48.5"),
        move("end", C.IN_FORCE, C.ENDED, who=EITHER, provision="48.3"),
    ],
)

DELIVERY = Flow(
    "delivery",
    D,
    [
        move("accept", D.OFFERED, D.ACCEPTED, who=CUSTOMER, provision="48.2p2"),
        move("refuse", D.OFFERED, D.REFUSED, who=CUSTOMER, provision="48.4"),
        move(
            "contest", [D.ACCEPTED, D.REFUSED, D.PAID], [D.ACCEPTED, D.REFUSED, D.PAID], who=SUPPLIER, provision="48.4"
        ),
        move(
            "concede",
            [D.ACCEPTED, D.REFUSED, D.PAID],
            [D.ACCEPTED, D.REFUSED, D.PAID],
            who=EITHER_SIDE,
            provision="48.4",
        ),
        move("pay", D.ACCEPTED, D.PAID, who=CUSTOMER, provision="48.2p2"),
    ],
)

PERFORMANCE = Flow(
    "performance",
    F,
    [
        move("accept", F.REPORTED, F.ACCEPTED, who=CUSTOMER, provision="49.2"),
        move("send_back", F.REPORTED, F.RETURNED, who=CUSTOMER, provision="49.2"),
    ],
)

PLEDGE = Flow("pledge", P, [move("release", P.STANDS, P.RELEASED, who=LENDER, provision="48.1p2")])

PENALTY = Flow(
    "penalty",
    N,
    [
        move("pay", N.CLAIMED, N.PAID, who=N_("the side that claimed"), provision="48.4"),
        move("drop", N.CLAIMED, N.DROPPED, who=N_("the side that claimed"), provision="48.4"),
    ],
)
