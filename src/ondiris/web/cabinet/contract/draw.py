"""How does a customer draw up a contract on an approved line of the list of goods? (47.5)"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.actors import Actor
from ondiris.domains.contracts.actions.conclude import draw
from ondiris.domains.contracts.judging import approved_codes
from ondiris.domains.contracts.models import Contract
from ondiris.domains.planning.models import Interest, Proposal
from ondiris.domains.planning.terms import ContractKind, InterestState
from ondiris.web.acting import for_people
from ondiris.web.showing.acting import ActPage, PlainForm, carried_out, form_page, need_to_begin
from ondiris.web.showing.contract.kinds import kind_text
from ondiris.web.ui import figures


class DrawForm(PlainForm):
    """The line that the contract rests on, with whom, and about what."""

    line = forms.ChoiceField(label=gettext_lazy("Approved line of the list of goods"), widget=forms.RadioSelect)
    supplier_bin = forms.CharField(
        label=gettext_lazy("BIN of the supplier"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    title = forms.CharField(
        label=gettext_lazy("Subject"),
        help_text=gettext_lazy("What the contract is about, in one line."),
        max_length=300,
    )

    def __init__(self, lines: list[Proposal], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.number, line_text(one)) for one in lines]
        self.fields["line"].choices = choices  # type: ignore[attr-defined]


def line_text(one: Proposal) -> str:
    """A line of the list in one sentence."""
    name = one.name_kk if figures.language() == "kk" else one.name_ru
    return f"{one.code} {name}: {figures.number(one.volume)} {one.unit} — {kind_text(one.kind)}, {one.number}"


def lines_open(actor: Actor) -> list[Proposal]:
    """The customer's own lines on the list in force, of both kinds of contract."""
    keys = [key for kind in ContractKind for key in approved_codes(actor.organisation_id, kind, actor.on)]
    return list(Proposal.objects.filter(pk__in=keys).order_by("code", "pk"))


@for_people
def draw_page(request: Any) -> HttpResponse:
    """Choose the line, name the supplier; the text is written on the next page."""
    need_to_begin(draw, request.actor)
    lines = lines_open(request.actor)
    interests = Interest.objects.filter(proposal__in=lines, state=InterestState.STANDS)
    form = DrawForm(lines, request.POST or None)
    page = ActPage(
        title=draw.title,
        button=_("Draw it up"),
        of=_("Contracts"),
        back=reverse("cabinet:contracts"),
        done=_("The contract is drawn up. Write its text; then it is offered to the supplier."),
        lead=_("A contract rests on a line of the approved list of goods."),
        template="cabinet/contract/draw.html" if lines else "cabinet/contract/no_line.html",
        context={
            "interests": interests.select_related("organisation", "proposal").order_by("proposal__code", "pk"),
        },
    )
    made: list[Contract] = []

    def call(line: str, supplier_bin: str, title: str) -> None:
        kind = next(one.kind for one in lines if one.number == line)
        made.append(draw(request.actor, kind=kind, supplier_bin=supplier_bin, line=line, title=title))

    if request.method == "POST" and carried_out(form, call):
        messages.success(request, str(page.done))
        return redirect("cabinet:contract-text", number=made[0].number)
    return form_page(request, form, page, draw.provision)
