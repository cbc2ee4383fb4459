"""A keeper enters who holds voting shares of an organisation, and from which day no longer."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.errors import BadInput, Text
from ondiris.base.periods import overlapping
from ondiris.domains.parties.actions.ending import days, ended
from ondiris.domains.parties.models import Organisation, Shareholding
from ondiris.domains.parties.permissions import may_keep_ownership
from ondiris.domains.parties.shares import ALL, Span, most_with, same_holder
from ondiris.domains.parties.terms import Owner

NO_ORGANISATION = _("No organisation with this BIN is registered.")
NOT_ITSELF = _("An organisation holds no voting shares of itself.")
NOT_A_SHARE = _("A share is above 0 and at most 100 %, with at most six decimals.")
REVERSED = _("The last day must come after the first.")
TWICE = _("This holder already has a parcel of these shares in these days.")
OWN_TRUSTEE = _("An owner does not hold its own shares in trust.")


def is_share(share: Decimal) -> bool:
    """Whether it is a share of voting shares in per cent that can be kept."""
    return share.is_finite() and 0 < share <= ALL and share == share.quantize(Decimal("0.000001"))


def too_much(total: Decimal, day: date) -> Text:
    """That more than all voting shares would be held."""
    return _("On %(day)s the holders would have %(total)s %% of the voting shares: more than 100 %%.") % {
        "day": day.isoformat(),
        "total": f"{total.normalize():f}",
    }


@beginning("shareholding.enter", _("Enter a shareholding"), Shareholding, "46.2", may_keep_ownership)
def enter_shareholding(
    actor: Actor,
    *,
    held: str,
    owner_kind: str,
    owner: str = "",
    manager: str = "",
    share: Decimal,
    valid_from: date,
    valid_to: date | None = None,
) -> tuple[Shareholding, dict[str, Any]]:
    """A parcel of voting shares, organisations by their BIN. BadInput names what is wrong, more than 100 % among it."""
    whose = Organisation.objects.select_for_update(no_key=True).filter(bin=held.strip()).first()
    owners = _named(owner) if owner_kind == Owner.ORGANISATION else None
    trustee = _named(manager)
    wrong: dict[str, Text] = {}
    if whose is None:
        wrong["held"] = NO_ORGANISATION
    if owner_kind not in list(Owner):
        wrong["owner_kind"] = _("Choose whose the shares are.")
    elif owner_kind == Owner.ORGANISATION and owners is None:
        wrong["owner"] = NO_ORGANISATION
    elif owner_kind != Owner.ORGANISATION and owner.strip():
        wrong["owner"] = _("Leave this empty: the shares are not a registered organisation's.")
    if manager.strip() and trustee is None:
        wrong["manager"] = NO_ORGANISATION
    if not is_share(share):
        wrong["share"] = NOT_A_SHARE
    if valid_to is not None and valid_to <= valid_from:
        wrong["valid_to"] = REVERSED
    if whose is not None:
        wrong |= {name: NOT_ITSELF for name, one in (("owner", owners), ("manager", trustee)) if one == whose}
    if trustee is not None and trustee == owners:
        wrong.setdefault("manager", OWN_TRUSTEE)
    if wrong or whose is None:
        raise BadInput(wrong)
    made = Shareholding(
        held=whose, owner_kind=owner_kind, owner=owners, manager=trustee, share=share, valid_from=valid_from,
        valid_to=valid_to,
    )  # fmt: skip
    _refuse_what_does_not_fit(made)
    made.save(force_insert=True)
    return made, evidence_of(made)


def _named(bin: str) -> Organisation | None:
    return Organisation.objects.filter(bin=bin.strip()).first() if bin.strip() else None


def _refuse_what_does_not_fit(new: Shareholding) -> None:
    beside = Shareholding.objects.filter(overlapping(new.valid_from, new.valid_to), held=new.held)
    others = [Span(one.share, one.valid_from, one.valid_to, one.owner_key, one.manager_key) for one in beside]
    span = Span(new.share, new.valid_from, new.valid_to, key_of(new.owner_kind, new.owner_id), new.manager_id or 0)
    if any(same_holder(span, one) for one in others):
        raise BadInput({"valid_from": TWICE})
    total, day = most_with(span, others)
    if total > ALL:
        raise BadInput({"share": too_much(total, day)})


def key_of(owner_kind: str, owner: int | None) -> int:
    """An owner as one number, as the database keeps it in `owner_key`."""
    return {Owner.STATE: -1, Owner.OTHER: -2}.get(Owner(owner_kind), owner or 0)


def evidence_of(parcel: Shareholding) -> dict[str, Any]:
    """What the journal keeps of a parcel."""
    return {
        "held": parcel.held.bin,
        "owner": parcel.owner.bin if parcel.owner else parcel.owner_kind,
        "manager": parcel.manager.bin if parcel.manager else "",
        "share": parcel.share,
        **days(parcel),
    }


@beginning("shareholding.end", _("End a shareholding"), Shareholding, "46.2", may_keep_ownership)
def end_shareholding(actor: Actor, *, key: int, valid_to: date) -> tuple[Shareholding, dict[str, Any]]:
    """The first day without it; on its own first day it was entered by mistake and is taken away. BadInput otherwise."""
    parcel = ended(Shareholding, key, valid_to, "held", "owner", "manager")
    return parcel, evidence_of(parcel)
