"""By which addresses does something begin, and by which is a file handed in?"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel

from ondiris.api.calling import KeyedRequest
from ondiris.api.once import once
from ondiris.api.reading import Number
from ondiris.api.v1 import agreements, applications, bodies, claims, reports
from ondiris.api.v1.examples import example
from ondiris.api.v1.seeing import seen
from ondiris.base.errors import BadInput
from ondiris.domains.agreements.actions.draw import draw
from ondiris.domains.agreements.actions.report import begin_report, save_report
from ondiris.domains.applications.actions.attach import attach
from ondiris.domains.applications.actions.begin import begin
from ondiris.domains.measures.catalogue import names
from ondiris.domains.recovery.actions.claim import draw as draw_claim


@applications.router.post("", response={201: applications.ApplicationOut}, openapi_extra=example(bodies.Begin))
@once(201)
def begin_application(request: KeyedRequest, body: bodies.Begin) -> BaseModel:
    """Begin an application for the caller's enterprise (25.8)."""
    if body.measure not in names():
        raise BadInput({"measure": _("There is no such measure.")})
    actor = request.auth.actor
    return applications.shown(actor, begin(actor, measure_name=body.measure))


def _form(field: str, shape: Mapping[str, Any]) -> dict[str, Any]:
    """The description of a body with one text field and a file."""
    schema = {
        "type": "object",
        "properties": {field: {"type": "string", **shape}, "file": {"type": "string", "format": "binary"}},
        "required": [field, "file"],
        "additionalProperties": False,
    }
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


@applications.router.post(
    "/{number}/acts/attach",
    response=applications.ApplicationOut,
    operation_id="application_attach",
    openapi_extra=_form("requirement", {"examples": ["business_plan"]}),
)
@once(200, form=["requirement"])
def attach_document(request: KeyedRequest, number: Number) -> BaseModel:
    """Hand in a document for one of the measure's requirements: PDF, PNG, JPEG, XLSX or DOCX, known by its content."""
    actor = request.auth.actor
    seen(actor, applications.visible(actor), number)
    form = request.form
    return applications.shown(actor, attach(actor, number, requirement=form.fields["requirement"], upload=form.upload))


@agreements.router.post("", response={201: agreements.AgreementOut}, openapi_extra=example(bodies.Draw))
@once(201)
def draw_agreement(request: KeyedRequest, body: bodies.Draw) -> BaseModel:
    """Draw up the agreement that a granted application leads to (27.1)."""
    actor = request.auth.actor
    seen(actor, applications.visible(actor), body.application)
    return agreements.shown(actor, draw(actor, application_number=body.application))


@agreements.router.post(
    "/{number}/reports", response={201: reports.ReportOut}, openapi_extra=example(bodies.BeginReport)
)
@once(201)
def begin_a_report(request: KeyedRequest, number: Number, body: bodies.BeginReport) -> BaseModel:
    """Begin the report for a year (27.1)."""
    actor = request.auth.actor
    seen(actor, agreements.visible(actor), number)
    return reports.shown(actor, begin_report(actor, agreement_number=number, year=body.year))


@reports.router.post(
    "/{number}/proofs",
    response=reports.ReportOut,
    operation_id="report_prove",
    openapi_extra=_form("undertaking", {"pattern": "^[0-9]{1,4}$", "examples": ["1"]}),
)
@once(200, form=["undertaking"])
def prove(request: KeyedRequest, number: Number) -> BaseModel:
    """Hand in a document that proves the value of an undertaking."""
    actor = request.auth.actor
    report = seen(actor, reports.visible_reports(actor), number)
    keys = {str(place): key for key, place in reports.places(report.agreement).items()}
    key = keys.get(request.form.fields["undertaking"])
    if key is None:
        raise BadInput({"undertaking": _("The agreement has no undertaking at this place.")})
    try:
        proved = save_report(actor, number, answers={}, proofs={key: request.form.upload})
    except BadInput as wrong:  # the act names the file by the undertaking it proves
        raise BadInput({"file": next(iter(wrong.fields.values()))}) from wrong
    return reports.shown(actor, proved)


@agreements.router.post("/{number}/claims", response={201: claims.ClaimOut}, openapi_extra=example(bodies.DrawClaim))
@once(201)
def draw_a_claim(request: KeyedRequest, number: Number, body: bodies.DrawClaim) -> BaseModel:
    """Draw up a demand for the return of money as of a day (27.4)."""
    actor = request.auth.actor
    seen(actor, agreements.visible(actor), number)
    return claims.shown(actor, draw_claim(actor, agreement_number=number, demand_on=body.demand_on))
