"""Who informs, draws up, agrees, approves and places the list, who answers for a line of it, and who may see which?"""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer, no
from ondiris.domains.parties.permissions import acts_as, acts_for, holds
from ondiris.domains.parties.terms import Capacity, Role
from ondiris.domains.planning.models import THROUGH, GoodsList, Interest, Passing, Proposal
from ondiris.domains.planning.terms import GoodsListState

INFORMERS = (Role.INDUSTRY_INSTITUTE, *THROUGH)
SEE_ALL = frozenset({Role.INDUSTRY_AUTHORITY, Role.INDUSTRY_INSTITUTE})


def may_inform(actor: Actor) -> Answer:
    """A case officer of the industry institute or of an authority for subsoil (47.1)."""
    return _one_of(actor, INFORMERS)


def may_draw(actor: Actor) -> Answer:
    """A keeper of lists at the industry authority (47.2)."""
    return acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.KEEPER)


def may_send(actor: Actor, goods_list: GoodsList) -> Answer:
    """A keeper of lists at the industry authority."""
    return may_draw(actor)


may_place = may_update = may_send


def may_pass_on(actor: Actor, goods_list: GoodsList) -> Answer:
    """A case officer of an authority for subsoil (47.3); that it has proposals on the list is checked with them."""
    return _one_of(actor, THROUGH)


def may_approve(actor: Actor, goods_list: GoodsList) -> Answer:
    """The industry authority's decision maker (47.4)."""
    return acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.DECISION_MAKER)


def may_classify(actor: Actor, proposal: Proposal) -> Answer:
    """A keeper of lists at the industry authority."""
    return may_draw(actor)


may_leave_out = may_classify


def may_agree(actor: Actor, proposal: Proposal) -> Answer:
    """A representative of the customer, who answers for its own lines (47.3)."""
    return acts_for(actor, proposal.customer_id, Capacity.APPLICANT)


may_decline = may_agree


def may_reopen(actor: Actor, proposal: Proposal) -> Answer:
    """A case officer of the authority that agrees the line, as long as it has not passed its proposals on."""
    answer = acts_as(actor, Role(proposal.through), Capacity.CASE_OFFICER)
    if answer and Passing.objects.filter(goods_list=proposal.goods_list_id, role=proposal.through).exists():
        return no(_("The agreed proposals of this year are passed on already."))
    return answer


def may_express(actor: Actor) -> Answer:
    """A representative of an enterprise."""
    return holds(actor, Capacity.APPLICANT)


def may_withdraw(actor: Actor, interest: Interest) -> Answer:
    """A representative of the enterprise that expressed it."""
    return acts_for(actor, interest.organisation_id, Capacity.APPLICANT)


def lists_visible_to(actor: Actor | None) -> QuerySet[GoodsList]:
    """Everybody sees placed lists, who is at work on one sees it once it is sent; the authority and the institute see all."""
    if actor is not None and SEE_ALL & actor.roles:
        return GoodsList.objects.all()
    placed = Q(state=GoodsListState.PLACED)
    theirs = Q(pk__in=visible_to(actor).values("goods_list")) if actor is not None else Q(pk__in=[])
    return GoodsList.objects.filter(placed | theirs)


def visible_to(actor: Actor) -> QuerySet[Proposal]:
    """The authority and the institute see all; once they are sent, a customer its own and who agrees them those."""
    if SEE_ALL & actor.roles:
        return Proposal.objects.all()
    theirs = Q(customer=actor.organisation_id) | Q(through__in=sorted(actor.roles))
    return Proposal.objects.filter(theirs).exclude(goods_list__state=GoodsListState.DRAWN)


def interests_visible_to(actor: Actor) -> QuerySet[Interest]:
    """A supplier sees its own; the customer and the authorities those in lines they see. The public sees numbers alone."""
    return Interest.objects.filter(Q(organisation=actor.organisation_id) | Q(proposal__in=visible_to(actor)))


def _one_of(actor: Actor, roles: tuple[Role, ...]) -> Answer:
    """Yes for a case officer at a body with one of the roles."""
    if actor.roles.isdisjoint(roles):
        return no(_("Only the body that the law names for this can do it."))
    return holds(actor, Capacity.CASE_OFFICER)
