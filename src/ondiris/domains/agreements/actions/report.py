"""The recipient reports for a year; the monitor accepts the report or returns it for correction."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, NotFound, WrongState
from ondiris.base.numbering.next import next_number
from ondiris.domains.agreements.flow import REPORT_FLOW
from ondiris.domains.agreements.models import Agreement, Proof, Reached, Report, Target
from ondiris.domains.agreements.permissions import may_begin_report, may_judge_report, may_report
from ondiris.domains.agreements.queries import LIVE
from ondiris.domains.agreements.terms import ReportState
from ondiris.domains.applications.drafts import number
from ondiris.domains.documents.keeping import Upload, keep


@beginning("report.begin", _("Begin a report"), Report, "27.1", may_begin_report)
def begin_report(actor: Actor, *, agreement_number: str, year: int) -> tuple[Report, dict[str, Any]]:
    """A draft for a year that has targets and has no report yet. BadInput for any other year."""
    theirs = Agreement.objects.filter(recipient=actor.organisation_id)
    agreement = theirs.select_for_update().filter(number=agreement_number).first()  # locked: two begin only one report
    if agreement is None:
        raise NotFound
    if agreement.state not in LIVE:
        raise WrongState(_("Reports belong to an agreement in force."), provision="27.1")
    if not Target.objects.filter(undertaking__agreement=agreement, year=year).exists():
        raise BadInput({"year": _("No target is set for this year.")})
    if actor.on.year < year:
        raise BadInput({"year": _("This year has not come yet.")})
    if agreement.reports.filter(year=year).exists():
        raise BadInput({"year": _("There already is a report for this year.")})
    report = Report.objects.create(
        number=next_number("REP", actor.on.year), state=ReportState.DRAFT, agreement=agreement, year=year
    )
    return report, {"agreement": agreement.number, "year": year}


@act(REPORT_FLOW, "save", _("Save the report"), Report, may_report)
def save_report(
    actor: Actor,
    report: Report,
    *,
    answers: Mapping[str, str],
    proofs: Mapping[int, Upload] | None = None,
) -> Outcome:
    """Keep what was typed, by undertaking, and the files handed in; saving never refuses for being incomplete."""
    report.answers = {**report.answers, **answers}
    undertakings = {u.pk: u for u in report.agreement.undertakings.all()}
    for key, upload in (proofs or {}).items():
        if key not in undertakings:
            raise NotFound
        document = keep(actor, upload, field=f"proof_{key}")
        Proof.objects.create(report=report, undertaking=undertakings[key], document=document)
    return Outcome({"saved": sorted(answers)}, to=ReportState(report.state))


@act(REPORT_FLOW, "detach", _("Remove a proof"), Report, may_report)
def detach_proof(actor: Actor, report: Report, *, document: str) -> Outcome:
    """Take a document out of a report that is not handed in; the file itself is kept."""
    proof = report.proofs.filter(document__number=document).first()
    if proof is None:
        raise NotFound
    proof.delete()
    return Outcome({"document": document}, to=ReportState(report.state))


def values_of(report: Report) -> tuple[dict[Target, Decimal], dict[str, Promise]]:
    """What the report says for each target of its year, and what is wrong with it, by field `value_<undertaking>`."""
    values: dict[Target, Decimal] = {}
    wrong: dict[str, Promise] = {}
    targets = Target.objects.filter(undertaking__agreement=report.agreement, year=report.year)
    for target in targets.select_related("undertaking"):
        field = f"value_{target.undertaking_id}"
        try:
            values[target] = number(report.answers.get(field, ""))
        except ValueError:
            wrong[field] = _("Give the value reached as a number, zero or more, with at most four decimals.")
    return values, wrong


@act(REPORT_FLOW, "submit", _("Submit the report"), Report, may_report)
def submit_report(actor: Actor, report: Report) -> Outcome:
    """Hand the report in. BadInput names each value and each proof that is missing."""
    values, wrong = values_of(report)
    proved = set(report.proofs.values_list("undertaking_id", flat=True))
    for target in values:
        if target.undertaking_id not in proved:
            wrong[f"proof_{target.undertaking_id}"] = _("Attach what proves the value.")
    if wrong:
        raise BadInput(wrong)
    report.submitted_on = actor.on
    return Outcome({"answers": report.answers})


@act(REPORT_FLOW, "send_back", _("Return for correction"), Report, may_judge_report)
def send_back_report(actor: Actor, report: Report, *, remark: str) -> Outcome:
    """Back to the recipient, with what is to be corrected."""
    if not remark.strip():
        raise BadInput({"remark": _("Say what is to be corrected.")})
    report.remark = remark.strip()
    return Outcome({"remark": report.remark})


@act(REPORT_FLOW, "accept", _("Accept the report"), Report, may_judge_report)
def accept_report(actor: Actor, report: Report) -> Outcome:
    """What it says is established and counts for the level of fulfilment."""
    values, wrong = values_of(report)
    if wrong:
        raise BadInput(wrong)
    Reached.objects.bulk_create(Reached(report=report, target=target, value=value) for target, value in values.items())
    report.accepted_on = actor.on
    return Outcome({"reached": [{"indicator": t.undertaking.indicator, "value": value} for t, value in values.items()]})
