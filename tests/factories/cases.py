"""Applications, agreements and reports of the tests' country, brought by real acts to the state where a test begins."""

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from ondiris.domains.agreements.models import Agreement, Report
from ondiris.domains.applications.models import Application
from ondiris.project.demonstration import cases
from ondiris.project.demonstration.cases import Calendar, Decided, upload
from tests.factories.country import PASSWORD, Country, actor

__all__ = ["DAY", "agreement", "answers", "application", "report", "upload"]

DAY = date(2024, 3, 1)
PROOFS = {"applicant": PASSWORD, "decider": PASSWORD}


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
    exports = {
        "direction": "export",
        "indicator": "Exports",
        "unit": "tonnes",
        "targets": {"2025": "100", "2026": "200"},
    }
    jobs = {"direction": "", "indicator": "New jobs", "unit": "jobs", "targets": {"2025": "10", "2026": "20"}}
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
        "obligations": [promise, {**promise, **exports}],
        "goals": [{**promise, **jobs}],
        **changed,
    }


def application(
    made: Country,
    state: str = "draft",
    *,
    on: date = DAY,
    who: str = "applicant",
    changed: dict[str, Any] | None = None,
    kind: str = "grant",
    ground: str = "",
    found: dict[str, Any] | None = None,
    measure_name: str = "industrial-grant",
) -> Application:
    """An application brought to a state of `cases.APPLICATION_STATES`; `found` is what officials establish otherwise."""
    return cases.application(
        partial(actor, made),
        state,
        Calendar(on),
        answers(**(changed or {})),
        who=who,
        measure_name=measure_name,
        decided=Decided(kind, ground, Decimal("100000000"), found),
    )


def agreement(
    made: Country, state: str = "in_force", *, on: date = DAY, changed: dict[str, Any] | None = None
) -> Agreement:
    """An agreement over 100 million in two instalments, in a state of `cases.AGREEMENT_STATES`."""
    half = Decimal("50000000")
    return cases.agreement(
        partial(actor, made),
        application(made, "decided", on=on, changed=changed),
        state,
        Calendar(on),
        [(date(2024, 4, 1), half), (date(2024, 9, 1), half)],
        PROOFS,
    )


def report(made: Country, signed: Agreement, year: int, values: list[str], *, state: str = "accepted") -> Report:
    """The report for a year, handed in on 1 February of the next; `values` in the order of undertakings."""
    return cases.report(partial(actor, made), signed, year, values, state=state)
