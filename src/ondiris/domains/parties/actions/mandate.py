"""Somebody is given a mandate for an organisation, is let in for the first time, or loses the mandate."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.errors import BadInput, NotFound, NotPermitted, Text, WrongState
from ondiris.base.periods import in_force, overlapping
from ondiris.domains.parties.models import Mandate, Organisation, User
from ondiris.domains.parties.people import person_by
from ondiris.domains.parties.permissions import may_end, may_end_some, may_give, may_give_some, may_see_people
from ondiris.domains.parties.terms import Capacity, OrganisationKind, Role

OF_ENTERPRISES = (Capacity.APPLICANT, Capacity.SIGNATORY)
OF_BODIES = tuple(capacity for capacity in Capacity if capacity is not Capacity.APPLICANT)


def capacities_at(organisation: Organisation) -> tuple[Capacity, ...]:
    """What a mandate may let a person do for such an organisation."""
    return OF_BODIES if organisation.kind == OrganisationKind.PUBLIC_BODY else OF_ENTERPRISES


def new_mandate(
    organisation: Organisation, person: User, capacity: str, valid_from: date, valid_to: date | None
) -> Mandate:
    """The mandate, and the person where they are new. BadInput where it cannot be so; nothing is written then."""
    wrong: dict[str, Text] = {}
    if capacity not in capacities_at(organisation):
        wrong["capacity"] = _("A mandate for this organisation cannot be for this.")
    if valid_to is not None and valid_to <= valid_from:
        wrong["valid_to"] = _("The last day must come after the first.")
    if not person.is_active:
        wrong["email"] = _("This person may no longer sign in.")
    if wrong:
        raise BadInput(wrong)
    held = Mandate.objects.filter(overlapping(valid_from, valid_to), organisation=organisation, capacity=capacity)
    if person.pk is not None and held.filter(user=person).exists():
        raise BadInput({"capacity": _("This person already has this mandate in these days.")})
    if person.pk is None:
        person.save()
    return Mandate.objects.create(
        user=person, organisation=organisation, capacity=capacity, valid_from=valid_from, valid_to=valid_to
    )


def evidence_of(mandate: Mandate) -> dict[str, Any]:
    """What the journal keeps of a mandate."""
    return {
        "person": mandate.user_id,
        "name": mandate.user.name,
        "bin": mandate.organisation.bin,
        "capacity": mandate.capacity,
        "valid_from": mandate.valid_from,
        "valid_to": mandate.valid_to,
    }


@beginning("mandate.give", _("Give a mandate"), Mandate, "", may_give_some)
def give_mandate(
    actor: Actor,
    *,
    bin: str,
    email: str,
    name: str = "",
    capacity: str,
    valid_from: date,
    valid_to: date | None = None,
) -> tuple[Mandate, dict[str, Any]]:
    """Let the person of an e-mail act for an organisation; who is new here needs a name. BadInput names what is wrong."""
    organisation = Organisation.objects.select_for_update().filter(bin=bin).first()
    if organisation is None or not may_see_people(actor, organisation):
        raise NotFound
    if not (answer := may_give(actor, organisation)):
        raise NotPermitted(answer.reason)
    if valid_from < actor.on:
        raise BadInput({"valid_from": _("A mandate is not given for days gone by: choose today or a later day.")})
    person = person_by(email, name)
    if person.pk == actor.user_id and organisation.kind == OrganisationKind.PUBLIC_BODY:
        raise BadInput({"email": _("Nobody at a body gives a mandate to themselves: another keeper does.")})
    mandate = new_mandate(organisation, person, capacity, valid_from, valid_to)
    return mandate, evidence_of(mandate)


def _mandate_at(actor: Actor, key: int) -> Mandate:
    """The mandate and its organisation, locked; NotFound where it is not the actor's to see."""
    found = Mandate.objects.select_for_update(of=("self", "organisation")).select_related("organisation", "user")
    mandate = found.filter(pk=key).first()
    if mandate is None or not may_see_people(actor, mandate.organisation):
        raise NotFound
    return mandate


@beginning("mandate.end", _("End a mandate"), Mandate, "", may_end_some)
def end_mandate(actor: Actor, *, key: int, valid_to: date) -> tuple[Mandate, dict[str, Any]]:
    """The first day without the mandate; one that then never held a day is taken away. BadInput for a day gone by."""
    mandate = _mandate_at(actor, key)
    if not (answer := may_end(actor, mandate)):
        raise NotPermitted(answer.reason)
    if mandate.valid_to is not None and mandate.valid_to <= actor.on:
        raise WrongState(_("This mandate has ended already."))
    if valid_to < actor.on:
        raise BadInput({"valid_to": _("Choose today or a later day.")})
    if mandate.valid_to is not None and valid_to > mandate.valid_to:
        raise BadInput({"valid_to": _("The mandate ends before that day already.")})
    if _leaves_no_keeper(mandate, valid_to):
        raise BadInput({"valid_to": _("Nobody could give mandates any more: give another keeper a mandate first.")})
    evidence = {**evidence_of(mandate), "valid_to": valid_to}
    if valid_to <= mandate.valid_from:
        mandate.delegations.all().delete()
        Mandate.objects.filter(pk=mandate.pk).delete()
    else:
        mandate.valid_to = valid_to
        mandate.save(update_fields=["valid_to"])
    return mandate, evidence


def _leaves_no_keeper(mandate: Mandate, day: date) -> bool:
    keepers = Mandate.objects.filter(in_force(day), organisation=mandate.organisation_id, capacity=Capacity.KEEPER)
    authority = mandate.organisation.body_roles.filter(in_force(day), role=Role.INDUSTRY_AUTHORITY)
    return mandate.capacity == Capacity.KEEPER and authority.exists() and not keepers.exclude(pk=mandate.pk).exists()


@beginning("person.invite", _("Make a one-time address"), User, "", may_give_some)
def invite(actor: Actor, *, key: int) -> tuple[User, dict[str, Any]]:
    """Let a mandate's holder set their first password, by an address that whoever gave their first mandate hands over."""
    mandate = _mandate_at(actor, key)
    if not (answer := may_give(actor, mandate.organisation)):
        raise NotPermitted(answer.reason)
    if mandate.user.has_usable_password():
        raise WrongState(_("This person has set a password already."))
    first = mandate.user.mandates.order_by("pk").first()
    if first is not None and first.organisation_id != mandate.organisation_id:
        raise NotPermitted(_("The organisation that gave this person's first mandate makes the address."))
    return mandate.user, {"name": mandate.user.name, "bin": mandate.organisation.bin}
