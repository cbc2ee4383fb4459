"""Whose plans and reports of purchases may somebody send, and whose may they see? (47.1)"""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer, no
from ondiris.domains.parties.permissions import acts_as, audits, holds
from ondiris.domains.parties.terms import Capacity, Role
from ondiris.domains.planning.models import THROUGH, Need, PurchasesFile

ENTERING = {
    Role.INDUSTRY_AUTHORITY: Capacity.KEEPER,
    Role.INDUSTRY_INSTITUTE: Capacity.CASE_OFFICER,
    **dict.fromkeys(THROUGH, Capacity.CASE_OFFICER),
}


def may_import(actor: Actor) -> Answer:
    """A customer's own representative, for its own rows; and who analyses or keeps the needs of all, for anybody's.

    A body that article 47 does not name may be a customer like an enterprise: a national managing holding is (46.2).
    """
    mine = [acts_as(actor, role, capacity) for role, capacity in ENTERING.items() if role in actor.roles]
    return next(filter(None, mine), mine[0]) if mine else holds(actor, Capacity.APPLICANT)


def only_own(actor: Actor) -> str:
    """The BIN whose rows alone the actor may send; empty where it may be anybody's."""
    return "" if may_see_all(actor) else actor.organisation_bin


def may_see_all(actor: Actor) -> Answer:
    """Whoever acts for one of the bodies that article 47 names."""
    if actor.roles.isdisjoint(ENTERING):
        return no(_("Only the body that the law names for this can do it."))
    return Answer(True)


def needs_visible_to(actor: Actor) -> QuerySet[Need]:
    """All rows for the bodies of article 47, a customer's own for its people."""
    return Need.objects.all() if may_see_all(actor) else Need.objects.filter(customer=actor.organisation_id)


def files_visible_to(actor: Actor) -> QuerySet[PurchasesFile]:
    """The files that the actor's organisation sent; an auditor sees all."""
    every = PurchasesFile.objects.order_by("-pk")
    return every if audits(actor) else every.filter(organisation=actor.organisation_id)
