"""What exactly will be submitted, what would the rules say to it, and how is it submitted or withdrawn?"""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.errors import BadInput, NotPermitted
from ondiris.domains.applications.actions.save import save
from ondiris.domains.applications.actions.submit import submit
from ondiris.domains.applications.actions.withdraw import withdraw as withdraw_act
from ondiris.domains.applications.completeness import Missing, missing
from ondiris.domains.applications.judging import judge_application
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import Measure
from ondiris.web.acting import for_enterprises
from ondiris.web.cabinet.answers import sections_shown
from ondiris.web.cabinet.forms import ActForm, WithdrawForm, version_seen
from ondiris.web.cabinet.lookup import application_at
from ondiris.web.cabinet.standing import SERVES, who
from ondiris.web.showing.findings import all_shown
from ondiris.web.ui.parts import Text


@for_enterprises
def check(request: Any, number: str) -> HttpResponse:
    """All answers of a draft with what the rules find today, for information; and the button that submits it."""
    application = application_at(request.actor, number)
    chosen = measure(application.measure)
    if request.method == "POST":
        try:
            submit(request.actor, number, version=version_seen(request.POST))
        except BadInput:
            application.refresh_from_db()
        else:
            messages.success(request, _("Your application was submitted."))
            return redirect("cabinet:application", number=number)
    elif application.state != ApplicationState.DRAFT:
        return redirect("cabinet:application", number=number)
    judged = judge_application(application, request.day)
    editable = bool(save.possible(request.actor, application))
    context = {
        "application": application,
        "measure_title": _(chosen.title),
        "sections": sections_shown(application, editable=editable),
        "documents": _documents(application, chosen),
        "gaps": list(_gaps(missing(application), application, chosen)),
        "findings": all_shown(judged.findings),
        "conclusion": _(judged.conclusion.label),
        "edition": judged.edition,
        "experts": chosen.experts_needed,
        "may": submit.possible(request.actor, application),
        "editable": editable,
        "form": ActForm(application),
        "serves": who(chosen, SERVES),
    }
    return render(request, "cabinet/check.html", context)


def _documents(application: Application, chosen: Measure) -> list[dict[str, Any]]:
    attachments = list(application.attachments.select_related("document").order_by("pk"))
    return [
        {"label": _(one.label), "documents": [each.document for each in attachments if each.requirement == one.name]}
        for one in chosen.documents
    ]


def _gaps(gaps: Iterable[Missing], application: Application, chosen: Measure) -> Iterable[tuple[str, Text, Text]]:
    """What is missing, each with where it is put right and in which section it lies."""
    titles = {section.name: _(section.title) for section in chosen.sections}
    for gap in gaps:
        if gap.section == "documents":
            yield reverse("cabinet:documents", args=[application.number]), _("Documents"), gap.text
            continue
        address = reverse("cabinet:section", args=[application.number, gap.section])
        where = titles[gap.section]
        rows, _dash, row = gap.key.partition("-")
        place, _dash, field = row.partition("-")
        if row:
            where = f"{where}, {int(place) + 1}"
        fact = chosen.facts.lists[rows].get(field) if rows in chosen.facts.lists else chosen.facts.facts.get(gap.key)
        label = _(fact.label) if fact else gap.text
        sentence = gap.text if label == gap.text else f"{label}: {gap.text}"
        yield f"{address}#id_{gap.key}", where, sentence


@for_enterprises
def withdraw(request: Any, number: str) -> HttpResponse:
    """Withdraw after a confirmation; nothing more happens to the application then."""
    application = application_at(request.actor, number)
    form = WithdrawForm(application, request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        withdraw_act(request.actor, number, version=data["version"], reason=data["reason"])
        messages.success(request, _("The application was withdrawn."))
        return redirect("cabinet:application", number=number)
    if not (answer := withdraw_act.possible(request.actor, application)):
        if not withdraw_act.may(request.actor, application):
            raise NotPermitted(answer.reason, provision=withdraw_act.provision)
        return redirect("cabinet:application", number=number)
    context = {
        "application": application,
        "measure_title": _(measure(application.measure).title),
        "form": form,
        "is_draft": application.state == ApplicationState.DRAFT,
        "is_waiting": application.state == ApplicationState.WAITING,
        "consequences": [
            _("Nothing more happens with this application."),
            _("It cannot be taken up again; you may begin a new one at any time."),
        ],
    }
    return render(request, "cabinet/withdraw.html", context)
