"""Applications, agreements and reports, brought by real acts to the state where a test begins."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

from ondiris.domains.agreements.actions.draw import draw
from ondiris.domains.agreements.actions.pay import pay
from ondiris.domains.agreements.actions.plan import offer, plan
from ondiris.domains.agreements.actions.report import accept_report, begin_report, save_report, submit_report
from ondiris.domains.agreements.actions.sign import accept, sign
from ondiris.domains.agreements.models import Agreement, Report
from ondiris.domains.applications.actions.ask import ask
from ondiris.domains.applications.actions.attach import attach
from ondiris.domains.applications.actions.begin import begin
from ondiris.domains.applications.actions.decide import decide, propose
from ondiris.domains.applications.actions.establish import establish
from ondiris.domains.applications.actions.examine import assess, declare, examine
from ondiris.domains.applications.actions.save import save
from ondiris.domains.applications.actions.submit import submit
from ondiris.domains.applications.actions.take import take
from ondiris.domains.applications.models import Application
from ondiris.domains.documents.keeping import Upload
from ondiris.domains.measures.catalogue import measure
from tests.factories.country import PASSWORD, Country, actor

DAY = date(2024, 3, 1)
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def upload(name: str = "plan.pdf", content: bytes = PDF) -> Upload:
    """A file as it comes in."""
    return Upload(name, len(content), io.BytesIO(content))


def answers(**changed: Any) -> dict[str, Any]:
    """The answers of an enterprise that meets every condition, with what the test changes."""
    promise = {
        "direction": "productivity",
        "indicator": "Output a worker",
        "unit": "thousand tenge",
        "baseline": "9000",
        "evidence": "Statistical form",
        "targets": {"2025": "10000", "2026": "12000"},
    }
    return {
        "listed_output_share": "100",
        "affiliated_with_equipment_owner": "false",
        "has_qualified_engineers": "true",
        "project_cost": "200000000",
        "own_funds": "80000000",
        "requested_amount": "100000000",
        "obligations_accepted": "true",
        "first_year": "2025",
        "year_count": "2",
        "goods": [{"commodity_code": "843210", "name": "Ploughs"}],
        "obligations": [
            promise,
            {
                **promise,
                "direction": "export",
                "indicator": "Exports",
                "unit": "tonnes",
                "targets": {"2025": "100", "2026": "200"},
            },
        ],
        "goals": [
            {
                **promise,
                "direction": "",
                "indicator": "New jobs",
                "unit": "jobs",
                "targets": {"2025": "10", "2026": "20"},
            }
        ],
        **changed,
    }


STATES = ("draft", "submitted", "checking", "asked", "examining", "examined", "proposed", "decided")


def application(
    made: Country,
    state: str = "draft",
    *,
    on: date = DAY,
    who: str = "applicant",
    changed: dict[str, Any] | None = None,
    kind: str = "grant",
    ground: str = "",
    measure_name: str = "industrial-grant",
) -> Application:
    """An application brought to a state: one of STATES ("examined" is still with the experts, all of whom scored)."""
    applicant, officer = actor(made, who, on), actor(made, "officer", on)
    number = begin(applicant, measure_name=measure_name).number
    save(applicant, number, answers=answers(**(changed or {})))
    for required in measure(measure_name).documents:
        attach(applicant, number, requirement=required.name, upload=upload())
    steps = STATES[1 : STATES.index(state) + 1]
    if "submitted" in steps:
        submit(applicant, number)
    if "checking" in steps:
        take(officer, number)
        for fact, value in (("in_agro_industry", False), ("documents_complete", True), ("has_arrears", False)):
            establish(officer, number, fact=fact, value=value)
    if state == "asked":
        ask(officer, number, text="Who will run the new line?")
        return Application.objects.get(number=number)
    if "examining" in steps:
        experts = [made.people["expert"].pk, made.people["second_expert"].pk]
        examine(officer, number, experts=experts)
    if "examined" in steps:
        scores = {criterion.name: 8 for criterion in measure(measure_name).criteria}
        for expert in ("expert", "second_expert"):
            declare(actor(made, expert, on), number, has_conflict=False)
            assess(actor(made, expert, on), number, scores=scores, opinion="Sound.")
    if "proposed" in steps:
        amount = Decimal("100000000") if kind == "grant" else None
        propose(officer, number, kind=kind, ground=ground, amount=amount)
    if "decided" in steps:
        decide(actor(made, "decider", on), number)
    return Application.objects.get(number=number)


AGREEMENT_STATES = ("drawn", "planned", "offered", "accepted", "in_force", "paid")


def agreement(made: Country, state: str = "in_force", *, on: date = DAY) -> Agreement:
    """An agreement over 100 million in two instalments, brought to one of AGREEMENT_STATES; "paid" paid both."""
    officer = actor(made, "officer", on)
    number = draw(officer, application_number=application(made, "decided", on=on).number).number
    steps = AGREEMENT_STATES[1 : AGREEMENT_STATES.index(state) + 1]
    half = Decimal("50000000")
    if "planned" in steps:
        plan(officer, number, instalments=[(date(2024, 4, 1), half), (date(2024, 9, 1), half)])
    if "offered" in steps:
        offer(officer, number)
    if "accepted" in steps:
        accept(actor(made, "applicant", on), number, proof=PASSWORD)
    if "in_force" in steps:
        sign(actor(made, "decider", on), number, proof=PASSWORD)
    if "paid" in steps:
        pay(actor(made, "treasurer", date(2024, 4, 1)), number, place=1)
        pay(actor(made, "treasurer", date(2024, 9, 1)), number, place=2)
    return Agreement.objects.get(number=number)


def report(made: Country, agreement: Agreement, year: int, values: list[str], *, state: str = "accepted") -> Report:
    """The report for a year, handed in on 1 February of the next; `values` in the order of undertakings."""
    on = date(year + 1, 2, 1)
    recipient = actor(made, "applicant", on)
    number = begin_report(recipient, agreement_number=agreement.number, year=year).number
    undertakings = list(agreement.undertakings.order_by("pk"))
    save_report(
        recipient,
        number,
        answers={f"value_{u.pk}": value for u, value in zip(undertakings, values, strict=True)},
        proofs={u.pk: upload("proof.pdf") for u in undertakings},
    )
    if state != "draft":
        submit_report(recipient, number)
    if state == "accepted":
        accept_report(actor(made, "monitor", on), number)
    return Report.objects.get(number=number)
