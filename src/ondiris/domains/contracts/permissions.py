"""Who may see a contract, and who may do what with it and under it?"""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer, no
from ondiris.domains.contracts.models import Contract, ContractsFile, Delivery, Penalty, Performance, Pledge
from ondiris.domains.contracts.queries import proposed_version, side_of
from ondiris.domains.contracts.terms import ContractState, Side
from ondiris.domains.parties.permissions import acts_as, acts_for, audits, holds
from ondiris.domains.parties.terms import Capacity, Role

OFFICIALS = frozenset({Role.INDUSTRY_AUTHORITY, Role.INDUSTRY_INSTITUTE})
CONCLUDED = (ContractState.IN_FORCE, ContractState.ENDED)


def visible_to(actor: Actor) -> QuerySet[Contract]:
    """The contracts that an actor may read.

    The customer its own, the supplier those once offered to it, a lender those in its pledge, also after it; officials of
    the industry authority and institute those concluded; the auditor all.
    """
    if audits(actor):
        return Contract.objects.all()
    lent = Pledge.objects.filter(contract=OuterRef("pk"), lender=actor.organisation_id)
    offered = Q(supplier=actor.organisation_id) & ~Q(state=ContractState.DRAWN)
    concluded = Q(state__in=CONCLUDED) if actor.roles & OFFICIALS else Q(pk__in=())
    return Contract.objects.filter(Q(customer=actor.organisation_id) | offered | concluded | Exists(lent))


def may_draw(actor: Actor) -> Answer:
    """Who prepares and submits for an organisation; that the line of the list is its own is checked with it."""
    return holds(actor, Capacity.APPLICANT)


def may_write(actor: Actor, contract: Contract) -> Answer:
    """Who prepares and submits for the customer."""
    return acts_for(actor, contract.customer_id, Capacity.APPLICANT)


may_offer = may_take_back = may_write


def may_accept(actor: Actor, contract: Contract) -> Answer:
    """The supplier's signatory."""
    return acts_for(actor, contract.supplier_id, Capacity.SIGNATORY)


def may_sign(actor: Actor, contract: Contract) -> Answer:
    """The customer's signatory."""
    return acts_for(actor, contract.customer_id, Capacity.SIGNATORY)


def may_propose(actor: Actor, contract: Contract) -> Answer:
    """A signatory of either side."""
    if side_of(actor, contract) is None:
        return no(_("This belongs to another organisation."))
    return holds(actor, Capacity.SIGNATORY)


def may_agree_change(actor: Actor, contract: Contract) -> Answer:
    """A signatory of the side that did not propose: nobody amends a contract alone (48.2)."""
    return _answers(actor, contract, _("Volume and price are not lowered by one side alone: the other side answers."))


def may_decline_change(actor: Actor, contract: Contract) -> Answer:
    """A signatory of the side that did not propose."""
    return _answers(actor, contract, _("Your side proposed this change: the other side answers, or you withdraw it."))


def may_withdraw_change(actor: Actor, contract: Contract) -> Answer:
    """A signatory of the side that proposed."""
    if not (answer := may_propose(actor, contract)):
        return answer
    proposed = proposed_version(contract)
    if proposed is None:
        return no(_("No change is proposed."))
    return answer if proposed.proposed_by == side_of(actor, contract) else no(_("The other side proposed this change."))


def _answers(actor: Actor, contract: Contract, own: Promise) -> Answer:
    if not (answer := may_propose(actor, contract)):
        return answer
    proposed = proposed_version(contract)
    if proposed is None:
        return no(_("No change is proposed."))
    return no(own) if proposed.proposed_by == side_of(actor, contract) else answer


def may_pledge(actor: Actor) -> Answer:
    """Who signs for an organisation; that it is the contract's supplier is checked with the contract."""
    return holds(actor, Capacity.SIGNATORY)


def may_release(actor: Actor, pledge: Pledge) -> Answer:
    """The lender's signatory."""
    return acts_for(actor, pledge.lender_id, Capacity.SIGNATORY)


def may_offer_some(actor: Actor) -> Answer:
    """A representative of an enterprise; that it is the supplier of the contract is checked with it."""
    return holds(actor, Capacity.APPLICANT)


def may_claim_some(actor: Actor) -> Answer:
    """Who signs for an enterprise; that it is the right side of the contract is checked with it."""
    return holds(actor, Capacity.SIGNATORY)


def may_answer(actor: Actor, thing: Delivery | Performance) -> Answer:
    """The customer's representative."""
    return acts_for(actor, thing.contract.customer_id, Capacity.APPLICANT)


def may_concede(actor: Actor, delivery: Delivery) -> Answer:
    """A representative of either side."""
    if actor.organisation_id == delivery.contract.supplier_id:
        return may_contest(actor, delivery)
    return may_answer(actor, delivery)


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


may_end = may_propose


def may_record(actor: Actor) -> Answer:
    """A keeper of the industry authority, which enters contracts in the register (48.6)."""
    return acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.KEEPER)


def may_enter(actor: Actor, contract: Contract) -> Answer:
    """A keeper of the industry authority."""
    return may_record(actor)


def contracts_files_visible_to(actor: Actor) -> QuerySet[ContractsFile]:
    """The files of contracts, for who may send them and for the auditor."""
    return ContractsFile.objects.all() if may_record(actor) or audits(actor) else ContractsFile.objects.none()
