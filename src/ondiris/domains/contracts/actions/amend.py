"""Either side proposes another wording, the other answers; only what both have signed changes the contract. (48.2)"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import NotFound, Trouble, WrongState
from ondiris.base.lines import said
from ondiris.domains.contracts.actions.conclude import refuse, sign_version
from ondiris.domains.contracts.changing import trouble_with_change
from ondiris.domains.contracts.content import Terms, lowered, trouble_with
from ondiris.domains.contracts.flow import CONTRACT
from ondiris.domains.contracts.judging import require_change_allowed
from ondiris.domains.contracts.letters import send_amendment, send_proposed
from ondiris.domains.contracts.models import Contract, Version
from ondiris.domains.contracts.permissions import (
    may_agree_change,
    may_decline_change,
    may_propose,
    may_withdraw_change,
)
from ondiris.domains.contracts.queries import proposed_version, side_of, version_in_force
from ondiris.domains.contracts.terms import Side, VersionState
from ondiris.domains.contracts.versions import keep, move, terms_of
from ondiris.domains.planning.terms import ContractKind


@act(CONTRACT, "propose", _("Propose a change"), Contract, may_propose)
def propose(
    actor: Actor, contract: Contract, *, terms: Terms, reason: str, proof: str, method: str = "password"
) -> Outcome:
    """The whole contract in another wording, signed by the side that proposes; it has no effect until the other signs.

    BadInput names the fields; NotAllowed where the sum would leave further conditions below their share (49.2).
    """
    because = said("reason", reason)
    if proposed_version(contract) is not None:
        raise WrongState(_("A change is already proposed: it is answered or withdrawn first."), provision="48.2")
    before = _terms_in_force(contract)
    refuse(trouble_with(terms, ContractKind(contract.kind)))
    refuse(trouble_with_change(contract, before, terms, actor.on))
    require_change_allowed(contract, terms, actor.on)
    side = _side(actor, contract)
    version = keep(contract, terms, VersionState.PROPOSED, proposed_by=side, proposed_on=actor.on, reason=because)
    signature = sign_version(actor, contract, version, side, method, proof)
    send_proposed(actor, contract, version, before)
    return Outcome({"wording": version.place, "digest": signature.digest, **_lowered(before, terms)})


@act(CONTRACT, "agree_change", _("Agree to the change and sign"), Contract, may_agree_change)
def agree_change(actor: Actor, contract: Contract, *, proof: str, method: str = "password") -> Outcome:
    """The other side's signature under the same wording, which holds from now on; the wording before is kept.

    Trouble where what has been done since it was proposed stands against it.
    """
    version, in_force = _proposed(contract), version_in_force(contract)
    before, terms = _terms_in_force(contract), terms_of(version)
    if trouble_with_change(contract, before, terms, actor.on):
        raise Trouble(_("What was done since this was proposed stands against it. Decline it, and propose anew."))
    require_change_allowed(contract, terms, actor.on)
    signature = sign_version(actor, contract, version, _side(actor, contract), method, proof)
    if in_force is not None:
        move(in_force, VersionState.REPLACED)
    move(version, VersionState.IN_FORCE, in_force_on=actor.on)
    contract.starts_on, contract.ends_on = terms.starts_on, terms.ends_on
    send_amendment(actor, contract, version, before)
    return Outcome({"wording": version.place, "digest": signature.digest, **_lowered(before, terms)})


@act(CONTRACT, "decline_change", _("Decline the change"), Contract, may_decline_change)
def decline_change(actor: Actor, contract: Contract, *, reason: str) -> Outcome:
    """The contract stays as it is."""
    return _close(contract, VersionState.DECLINED, reason)


@act(CONTRACT, "withdraw_change", _("Withdraw the change"), Contract, may_withdraw_change)
def withdraw_change(actor: Actor, contract: Contract, *, reason: str) -> Outcome:
    """The side that proposed takes it back; the contract stays as it is."""
    return _close(contract, VersionState.WITHDRAWN, reason)


def _close(contract: Contract, state: VersionState, reason: str) -> Outcome:
    version = _proposed(contract)
    move(version, state, closed_because=said("reason", reason))
    return Outcome({"wording": version.place, "reason": version.closed_because})


def _proposed(contract: Contract) -> Version:
    version = proposed_version(contract)
    if version is None:
        raise WrongState(_("No change is proposed."), provision="48.2")
    return version


def _terms_in_force(contract: Contract) -> Terms:
    version = version_in_force(contract)
    if version is None:
        raise WrongState(_("The contract's wording is not recorded."))
    return terms_of(version)


def _side(actor: Actor, contract: Contract) -> Side:
    side = side_of(actor, contract)
    if side is None:
        raise NotFound
    return side


def _lowered(before: Terms, after: Terms) -> dict[str, Any]:
    """What the change lowers, as the journal keeps it."""
    return {
        "lowered": [
            {"good": one.good.place, "year": one.year, "what": one.what, "before": one.before, "after": one.after}
            for one in lowered(before, after)
        ]
    }
