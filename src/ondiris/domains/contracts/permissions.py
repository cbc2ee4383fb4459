"""Who may do what with a contract, and who may see it?"""

from ondiris.base.actors import Actor
from ondiris.base.answers import Answer
from ondiris.domains.contracts.models import Contract
from ondiris.domains.parties.permissions import acts_as
from ondiris.domains.parties.terms import Capacity, Role


def may_record(actor: Actor) -> Answer:
    """A keeper of the industry authority, which enters contracts in the register (48.6)."""
    return acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.KEEPER)


def may_enter(actor: Actor, contract: Contract) -> Answer:
    """A keeper of the industry authority."""
    return may_record(actor)
