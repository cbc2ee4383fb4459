"""The second measure lives by its declaration alone, from application to recovery (39, 27.4)."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from tests.factories import actor, country, report
from tests.factories.cases import DAY, PROOFS, answers

from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.applications.judging import facts_of, judged
from ondiris.domains.funds import ledger
from ondiris.domains.funds.models import Account, Programme
from ondiris.domains.funds.terms import AccountKind
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.recovery.actions import claim
from ondiris.project.demonstration import cases
from ondiris.project.demonstration.cases import Calendar, Decided

pytestmark = pytest.mark.django_db
COSTS = [{"kind": "digital", "amount": "6000000"}, {"kind": "competences", "amount": "2000000"}]


def stated(**changed):
    return {**answers(requested_amount="4000000"), "costs": COSTS, **changed}


def test_a_cost_of_another_kind_is_found_not_met_before_anybody_applies():
    country()
    chosen = measure("labour-productivity")
    facts = facts_of(chosen, stated(costs=[{"kind": "digital", "amount": "0"}]), DAY)
    found = {f.rule: f for f in judged(chosen, {"case": "self-check", **facts}, DAY, None).findings}
    assert found["is_a_cost_of_the_four_kinds"].refuses
    assert found["is_a_cost_of_the_four_kinds"].provision == "39.2"


def test_from_application_to_recovery():
    made = country()
    cast = partial(actor, made)
    programme = Programme.objects.get(code="labour-productivity")
    ledger.allocate(programme, Decimal("10000000"), date(2024, 1, 10), "budget 2024")
    granted = cases.application(
        cast,
        "decided",
        Calendar(DAY),
        stated(),
        measure_name="labour-productivity",
        decided=Decided(amount=Decimal("4000000")),
    )
    assert granted.state == "granted"
    signed = cases.agreement(cast, granted, "paid", Calendar(DAY), [(date(2024, 4, 1), Decimal("4000000"))], PROOFS)
    report(made, signed, 2025, ["10000", "50"])
    day = date(2026, 3, 2)
    give_notice(cast("monitor", day), signed.number, text="Exports reached half of the target.")
    drawn = claim.draw(cast("monitor", day), agreement_number=signed.number, demand_on=day)
    claim.demand(cast("decider", day), drawn.number)
    back = claim.receive(cast("treasurer", day), drawn.number, amount=drawn.amount)
    assert back.state == "returned"
    assert Decimal("1000000") < drawn.amount < Decimal("1500000")
    kept = Account.objects.get(programme=programme, kind=AccountKind.RETURNED)
    assert kept.balance == drawn.amount
