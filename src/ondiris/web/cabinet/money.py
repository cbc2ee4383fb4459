"""What would be due back today, and what was demanded?"""

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ondiris.domains.agreements.models import Agreement
from ondiris.domains.agreements.queries import undertakings_of, unreported_years
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.recovery.flow import FLOW
from ondiris.domains.recovery.queries import due_on, due_until_gap, kept, payments_of
from ondiris.domains.recovery.terms import ClaimState
from ondiris.web.acting import for_enterprises
from ondiris.web.cabinet.lookup import agreement_at, claim_at, own_claims
from ondiris.web.cabinet.promised import points
from ondiris.web.cabinet.standing import YOU, who
from ondiris.web.showing.history import history
from ondiris.web.showing.information import taken_away
from ondiris.web.showing.letters import letters
from ondiris.web.showing.sheet import recovery_sheet
from ondiris.web.showing.states import tag_of
from ondiris.web.ui.parts import Next


@for_enterprises
def due(request: Any, number: str) -> HttpResponse:
    """The sheet of what would be due if it were demanded today; undetermined with what is not established."""
    agreement = agreement_at(request.actor, number)
    reached, sheet = due_on(agreement, request.day)
    until = due_until_gap(sheet) if sheet else None
    context = {
        "agreement": agreement,
        "claims": list(own_claims(request.actor).filter(agreement=agreement).order_by("pk")),
        "day": request.day,
        "title": _(measure(agreement.application.measure).title),
        "level": points(reached.level),
        "has_payments": bool(payments_of(agreement)),
        "some_year_is_over": any(one.by_year for one in reached.indicators),
        "unreported": _unreported(agreement, request.day, reached.unreported),
        "sheet": recovery_sheet(kept(reached, sheet)) if sheet else None,
        "due": sheet.due if sheet else None,
        "gap": sheet.gap if sheet else None,
        "until": until,
        "until_sheet": recovery_sheet(kept(reached, until)) if until else None,
    }
    return render(request, "cabinet/due.html", context)


@for_enterprises
def due_file(request: Any, number: str) -> HttpResponseBase:
    """The same sheet as a file; without one, the page says why there is none."""
    agreement = agreement_at(request.actor, number)
    return taken_away(request.actor, agreement, request.day) or redirect("cabinet:due", number)


def _unreported(agreement: Agreement, on: Any, years: list[int]) -> list[tuple[int, bool]]:
    """The years whose level is not established, and whether the report for each is with the institute."""
    waiting_for_report = set(unreported_years(undertakings_of(agreement), agreement.reports.all(), on))
    return [(year, year not in waiting_for_report) for year in years]


@for_enterprises
def claim(request: Any, number: str) -> HttpResponse:
    """A demand with every step of its sum, what came back and what is still to come."""
    found = claim_at(request.actor, number)
    chosen = measure(found.agreement.application.measure)
    demanded = found.state == ClaimState.DEMANDED
    next_step = Next(_("Return the amount that is still open."), who(chosen, YOU), None, FLOW["receive"].provision)
    context = {
        "claim": found,
        "title": _(chosen.title),
        "tag": tag_of(ClaimState, found.state),
        "open": found.amount - found.returned,
        "demanded": demanded,
        "nexts": [next_step] if demanded else [],
        "sheet": recovery_sheet(found.sheet),
        "letters": letters(("claim", found.number)),
        "history": history(("claim", found.number)),
    }
    return render(request, "cabinet/claim.html", context)
