"""Accounts: balances, transfers, allocation and the year's end."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from ondiris.base.journal.models import Entry
from ondiris.domains.funds.models import Transfer
from ondiris.domains.funds.terms import Purpose
from tests.factories import agreement
from tests.web.desk.browsing import done, look, send, words

CODE = "industrial-grant"


def allocations() -> int:
    return Transfer.objects.filter(purpose=Purpose.ALLOCATION).count()


def test_balances_stand_by_kind_and_transfers_below(made, desk):
    agreement(made, "paid")
    page = look(desk("officer"), "account", CODE).replace("\xa0", " ")
    for part in ("Available 400,000,000.00 ₸", "Committed 0.00 ₸", "Paid 100,000,000.00 ₸", "Payment", "IG-2024-00001"):
        assert part in page, part
    assert "is not returned and is spent in the next year" in page
    assert "Industrial grant" in look(desk("officer"), "accounts")


def test_transfers_are_filtered_and_taken_away(made, desk):
    agreement(made, "paid")
    address = reverse("desk:account", args=[CODE])
    response = desk("officer").get(address, {"purpose": "payment", "export": "csv"})
    assert len(b"".join(response.streaming_content).decode().splitlines()) == 3


def test_an_allocation_is_recorded_once_a_document(made, desk):
    treasurer = desk("treasurer")
    assert done(send(treasurer, "allocate", CODE, amount="1 000 000", reference="order 15"))
    again = send(treasurer, "allocate", CODE, amount="1 000 000", reference="order 15")
    assert "An allocation by this document is already recorded." in words(again)
    assert 'value="order 15"' in again.content.decode()
    assert allocations() == 2, "the factory's and this one"
    assert "Record an allocation" in look(treasurer, "account", CODE).split("History")[1]


@pytest.mark.parametrize("amount", ["a million", "-1", "1.005", "0", ""])
def test_what_is_no_amount_is_refused_as_typed(made, desk, amount):
    response = send(desk("treasurer"), "allocate", CODE, amount=amount, reference="order 15")
    assert 'id="id_amount_error"' in response.content.decode()
    assert "order 15" in response.content.decode()
    assert allocations() == 1


def test_only_the_treasurer_is_offered_it(made, desk):
    assert "Record an allocation" not in look(desk("decider"), "account", CODE)
    assert desk("decider").get(reverse("desk:allocate", args=[CODE])).status_code == 403
    assert desk("decider").post(
        reverse("desk:allocate", args=[CODE]), {"amount": "1", "reference": "x"}
    ).status_code in (
        403,
        404,
    )
    assert allocations() == 1


def test_the_years_end_is_run_once_and_recorded(made, desk, today):
    today(date(2025, 1, 20))
    treasurer = desk("treasurer")
    assert "This year is not over." in words(send(treasurer, "close-year", CODE, year="2025"))
    assert done(send(treasurer, "close-year", CODE, year="2024"))
    assert "already run" in words(send(treasurer, "close-year", CODE, year="2024"))
    assert Decimal(Entry.objects.get(act="programme.close_year").evidence["balance"]) == Decimal(500_000_000)
    assert "Run for: 2024." in look(treasurer, "account", CODE)


def test_an_account_that_is_not_there_is_not_found(made, desk):
    look(desk("treasurer"), "account", "no-such-account", status=404)
    look(desk("expert"), "account", CODE, status=404)
