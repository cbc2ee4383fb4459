"""What do the programmes' accounts hold, which money moved, and what may the treasurer record?"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.db.models import Sum
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.errors import Trouble
from ondiris.base.journal import access
from ondiris.domains.funds.actions.allocate import allocate
from ondiris.domains.funds.models import Account, Programme, Transfer
from ondiris.domains.funds.permissions import may_keep
from ondiris.domains.funds.terms import WORDS, AccountKind, Purpose
from ondiris.domains.measures.actions.close_year import CARRY_OVER, clause_of, close_year, closed_years, what_becomes
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.measures.declaration import CarryOver
from ondiris.domains.measures.permissions import programmes_visible_to
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import ActPage, DeskForm, Way, carried_out, form_page, need_right
from ondiris.web.desk.things import programme_at
from ondiris.web.showing.history import history
from ondiris.web.ui.fields import DayField, MoneyField, NumberField
from ondiris.web.ui.listing import DAY, INSTANT, MONEY, Column, Filter, Kind, Listing, respond
from ondiris.web.ui.listing.declare import Rows
from ondiris.web.ui.parts import Line, Text


def title_of(programme: Programme) -> str:
    """The programme by the measure it pays for."""
    return next((_(one.title) for one in MEASURES if one.programme == programme.code), programme.code)


@dataclass(frozen=True, slots=True)
class Balance:
    """What a programme's accounts of one kind hold together, in tenge; money that came from outside is below zero."""

    label: Text
    amount: Decimal


def balances(programmes: Sequence[Programme]) -> dict[int, list[Balance]]:
    """The balances by kind of each programme, with one query."""
    found: dict[tuple[int, str], Decimal] = {
        (row["programme"], row["kind"]): row["sum"]
        for row in Account.objects.filter(programme__in=programmes)
        .values("programme", "kind")
        .annotate(sum=Sum("balance"))
    }
    return {
        one.pk: [Balance(_(WORDS[kind]), found.get((one.pk, kind), Decimal(0))) for kind in AccountKind]
        for one in programmes
    }


@for_officials
def accounts(request: ActedRequest) -> HttpResponse:
    """The programmes whose accounts this official may see."""
    programmes = list(programmes_visible_to(request.actor).select_related("holder").order_by("code"))
    held = balances(programmes)
    shown = [(one, title_of(one), held[one.pk]) for one in programmes]
    return render(request, "desk/accounts.html", {"programmes": shown})


def _word(value: str) -> str:
    return _(WORDS[Purpose(value)])


def _kind_word(value: str) -> str:
    return _(WORDS[AccountKind(value)])


class Transfers(Listing):
    """The money that moved within one programme."""

    caption = gettext_lazy("Transfers")
    columns: ClassVar[list[Column]] = [
        Column("on", gettext_lazy("Day"), kind=DAY, sort="on"),
        Column("purpose", gettext_lazy("Purpose"), kind=Kind(_word, _word)),
        Column("source", gettext_lazy("From"), "source__kind", kind=Kind(_kind_word, _kind_word)),
        Column("target", gettext_lazy("To"), "target__kind", kind=Kind(_kind_word, _kind_word)),
        Column("reference", gettext_lazy("Case or document"), sort="reference"),
        Column("amount", gettext_lazy("Amount"), kind=MONEY, sort="amount"),
        Column("at", gettext_lazy("Recorded"), kind=INSTANT, shown=False),
    ]
    filters: ClassVar[dict[str, Filter]] = {
        "purpose": Filter(
            forms.ChoiceField(
                label=gettext_lazy("Purpose"),
                choices=lambda: [("", _("All purposes")), *((one.value, _(WORDS[one])) for one in Purpose)],
            ),
            "purpose",
        ),
        "reference": Filter(
            forms.CharField(label=gettext_lazy("Case or document"), max_length=60), "reference__icontains"
        ),
        "since": Filter(DayField(label=gettext_lazy("From the day")), "on__gte"),
        "until": Filter(DayField(label=gettext_lazy("Until the day")), "on__lte"),
    }
    sort = "-on"
    nothing = gettext_lazy("No money has moved yet.")
    file_name = "transfers"

    def __init__(self, actor: Any, programme: Programme) -> None:
        super().__init__(actor)
        self.programme = programme

    def visible_to(self, actor: Any) -> Rows:
        """The transfers of this programme; that the actor may see it was asked before."""
        return Transfer.objects.filter(source__programme=self.programme)


@for_officials
def account(request: ActedRequest, code: str) -> HttpResponse | StreamingHttpResponse:
    """One programme: balances by kind, transfers, and what its treasurer may record."""
    one = programme_at(request.actor, code)
    access.looked(request.actor, "programme", code, "account")
    keeps = bool(may_keep(request.actor, one))
    context = {
        "programme": one,
        "title": title_of(one),
        "balances": balances([one])[one.pk],
        "clause": clause_text(one, request),
        "closed": sorted(closed_years(one)),
        "ways": [
            Way(allocate.title, reverse("desk:allocate", args=[code]), main=True),
            Way(close_year.title, reverse("desk:close-year", args=[code])),
        ]
        if keeps
        else [],
        "history": history(("programme", code)),
    }
    return respond(request, Transfers(request.actor, one), "desk/account.html", context)


def clause_text(programme: Programme, request: ActedRequest) -> str:
    """What becomes of the balance at the year's end, by the clause or by the setting."""
    clause = clause_of(programme)
    if clause == CarryOver.SPENT_NEXT_YEAR:
        return _("The clause says that the balance is not returned and is spent in the next year.")
    try:
        what = what_becomes(clause, request.day)
    except Trouble as trouble:
        return str(trouble.message)
    if what == CARRY_OVER:
        return _("The clause is silent. By an example setting the balance is carried over.")
    return _("The clause is silent. By a setting the balance goes back to the budget.")


class AllocateForm(DeskForm):
    """How much came, and by which document."""

    amount = MoneyField(label=gettext_lazy("Amount"))
    reference = forms.CharField(
        label=gettext_lazy("Document"),
        help_text=gettext_lazy("Number and day of the document by which the money came; each counts once."),
        max_length=60,
    )


@for_officials
def allocate_page(request: ActedRequest, code: str) -> HttpResponse:
    """Record money that came from the budget."""
    one = programme_at(request.actor, code)
    page = ActPage(
        title=allocate.title,
        button=_("Record it"),
        of=title_of(one),
        back=reverse("desk:account", args=[code]),
        done=_("The allocation is recorded. Waiting cases that it covers are now due to get their money."),
        lines=[Line(_("Account"), title_of(one)), Line(_("Held by"), one.holder.name)],
    )
    form = AllocateForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(form, lambda **typed: allocate(request.actor, code=code, **typed)):
        messages.success(request, str(page.done))
        return redirect(page.back)
    need_right(may_keep(request.actor, one), one.provision)
    return form_page(request, form, page, one.provision)


class CloseYearForm(DeskForm):
    """Which year ended."""

    year = NumberField(label=gettext_lazy("Year that ended"), least=2022, most=9999)


@for_officials
def close_year_page(request: ActedRequest, code: str) -> HttpResponse:
    """Run the year's end."""
    one = programme_at(request.actor, code)
    page = ActPage(
        title=close_year.title,
        button=_("Run it"),
        of=title_of(one),
        back=reverse("desk:account", args=[code]),
        done=_("The year's end is run and in the journal."),
        lines=[Line(_("Account"), title_of(one)), Line(_("At the year's end"), clause_text(one, request))],
    )
    form = CloseYearForm(request.POST if request.method == "POST" else None, initial={"year": request.day.year - 1})
    if request.method == "POST" and carried_out(form, lambda year: close_year(request.actor, code=code, year=year)):
        messages.success(request, str(page.done))
        return redirect(page.back)
    need_right(may_keep(request.actor, one), one.provision)
    return form_page(request, form, page, one.provision)
