"""The supplier offers goods; the customer accepts, refuses and pays; the supplier contests whose fault it was."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, NotFound, Text, WrongState
from ondiris.base.lines import said, trouble_with_line
from ondiris.base.money import TIYN, is_money, round_half_up
from ondiris.base.numbering.next import next_number
from ondiris.domains.contracts.counting import current, shown
from ondiris.domains.contracts.flow import DELIVERY
from ondiris.domains.contracts.models import Contract, Delivery, Good, Volume
from ondiris.domains.contracts.permissions import CONCLUDED, may_answer, may_concede, may_contest, may_offer_some
from ondiris.domains.contracts.terms import DeliveryState, Fault

MOST = Decimal(10**16)  # volumes have 16 digits before the point
FLOOR = "48.2p2"


def is_volume(volume: Decimal) -> bool:
    """Whether a Decimal is a volume above zero with at most four decimals that can be kept."""
    return volume.is_finite() and 0 < volume < MOST and volume == volume.quantize(Decimal("0.0001"))


@beginning("delivery.offer", _("Offer a delivery"), Delivery, FLOOR, may_offer_some)
def offer_delivery(
    actor: Actor, *, contract: str, good: int, delivered_on: date, volume: Decimal, note: str = ""
) -> tuple[Delivery, dict[str, Any]]:
    """Offer goods that were delivered on a day to the customer.

    BadInput for a good or a year that is not agreed, a day outside the term or ahead, a volume that is not above zero
    or with which more would wait or be accepted in the calendar year than is agreed for it.
    """
    theirs = Contract.objects.select_for_update().filter(supplier=actor.organisation_id)  # locked: volumes are summed
    found = theirs.filter(number=contract).first()
    if found is None:
        raise NotFound
    if found.state not in CONCLUDED:  # once it has ended too: what was delivered within the term may be said later
        raise WrongState(_("Goods are delivered under a contract in force."), provision=FLOOR)
    _check_delivery(actor, found, good, delivered_on, volume, note)
    delivery = Delivery.objects.create(
        number=next_number("DLV", actor.on.year),
        state=DeliveryState.OFFERED,
        contract=found,
        good=good,
        delivered_on=delivered_on,
        offered_on=actor.on,
        volume=volume,
        note=note.strip(),
    )
    return delivery, {"contract": found.number, "good": good, "delivered_on": delivered_on, "volume": volume}


def _check_delivery(actor: Actor, contract: Contract, good: int, on: date, volume: Decimal, note: str) -> None:
    wrong: dict[str, Text] = {}
    version = current(contract)
    agreed = Good.objects.filter(version=version, place=good).first()
    if agreed is None:
        wrong["good"] = _("This good is not in the contract.")
    if on > actor.on:
        wrong["delivered_on"] = _("The day of delivery cannot lie ahead.")
    elif on > version.ends_on:
        wrong["delivered_on"] = _("Deliveries after the term of the contract are refused.")
    elif on < version.starts_on:
        wrong["delivered_on"] = _("The term of the contract had not begun on this day.")
    if not is_volume(volume):
        wrong["volume"] = _("Give a volume above zero with at most four decimals.")
    if note.strip() and (trouble := trouble_with_line(note, 300)):
        wrong["note"] = trouble
    if not wrong and agreed is not None:
        _check_year(contract, agreed, on.year, volume)
    if wrong:
        raise BadInput(wrong)


def _check_year(contract: Contract, good: Good, year: int, volume: Decimal) -> None:
    """BadInput where the year has no volume, or the delivery would exceed what of it may still be offered.

    What the customer did not accept may be offered again.
    """
    contracted = Volume.objects.filter(good=good, year=year).values_list("volume", flat=True).first()
    if contracted is None:
        raise BadInput({"delivered_on": _("No volume of this good is agreed for %(year)d.") % {"year": year}})
    standing = contract.deliveries.filter(good=good.place, delivered_on__year=year).aggregate(
        sum=Coalesce(Sum(Coalesce("accepted", "volume")), Decimal(0))
    )["sum"]
    if standing + volume > contracted:
        left = {"left": shown(contracted - standing), "year": year, "contracted": shown(contracted)}
        raise BadInput(
            {"volume": _("Of %(contracted)s agreed for %(year)d, %(left)s may still be offered.") % _plain(left)}
        )


def _plain(figures: dict[str, Any]) -> dict[str, Any]:
    return {name: format(value, "f") if isinstance(value, Decimal) else value for name, value in figures.items()}


@act(DELIVERY, "accept", _("Accept the delivery"), Delivery, may_answer)
def accept(
    actor: Actor, delivery: Delivery, *, volume: Decimal, ground: str = "", by_supplier: bool | None = None
) -> Outcome:
    """Accept the whole or a part; the rest needs a ground and whether it was by the supplier's fault."""
    if not is_volume(volume):
        raise BadInput({"volume": _("Give a volume above zero with at most four decimals.")})
    if volume > delivery.volume:
        raise BadInput({"volume": _("No more can be accepted than was delivered.")})
    if volume < delivery.volume:
        _say_why(delivery, ground, by_supplier)
    delivery.accepted, delivery.answered_on = volume, actor.on
    return Outcome({"accepted": volume, "ground": delivery.ground, "fault": delivery.fault})


@act(DELIVERY, "refuse", _("Refuse the delivery"), Delivery, may_answer)
def refuse(actor: Actor, delivery: Delivery, *, ground: str, by_supplier: bool | None = None) -> Outcome:
    """Accept nothing, with the ground and whether it was by the supplier's fault."""
    _say_why(delivery, ground, by_supplier)
    delivery.accepted, delivery.answered_on = Decimal(0), actor.on
    return Outcome({"ground": delivery.ground, "fault": delivery.fault})


def _say_why(delivery: Delivery, ground: str, by_supplier: bool | None) -> None:
    wrong: dict[str, Text] = {}
    if not ground.strip():
        wrong["ground"] = _("Say why not everything is accepted.")
    if by_supplier is None:
        wrong["by_supplier"] = _("Say whether it is by the supplier's fault.")
    if wrong:
        raise BadInput(wrong)
    delivery.ground = ground.strip()
    delivery.fault = Fault.SUPPLIER if by_supplier else Fault.NONE


@act(DELIVERY, "contest", _("Contest the fault"), Delivery, may_contest)
def contest(actor: Actor, delivery: Delivery, *, because: str) -> Outcome:
    """The supplier says that it was not its fault: whose it was is then open. WrongState where none is alleged."""
    if delivery.fault != Fault.SUPPLIER:
        raise WrongState(_("The customer does not say that it was the supplier's fault."), provision="48.4")
    delivery.contested_because = said("because", because)
    delivery.fault = Fault.CONTESTED
    return Outcome({"because": delivery.contested_because}, to=DeliveryState(delivery.state))


@act(DELIVERY, "concede", _("Concede the fault"), Delivery, may_concede)
def concede(actor: Actor, delivery: Delivery) -> Outcome:
    """One side gives the other right about whose fault it was, and with that it is settled. WrongState where none is open."""
    if delivery.fault != Fault.CONTESTED:
        raise WrongState(_("Whose fault it was is not contested."), provision="48.4")
    by_customer = actor.organisation_id == delivery.contract.customer_id
    delivery.fault = Fault.NONE if by_customer else Fault.SUPPLIER
    return Outcome({"fault": delivery.fault}, to=DeliveryState(delivery.state))


@act(DELIVERY, "pay", _("Record the payment"), Delivery, may_answer)
def pay(actor: Actor, delivery: Delivery, *, amount: Decimal, paid_on: date) -> Outcome:
    """Record the payment for what was accepted, at most its volume by the contract's price, in tenge."""
    wrong: dict[str, Text] = {}
    owed = owed_for(delivery)
    if not is_money(amount) or amount == 0:
        wrong["amount"] = _("Give an amount above zero with at most two decimals.")
    elif amount > owed:
        told = {"owed": owed}
        wrong["amount"] = _("What was accepted costs %(owed)s tenge at the contract's price; this is more.") % told
    if paid_on > actor.on:
        wrong["paid_on"] = _("The day of payment cannot lie ahead.")
    elif delivery.answered_on is not None and paid_on < delivery.answered_on:
        wrong["paid_on"] = _("The day of payment cannot come before that of acceptance.")
    if wrong:
        raise BadInput(wrong)
    delivery.paid, delivery.paid_on = amount, paid_on
    return Outcome({"amount": amount, "paid_on": paid_on})


def owed_for(delivery: Delivery) -> Decimal:
    """What was accepted at the price of the year of delivery, in tenge to the tiyn; nothing where none is agreed."""
    price = Volume.objects.filter(
        good__version=current(delivery.contract), good__place=delivery.good, year=delivery.delivered_on.year
    ).values_list("price", flat=True)
    exact = Fraction(delivery.accepted or 0) * Fraction(price.first() or 0)
    return round_half_up(exact, TIYN)
