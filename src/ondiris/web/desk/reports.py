"""What does a recipient report, and does the monitor accept it?"""

from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.journal import access
from ondiris.domains.agreements.actions.report import accept_report, send_back_report, values_of
from ondiris.domains.agreements.models import Proof, Report, Target
from ondiris.domains.agreements.terms import ReportState
from ondiris.domains.documents.models import Document
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import ActForm, ActPage, Way, act_page, text_field, ways
from ondiris.web.desk.things import report_at
from ondiris.web.desk.words import tag
from ondiris.web.showing.history import history
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line


@dataclass(frozen=True, slots=True)
class Said:
    """A target of the year beside what the report says; `value` is None where it cannot be read."""

    target: Target
    value: Decimal | None
    share: Decimal | None
    proofs: list[Document]


@for_officials
def report(request: ActedRequest, number: str) -> HttpResponse:
    """A report with its targets, values and proofs."""
    one = report_at(request.actor, number)
    access.looked(request.actor, "report", number, "report")
    context = {
        "report": one,
        "tag": tag(ReportState(one.state)),
        "lines": _lines(one),
        "said": _said(one),
        "ways": ways(
            request.actor,
            one,
            (accept_report, Way(accept_report.title, reverse("desk:accept-report", args=[number]), main=True)),
            (send_back_report, Way(send_back_report.title, reverse("desk:return-report", args=[number]))),
        ),
        "history": history(("report", number)),
    }
    return render(request, "desk/report.html", context)


def _lines(one: Report) -> list[Line]:
    lines = [
        Line(_("Recipient"), one.agreement.recipient.name),
        Line(_("Agreement"), one.agreement.number),
        Line(_("Year"), str(one.year)),
        Line(_("Handed in"), figures.day(one.submitted_on)),
    ]
    if one.remark:
        lines.append(Line(_("To be corrected"), one.remark))
    if one.accepted_on is not None:
        lines.append(Line(_("Accepted"), figures.day(one.accepted_on)))
    return lines


def _said(one: Report) -> list[Said]:
    """The year's targets in the order of undertakings; drafts are the recipient's own and say nothing here."""
    values, _wrong = values_of(one) if one.state in (ReportState.SUBMITTED, ReportState.ACCEPTED) else ({}, {})
    by_target = {target.pk: value for target, value in values.items()}
    proofs = list(Proof.objects.filter(report=one).select_related("document").order_by("pk"))
    targets = Target.objects.filter(undertaking__agreement=one.agreement_id, year=one.year)
    return [
        Said(
            target,
            by_target.get(target.pk),
            _share(by_target.get(target.pk), target.value),
            [proof.document for proof in proofs if proof.undertaking_id == target.undertaking_id],
        )
        for target in targets.select_related("undertaking").order_by("-undertaking__track", "undertaking")
    ]


def _share(value: Decimal | None, target: Decimal) -> Decimal | None:
    return None if value is None else (value * 100 / target).quantize(Decimal("0.01")).normalize()


def _page(one: Report, title: object, button: str, done: str, consequence: str) -> ActPage:
    return ActPage(
        title=str(title),
        button=button,
        of=one.number,
        back=reverse("desk:report", args=[one.number]),
        done=done,
        lines=_lines(one),
        consequences=[consequence] if consequence else [],
    )


@for_officials
def accept_page(request: ActedRequest, number: str) -> HttpResponse:
    """Accept the report: what it says is established."""
    one = report_at(request.actor, number)
    page = _page(
        one,
        accept_report.title,
        _("Accept it"),
        _("The report is accepted; what it says counts for the level of fulfilment."),
        _("What the report says is established and cannot be reported again."),
    )
    return act_page(request, accept_report, one, ActForm(one, request.POST or None), page)


class ReturnForm(ActForm):
    """What is to be corrected."""

    remark = text_field(gettext_lazy("What is to be corrected"), help_text=gettext_lazy("The recipient reads it."))


@for_officials
def return_page(request: ActedRequest, number: str) -> HttpResponse:
    """Return the report for correction."""
    one = report_at(request.actor, number)
    page = _page(
        one,
        send_back_report.title,
        _("Return it"),
        _("The report is with the recipient again, with your remark."),
        "",
    )
    return act_page(request, send_back_report, one, ReturnForm(one, request.POST or None), page)
