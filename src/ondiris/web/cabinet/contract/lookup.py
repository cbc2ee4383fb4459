"""Which of the organisation's own contracts does an address name, and in which part does it stand there?"""

from enum import StrEnum
from typing import TypeVar

from django.db.models import Case, Exists, Model, OuterRef, Q, QuerySet, Value, When

from ondiris.base.actors import Actor
from ondiris.base.words import N_
from ondiris.domains.contracts.models import Contract, Delivery, Penalty, Performance, Pledge
from ondiris.domains.contracts.permissions import visible_to
from ondiris.web.cabinet.lookup import missing

M = TypeVar("M", bound=Model)


class Part(StrEnum):
    """What the organisation is in a contract."""

    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    LENDER = "lender"


PARTS = {Part.CUSTOMER: N_("Customer"), Part.SUPPLIER: N_("Supplier"), Part.LENDER: N_("Lender")}


def own_contracts(actor: Actor) -> QuerySet[Contract]:
    """The contracts in which the actor's organisation is customer, supplier or lender, with its `part`."""
    organisation = actor.organisation_id
    lent = Exists(Pledge.objects.filter(contract=OuterRef("pk"), lender=organisation))
    return (
        visible_to(actor)
        .filter(Q(customer=organisation) | Q(supplier=organisation) | lent)
        .annotate(
            part=Case(
                When(customer=organisation, then=Value(Part.CUSTOMER.value)),
                When(supplier=organisation, then=Value(Part.SUPPLIER.value)),
                default=Value(Part.LENDER.value),
            )
        )
    )


def part_of(actor: Actor, contract: Contract) -> Part:
    """What the actor's organisation is in a contract of its own."""
    if contract.customer_id == actor.organisation_id:
        return Part.CUSTOMER
    return Part.SUPPLIER if contract.supplier_id == actor.organisation_id else Part.LENDER


def contract_at(actor: Actor, number: str) -> Contract:
    """The organisation's contract of this number with its sides and its line; NotFound, logged, where there is none."""
    found = own_contracts(actor).select_related("customer", "supplier", "line").filter(number=number)
    return found.first() or missing(actor, "contract", number)


def delivery_at(actor: Actor, number: str) -> Delivery:
    """A delivery under one of the organisation's contracts; NotFound as above."""
    return _under(actor, Delivery.objects.all(), number) or missing(actor, "delivery", number)


def performance_at(actor: Actor, number: str) -> Performance:
    """A report on a condition, as above."""
    found = Performance.objects.select_related("document")
    return _under(actor, found, number) or missing(actor, "performance", number)


def penalty_at(actor: Actor, number: str) -> Penalty:
    """A penalty, as above."""
    return _under(actor, Penalty.objects.all(), number) or missing(actor, "penalty", number)


def pledge_at(actor: Actor, number: str) -> Pledge:
    """A pledge, as above."""
    found = Pledge.objects.select_related("lender")
    return _under(actor, found, number) or missing(actor, "pledge", number)


def _under(actor: Actor, things: "QuerySet[M]", number: str) -> M | None:
    """The thing of this number under a contract of the actor's, in which they are a side or hold the pledge."""
    mine = own_contracts(actor).values("pk")
    return (
        things.select_related("contract__customer", "contract__supplier")
        .filter(number=number, contract__in=mine)
        .first()
    )
