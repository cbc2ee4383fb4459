"""Which list or line does an address of the planning name, and may this official see it?"""

from ondiris.base.actors import Actor
from ondiris.domains.planning.models import GoodsList, Proposal
from ondiris.domains.planning.permissions import lists_visible_to, visible_to
from ondiris.web.desk.things import missing
from ondiris.web.showing.calendar import FIRST_YEAR


def year_at(actor: Actor, year: int) -> None:
    """NotFound for a year before the law's first or beyond the next one."""
    if not FIRST_YEAR <= year <= actor.on.year + 1:
        missing(actor, "goodslist", str(year))


def list_at(actor: Actor, year: int) -> GoodsList:
    """The list of a year; NotFound, and a line in the access log, where it is not the actor's to see."""
    found = lists_visible_to(actor).select_related("edition").filter(year=year)
    return found.first() or missing(actor, "goodslist", str(year))


def proposal_at(actor: Actor, number: str) -> Proposal:
    """The line of this number with its list and customer; NotFound as above."""
    found = visible_to(actor).select_related("goods_list", "customer", "specification").filter(number=number)
    return found.first() or missing(actor, "proposal", number)
