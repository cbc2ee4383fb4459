"""Which wording holds, what is proposed, who holds a pledge, and how much was accepted?"""

from datetime import date
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.db.models.functions import Coalesce, ExtractYear

from ondiris.base.actors import Actor
from ondiris.base.periods import in_force
from ondiris.domains.contracts.models import Contract, Delivery, Pledge, Version
from ondiris.domains.contracts.terms import DeliveryState, PledgeState, Side, VersionState


def version_in_force(contract: Contract) -> Version | None:
    """The wording that holds; None before the contract is concluded."""
    return contract.versions.filter(state=VersionState.IN_FORCE).first()


def draft_of(contract: Contract) -> Version | None:
    """The wording being drawn up or waiting for signatures; None once the contract is concluded, or not yet written."""
    return contract.versions.filter(state=VersionState.DRAFT).first()


def proposed_version(contract: Contract) -> Version | None:
    """The change that one side proposed and the other has not answered; None where there is none."""
    return contract.versions.filter(state=VersionState.PROPOSED).first()


def side_of(actor: Actor, contract: Contract) -> Side | None:
    """The side for which the actor acts; None for neither."""
    return {contract.customer_id: Side.CUSTOMER, contract.supplier_id: Side.SUPPLIER}.get(actor.organisation_id)


def lasting_pledges(contract: Contract, on: date) -> QuerySet[Pledge]:
    """The pledges of the contract that last on a day, with their lenders."""
    standing = contract.pledges.filter(in_force(on), state=PledgeState.STANDS)
    return standing.select_related("lender").order_by("pk")


def delivered_volumes(contract: Contract) -> dict[tuple[int, int], Decimal]:
    """How much of each good was accepted, or waits to be, in each calendar year of delivery, by the good's place and year."""
    taken = Delivery.objects.filter(contract=contract).exclude(state=DeliveryState.REFUSED)
    volume = Sum(Coalesce("accepted", "volume"))
    rows = taken.annotate(year=ExtractYear("delivered_on")).values("good", "year").annotate(sum=volume)
    return {(row["good"], row["year"]): row["sum"] for row in rows.order_by()}
