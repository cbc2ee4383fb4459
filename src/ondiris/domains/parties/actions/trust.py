"""A keeper enters into whose trust management an organisation was handed, and from which day no longer."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.errors import BadInput, Text
from ondiris.base.lines import trouble_with_line
from ondiris.base.periods import overlapping
from ondiris.domains.parties.actions.ending import days, ended
from ondiris.domains.parties.actions.shareholding import NO_ORGANISATION, REVERSED
from ondiris.domains.parties.models import Organisation, TrustManagement
from ondiris.domains.parties.permissions import may_keep_ownership
from ondiris.domains.parties.terms import Manager


def evidence_of(trust: TrustManagement) -> dict[str, Any]:
    """What the journal keeps of a trust management."""
    return {
        "bin": trust.organisation.bin,
        "manager_kind": trust.manager_kind,
        "buys_later": trust.buys_later,
        "basis": trust.basis,
        **days(trust),
    }


@beginning("trust.enter", _("Enter a trust management"), TrustManagement, "46.2", may_keep_ownership)
def enter_trust(
    actor: Actor,
    *,
    organisation: str,
    manager_kind: str,
    buys_later: bool | None,
    basis: str,
    valid_from: date,
    valid_to: date | None = None,
) -> tuple[TrustManagement, dict[str, Any]]:
    """An organisation, by its BIN, in trust; `buys_later` None where nobody knows. BadInput names what is wrong."""
    found = Organisation.objects.select_for_update(no_key=True).filter(bin=organisation.strip()).first()
    wrong: dict[str, Text] = {}
    if found is None:
        wrong["organisation"] = NO_ORGANISATION
    if manager_kind not in list(Manager):
        wrong["manager_kind"] = _("Choose who manages it.")
    if trouble := trouble_with_line(basis, 300, _("Name the agreement.")):
        wrong["basis"] = trouble
    if valid_to is not None and valid_to <= valid_from:
        wrong["valid_to"] = REVERSED
    if wrong or found is None:
        raise BadInput(wrong)
    if TrustManagement.objects.filter(overlapping(valid_from, valid_to), organisation=found).exists():
        raise BadInput({"valid_from": _("The organisation is in trust management in these days already.")})
    made = TrustManagement.objects.create(
        organisation=found,
        manager_kind=manager_kind,
        buys_later=buys_later,
        basis=" ".join(basis.split()),
        valid_from=valid_from,
        valid_to=valid_to,
    )
    return made, evidence_of(made)


@beginning("trust.end", _("End a trust management"), TrustManagement, "46.2", may_keep_ownership)
def end_trust(actor: Actor, *, key: int, valid_to: date) -> tuple[TrustManagement, dict[str, Any]]:
    """The first day without it; on its own first day it was entered by mistake and is taken away. BadInput otherwise."""
    trust = ended(TrustManagement, key, valid_to, "organisation")
    return trust, evidence_of(trust)
