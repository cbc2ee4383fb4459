"""How is one change put into an amending act, and how is it reviewed for a measure?"""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.errors import BadInput
from ondiris.domains.legislation.actions.amendment import put, remove
from ondiris.domains.legislation.actions.checking import check_target
from ondiris.domains.legislation.models import AmendingAct, LawChange
from ondiris.domains.legislation.queries import amended_register
from ondiris.domains.measures.actions.review import review
from ondiris.domains.measures.catalogue import measure as measure_named
from ondiris.domains.measures.catalogue import names
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.register import Provision
from ondiris.law.provisions.standing import standing
from ondiris.law.provisions.terms import Effect
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import (
    ActForm,
    ActPage,
    DeskForm,
    act_page,
    carried_out,
    form_page,
    need,
    need_to_begin,
    text_field,
)
from ondiris.web.desk.amendment.acts import page
from ondiris.web.desk.amendment.forms import ChangeForm, TargetForm, typed
from ondiris.web.desk.amendment.page import page_of, title_of
from ondiris.web.desk.amendment.shown import effect_tag
from ondiris.web.desk.things import amending_at, missing
from ondiris.web.showing import law
from ondiris.web.trouble import put_on
from ondiris.web.ui import citation
from ondiris.web.ui.parts import Line


@for_officials
def add_page(request: ActedRequest, number: str) -> HttpResponse:
    """Which provision, and what is done to it; then, on the same address, the day and the words."""
    one = amending_at(request.actor, number)
    need(put, request.actor, one)
    target = TargetForm(request.GET if "provision" in request.GET else None)
    if not _is_target(one, target):
        context = {"form": target, "title": put.title, "of": title_of(one), "back": page_of(one)}
        return render(request, "desk/amendment/target.html", context)
    chosen = target.cleaned_data
    return _put_page(request, one, chosen["provision"], Effect(chosen["effect"]))


def _is_target(one: AmendingAct, target: TargetForm) -> bool:
    """Whether a provision was named that the act can do this to; what cannot be so stands beside the fields."""
    if not target.is_valid():
        return False
    try:
        check_target(one, **target.cleaned_data)
    except BadInput as refused:
        put_on(target, refused)
        return False
    return True


@for_officials
def change_page(request: ActedRequest, number: str, key: int) -> HttpResponse:
    """Correct the day or the words of a change."""
    one = amending_at(request.actor, number)
    change = _change_of(request, one, key)
    return _put_page(request, one, change.provision, Effect(change.effect), change)


def _change_of(request: ActedRequest, one: AmendingAct, key: int) -> LawChange:
    return one.changes.filter(pk=key).first() or missing(request.actor, "change", f"{one.number} {key}")


def _put_page(
    request: ActedRequest, one: AmendingAct, provision: str, effect: Effect, change: LawChange | None = None
) -> HttpResponse:
    row = amended_register().get(ProvisionId.parse(provision))
    form = ChangeForm(one, ProvisionId.parse(provision), effect, change, request.POST or None)
    shown = page(
        one,
        f"{citation.label(provision)}: {effect_tag(effect).label}",
        _("Keep the change"),
        _("The change is kept."),
        lines=_as_it_stands(request, row) if row else (),
    )
    known: Mapping[str, Any] = {"provision": provision, "effect": effect.value, "key": change and change.pk}

    def call(version: int, **data: Any) -> None:
        put(request.actor, one.number, version=version, **known, **typed(data))

    return act_page(request, put, one, form, shown, call)


def _as_it_stands(request: ActedRequest, row: Provision) -> list[Line]:
    at = standing(row, request.day)
    return [Line(_("As it stands"), law.words_of(at) or law.why_no_words(at))]


@for_officials
def remove_page(request: ActedRequest, number: str, key: int) -> HttpResponse:
    """Take a change out of the draft."""
    one = amending_at(request.actor, number)
    change = _change_of(request, one, key)
    lines = [
        Line(_("Provision"), citation.label(change.provision)),
        Line(_("What the act does"), effect_tag(Effect(change.effect)).label),
    ]
    shown = page(one, remove.title, _("Take it out"), _("The change is taken out."), lines=lines, warning=True)

    def call(version: int) -> None:
        remove(request.actor, number, version=version, key=key)

    return act_page(request, remove, one, ActForm(one, request.POST or None), shown, call)


class ReviewForm(DeskForm):
    """Why the configuration is right under the change."""

    reason = text_field(gettext_lazy("Reason"), help_text=gettext_lazy("What was compared, and what follows from it."))


@for_officials
def review_page(request: ActedRequest, number: str, key: int, measure: str) -> HttpResponse:
    """Say that a measure's configuration is right under a change, and why."""
    one = amending_at(request.actor, number)
    change = _change_of(request, one, key)
    if measure not in names():
        missing(request.actor, "measure", measure)
    shown = ActPage(
        title=review.title,
        button=_("It is reviewed"),
        of=title_of(one),
        back=page_of(one),
        done=_("The change is marked as reviewed; the warning is gone for this measure."),
        lines=[
            Line(_("Provision"), citation.label(change.provision)),
            Line(_("Measure"), _(measure_named(measure).title)),
        ],
        consequences=[_("The pages of the measure and of its cases stop warning of this change.")],
    )
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form, lambda **data: review(request.actor, key=key, measure=measure, **data)
    ):
        messages.success(request, str(shown.done))
        return redirect(shown.back)
    need_to_begin(review, request.actor)
    return form_page(request, form, shown, review.provision)
