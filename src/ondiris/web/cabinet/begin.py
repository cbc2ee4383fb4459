"""For which measure does the enterprise begin an application?"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ondiris.base.errors import NotFound
from ondiris.domains.applications.actions.begin import begin as begin_act
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.measures.catalogue import MEASURES, names
from ondiris.web.acting import for_enterprises
from ondiris.web.cabinet.lookup import own_applications


@for_enterprises
def begin(request: Any) -> HttpResponse:
    """The measures to choose from; a chosen one leads to its draft. A draft not yet touched is gone on with."""
    if request.method != "POST":
        measures = [
            {"name": one.name, "title": _(one.title), "lead": _(one.lead), "provision": one.provision}
            for one in MEASURES
        ]
        context = {"measures": measures, "may": begin_act.may(request.actor), "chosen": request.GET.get("measure", "")}
        return render(request, "cabinet/begin.html", context)
    name = request.POST.get("measure", "")
    if name not in names():
        raise NotFound
    untouched = own_applications(request.actor).filter(measure=name, state=ApplicationState.DRAFT, version=1).first()
    application = untouched or begin_act(request.actor, measure_name=name)
    return redirect("cabinet:application", number=application.number)
