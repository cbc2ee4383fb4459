"""How is the planning of a year carried on: information sent, the list drawn up, sent, passed on, approved, placed? (47)"""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.acts import Beginning
from ondiris.domains.planning.actions.goods_list import (
    approve,
    classify_lines,
    draw_goods_list,
    pass_on,
    place,
    send,
    update,
)
from ondiris.domains.planning.actions.information import send_information
from ondiris.domains.planning.models import GoodsList, Proposal
from ondiris.domains.planning.queries import AGREED, APPROVED, DRAWN, INFORMED, PLACED
from ondiris.domains.planning.terms import ProposalState
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import (
    ActForm,
    ActPage,
    DeskForm,
    act_page,
    carried_out,
    form_page,
    need_to_begin,
    text_field,
)
from ondiris.web.desk.planning.looking import list_at, year_at
from ondiris.web.showing.goods import AUTHORITIES, KINDS
from ondiris.web.showing.planning import last_day
from ondiris.web.showing.states import tag_of
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.parts import Line, Text


def _back(year: int) -> str:
    return reverse("desk:planning", args=[year])


def _begin(request: ActedRequest, act: Beginning[Any], year: int, form: forms.Form, page: ActPage) -> HttpResponse:
    if request.method == "POST" and carried_out(form, lambda **typed: act(request.actor, year=year, **typed)):
        messages.success(request, str(page.done))
        return redirect(page.back)
    need_to_begin(act, request.actor)
    return form_page(request, form, page, act.provision)


class InformationForm(DeskForm):
    """What the body adds in its own words."""

    text = text_field(
        gettext_lazy("What you add in your own words"),
        required=False,
        help_text=gettext_lazy("The sums by good and customer go with it of themselves."),
    )


@for_officials
def send_information_page(request: ActedRequest, year: int) -> HttpResponse:
    """Send the information on the customers' needs to the industry authority."""
    year_at(request.actor, year)
    page = _page(
        year,
        send_information.title,
        _("Send it"),
        _("The information is sent. The industry authority draws up the list from it."),
        INFORMED,
        _("What is recorded today goes with it; rows that come later do not change what you sent."),
    )
    form = InformationForm(request.POST if request.method == "POST" else None)
    return _begin(request, send_information, year, form, page)


@for_officials
def draw_page(request: ActedRequest, year: int) -> HttpResponse:
    """Draw up the list of the year."""
    year_at(request.actor, year)
    page = _page(
        year,
        draw_goods_list.title,
        _("Draw it up"),
        _("The list is drawn up. Look at its lines, set kind and authority where needed, then send it."),
        DRAWN,
        _("Each good in the plans of each customer becomes one line."),
        _("Lines can be changed or left out until the list is sent."),
    )
    return _begin(request, draw_goods_list, year, DeskForm(request.POST if request.method == "POST" else None), page)


def _page(year: int, title: Text, button: str, done: str, deadline: str, *consequences: str, **more: Any) -> ActPage:
    return ActPage(
        title=title,
        button=button,
        of=_("Planning of %(year)d") % {"year": year},
        back=_back(year),
        done=done,
        lines=[
            Line(_("Year"), str(year)),
            Line(_("Last day"), figures.day(last_day(deadline, year))),
            *more.pop("lines", ()),
        ],
        consequences=consequences,
        **more,
    )


def _counted(goods_list: GoodsList, **of: Any) -> list[Line]:
    """How many lines stand in each state that any has."""
    found = Proposal.objects.filter(goods_list=goods_list, **of).values("state").annotate(count=Count("pk"))
    counts = {row["state"]: row["count"] for row in found}
    return [
        Line(tag_of(ProposalState, state).label, figures.number(counts[state]))
        for state in ProposalState
        if state in counts
    ]


@for_officials
def update_page(request: ActedRequest, year: int) -> HttpResponse:
    """Take in what customers planned since the draft was drawn up."""
    one = list_at(request.actor, year)
    page = _page(
        year,
        update.title,
        _("Bring it up to date"),
        _("The draft has the plans of today."),
        DRAWN,
        _("New goods come as new lines, sums change, and what no plan names any more is left out."),
        _("The kind and the authority that you chose stay, and so do lines that you left out."),
        lines=_counted(one),
    )
    return act_page(request, update, one, ActForm(one, request.POST or None), page)


class ClassifyLinesForm(ActForm):
    """For whose lines, by which kind of contract, and through which authority."""

    customer = forms.ChoiceField(label=gettext_lazy("Customer"))
    kind = forms.ChoiceField(label=gettext_lazy("Kind of contract"), choices=KINDS, widget=forms.RadioSelect)
    through = forms.ChoiceField(
        label=gettext_lazy("Agreed with the customer by"), choices=AUTHORITIES, widget=forms.RadioSelect
    )

    def __init__(self, one: GoodsList, *args: object, **kwargs: object) -> None:
        super().__init__(one, *args, **kwargs)
        drawn = one.proposals.filter(state=ProposalState.DRAWN).order_by("customer__order", "customer")
        found = drawn.values_list("customer__bin", "customer__name").annotate(lines=Count("pk"))
        self.fields["customer"].choices = [(bin, f"{name} ({lines})") for bin, name, lines in found]  # type: ignore[attr-defined]


@for_officials
def classify_lines_page(request: ActedRequest, year: int) -> HttpResponse:
    """Set kind and authority for all lines of one customer."""
    one = list_at(request.actor, year)
    done = _("It is set for all lines of the customer. A single line can still be set otherwise.")
    page = _page(year, classify_lines.title, _("Set it"), done, DRAWN)
    return act_page(request, classify_lines, one, ClassifyLinesForm(one, request.POST or None), page)


@for_officials
def send_page(request: ActedRequest, year: int) -> HttpResponse:
    """Send the list to the authorities for subsoil."""
    one = list_at(request.actor, year)
    page = _page(
        year,
        send.title,
        _("Send it"),
        _("The list is sent. The authorities agree it with the customers, who answer for their own lines."),
        DRAWN,
        _("From now on lines are not changed or left out any more."),
        _("Each customer sees its lines in its cabinet and is asked to answer."),
        lines=_counted(one),
    )
    return act_page(request, send, one, ActForm(one, request.POST or None), page)


@for_officials
def pass_on_page(request: ActedRequest, year: int) -> HttpResponse:
    """Pass the agreed lines on to the industry authority."""
    one = list_at(request.actor, year)
    mine = {"through__in": request.actor.roles}
    page = _page(
        year,
        pass_on.title,
        _("Pass them on"),
        _("The agreed lines are passed on. Once both authorities have done so, the list is approved."),
        AGREED,
        _(
            "What customers agreed is passed on; what they declined stays declined, and what they did not answer is left out."
        ),
        _("It is done once a year: nothing can be opened again afterwards."),
        lines=_counted(one, **mine),
    )
    return act_page(request, pass_on, one, ActForm(one, request.POST or None), page)


class ApproveForm(ActForm):
    """The act that approves the list."""

    act_number = forms.CharField(label=gettext_lazy("Number of the approving act"), max_length=60)
    act_date = DayField(label=gettext_lazy("Date of the approving act"))


@for_officials
def approve_page(request: ActedRequest, year: int) -> HttpResponse:
    """Approve the list by an act with number and date."""
    one = list_at(request.actor, year)
    page = _page(
        year,
        approve.title,
        _("Approve it"),
        _("The list is approved. The keeper of lists places it, and suppliers see it."),
        APPROVED,
        _("The lines that were passed on become the approved list; no other line is on it."),
        lines=_counted(one),
    )
    return act_page(request, approve, one, ApproveForm(one, request.POST or None), page)


@for_officials
def place_page(request: ActedRequest, year: int) -> HttpResponse:
    """Place the approved list where suppliers find it."""
    one = list_at(request.actor, year)
    page = _page(
        year,
        place.title,
        _("Place it"),
        _("The list is placed. Everybody sees it, and suppliers can say that they can make a good."),
        PLACED,
        _("Names of customers, goods, volumes, terms and technical specifications become public."),
        _("The list of the year before ends where this one begins."),
        lines=_counted(one),
    )
    return act_page(request, place, one, ActForm(one, request.POST or None), page)
