"""How does the recipient report for a year what was reached, and prove it?"""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ondiris.base.errors import BadInput, NotFound, Stale, Trouble
from ondiris.domains.agreements.actions.report import (
    begin_report,
    detach_proof,
    save_report,
    submit_report,
    values_of,
)
from ondiris.domains.agreements.flow import REPORT_FLOW
from ondiris.domains.agreements.models import Agreement, Report, Target
from ondiris.domains.agreements.queries import LIVE
from ondiris.domains.agreements.terms import ReportState, Track
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import DIRECTIONS, Direction
from ondiris.web.acting import for_enterprises
from ondiris.web.cabinet.forms import RemoveForm, version_seen
from ondiris.web.cabinet.lookup import agreement_at
from ondiris.web.cabinet.report_form import ReportForm
from ondiris.web.cabinet.standing import SERVES, YOU, who
from ondiris.web.showing.facts import QuantityField, as_typed
from ondiris.web.showing.history import history
from ondiris.web.showing.states import tag_of
from ondiris.web.ui.parts import Next

GOALS = "goals"


@for_enterprises
def report(request: Any, number: str, year: int) -> HttpResponse:
    """Begin the year's report, go on with it, or see it as it was handed in."""
    agreement = agreement_at(request.actor, number)
    targets = list(
        Target.objects.filter(undertaking__agreement=agreement, year=year)
        .select_related("undertaking", "reached")
        .order_by("undertaking__track", "undertaking__pk")
    )
    if not targets:
        raise NotFound
    found = agreement.reports.filter(year=year).first()
    if request.method == "POST":
        return _act(request, agreement, targets, found)
    return _page(request, agreement, targets, found)


def _act(request: Any, agreement: Agreement, targets: list[Target], found: Report | None) -> HttpResponse:
    here = redirect("cabinet:report", number=agreement.number, year=targets[0].year)
    if found is None:
        begin_report(request.actor, agreement_number=agreement.number, year=targets[0].year)
        return here
    if "begin" in request.POST:
        return here
    return _save(request, agreement, targets, found)


def _save(request: Any, agreement: Agreement, targets: list[Target], found: Report) -> HttpResponse:
    """Keep what was typed and handed in; then, if asked, take a proof out or hand the report in."""
    form = ReportForm(targets, request.POST, request.FILES)
    try:
        saved = save_report(
            request.actor,
            found.number,
            version=version_seen(request.POST),
            answers=form.kept(),
            proofs=form.proofs(),
        )
    except BadInput as trouble:
        return _page(request, agreement, targets, found, form.with_troubles(trouble.fields))
    except Stale as trouble:
        found.refresh_from_db()
        return _page(request, agreement, targets, found, form.with_troubles({}), trouble)
    remove = RemoveForm(found, request.POST)
    if "document" in request.POST and remove.is_valid():
        detach_proof(request.actor, found.number, version=saved.version, document=remove.cleaned_data["document"])
        messages.success(request, _("The document was removed."))
        return redirect("cabinet:report", number=agreement.number, year=found.year)
    if "submit" not in request.POST:
        messages.success(request, _("The report was saved. It is not handed in yet."))
        return redirect("cabinet:report", number=agreement.number, year=found.year)
    try:
        submit_report(request.actor, found.number, version=saved.version)
    except BadInput as trouble:
        kept = ReportForm.over(targets, saved.answers, trouble.fields)
        return _page(request, agreement, targets, saved, kept)
    messages.success(request, _("The report was handed in."))
    return redirect("cabinet:report", number=agreement.number, year=found.year)


def _page(
    request: Any,
    agreement: Agreement,
    targets: list[Target],
    found: Report | None,
    form: ReportForm | None = None,
    stale: Trouble | None = None,
) -> HttpResponse:
    editable = found is not None and bool(save_report.possible(request.actor, found))
    if editable and form is None and found is not None:
        form = ReportForm.over(targets, found.answers, _unreadable(found))
    chosen = measure(agreement.application.measure)
    context = {
        "agreement": agreement,
        "report": found,
        "year": targets[0].year,
        "title": _(chosen.title),
        "tag": tag_of(ReportState, found.state) if found else None,
        "groups": _groups(agreement, targets, found, form if editable else None),
        "form": form if editable else None,
        "editable": editable,
        "may_begin": begin_report.may(request.actor) if agreement.state in LIVE else None,
        "over": targets[0].year < request.day.year,
        "come": targets[0].year <= request.day.year,
        "stale": stale,
        "returned": found is not None and found.state == ReportState.RETURNED,
        "nexts": _nexts(found, who(chosen, YOU), who(chosen, SERVES)),
        "history": history(("report", found.number)) if found else [],
    }
    return render(request, "cabinet/report.html", context, status=409 if stale else 200)


def _unreadable(found: Report) -> dict[str, Any]:
    """What was typed and is not a number; what is still empty is not scolded before the report is handed in."""
    return {field: text for field, text in values_of(found)[1].items() if str(found.answers.get(field, "")).strip()}


def _groups(
    agreement: Agreement, targets: list[Target], found: Report | None, form: ReportForm | None
) -> list[dict[str, Any]]:
    """The targets of the year by direction, then the goals; each with its proofs and its fields."""
    proofs = list(found.proofs.select_related("document").order_by("pk")) if found else []
    groups: dict[str, list[dict[str, Any]]] = {key: [] for key in (*Direction, GOALS)}
    for target in targets:
        promise = target.undertaking
        groups[GOALS if promise.track == Track.GOAL else promise.direction].append(
            {
                "target": target,
                "undertaking": promise,
                "value": form[f"value_{promise.pk}"] if form else None,
                "proof": form[f"proof_{promise.pk}"] if form else None,
                "said": as_typed(QuantityField(), str(found.answers.get(f"value_{promise.pk}", ""))) if found else "",
                "documents": [one.document for one in proofs if one.undertaking_id == promise.pk],
            }
        )
    provision = measure(agreement.application.measure).goals_provision
    heads = {d.value: (_(label), cited) for d, (cited, label) in DIRECTIONS.items()}
    heads[GOALS] = (_("Planned goals of the project"), provision)
    return [
        {"title": heads[key][0], "provision": heads[key][1], "targets": listed}
        for key, listed in groups.items()
        if listed
    ]


def _nexts(found: Report | None, you: str, serves: str) -> list[Next]:
    if found is None or found.state == ReportState.ACCEPTED:
        return []
    if found.state == ReportState.SUBMITTED:
        sentence = _("The report is checked; it is accepted or returned to you for correction.")
        return [Next(sentence, serves, None, REPORT_FLOW["accept"].provision)]
    sentence = _("Fill in what was reached, attach what proves it, and hand the report in.")
    return [Next(sentence, you, None, REPORT_FLOW["submit"].provision)]
