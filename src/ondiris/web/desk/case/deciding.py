"""How is a decision proposed, made, sent back, and how does a waiting case get its money?"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ondiris.domains.applications.actions.decide import decide, fund, open_decision, propose, send_back
from ondiris.domains.applications.actions.examine import examine
from ondiris.domains.applications.judging import Judged
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.queries import place_in_queue
from ondiris.domains.applications.terms import ApplicationState, DecisionKind
from ondiris.domains.funds.models import Account
from ondiris.domains.funds.terms import AccountKind
from ondiris.domains.measures.catalogue import measure
from ondiris.law.rulebook import Finding
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import ActForm, ActPage, ReasonForm, act_page, need, text_field
from ondiris.web.desk.case.acts import page_of
from ondiris.web.desk.case.examined import examination
from ondiris.web.desk.case.found import extract_now, findings_of, judged_on
from ondiris.web.desk.things import application_at
from ondiris.web.desk.words import kind_text, measure_title
from ondiris.web.ui import citation, figures
from ondiris.web.ui.fields import MoneyField
from ondiris.web.ui.parts import Line


class ProposeForm(ActForm):
    """What the findings allow to be proposed, and nothing else: one kind, and for a refusal its ground."""

    def __init__(self, application: Application, kind: DecisionKind, judged: Judged, *args: Any, **kwargs: Any) -> None:
        super().__init__(application, *args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(
            label=_("What you propose"),
            choices=[(kind.value, kind_text(kind))],
            initial=kind.value,
            widget=forms.RadioSelect,
        )
        if kind == DecisionKind.REFUSE:
            self.fields["ground"] = forms.ChoiceField(
                label=_("The ground of the refusal"),
                choices=[(one.rule, ground_text(one)) for one in judged.grounds],
                widget=forms.RadioSelect,
                help_text=_("A refusal rests on one condition that was found not met; there is no other ground."),
            )
        if kind == DecisionKind.GRANT:
            self.fields["amount"] = MoneyField(
                label=_("Amount to be granted"),
                initial=application.amount,
                help_text=_("At most what was asked for: %(amount)s.") % {"amount": figures.tenge(application.amount)},
            )
        self.fields["reasons"] = text_field(
            _("Reasons"), required=False, help_text=_("The findings stand with the decision; add what they do not say.")
        )


def ground_text(finding: Finding) -> str:
    """A ground as one chooses it: the condition, the article that asks for it, and the ground of 25.5 it belongs to."""
    return _("%(sentence)s (%(article)s, a ground by %(ground)s)") % {
        "sentence": _(finding.sentence),
        "article": citation.label(finding.provision),
        "ground": citation.label(finding.ground or ""),
    }


@for_officials
def propose_page(request: ActedRequest, number: str) -> HttpResponse:
    """Propose a decision: only what the findings of today carry is offered."""
    case = application_at(request.actor, number)
    judged = judged_on(case, request.day)
    page = ActPage(
        title=propose.title,
        button=_("Propose"),
        of=case.number,
        back=page_of(case),
        done=_("The proposal is made. A second person decides, or sends it back."),
        lines=[*_case_lines(case), Line(_("Amount asked for"), figures.tenge(case.amount))],
        template="desk/case/propose.html",
        context={"found": judged and findings_of(judged.on, judged.findings, judged.edition), **_beside(case, request)},
    )
    if judged is None or judged.proposable is None:
        need(propose, request.actor, case)
        return render(request, page.template, {"page": page, "provision": propose.provision, **(page.context or {})})
    form = ProposeForm(case, judged.proposable, judged, request.POST or None)
    return act_page(request, propose, case, form, page)


def _case_lines(case: Application) -> list[Line]:
    """Who asks, and for which measure."""
    return [Line(_("Applicant"), case.applicant.name), Line(_("Measure"), measure_title(case.measure))]


def _beside(case: Application, request: ActedRequest) -> dict[str, Any]:
    """What stands beside the findings, where a decision is prepared or made."""
    return {
        "extract": extract_now(case),
        "examination": examination(case, request.actor),
        "application": case,
        "experts_by": examine.provision,
        "decided_by": decide.provision,
    }


@for_officials
def decide_page(request: ActedRequest, number: str) -> HttpResponse:
    """All that the decision rests on, on one page, and its confirmation."""
    case = application_at(request.actor, number)
    if case.state != ApplicationState.PROPOSED:
        need(decide, request.actor, case)
    decision = open_decision(case)
    judged = judged_on(case, request.day)
    ground = next((one for one in judged.grounds if one.rule == decision.ground), None) if judged else None
    page = ActPage(
        title=decide.title,
        button=_("Decide: %(kind)s") % {"kind": kind_text(decision.kind)},
        of=case.number,
        back=page_of(case),
        done=_("The decision is made, with all that it rested on."),
        lines=[
            *_case_lines(case),
            Line(_("Proposal"), kind_text(decision.kind)),
            *([Line(_("Ground"), ground_text(ground))] if ground else []),
            *([Line(_("Amount"), figures.tenge(decision.amount))] if decision.amount else []),
            Line(_("Reasons"), decision.reasons),
            Line(_("Proposed"), f"{decision.proposed_by_name}, {figures.day(decision.proposed_on)}"),
        ],
        consequences=_consequences(case, DecisionKind(decision.kind)),
        template="desk/case/decide.html",
        context={
            "found": judged and findings_of(judged.on, judged.findings, judged.edition),
            "may_send_back": bool(send_back.possible(request.actor, case)),
            **_beside(case, request),
        },
    )
    return act_page(request, decide, case, ActForm(case, request.POST or None), page)


def _consequences(case: Application, kind: DecisionKind) -> Sequence[str]:
    kept = _("The case is judged again on this day; its findings and the extract are kept with the decision.")
    if kind == DecisionKind.REFUSE:
        return [kept, _("The application ends here. The enterprise may apply again.")]
    if kind == DecisionKind.ELSEWHERE:
        return [kept, _("The enterprise is shown the law that provides for it. This is no refusal.")]
    here = available(case)
    return [
        kept,
        _(
            "The money is committed at once. The account has %(here)s available; a case that it does not cover waits in order."
        )
        % {"here": figures.tenge(here)},
    ]


def available(case: Application) -> Any:
    """What the measure's account has available, in tenge."""
    code = measure(case.measure).programme
    return Account.objects.get(programme__code=code, kind=AccountKind.AVAILABLE).balance


@for_officials
def send_back_page(request: ActedRequest, number: str) -> HttpResponse:
    """Send the proposal back to its officer."""
    case = application_at(request.actor, number)
    page = ActPage(
        title=send_back.title,
        button=_("Send it back"),
        of=case.number,
        back=page_of(case),
        done=_("The proposal is with its officer again; it stays on record with your reason."),
        lines=[Line(_("Applicant"), case.applicant.name)],
    )
    return act_page(request, send_back, case, ReasonForm(case, request.POST or None), page)


@for_officials
def fund_page(request: ActedRequest, number: str) -> HttpResponse:
    """Give the first case of the queue the money that has come."""
    case = application_at(request.actor, number)
    page = ActPage(
        title=fund.title,
        button=_("Commit the money"),
        of=case.number,
        back=page_of(case),
        done=_("The money is committed. The institute now draws up the agreement."),
        lines=[
            Line(_("Applicant"), case.applicant.name),
            Line(_("Amount"), figures.tenge(case.amount)),
            Line(_("Available on the account"), figures.tenge(available(case))),
            Line(
                _("Place in the queue"),
                figures.number(place_in_queue(case)) if case.state == ApplicationState.WAITING else "",
            ),
        ],
    )
    return act_page(request, fund, case, ActForm(case, request.POST or None), page)
