"""How does the customer answer for its line: agree with volume, term and specification, or decline with a reason? (47.3)"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.acts import Act
from ondiris.base.errors import BadInput, NotPermitted, WrongState
from ondiris.domains.documents.keeping import Upload
from ondiris.domains.planning.actions.proposal import agree, decline
from ondiris.domains.planning.models import Proposal
from ondiris.domains.planning.queries import AGREED
from ondiris.web.acting import for_enterprises
from ondiris.web.cabinet.forms import ActForm, upload_of
from ondiris.web.cabinet.lookup import line_at
from ondiris.web.cabinet.planning.line import asked_of
from ondiris.web.showing.planning import kind_words, last_day, name_of
from ondiris.web.trouble import put_on
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField, NumberField
from ondiris.web.ui.parts import Line


class AgreeForm(ActForm):
    """How much, from when to when, and the technical specification."""

    volume = NumberField(label=gettext_lazy("Volume for the whole term"), decimals=4, most=10**15)
    starts_on = DayField(label=gettext_lazy("First day of the expected term"))
    ends_on = DayField(
        label=gettext_lazy("Last day of the expected term"), help_text=gettext_lazy("It belongs to the term.")
    )
    upload = forms.FileField(
        label=gettext_lazy("Technical specification"),
        required=False,
        allow_empty_file=True,  # the act says what is wrong with it
        help_text=gettext_lazy(
            "PDF, PNG, JPEG, XLSX or DOCX, up to 20 MB. Once the list is placed, everybody can read it."
        ),
    )

    def __init__(self, line: Proposal, *args: Any, **kwargs: Any) -> None:
        super().__init__(line, *args, **kwargs)
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


class DeclineForm(ActForm):
    """Why the customer declines."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("The authorities read it; it is not public."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=20_000,
    )


@for_enterprises
def agree_page(request: Any, number: str) -> HttpResponse:
    """Agree the line."""
    found = line_at(request.actor, number)
    form = AgreeForm(found, request.POST or None, request.FILES or None)
    done = _("You agreed the line. The authority passes it on; until then it can be opened again at your request.")
    return _answered(request, agree, found, form, "cabinet/planning/agree.html", done)


@for_enterprises
def decline_page(request: Any, number: str) -> HttpResponse:
    """Decline the line."""
    found = line_at(request.actor, number)
    form = DeclineForm(found, request.POST or None)
    done = _("You declined the line. It does not go into the list of this year unless the authority opens it again.")
    return _answered(request, decline, found, form, "cabinet/planning/decline.html", done)


def _answered(
    request: Any, act: Act[Proposal], line: Proposal, form: ActForm, template: str, done: str
) -> HttpResponse:
    if request.method != "POST":
        if line.state not in act.move.starts:
            raise WrongState(_("This is not possible where the case stands now."), provision=act.provision)
        if not (may := act.may(request.actor, line)):
            raise NotPermitted(may.reason, provision=act.provision)
    elif form.is_valid() and _carried_out(form, lambda **typed: act(request.actor, line.number, **typed)):
        messages.success(request, done)
        return redirect("cabinet:line", number=line.number)
    context = {
        "line": line,
        "name": name_of(line),
        "form": form,
        "provision": act.provision,
        "back": reverse("cabinet:line", args=[line.number]),
        "by": last_day(AGREED, line.goods_list.year),
        "lines": [
            Line(_("Commodity code"), line.code),
            Line(_("Kind of contract"), kind_words(line.kind)),
            *asked_of(line),
        ],
    }
    return render(request, template, context)


def _carried_out(form: ActForm, call: Callable[..., Any]) -> bool:
    try:
        call(**form.cleaned_data)
    except BadInput as trouble:
        put_on(form, trouble)
        return False
    return True
