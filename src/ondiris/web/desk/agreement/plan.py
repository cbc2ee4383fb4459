"""How are the instalments of an agreement planned, row by row, without a script?"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _

from ondiris.base.errors import BadInput
from ondiris.domains.agreements.actions.plan import plan
from ondiris.domains.agreements.models import Agreement
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import ActForm, ActPage, act_page, form_page, need
from ondiris.web.desk.agreement.acts import lines_of, page_of
from ondiris.web.desk.things import agreement_at
from ondiris.web.ui.fields import DayField, MoneyField

FEWEST, MORE, MOST = 2, 3, 60


class PlanForm(ActForm):
    """A row an instalment; rows left empty are dropped."""

    def __init__(self, agreement: Agreement, count: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(agreement, *args, **kwargs)
        self.count = count
        self.fields["rows"] = forms.IntegerField(widget=forms.HiddenInput, initial=count, required=False)
        filled = [row for row in range(1, count + 1) if not self.is_bound or self._typed(row)] or [1]
        for row in range(1, count + 1):
            self.fields[f"due_on_{row}"] = DayField(label=_("Due on"), required=row in filled)
            self.fields[f"amount_{row}"] = MoneyField(label=_("Amount"), required=row in filled)

    def _typed(self, row: int) -> bool:
        """Whether anything was typed into a row."""
        return any(str(self.data.get(f"{name}_{row}", "")).strip() for name in ("due_on", "amount"))

    def instalments(self) -> Iterator[tuple[int, forms.BoundField, forms.BoundField]]:
        """Each row with its number and its two fields, for the template."""
        for row in range(1, self.count + 1):
            yield row, self[f"due_on_{row}"], self[f"amount_{row}"]

    def filled(self) -> list[tuple[int, date, Decimal]]:
        """The rows that were filled in, with their numbers."""
        found = []
        for row in range(1, self.count + 1):
            day, amount = self.cleaned_data.get(f"due_on_{row}"), self.cleaned_data.get(f"amount_{row}")
            if day is not None and amount is not None:
                found.append((row, day, amount))
        return found


@for_officials
def plan_page(request: ActedRequest, number: str) -> HttpResponse:
    """Plan the instalments; "more rows" gives rows and keeps what was typed."""
    one = agreement_at(request.actor, number)
    page = ActPage(
        title=plan.title,
        button=_("Keep this plan"),
        of=one.number,
        back=page_of(one),
        done=_("The instalments are planned. Offer the agreement when it is ready."),
        lines=lines_of(one),
        template="desk/agreement/plan.html",
    )
    if "more" in request.POST:
        need(plan, request.actor, one)
        typed = {name: text for name, text in request.POST.items() if name.startswith(("due_on_", "amount_"))}
        more = PlanForm(one, _count(request) + MORE, initial=typed)
        more.initial["version"] = request.POST.get("version")  # what was seen when the rows were begun
        return form_page(request, more, page, plan.provision)
    form = PlanForm(one, _count(request), request.POST) if request.method == "POST" else _as_planned(one)
    return act_page(request, plan, one, form, page, lambda version, **_typed: _plan(request, number, version, form))


def _count(request: ActedRequest) -> int:
    typed = request.POST.get("rows", "")
    return min(int(typed), MOST) if typed.isascii() and typed.isdigit() and len(typed) < 4 else FEWEST


def _as_planned(one: Agreement) -> PlanForm:
    planned = list(one.instalments.all())
    initial: dict[str, Any] = {f"due_on_{each.place}": each.due_on for each in planned}
    initial |= {f"amount_{each.place}": each.amount for each in planned}
    return PlanForm(one, max(len(planned) + 1, FEWEST), initial=initial)


def _plan(request: ActedRequest, number: str, version: int, form: PlanForm) -> None:
    """Plan the filled rows; what the act says of its n-th instalment is said beside the row it was typed in."""
    filled = form.filled()
    try:
        plan(request.actor, number, version=version, instalments=[(day, amount) for _row, day, amount in filled])
    except BadInput as refused:
        raise BadInput({_in_row(field, filled): text for field, text in refused.fields.items()}) from refused


def _in_row(field: str, filled: list[tuple[int, date, Decimal]]) -> str:
    name, _sign, place = field.rpartition("_")
    return f"{name}_{filled[int(place) - 1][0]}" if place.isdigit() else field
