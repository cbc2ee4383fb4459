"""How is money moved, never more than there is?

These functions move money inside the transaction of the act that calls them; each raises NotEnough with nothing moved
when the account it would take from does not cover the amount.
"""

from datetime import date
from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import BadInput, Trouble
from ondiris.base.money import is_money
from ondiris.domains.funds.models import Account, Programme, Transfer
from ondiris.domains.funds.terms import AccountKind, Purpose


class NotEnough(Trouble):
    """The account does not cover the amount."""

    code = "not-enough"


def account(programme: Programme, kind: AccountKind, reference: str = "") -> Account:
    """The programme's account of a kind (for one agreement where `reference` is given), opened on first use."""
    found, _new = Account.objects.get_or_create(programme=programme, kind=kind, reference=reference)
    return found


def _move(source: Account, target: Account, amount: Decimal, purpose: Purpose, reference: str, on: date) -> Transfer:
    if not is_money(amount) or amount == 0:
        raise BadInput({"amount": _("Give an amount above zero with at most two decimals.")})
    # Lock in the order of keys, so that two transfers never wait for each other in a circle.
    locked = {a.pk: a for a in Account.objects.select_for_update().filter(pk__in=[source.pk, target.pk]).order_by("pk")}
    if AccountKind(source.kind) not in (AccountKind.BUDGET, AccountKind.RECIPIENTS):
        here = locked[source.pk].balance
        if here < amount:
            raise NotEnough(
                _("The account holds %(here)s tenge and %(wanted)s are asked for.") % {"here": here, "wanted": amount}
            )
    return Transfer.objects.create(
        source=source, target=target, amount=amount, purpose=purpose, reference=reference, on=on
    )


def allocate(programme: Programme, amount: Decimal, on: date, reference: str) -> Transfer:
    """The budget's money arrives on the programme's account."""
    return _move(
        account(programme, AccountKind.BUDGET),
        account(programme, AccountKind.AVAILABLE),
        amount,
        Purpose.ALLOCATION,
        reference,
        on,
    )


def commit(programme: Programme, amount: Decimal, on: date, reference: str) -> Transfer:
    """Available money is promised to one case, known by its reference."""
    return _move(
        account(programme, AccountKind.AVAILABLE),
        account(programme, AccountKind.COMMITTED, reference),
        amount,
        Purpose.COMMITMENT,
        reference,
        on,
    )


def release(programme: Programme, amount: Decimal, on: date, reference: str) -> Transfer:
    """Promised money that will not be paid becomes available again."""
    return _move(
        account(programme, AccountKind.COMMITTED, reference),
        account(programme, AccountKind.AVAILABLE),
        amount,
        Purpose.RELEASE,
        reference,
        on,
    )


def pay(programme: Programme, amount: Decimal, on: date, reference: str) -> Transfer:
    """Promised money is paid; never more than was promised under the reference."""
    return _move(
        account(programme, AccountKind.COMMITTED, reference),
        account(programme, AccountKind.PAID, reference),
        amount,
        Purpose.PAYMENT,
        reference,
        on,
    )


def take_back(programme: Programme, amount: Decimal, on: date, reference: str) -> Transfer:
    """A recipient returned money under 27.4: it is kept apart, never silently back in the programme."""
    return _move(
        account(programme, AccountKind.RECIPIENTS),
        account(programme, AccountKind.RETURNED, reference),
        amount,
        Purpose.RETURN,
        reference,
        on,
    )


def return_to_budget(programme: Programme, amount: Decimal, on: date, reference: str) -> Transfer:
    """Available money goes back to the budget."""
    return _move(
        account(programme, AccountKind.AVAILABLE),
        account(programme, AccountKind.BUDGET),
        amount,
        Purpose.YEAR_END,
        reference,
        on,
    )


def available_at_the_end_of(programme: Programme, day: date) -> Decimal:
    """What was available when the day was over, in tenge."""
    until = Transfer.objects.filter(on__lte=day)
    here = {"programme": programme, "kind": AccountKind.AVAILABLE}
    came = until.filter(**{f"target__{key}": value for key, value in here.items()}).aggregate(sum=Sum("amount"))
    went = until.filter(**{f"source__{key}": value for key, value in here.items()}).aggregate(sum=Sum("amount"))
    return (came["sum"] or Decimal(0)) - (went["sum"] or Decimal(0))
