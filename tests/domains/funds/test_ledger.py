"""Money only moves: accounts sum to zero, and none that may not falls below it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ondiris.base.errors import BadInput
from ondiris.domains.funds import ledger
from ondiris.domains.funds.ledger import NotEnough
from ondiris.domains.funds.models import Account, Programme, Transfer
from ondiris.domains.funds.terms import AccountKind
from tests.factories import country

DAY = date(2024, 3, 1)
CASE = "IG-2024-00001"


@pytest.fixture
def programme(db) -> Programme:
    """Allocated 1,000 tenge."""
    return country(money=Decimal(1000)).programme


def balances(programme: Programme) -> dict[str, Decimal]:
    return {f"{a.kind} {a.reference}".strip(): a.balance for a in programme.accounts.all() if a.balance}


def test_the_way_of_money(programme):
    ledger.commit(programme, Decimal(600), DAY, CASE)
    ledger.pay(programme, Decimal("400.50"), DAY, CASE)
    ledger.release(programme, Decimal("99.50"), DAY, CASE)
    ledger.take_back(programme, Decimal(40), DAY, "REC-2025-00001")
    ledger.return_to_budget(programme, Decimal(9), DAY, "2024")
    assert balances(programme) == {
        "budget": Decimal(-991),
        "available": Decimal("490.50"),
        f"committed {CASE}": Decimal(100),
        f"paid {CASE}": Decimal("400.50"),
        "recipients": Decimal(-40),
        "returned REC-2025-00001": Decimal(40),
    }


@pytest.mark.parametrize(
    "move",
    [
        lambda programme: ledger.commit(programme, Decimal("1000.01"), DAY, CASE),
        lambda programme: ledger.pay(programme, Decimal("0.01"), DAY, CASE),
        lambda programme: ledger.release(programme, Decimal("0.01"), DAY, CASE),
        lambda programme: ledger.return_to_budget(programme, Decimal("1000.01"), DAY, "2024"),
    ],
    ids=["commit", "pay", "release", "return_to_budget"],
)
def test_no_more_moves_than_there_is(programme, move: Callable[[Programme], Transfer]):
    before = balances(programme)
    with pytest.raises(NotEnough):
        move(programme)
    assert balances(programme) == before


def test_what_is_committed_to_one_case_is_not_paid_to_another(programme):
    ledger.commit(programme, Decimal(600), DAY, CASE)
    with pytest.raises(NotEnough):
        ledger.pay(programme, Decimal(1), DAY, "IG-2024-00002")


@pytest.mark.parametrize("amount", [Decimal(0), Decimal(-1), Decimal("0.001"), Decimal("NaN"), Decimal("Infinity")])
def test_what_moves_is_money(programme, amount):
    with pytest.raises(BadInput):
        ledger.commit(programme, amount, DAY, CASE)


def test_what_was_there_when_a_year_ended(programme):
    ledger.commit(programme, Decimal(600), date(2024, 12, 31), CASE)
    ledger.allocate(programme, Decimal(50), date(2025, 1, 1), "budget 2025")
    assert ledger.available_at_the_end_of(programme, date(2024, 12, 30)) == 1000
    assert ledger.available_at_the_end_of(programme, date(2024, 12, 31)) == 400
    assert ledger.available_at_the_end_of(programme, date(2025, 1, 1)) == 450
    assert ledger.available_at_the_end_of(programme, date(2024, 1, 9)) == 0


OPERATIONS = {
    "allocate": (AccountKind.BUDGET, AccountKind.AVAILABLE, ledger.allocate),
    "commit": (AccountKind.AVAILABLE, AccountKind.COMMITTED, ledger.commit),
    "release": (AccountKind.COMMITTED, AccountKind.AVAILABLE, ledger.release),
    "pay": (AccountKind.COMMITTED, AccountKind.PAID, ledger.pay),
    "take_back": (AccountKind.RECIPIENTS, AccountKind.RETURNED, ledger.take_back),
    "return_to_budget": (AccountKind.AVAILABLE, AccountKind.BUDGET, ledger.return_to_budget),
}
BY_CASE = (AccountKind.COMMITTED, AccountKind.PAID, AccountKind.RETURNED)
STEPS = st.lists(
    st.tuples(st.sampled_from(sorted(OPERATIONS)), st.integers(1, 150_000), st.sampled_from(["IG-1", "IG-2"])),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(STEPS)
def test_whatever_is_done_in_whatever_order(programme, steps):
    """The ledger against the plainest model of it: a dictionary of balances."""
    known = {("budget", ""): Decimal(-1000), ("available", ""): Decimal(1000)}
    with transaction.atomic():
        for name, tiyn, case in steps:
            source, target, move = OPERATIONS[name]
            amount = Decimal(tiyn) / 100
            giver, taker = ((kind, case if kind in BY_CASE else "") for kind in (source, target))
            covered = source in (AccountKind.BUDGET, AccountKind.RECIPIENTS) or known.get(giver, 0) >= amount
            if covered:
                move(programme, amount, DAY, case)
                known[giver] = known.get(giver, Decimal(0)) - amount
                known[taker] = known.get(taker, Decimal(0)) + amount
            else:
                with pytest.raises(NotEnough):
                    move(programme, amount, DAY, case)
        accounts = {(a.kind, a.reference): a.balance for a in programme.accounts.all() if a.balance}
        transaction.set_rollback(True)
    assert accounts == {key: balance for key, balance in known.items() if balance}
    assert sum(accounts.values()) == 0


@pytest.mark.parametrize(
    "what", ["update funds_transfer set amount = 1", "delete from funds_transfer", "truncate funds_transfer cascade"]
)
def test_a_transfer_is_neither_changed_nor_removed(programme, what):
    connection.check_constraints()  # nothing is pending, as after a commit
    with connection.cursor() as cursor, pytest.raises(Exception, match="the ledger only grows"):
        cursor.execute(what)


def moved_past_the_ledger(source: Account, target: Account, amount: Decimal) -> Transfer:
    return Transfer.objects.create(source=source, target=target, amount=amount, purpose="payment", on=DAY)


def test_the_database_lets_no_account_fall_below_zero(programme):
    available, paid = (ledger.account(programme, kind) for kind in (AccountKind.AVAILABLE, AccountKind.PAID))
    with pytest.raises(IntegrityError, match="never_more_than_there_is"):
        moved_past_the_ledger(available, paid, Decimal("1000.01"))


def test_the_database_moves_nothing_backwards_or_in_place(programme):
    available, paid = (ledger.account(programme, kind) for kind in (AccountKind.AVAILABLE, AccountKind.PAID))
    with pytest.raises(IntegrityError, match="money_moves_forward"), transaction.atomic():
        moved_past_the_ledger(available, paid, Decimal(-1))
    with pytest.raises(IntegrityError, match="from_one_to_another"):
        moved_past_the_ledger(available, available, Decimal(1))


def test_the_database_lets_no_money_leave_its_programme(programme):
    other = Programme.objects.create(code="another", provision="42.5", holder=programme.holder)
    available = ledger.account(programme, AccountKind.AVAILABLE)
    with pytest.raises(Exception, match="money stays within its programme"):
        moved_past_the_ledger(available, ledger.account(other, AccountKind.AVAILABLE), Decimal(1))
