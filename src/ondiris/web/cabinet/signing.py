"""How does the recipient's signatory sign an agreement?"""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ondiris.base.errors import BadInput, NotPermitted
from ondiris.domains.agreements.actions.sign import accept as accept_act
from ondiris.domains.agreements.models import Agreement, Undertaking
from ondiris.domains.agreements.terms import AgreementState, Track
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import DIRECTIONS, Direction
from ondiris.web.acting import for_enterprises
from ondiris.web.cabinet.forms import SignForm
from ondiris.web.cabinet.lookup import agreement_at
from ondiris.web.trouble import put_on


def _promises(agreement: Agreement, track: Track) -> list[tuple[Undertaking, str]]:
    """What is promised on a track, each with its direction in words."""
    promises = agreement.undertakings.filter(track=track).prefetch_related("targets")
    return [(one, _(DIRECTIONS[Direction(one.direction)][1]) if one.direction else "") for one in promises]


@for_enterprises
def accept(request: Any, number: str) -> HttpResponse:
    """What is signed and with what consequences; the password again is the signature."""
    agreement = agreement_at(request.actor, number)
    if request.method != "POST":
        if agreement.state != AgreementState.OFFERED:
            return redirect("cabinet:agreement", number=number)
        if not (answer := accept_act.possible(request.actor, agreement)):
            raise NotPermitted(answer.reason, provision=accept_act.provision)
    form = SignForm(agreement, request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            accept_act(request.actor, number, version=data["version"], proof=data["password"])
        except BadInput as trouble:
            put_on(form, trouble)
        else:
            messages.success(request, _("You signed the agreement. It is in force once the State has signed too."))
            return redirect("cabinet:agreement", number=number)
    context = {
        "agreement": agreement,
        "title": _(measure(agreement.application.measure).title),
        "form": form,
        "instalments": agreement.instalments.all(),
        "obligations": _promises(agreement, Track.OBLIGATION),
        "goals": _promises(agreement, Track.GOAL),
        "consequences": [
            _("You sign for %(organisation)s.") % {"organisation": request.actor.organisation_name},
            _("Once the State has signed too, both sides are bound."),
            _("Where counter-obligations are not fulfilled, money comes back (article 27, paragraph 4)."),
        ],
    }
    return render(request, "cabinet/sign.html", context)
