"""By which right may somebody act for a body or an enterprise?"""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer, no
from ondiris.base.journal.models import Entry, Look
from ondiris.domains.parties.models import Mandate, Organisation, SharesFile
from ondiris.domains.parties.people import has_signatory
from ondiris.domains.parties.terms import Capacity, OrganisationKind, Role


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


def access_log_visible_to(actor: Actor) -> QuerySet[Look]:
    """The access log's lines that an official may read: an auditor all, others those about themselves.

    Not, as in the journal, those of their own body: a line tells what a colleague only read, and those who are audited
    would read in it what the auditor looks into.
    """
    if audits(actor):
        return Look.objects.all()
    return Look.objects.filter(actor=actor.user_id) if actor.roles else Look.objects.none()


def may_register(actor: Actor) -> Answer:
    """A case officer of the industry institute, or a keeper of the industry authority."""
    officer = acts_as(actor, Role.INDUSTRY_INSTITUTE, Capacity.CASE_OFFICER)
    keeper = acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.KEEPER)
    return officer if officer or (not keeper and Role.INDUSTRY_INSTITUTE in actor.roles) else keeper


def may_give_some(actor: Actor) -> Answer:
    """Who signs for an enterprise, or registers enterprises; that it is for this very organisation is checked with it."""
    return may_register(actor) if actor.roles else _owns(actor, Capacity.SIGNATORY)


def may_give(actor: Actor, organisation: Organisation) -> Answer:
    """At a body the authority's keeper; at an enterprise who signs for it, and who registers it until somebody does."""
    if organisation.kind == OrganisationKind.PUBLIC_BODY:
        return _keeps_mandates(actor)
    if actor.organisation_id == organisation.pk:
        return _owns(actor, Capacity.SIGNATORY)
    if has_signatory(organisation, actor.on):
        return no(_("Somebody signs for this enterprise already, and gives its mandates."))
    return may_register(actor)


def may_end_some(actor: Actor) -> Answer:
    """Who signs for an enterprise, or the authority's keeper; that it is this very mandate is checked with it."""
    return _keeps_mandates(actor) if actor.roles else _owns(actor, Capacity.SIGNATORY)


def may_end(actor: Actor, mandate: Mandate) -> Answer:
    """The authority's keeper any; who signs for an enterprise those of that enterprise."""
    enterprise = mandate.organisation.kind == OrganisationKind.ENTERPRISE
    if enterprise and actor.organisation_id == mandate.organisation_id:
        return _owns(actor, Capacity.SIGNATORY)
    return _keeps_mandates(actor)


def may_see_people(actor: Actor, organisation: Organisation) -> Answer:
    """Whoever acts for the organisation, whoever registers enterprises, and the auditor."""
    if actor.organisation_id == organisation.pk:
        return Answer(True)
    return may_register(actor) or audits(actor)


def may_keep_ownership(actor: Actor) -> Answer:
    """A keeper of the industry authority."""
    return acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.KEEPER)


def shares_files_visible_to(actor: Actor) -> QuerySet[SharesFile]:
    """The files of shareholdings, for those who may take one in."""
    return SharesFile.objects.all() if may_keep_ownership(actor) else SharesFile.objects.none()


def may_see_ownership(actor: Actor) -> Answer:
    """Whoever acts for the industry authority or the industry institute: whole registers of shares are not public."""
    if actor.roles.isdisjoint({Role.INDUSTRY_AUTHORITY, Role.INDUSTRY_INSTITUTE}):
        return no(_("Only the body that the law names for this can do it."))
    return Answer(True)


def may_lend(actor: Actor) -> Answer:
    """Whoever has a mandate of their own."""
    return Answer(True) if actor.own else no(_("Only the holder of a mandate lends it."))


def _keeps_mandates(actor: Actor) -> Answer:
    """The authority's keeper in person."""
    if Role.INDUSTRY_AUTHORITY not in actor.roles:
        return no(_("Only the body that the law names for this can do it."))
    return _owns(actor, Capacity.KEEPER)


def _owns(actor: Actor, capacity: Capacity) -> Answer:
    """In person: a deputy could give themselves for good what was lent for an absence."""
    if capacity in actor.capacities and capacity not in actor.own:
        return no(_("Only the holder in person gives and ends mandates, not a deputy."))
    return holds(actor, capacity)
