"""What would be due back on a day, and how does a monitor draw up the demand?"""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.journal import access
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.agreements.permissions import may_give_notice
from ondiris.domains.recovery.actions.claim import draw
from ondiris.domains.recovery.queries import due_on, due_until_gap, kept
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import ActPage, DeskForm, carried_out, form_page, need_right
from ondiris.web.desk.agreement.acts import lines_of, page_of
from ondiris.web.desk.things import agreement_at
from ondiris.web.showing.information import taken_away
from ondiris.web.showing.sheet import recovery_sheet
from ondiris.web.ui.fields import DayField


class DayForm(DeskForm):
    """The day for which the sum is made."""

    on = DayField(label=gettext_lazy("Day"))


def _asked(request: ActedRequest) -> DayForm:
    """The day asked for, or today."""
    return DayForm(request.GET if "on" in request.GET else {"on": request.day.isoformat()})


@for_officials
def due_page(request: ActedRequest, number: str) -> HttpResponse:
    """The sheet for a day: today, or the one asked for."""
    one = agreement_at(request.actor, number)
    access.looked(request.actor, "agreement", number, "due")
    form = _asked(request)
    context: dict[str, Any] = {"agreement": one, "form": form}
    if form.is_valid():
        on = form.cleaned_data["on"]
        reached, sheet = due_on(one, on)
        context |= {"on": on, "unreported": reached.unreported, "level": reached.level}
        if sheet is not None:
            context["sheet"] = recovery_sheet(kept(reached, sheet))
            before = due_until_gap(sheet)
            context["before_gap"] = before and recovery_sheet(kept(reached, before))
            context["gap"] = sheet.gap and sheet.gap.first
    return render(request, "desk/agreement/due.html", context)


@for_officials
def due_file(request: ActedRequest, number: str) -> HttpResponseBase:
    """The same sheet as a file; without one, the page says why there is none."""
    one = agreement_at(request.actor, number)
    form = _asked(request)
    made = taken_away(request.actor, one, form.cleaned_data["on"]) if form.is_valid() else None
    return made or redirect(f"{reverse('desk:due', args=[number])}?{request.GET.urlencode()}")


class DrawForm(DeskForm):
    """The day of the demand, up to which interest runs."""

    demand_on = DayField(
        label=gettext_lazy("Day of the demand"),
        help_text=gettext_lazy("Interest runs from each payment to this day, the day itself left out."),
    )


@for_officials
def draw_claim_page(request: ActedRequest, number: str) -> HttpResponse:
    """Draw up the demand for a day."""
    one = agreement_at(request.actor, number)
    form = DrawForm(request.POST if request.method == "POST" else None, initial={"demand_on": request.day})
    drawn: list[str] = []

    def call(**typed: Any) -> None:
        drawn.append(draw(request.actor, agreement_number=number, **typed).number)

    if request.method == "POST" and carried_out(form, call):
        messages.success(request, _("The demand is drawn up. A second person makes it or drops it."))
        return redirect("desk:claim", drawn[0])
    need_right(may_give_notice(request.actor, one), draw.provision)
    return form_page(request, form, _page(one), draw.provision)


def _page(one: Agreement) -> ActPage:
    return ActPage(
        title=draw.title,
        button=draw.title,
        of=one.number,
        back=page_of(one),
        done="",
        lines=lines_of(one),
        consequences=[_("The sum is made step by step and kept; a second person makes the demand.")],
    )
