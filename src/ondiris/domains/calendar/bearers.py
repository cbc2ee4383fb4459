"""Which role of a body is meant where the law names a bearer?

The words are the same, with one addition: 12.2 and 12.3 speak of State bodies within their competence, and central State
bodies are asked (those of regions have article 11). Bearers without a role here are no bodies of the register:
the President, the commission, enterprises.
"""

from collections.abc import Iterable, Mapping

from ondiris.domains.parties.terms import BEARERS, Role
from ondiris.law.deadlines import Deadline
from ondiris.law.provisions.terms import Bearer

ROLES: Mapping[Bearer, Role] = {bearer: role for role, bearer in BEARERS.items()} | {
    Bearer.STATE_BODY: Role.CENTRAL_STATE_BODY
}


def roles_of(deadline: Deadline) -> frozenset[Role]:
    """The roles whose holders owe what is due."""
    return _held(deadline.bearers)


def receivers_of(deadline: Deadline) -> frozenset[Role]:
    """The roles to whose holders it is handed."""
    return _held(deadline.to)


def _held(bearers: Iterable[Bearer]) -> frozenset[Role]:
    return frozenset(ROLES[bearer] for bearer in bearers if bearer in ROLES)
