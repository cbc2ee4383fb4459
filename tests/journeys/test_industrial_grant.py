"""The whole life of an industrial grant, twice: promises kept, and promises broken in one direction (42, 27.4)."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from tests.factories import actor, agreement, country, report

from ondiris.base.journal import chain
from ondiris.base.journal.models import Entry
from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.agreements.queries import fulfilment_of
from ondiris.domains.agreements.terms import AgreementState
from ondiris.domains.funds.models import Account
from ondiris.domains.funds.terms import AccountKind
from ondiris.domains.legislation.actions.value import confirm, enter
from ondiris.domains.recovery.actions import claim
from ondiris.domains.recovery.actions.close import close
from ondiris.domains.recovery.queries import due_on

pytestmark = pytest.mark.django_db


def balance(made, kind: AccountKind) -> Decimal:
    return sum((a.balance for a in Account.objects.filter(programme=made.programme, kind=kind)), Decimal(0))


def test_promises_kept_leave_nothing_to_return():
    made = country()
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "100", "10"])
    report(made, signed, 2026, ["12500", "200", "20"])
    day = date(2027, 3, 1)
    assert fulfilment_of(signed, day).level == 1
    _reached, sheet = due_on(signed, day)
    assert sheet is not None
    assert sheet.due == 0
    close(actor(made, "monitor", day), signed.number)
    assert Agreement.objects.get(pk=signed.pk).state == AgreementState.CLOSED
    assert balance(made, AccountKind.PAID) == Decimal("100000000")


def test_promises_broken_bring_a_part_of_the_money_back():
    made = country()
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "50", "10"])
    report(made, signed, 2026, ["12000", "100", "20"])
    day = date(2027, 3, 1)
    monitor = actor(made, "monitor", day)
    give_notice(monitor, signed.number, text="Exports reached half of the target.")

    _reached, sheet = due_on(signed, day)
    assert sheet is not None
    assert sheet.due is None, "no rate is established after 7 September 2026"

    rate = enter(
        actor(made, "keeper", day),
        parameter="base_rate",
        value=Decimal("16.25"),
        valid_from=date(2026, 9, 8),
        known_until=date(2027, 4, 1),
        source="resolution of the National Bank, example",
    )
    confirm(actor(made, "second_keeper", day), rate.number)

    demanded = claim.draw(monitor, agreement_number=signed.number, demand_on=day)
    claim.demand(actor(made, "decider", day), demanded.number)
    returned = claim.receive(actor(made, "treasurer", day), demanded.number, amount=demanded.amount)
    assert returned.state == "returned"
    assert balance(made, AccountKind.RETURNED) == demanded.amount
    assert balance(made, AccountKind.AVAILABLE) == Decimal("400000000"), "nothing goes silently back to the programme"

    close(monitor, signed.number)
    connection.check_constraints()  # as a commit would: the entries join the chain
    assert chain.verify([]).holds
    assert Entry.objects.filter(act="claim.demand", thing=demanded.number).exists()
