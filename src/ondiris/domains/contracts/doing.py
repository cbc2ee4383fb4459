"""Who may do what under a contract in force: its deliveries, programme, conditions, penalties, its end?"""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer, no
from ondiris.domains.contracts.models import Contract, Delivery, Penalty, Performance
from ondiris.domains.contracts.terms import Side
from ondiris.domains.parties.permissions import acts_for, holds
from ondiris.domains.parties.terms import Capacity


def may_offer_some(actor: Actor) -> Answer:
    """A representative of an enterprise; that it is the supplier of the contract is checked with it."""
    return holds(actor, Capacity.APPLICANT)


def may_claim_some(actor: Actor) -> Answer:
    """Who signs for an enterprise; that it is the right side of the contract is checked with it."""
    return holds(actor, Capacity.SIGNATORY)


def may_answer(actor: Actor, thing: Delivery | Performance) -> Answer:
    """The customer's representative."""
    return acts_for(actor, thing.contract.customer_id, Capacity.APPLICANT)


def may_contest(actor: Actor, delivery: Delivery) -> Answer:
    """The supplier's representative."""
    return acts_for(actor, delivery.contract.supplier_id, Capacity.APPLICANT)


def may_report(actor: Actor, contract: Contract) -> Answer:
    """The supplier's representative."""
    return acts_for(actor, contract.supplier_id, Capacity.APPLICANT)


def may_settle(actor: Actor, penalty: Penalty) -> Answer:
    """A signatory of the side that claimed."""
    by_supplier = penalty.claimed_by == Side.SUPPLIER
    theirs = penalty.contract.supplier_id if by_supplier else penalty.contract.customer_id
    return acts_for(actor, theirs, Capacity.SIGNATORY)


def may_end(actor: Actor, contract: Contract) -> Answer:
    """A signatory of either side."""
    if actor.organisation_id not in (contract.customer_id, contract.supplier_id):
        return no(_("This belongs to another organisation."))
    return holds(actor, Capacity.SIGNATORY)
