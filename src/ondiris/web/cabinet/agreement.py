"""What did both sides promise, what was paid and reached, and what is to be done under an agreement?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.domains.agreements.actions.report import begin_report
from ondiris.domains.agreements.actions.sign import accept
from ondiris.domains.agreements.flow import FLOW, REPORT_FLOW
from ondiris.domains.agreements.models import Agreement, Instalment, Report, Undertaking
from ondiris.domains.agreements.queries import LIVE, undertakings_of
from ondiris.domains.agreements.terms import WORDS, AgreementState, ReportState, Side, Track
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.recovery import flow as recovery
from ondiris.domains.recovery.models import Claim
from ondiris.domains.recovery.terms import ClaimState
from ondiris.web.acting import for_enterprises
from ondiris.web.cabinet.lookup import agreement_at, own_claims
from ondiris.web.cabinet.promised import promised
from ondiris.web.cabinet.standing import DECIDES, SERVES, YOU, who
from ondiris.web.showing.history import history
from ondiris.web.showing.letters import letters
from ondiris.web.showing.states import tag_of
from ondiris.web.ui.parts import Next, Tag


@dataclass(frozen=True, slots=True)
class ReportOf:
    """A year to report for: how its report stands, and whether this person works on it now."""

    year: int
    state: ReportState | None
    tag: Tag | None
    over: bool
    may_begin: bool
    may_continue: bool
    remark: str


@for_enterprises
def agreement(request: Any, number: str) -> HttpResponse:
    """The whole agreement as it stands today."""
    found = agreement_at(request.actor, number)
    chosen = measure(found.application.measure)
    reports = list(found.reports.order_by("year"))
    claims = list(own_claims(request.actor).filter(agreement=found).order_by("pk"))
    instalments = list(found.instalments.select_related("transfer"))
    undertakings = undertakings_of(found)
    promises = promised(undertakings, request.day, reports)
    years = reports_of(found, undertakings, reports, request.actor, request.day)
    context = {
        "agreement": found,
        "title": _(chosen.title),
        "tag": tag_of(AgreementState, found.state),
        "instalments": instalments,
        "paid": sum(one.transfer.amount for one in instalments if one.transfer is not None),
        "obligations": promises[Track.OBLIGATION],
        "goals": promises[Track.GOAL],
        "goals_provision": chosen.goals_provision,
        "signatures": [{"side": _(WORDS[Side(one.side)]), "signature": one} for one in found.signatures.order_by("pk")],
        "reports": years,
        "claims": [{"claim": one, "tag": tag_of(ClaimState, one.state)} for one in claims],
        "nexts": nexts(found, years, claims, instalments),
        "may_accept": accept.possible(request.actor, found),
        "offered": found.state == AgreementState.OFFERED,
        "noticed": found.state == AgreementState.NOTICED,
        "live": found.state in LIVE,
        "letters": letters(("agreement", found.number), *(("claim", one.number) for one in claims)),
        "history": history(
            ("agreement", found.number),
            *(("report", r.number) for r in reports),
            *(("claim", c.number) for c in claims),
        ),
    }
    return render(request, "cabinet/agreement.html", context)


def reports_of(
    found: Agreement, undertakings: Sequence[Undertaking], reports: Sequence[Report], actor: Actor, on: date
) -> list[ReportOf]:
    """Each year with targets and the report for it."""
    years = sorted({target.year for one in undertakings for target in one.targets.all()})
    by_year = {report.year: report for report in reports}
    may_begin = bool(begin_report.may(actor)) and found.state in LIVE
    listed = []
    for year in years:
        report = by_year.get(year)
        state = ReportState(report.state) if report else None
        listed.append(
            ReportOf(
                year=year,
                state=state,
                tag=tag_of(ReportState, report.state) if report else None,
                over=year < on.year,
                may_begin=may_begin and report is None and year <= on.year,
                may_continue=may_begin and state in (ReportState.DRAFT, ReportState.RETURNED),
                remark=report.remark if report and state == ReportState.RETURNED else "",
            )
        )
    return listed


def nexts(
    found: Agreement,
    years: Sequence[ReportOf],
    claims: Sequence[Claim],
    instalments: Sequence[Instalment],
) -> list[Next]:
    """What happens next under an agreement, by whom, by when."""
    chosen = measure(found.application.measure)
    you, serves, decides = (who(chosen, key) for key in (YOU, SERVES, DECIDES))
    match AgreementState(found.state):
        case AgreementState.DRAWN:
            return [
                Next(
                    _("The instalments are planned and the agreement is offered to you."),
                    serves,
                    None,
                    FLOW["offer"].provision,
                )
            ]
        case AgreementState.OFFERED:
            return [Next(_("Read the agreement and sign it."), you, None, FLOW["accept"].provision)]
        case AgreementState.SIGNED_BY_RECIPIENT:
            sentence = _("The State signs; with that the agreement is in force.")
            return [Next(sentence, decides, None, FLOW["sign"].provision)]
        case AgreementState.CLOSED:
            return []
    open_steps = [
        *_demanded(claims, you),
        *_next_payment(instalments, serves),
        *_next_report(years, you, serves),
        *_next_notice(found, claims, serves),
    ]
    closing = Next(_("The agreement is closed once everything is answered for."), serves, None, FLOW["close"].provision)
    return open_steps or [closing]


def _demanded(claims: Sequence[Claim], you: str) -> list[Next]:
    provision = recovery.FLOW["receive"].provision
    return [
        Next(_("Return the money that was demanded."), you, None, provision)
        for claim in claims
        if claim.state == ClaimState.DEMANDED
    ]


def _next_payment(instalments: Sequence[Instalment], serves: str) -> list[Next]:
    unpaid = next((one for one in instalments if one.transfer_id is None), None)
    if unpaid is None:
        return []
    sentence = _("Instalment %(place)d is paid, not before its day.") % {"place": unpaid.place}
    return [Next(sentence, serves, unpaid.due_on, FLOW["pay"].provision)]


def _next_report(years: Sequence[ReportOf], you: str, serves: str) -> list[Next]:
    found = []
    for one in years:
        if one.state == ReportState.SUBMITTED:
            sentence = _("The report for %(year)d is checked; it is accepted or returned to you.")
            found.append(Next(sentence % {"year": one.year}, serves, None, REPORT_FLOW["accept"].provision))
    waiting = next((one for one in years if one.state in (None, ReportState.DRAFT, ReportState.RETURNED)), None)
    if waiting is not None:
        if waiting.state == ReportState.RETURNED:
            sentence = _("Correct the report for %(year)d.")
        elif waiting.over:
            sentence = _("Report what was reached in %(year)d.")
        else:
            sentence = _("Report what was reached in %(year)d once the year is over.")
        found.append(Next(sentence % {"year": waiting.year}, you, None, REPORT_FLOW["submit"].provision))
    return found


def _next_notice(found: Agreement, claims: Sequence[Claim], serves: str) -> list[Next]:
    if found.state != AgreementState.NOTICED or claims:
        return []
    sentence = _("The notice is lifted once the shortfall is made good or explained; otherwise a demand follows.")
    return [Next(sentence, serves, None, FLOW["lift_notice"].provision)]
