"""A keeper enters what an organisation is in the words of 46.2, and from which day no longer."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.errors import BadInput, Text
from ondiris.base.lines import trouble_with_line
from ondiris.base.periods import overlapping
from ondiris.domains.parties.actions.ending import days, ended
from ondiris.domains.parties.actions.shareholding import NO_ORGANISATION, REVERSED
from ondiris.domains.parties.models import Organisation, OrganisationStatus
from ondiris.domains.parties.permissions import may_keep_ownership
from ondiris.domains.parties.terms import Status


def evidence_of(kept: OrganisationStatus) -> dict[str, Any]:
    """What the journal keeps of a status."""
    return {"bin": kept.organisation.bin, "status": kept.status, "basis": kept.basis, **days(kept)}


@beginning("status.enter", _("Enter a status"), OrganisationStatus, "46.2", may_keep_ownership)
def enter_status(
    actor: Actor, *, organisation: str, status: str, basis: str, valid_from: date, valid_to: date | None = None
) -> tuple[OrganisationStatus, dict[str, Any]]:
    """A status of an organisation, by its BIN, with the act or licence that says so. BadInput names what is wrong."""
    found = Organisation.objects.select_for_update(no_key=True).filter(bin=organisation.strip()).first()
    wrong: dict[str, Text] = {}
    if found is None:
        wrong["organisation"] = NO_ORGANISATION
    if status not in list(Status):
        wrong["status"] = _("Choose a status.")
    if trouble := trouble_with_line(basis, 300, _("Name the act, the list or the licence that says so.")):
        wrong["basis"] = trouble
    if valid_to is not None and valid_to <= valid_from:
        wrong["valid_to"] = REVERSED
    if wrong or found is None:
        raise BadInput(wrong)
    same = OrganisationStatus.objects.filter(overlapping(valid_from, valid_to), status=status)
    if same.filter(organisation=found).exists():
        raise BadInput({"valid_from": _("The organisation already has this status in these days.")})
    if status == Status.NATIONAL_WELFARE_FUND and (other := same.select_related("organisation").first()):
        raise BadInput(
            {
                "status": _("There is one Fund at a time; in these days it is %(name)s.")
                % {"name": other.organisation.name}
            }
        )
    try:
        with transaction.atomic():
            made = OrganisationStatus.objects.create(
                organisation=found,
                status=status,
                basis=" ".join(basis.split()),
                valid_from=valid_from,
                valid_to=valid_to,
            )
    except IntegrityError:  # another organisation became the Fund at this very moment
        raise BadInput({"status": _("There is one Fund at a time.")}) from None
    return made, evidence_of(made)


@beginning("status.end", _("End a status"), OrganisationStatus, "46.2", may_keep_ownership)
def end_status(actor: Actor, *, key: int, valid_to: date) -> tuple[OrganisationStatus, dict[str, Any]]:
    """The first day without it; on its own first day it was entered by mistake and is taken away. BadInput otherwise."""
    kept = ended(OrganisationStatus, key, valid_to, "organisation")
    return kept, evidence_of(kept)
