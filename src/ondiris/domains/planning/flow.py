"""By which moves do the yearly list, a customer's line of it and a supplier's interest live? (47)"""

from ondiris.base.flow import Flow, move
from ondiris.base.words import N_
from ondiris.domains.planning.terms import GoodsListState as L
from ondiris.domains.planning.terms import InterestState as I
from ondiris.domains.planning.terms import ProposalState as P

KEEPER = N_("the authority's keeper of lists")
DECIDER = N_("the authority's decision maker")
SUBSOIL = N_("the authority for hydrocarbons or for solid minerals")
CUSTOMER = N_("the customer")
SUPPLIER = N_("the supplier")

GOODS_LIST = Flow(
    "goods_list",
    L,
    [
        move("update", L.DRAWN, L.DRAWN, who=KEEPER, provision="47.2"),
        move("classify_lines", L.DRAWN, L.DRAWN, who=KEEPER, provision="47.2"),
        move("send", L.DRAWN, L.SENT, who=KEEPER, provision="47.2"),
        move("pass_on", L.SENT, [L.SENT, L.AGREED], who=SUBSOIL, provision="47.3"),
        move("approve", L.AGREED, L.APPROVED, who=DECIDER, provision="47.4"),
        move("place", L.APPROVED, L.PLACED, who=KEEPER, provision="47.4"),
    ],
)

PROPOSAL = Flow(
    "proposal",
    P,
    [
        move("classify", P.DRAWN, P.DRAWN, who=KEEPER, provision="47.2"),
        move("leave_out", P.DRAWN, P.LEFT_OUT, who=KEEPER, provision="47.2"),
        move("agree", P.SENT, P.AGREED, who=CUSTOMER, provision="47.3p2"),
        move("decline", P.SENT, P.DECLINED, who=CUSTOMER, provision="47.3"),
        move("reopen", [P.AGREED, P.DECLINED], P.SENT, who=SUBSOIL, provision="47.3"),
    ],
    carried=[
        move("goods_list.update", P.DRAWN, P.LEFT_OUT, who=KEEPER, provision="47.2"),
        move("goods_list.send", P.DRAWN, P.SENT, who=KEEPER, provision="47.2"),
        move("goods_list.pass_on", P.AGREED, P.PASSED_ON, who=SUBSOIL, provision="47.3p2"),
        move("goods_list.pass_on", P.SENT, P.LEFT_OUT, who=SUBSOIL, provision="47.3p2"),
    ],
)

INTEREST = Flow("interest", I, [move("withdraw", I.STANDS, I.WITHDRAWN, who=SUPPLIER, provision="47.4")])
