"""By which right may somebody act for a body or an enterprise?"""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer, no
from ondiris.base.journal.models import Entry
from ondiris.domains.parties.terms import Capacity, Role


def acts_as(actor: Actor, role: Role, capacity: Capacity) -> Answer:
    """Yes for somebody whose mandate has this capacity at a body with this role."""
    if role not in actor.roles:
        return no(_("Only the body that the law names for this can do it."))
    return holds(actor, capacity)


def holds(actor: Actor, capacity: Capacity) -> Answer:
    """Yes where the actor's mandate, own or lent, includes the capacity."""
    if capacity not in actor.capacities:
        return no(_("Your mandate does not include this."))
    return Answer(True, deputy_for=actor.deputy_in(capacity))


def acts_for(actor: Actor, organisation_id: int, capacity: Capacity) -> Answer:
    """Yes for somebody acting for this very organisation in the capacity."""
    if actor.organisation_id != organisation_id:
        return no(_("This belongs to another organisation."))
    return holds(actor, capacity)


def audits(actor: Actor) -> Answer:
    """Yes for the industry authority's auditor, who reads everything and changes nothing."""
    return acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.AUDITOR)


def journal_visible_to(actor: Actor) -> QuerySet[Entry]:
    """The journal's entries that an official may read: an auditor all, others those of their own body."""
    if audits(actor):
        return Entry.objects.all()
    return Entry.objects.filter(organisation_bin=actor.organisation_bin) if actor.roles else Entry.objects.none()
