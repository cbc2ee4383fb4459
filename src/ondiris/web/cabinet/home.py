"""What needs me now, and how do my cases stand?"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ondiris.domains.agreements.terms import AgreementState
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.calendar.queries import RunningTerm, terms_for
from ondiris.domains.contracts.terms import ContractState
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.parties.terms import WORDS, Capacity
from ondiris.web.acting import for_enterprises
from ondiris.web.cabinet.contract.lookup import own_contracts
from ondiris.web.cabinet.lookup import own_agreements, own_applications
from ondiris.web.cabinet.needs import needs
from ondiris.web.cabinet.standing import acts_next
from ondiris.web.showing import calendar
from ondiris.web.showing.states import tag_of
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line

NEWEST = 10


@for_enterprises
def home(request: Any) -> HttpResponse:
    """What waits for the enterprise, the terms that run for it, and the newest of its cases and contracts."""
    actor = request.actor
    applications = own_applications(actor).select_related("agreement").order_by("-pk")[: NEWEST + 1]
    agreements = own_agreements(actor).select_related("application").order_by("-pk")[: NEWEST + 1]
    contracts = own_contracts(actor).order_by("-pk")[: NEWEST + 1]
    context = {
        "needs": needs(actor, request.day),
        "terms": [_term(one) for one in terms_for(actor.organisation_id, request.day)],
        "applications": [
            {
                "number": one.number,
                "title": _(measure(one.measure).title),
                "tag": tag_of(ApplicationState, one.state),
                "submitted_on": one.submitted_on,
                "next": acts_next(one),
            }
            for one in applications[:NEWEST]
        ],
        "agreements": [
            {
                "number": one.number,
                "title": _(measure(one.application.measure).title),
                "tag": tag_of(AgreementState, one.state),
                "amount": one.amount,
            }
            for one in agreements[:NEWEST]
        ],
        "contracts": [
            {
                "number": one.number,
                "title": one.title,
                "tag": tag_of(ContractState, one.state),
            }
            for one in contracts[:NEWEST]
        ],
        "more_contracts": len(contracts) > NEWEST,
        "more_applications": len(applications) > NEWEST,
        "more_agreements": len(agreements) > NEWEST,
        "capacities": [_(WORDS[one]) for one in Capacity if one in actor.capacities],
        "is_signatory": Capacity.SIGNATORY in actor.capacities,
        "is_applicant": Capacity.APPLICANT in actor.capacities,
    }
    return render(request, "cabinet/home.html", context)


def _term(one: RunningTerm) -> dict[str, Any]:
    deadline = one.occurrence.deadline
    lines = [
        Line(_("Last day"), calendar.day_words(one.occurrence)),
        Line(_("Runs from"), figures.day(one.term.happened_on)),
        Line(_("Begun by"), one.term.body.name),
        Line(_("Number of the paper"), one.term.reference),
    ]
    if one.follows:
        lines.append(Line(_("If it was not met, and not before the term ends"), calendar.what(one.follows)))
    return {
        "number": one.term.number,
        "what": calendar.what(deadline),
        "tag": calendar.term_tag(one),
        "provision": str(deadline.provision),
        "lines": lines,
    }
