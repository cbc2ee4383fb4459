"""What of an answer is shown to everybody, and by which reading was it found? (decisions 23 and 24)"""

from datetime import date
from decimal import Decimal

from ondiris.domains.legislation.queries import parameters_on
from ondiris.law.parameters import Value


def chain_is_public(on: date) -> bool:
    """Whether everybody sees the chain that led to an answer for a day; closed where no setting is established."""
    public = parameters_on().value("customers.chain_is_public", on)
    return isinstance(public, Value) and bool(public.value)


def counts_in_full_from(on: date) -> Decimal | None:
    """The share, in per cent, from which what an organisation holds counts in full; None where none is established."""
    share = parameters_on().value("customers.counts_in_full_from", on)
    return share.value.normalize() if isinstance(share, Value) else None
