"""How does the customer answer for its line: agree with volume, term and specification, or decline with a reason? (47.3)"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.domains.documents.keeping import Upload
from ondiris.domains.planning.actions.proposal import agree, decline
from ondiris.domains.planning.models import Proposal
from ondiris.domains.planning.queries import AGREED
from ondiris.web.acting import for_people
from ondiris.web.cabinet.forms import upload_of
from ondiris.web.cabinet.lookup import line_at
from ondiris.web.cabinet.planning.line import asked_of
from ondiris.web.showing.acting import ActForm, ActPage, ReasonForm, act_page
from ondiris.web.showing.planning import kind_words, last_day, name_of
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField, NumberField
from ondiris.web.ui.parts import Line, Text


class AgreeForm(ActForm):
    """How much, from when to when, and the technical specification."""

    volume = NumberField(label=gettext_lazy("Volume for the whole term"), decimals=4, most=10**15)
    starts_on = DayField(label=gettext_lazy("First day of the expected term"))
    ends_on = DayField(
        label=gettext_lazy("Last day of the expected term"), help_text=gettext_lazy("It belongs to the term.")
    )
    upload = forms.FileField(
        label=gettext_lazy("Technical specification"),
        allow_empty_file=True,  # the act says what is wrong with it
        error_messages={"required": gettext_lazy("Attach the technical specification.")},
        help_text=gettext_lazy("PDF, PNG, JPEG, XLSX or DOCX, up to 20 MB."),
    )

    def __init__(self, line: Proposal, *args: Any, **kwargs: Any) -> None:
        super().__init__(line, *args, **kwargs)
        self.fields["upload"].required = line.specification_id is None  # one handed in before stays
        self.fields["volume"].unit = line.unit  # type: ignore[attr-defined]
        self.fields["volume"].help_text = _("In: %(unit)s.") % {"unit": line.unit}
        self.initial.update(
            volume=figures.number(line.needed if line.volume is None else line.volume),
            starts_on=line.starts_on,
            ends_on=line.ends_on,
        )

    def clean_upload(self) -> Upload | None:
        """The file as documents take it in."""
        file = self.cleaned_data["upload"]
        return upload_of(file) if file else None


@for_people
def agree_page(request: Any, number: str) -> HttpResponse:
    """Agree the line."""
    one = line_at(request.actor, number)
    consequences = [
        _("Volume, term and technical specification are what 47.3 asks: without them the line is not complete."),
        _("Once the list is placed, everybody reads your name, the good, the volume, the term and the specification."),
    ]
    if one.specification:
        attached = _("Attached already: %(name)s. A new file takes its place.") % {"name": one.specification.name}
        consequences.append(attached)
    done = _("You agreed the line. The authority passes it on; until then it can open the line again for you.")
    page = _page(one, agree.title, _("Agree it"), done, consequences)
    form = AgreeForm(one, request.POST or None, request.FILES or None)
    return act_page(request, agree, one, form, page)


@for_people
def decline_page(request: Any, number: str) -> HttpResponse:
    """Decline the line."""
    one = line_at(request.actor, number)
    consequences = [
        _("A declined line does not stand on the approved list, and no contract rests on it."),
        _("The authorities read the reason; it is not public."),
    ]
    done = _("You declined the line. It does not go into the list of this year unless the authority opens it again.")
    page = _page(one, decline.title, _("Decline it"), done, consequences, warning=True)
    return act_page(request, decline, one, ReasonForm(one, request.POST or None), page)


def _page(
    one: Proposal, title: Text, button: str, done: str, consequences: Sequence[str], *, warning: bool = False
) -> ActPage:
    by = last_day(AGREED, one.goods_list.year)
    lines = [
        Line(_("Good"), name_of(one)),
        Line(_("Commodity code"), one.code),
        Line(_("Kind of contract"), kind_words(one.kind)),
        *asked_of(one),
        Line(_("Last day to answer"), figures.day(by)),
    ]
    back = reverse("cabinet:line", args=[one.number])
    return ActPage(
        title=title,
        button=button,
        of=name_of(one),
        back=back,
        done=done,
        lines=lines,
        consequences=consequences,
        warning=warning,
    )
