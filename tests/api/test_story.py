"""The life of an industrial grant, told by programs alone."""

from datetime import date

import pytest

from ondiris.api.v1.acts import OFFERED
from ondiris.base.acts import ACTS, BEGINNINGS
from tests.api.lives import decided, done, establish, file, in_force, report_in, submitted
from tests.factories import agreement

PROMISE = {
    "indicator": "Exports",
    "unit": "tonnes",
    "baseline": "90",
    "evidence": "Customs declarations",
    "targets": {"2025": "100", "2026": "200"},
}
DRAFT = {
    "facts": {
        "listed_output_share": "100",
        "affiliated_with_equipment_owner": False,
        "has_qualified_engineers": True,
        "project_cost": "200000000.00",
        "own_funds": "80000000.00",
        "requested_amount": "100000000.00",
        "obligations_accepted": True,
    },
    "first_year": 2025,
    "year_count": 2,
    "goods": [{"commodity_code": "843210", "name": "Ploughs"}],
    "obligations": [{**PROMISE, "direction": "export"}],
    "goals": [PROMISE],
}
BY_OTHER_ADDRESSES = {"application.attach"}  # takes a file; its address is declared by hand


def test_every_act_of_an_application_an_agreement_a_report_and_a_demand_has_an_address():
    offered = {offered.act.name for rows in OFFERED.values() for offered in rows} | BY_OTHER_ADDRESSES
    flows = ("application.", "agreement.", "report.", "claim.")
    assert {name for name in ACTS if name.startswith(flows)} == offered
    assert {name for name in BEGINNINGS if name.startswith(flows)} == {
        "application.begin",
        "agreement.draw",
        "report.begin",
        "claim.draw",
    }


@pytest.fixture
def granted(program):
    """The number of an application that programs brought to its grant."""
    applicant, officer = program("applicant"), program("officer")
    sent = submitted(applicant, "industrial-grant", DRAFT, "business_plan", "budget", "own_funds")
    assert (sent["state"], sent["amount"]) == ("submitted", "100000000.00")
    number = sent["number"]
    at = f"/applications/{number}"
    done(officer.post(f"{at}/acts/take", {}))
    done(officer.post(f"{at}/acts/ask", {"text": "Who will run the line?"}))
    done(applicant.post(f"{at}/acts/answer", {"text": "Our engineers."}))
    establish(officer, number, in_agro_industry=False, documents_complete=True, has_arrears=False)
    done(officer.post(f"{at}/acts/examine", {"experts": ["marat@example.kz", "zhanar@example.kz"]}))
    scores = {"feasibility": 8, "complexity": 7, "market": 6, "finances": 9}
    for who in ("expert", "second_expert"):
        done(program(who).post(f"{at}/acts/declare", {"has_conflict": False}))
        done(program(who).post(f"{at}/acts/assess", {"scores": scores, "opinion": "Sound."}))
    assert decided(program, number, "100000000.00")["state"] == "granted"
    return number


def test_from_application_to_payment_and_report(program, granted, on_the_day):
    half = "50000000.00"
    plan = [{"due_on": "2024-04-01", "amount": half}, {"due_on": "2024-09-01", "amount": half}]
    signed = in_force(program, granted, plan)
    assert signed["state"] == "in_force"
    assert {one["digest"] for one in signed["signatures"]} == {signed["terms_digest"]}
    assert {letter["kind"] for letter in signed["letters"]} == {"agreement"}
    assert {one["place"]: one["track"] for one in signed["undertakings"]} == {1: "obligation", 2: "goal"}

    at = f"/agreements/{signed['number']}"
    on_the_day(date(2024, 4, 1))
    paid = done(program("treasurer").post(f"{at}/acts/pay", {"place": 1}))
    assert [one["paid_on"] for one in paid["instalments"]] == ["2024-04-01", None]

    report_in(program, on_the_day, signed["number"], 2025, "50", "100")
    shown = program("applicant").get(at, on="2026-02-01").json()
    assert shown["obligations"]["level"] == "1/2"
    assert shown["goals"]["level"] == "1/1"
    assert shown["due"]["sheet"]["payments"][0]["amount"] == half
    assert shown["due"]["due"] is not None


def test_a_report_without_values_is_told_by_the_place_of_the_undertaking(program, granted, made, on_the_day):
    signed = agreement(made, "in_force")
    on_the_day(date(2026, 2, 1))
    applicant = program("applicant")
    number = done(applicant.post(f"/agreements/{signed.number}/reports", {"year": 2025}))["number"]
    answer = applicant.post(f"/reports/{number}/acts/submit", {})
    assert answer.status_code == 422
    assert {error["field"] for error in answer.json()["errors"]} == {"value[1]", "value[2]", "value[3]"}


def test_a_proof_that_is_no_document_is_told_beside_its_file(program, made, on_the_day):
    signed = agreement(made, "in_force")
    on_the_day(date(2026, 2, 1))
    applicant = program("applicant")
    number = done(applicant.post(f"/agreements/{signed.number}/reports", {"year": 2025}))["number"]
    answer = applicant.send(f"/reports/{number}/proofs", "one", undertaking="1", file=file("proof.exe"))
    assert [error["field"] for error in answer.json()["errors"]] == ["file"]
