"""The life of a case of the second measure, told by programs alone, from the check to the money returned (39)."""

from datetime import date
from decimal import Decimal

import pytest

from ondiris.domains.funds import ledger
from ondiris.domains.funds.models import Account, Programme
from ondiris.domains.funds.terms import AccountKind
from ondiris.domains.measures.catalogue import measure
from tests.api.conftest import Program
from tests.api.lives import decided, done, establish, file, in_force, report_in, submitted
from tests.factories import DAY

MEASURE = "labour-productivity"
COSTS = [{"kind": "digital", "amount": "6000000.00"}, {"kind": "competences", "amount": "2000000.00"}]
PROMISE = {
    "direction": "productivity",
    "indicator": "Output a worker",
    "unit": "thousand tenge",
    "baseline": "9000",
    "evidence": "Statistical form",
    "targets": {"2025": "10000"},
}
EXPORTS = {
    "direction": "export",
    "indicator": "Exports",
    "unit": "tonnes",
    "baseline": "40",
    "targets": {"2025": "100"},
}
DRAFT = {
    "facts": {"listed_output_share": "100", "requested_amount": "4000000.00", "obligations_accepted": True},
    "first_year": 2025,
    "year_count": 1,
    "rows": {"costs": COSTS},
    "obligations": [PROMISE, {**PROMISE, **EXPORTS}],
}
FACTS = {
    "case": "A-1",
    "in_manufacturing": True,
    "in_agro_industry": False,
    "listed_output_share": "100",
    "obligations_accepted": True,
    "directions_accepted": 1,
    "documents_complete": True,
    "costs": COSTS,
    "obligations": [{"direction": "productivity", "every_period_has_target": True}],
}


@pytest.fixture
def programme(made):
    """The programme of the measure, with ten million tenge."""
    programme = Programme.objects.get(code=MEASURE)
    ledger.allocate(programme, Decimal("10000000"), date(2024, 1, 10), "budget 2024")
    return programme


@pytest.fixture
def checked(program, programme):
    """The number of an application that an officer has taken."""
    sent = submitted(program("applicant"), MEASURE, DRAFT, "contracts")
    assert (sent["number"][:3], sent["state"], sent["amount"]) == ("LP-", "submitted", "4000000.00")
    done(program("officer").post(f"/applications/{sent['number']}/acts/take", {}))
    return sent["number"]


def test_the_measure_is_shown_with_its_costs_and_without_experts(made):
    shown = done(Program().get(f"/measures/{MEASURE}", on="2024-03-01"))
    kind = next(fact for fact in shown["lists"]["costs"] if fact["name"] == "kind")
    assert set(kind["choices"]) == {"competences", "digital", "processes", "organisation"}
    assert (shown["experts_needed"], shown["criteria"], shown["account_provision"]) == (0, [], "39.3")


def judge(**changed):
    judged = done(Program().post(f"/measures/{MEASURE}/judge?on={DAY}", {**FACTS, **changed}, key=""))
    return judged["cases"][0]


def test_a_case_that_meets_every_condition_qualifies(made):
    assert judge()["conclusion"] == "qualifies"


def test_a_cost_of_nothing_is_found_not_met_by_its_article(made):
    found = judge(costs=[{"kind": "digital", "amount": "0.00"}])
    assert found["conclusion"] == "refusable"
    refusing = [one for one in found["findings"] if one["refuses"]]
    assert [(one["rule"], one["provision"]) for one in refusing] == [("is_a_cost_of_the_four_kinds", "39.2")]


def test_a_cost_of_another_kind_is_named_by_its_place(program, programme):
    applicant = program("applicant")
    number = done(applicant.post("/applications", {"measure": MEASURE}))["number"]
    costs = [*COSTS, {"kind": "advertising", "amount": "1.00"}]
    answer = applicant.post(f"/applications/{number}/acts/save", {"rows": {"costs": costs}})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["rows.costs[2].kind"]


def test_a_draft_reads_back_as_it_was_sent_and_says_what_is_missing(program, programme):
    applicant = program("applicant")
    number = done(applicant.post("/applications", {"measure": MEASURE}))["number"]
    asked = {gap["section"] for gap in done(applicant.get(f"/applications/{number}"))["missing"]}
    assert asked == {*(section.name for section in measure(MEASURE).sections), "documents"}
    saved = done(applicant.post(f"/applications/{number}/acts/save", DRAFT))
    assert saved["answers"]["rows"] == {"costs": COSTS}
    assert [gap["key"] for gap in saved["missing"]] == ["contracts"]


def test_goods_are_not_asked_for(program, programme):
    applicant = program("applicant")
    number = done(applicant.post("/applications", {"measure": MEASURE}))["number"]
    answer = applicant.post(f"/applications/{number}/acts/save", {"goods": [{"commodity_code": "843210"}]})
    assert [error["field"] for error in answer.json()["errors"]] == ["goods"]


def test_a_document_of_another_measure_is_not_asked_for(program, programme):
    applicant = program("applicant")
    at = f"/applications/{done(applicant.post('/applications', {'measure': MEASURE}))['number']}"
    answer = applicant.send(f"{at}/acts/attach", "one", requirement="business_plan", file=file())
    assert [error["field"] for error in answer.json()["errors"]] == ["requirement"]


def test_no_expert_is_asked(program, checked):
    officer = program("officer")
    assert "examine" not in done(officer.get(f"/applications/{checked}"))["acts"]
    answer = officer.post(f"/applications/{checked}/acts/examine", {"experts": ["marat@example.kz"]})
    assert (answer.status_code, answer.json()["type"]) == (403, "/api/v1/problems/not-permitted")


def test_from_application_to_the_money_returned(program, programme, checked, on_the_day):
    establish(program("officer"), checked, in_agro_industry=False, documents_complete=True)
    granted = decided(program, checked, "4000000.00")
    assert granted["state"] == "granted"
    assert granted["decisions"][0]["edition"] == ""  # no goods, so no list was asked
    signed = in_force(program, checked, [{"due_on": "2024-04-01", "amount": "4000000.00"}])
    assert (signed["number"][:5], signed["measure"], signed["state"]) == ("LP-A-", MEASURE, "in_force")
    at = f"/agreements/{signed['number']}"
    on_the_day(date(2024, 4, 1))
    done(program("treasurer").post(f"{at}/acts/pay", {"place": 1}))
    report_in(program, on_the_day, signed["number"], 2025, "10000", "50")

    on_the_day(date(2026, 3, 2))
    monitor = program("monitor")
    noticed = done(monitor.post(f"{at}/acts/give_notice", {"text": "Exports reached half of the target."}))
    assert (noticed["state"], noticed["obligations"]["level"]) == ("noticed", "3/4")
    due = done(program("applicant").get(at, on="2026-03-02"))["due"]
    assert due["sheet"]["payments"][0]["amount"] == "4000000.00"
    drawn = done(monitor.post(f"{at}/claims", {"demand_on": "2026-03-02"}))
    assert drawn["amount"] == due["due"]
    demanded = f"/claims/{drawn['number']}/acts"
    done(program("decider").post(f"{demanded}/demand", {}))
    back = done(program("treasurer").post(f"{demanded}/receive", {"amount": drawn["amount"]}))
    assert (back["state"], back["returned"]) == ("returned", drawn["amount"])
    held = Account.objects.get(programme=programme, kind=AccountKind.RETURNED)
    assert held.balance == Decimal(drawn["amount"])
