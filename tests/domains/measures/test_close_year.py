"""At the year's end an account's balance does what its clause says, or what the setting says where that is silent."""

from datetime import date
from decimal import Decimal

import pytest

from ondiris.base.errors import BadInput, Trouble
from ondiris.base.journal.models import Entry
from ondiris.domains.funds import ledger
from ondiris.domains.funds.models import Account, Transfer
from ondiris.domains.funds.terms import AccountKind, Purpose
from ondiris.domains.measures.actions import close_year as module
from ondiris.domains.measures.actions.close_year import RETURN, close_year
from ondiris.domains.measures.declaration import CarryOver
from ondiris.law.parameters import Certainty, Parameters, Value
from tests.factories import actor, country

pytestmark = pytest.mark.django_db
DAY = date(2025, 1, 20)
CODE = "industrial-grant"


@pytest.fixture
def made():
    return country(money=Decimal(1000))


def run(made, year: int = 2024) -> dict:
    close_year(actor(made, "treasurer", DAY), code=CODE, year=year)
    return Entry.objects.filter(act="programme.close_year").latest("pk").evidence


def setting(monkeypatch, value: str) -> None:
    one = Value(
        "programme_accounts.silent_clause", value, date(2024, 1, 1), source="a test", certainty=Certainty.EXAMPLE
    )
    monkeypatch.setattr(module, "clause_of", lambda programme: CarryOver.SILENT)
    monkeypatch.setattr(module, "parameters_on", lambda: Parameters.load().with_values([one]))


def test_the_grants_balance_is_spent_the_year_after_and_only_recorded(made):
    evidence = run(made)
    assert evidence["what"] == "carry over"
    assert (evidence["balance"], evidence["returned"]) == ("1000.00", "0")
    assert not Transfer.objects.filter(purpose=Purpose.YEAR_END).exists()


def test_a_silent_clause_follows_the_setting_as_shipped(made, monkeypatch):
    monkeypatch.setattr(module, "clause_of", lambda programme: CarryOver.SILENT)
    assert run(made)["what"] == "carry over"


def test_a_setting_to_return_gives_back_what_was_there_at_the_years_end(made, monkeypatch):
    setting(monkeypatch, RETURN)
    ledger.allocate(made.programme, Decimal(500), date(2025, 1, 10), "of the new year")
    assert run(made)["returned"] == "1000.00"
    assert Account.objects.get(programme=made.programme, kind=AccountKind.AVAILABLE).balance == Decimal(500)


def test_what_was_promised_since_does_not_go_back(made, monkeypatch):
    setting(monkeypatch, RETURN)
    ledger.commit(made.programme, Decimal(900), date(2025, 1, 10), "IG-2025-00001")
    assert run(made)["returned"] == "100.00"


def test_a_setting_nobody_made_is_no_answer(made, monkeypatch):
    shipped = Parameters.load()
    others = [value for value in shipped.values if value.name != "programme_accounts.silent_clause"]
    monkeypatch.setattr(module, "clause_of", lambda programme: CarryOver.SILENT)
    monkeypatch.setattr(module, "parameters_on", lambda: Parameters(shipped.declared.values(), others))
    with pytest.raises(Trouble):
        run(made)


def test_a_year_is_closed_once_and_when_it_is_over(made):
    run(made)
    for year, why in ((2024, "already"), (2025, "not over"), (2023, "no money")):
        with pytest.raises(BadInput) as refused:
            run(made, year)
        assert why in str(refused.value.fields["year"])
