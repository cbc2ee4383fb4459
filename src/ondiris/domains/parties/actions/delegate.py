"""The holder of a mandate lends it to another person of the organisation for an absence, and takes it back."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.errors import BadInput, NotFound, Text, WrongState
from ondiris.base.periods import in_force, overlapping
from ondiris.domains.parties.models import Delegation, Mandate
from ondiris.domains.parties.permissions import may_lend


def _evidence(delegation: Delegation) -> dict[str, Any]:
    return {
        "mandate": delegation.mandate_id,
        "capacity": delegation.mandate.capacity,
        "deputy": delegation.deputy_id,
        "deputy_name": delegation.deputy.name,
        "valid_from": delegation.valid_from,
        "valid_to": delegation.valid_to,
    }


@beginning("delegation.give", _("Lend a mandate for an absence"), Delegation, "", may_lend)
def delegate(
    actor: Actor, *, mandate: int, deputy: int, valid_from: date, valid_to: date
) -> tuple[Delegation, dict[str, Any]]:
    """One's own mandate, to somebody with a mandate for the same organisation. BadInput names what is wrong."""
    lent = (
        Mandate.objects.select_for_update()
        .filter(pk=mandate, user=actor.user_id, organisation=actor.organisation_id)
        .first()
    )
    if lent is None:
        raise NotFound
    wrong: dict[str, Text] = {}
    if deputy == actor.user_id:
        wrong["deputy"] = _("Choose somebody else: this is you.")
    elif not Mandate.objects.filter(in_force(valid_from), user=deputy, organisation=actor.organisation_id).exists():
        wrong["deputy"] = _("This person has no mandate for the organisation on the first day.")
    if valid_from < actor.on:
        wrong["valid_from"] = _("Choose today or a later day.")
    if valid_from < lent.valid_from:
        wrong["valid_from"] = _("Your mandate begins after that day.")
    if valid_to <= valid_from:
        wrong["valid_to"] = _("The last day must come after the first.")
    elif lent.valid_to is not None and valid_to > lent.valid_to:
        wrong["valid_to"] = _("Your mandate ends before that day.")
    elif other := lent.delegations.filter(overlapping(valid_from, valid_to)).select_related("deputy").first():
        wrong["valid_from"] = _("%(name)s already stands in for you in these days.") % {"name": other.deputy.name}
    if wrong:
        raise BadInput(wrong)
    made = Delegation.objects.create(mandate=lent, deputy_id=deputy, valid_from=valid_from, valid_to=valid_to)
    return made, _evidence(made)


@beginning("delegation.end", _("Take a lent mandate back"), Delegation, "", may_lend)
def end_delegation(actor: Actor, *, key: int) -> tuple[Delegation, dict[str, Any]]:
    """From today the holder's alone again; one that has not begun is taken away. WrongState where it has ended."""
    found = Delegation.objects.select_for_update(of=("self",)).select_related("mandate", "deputy")
    lent = found.filter(pk=key, mandate__user=actor.user_id, mandate__organisation=actor.organisation_id).first()
    if lent is None:
        raise NotFound
    if lent.valid_to is not None and lent.valid_to <= actor.on:
        raise WrongState(_("This has ended already."))
    evidence = {**_evidence(lent), "valid_to": actor.on}
    if actor.on <= lent.valid_from:
        Delegation.objects.filter(pk=lent.pk).delete()
    else:
        lent.valid_to = actor.on
        lent.save(update_fields=["valid_to"])
    return lent, evidence
