"""What is known of one line of the list, who makes such a good already, and how does a maker say "I can make this"? (47.4)"""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.errors import BadInput, NotFound
from ondiris.domains.documents.keeping import content_of
from ondiris.domains.planning.actions.interest import express
from ondiris.domains.planning.models import Interest, Proposal
from ondiris.domains.planning.queries import open_lines
from ondiris.domains.planning.terms import GoodsListState, InterestState, ProposalState
from ondiris.web.acting import ActedRequest, for_people
from ondiris.web.showing.lists import force_tag
from ondiris.web.showing.planning import lines_of, makers_of, name_of
from ondiris.web.trouble import put_on


def line_at(number: str) -> Proposal:
    """The line of this number on a list that was placed; NotFound where there is none."""
    placed = Proposal.objects.filter(goods_list__state=GoodsListState.PLACED, state=ProposalState.PASSED_ON)
    found = placed.select_related("customer", "specification", "goods_list__edition")
    one = found.filter(number=number).first()
    if one is None:
        raise NotFound
    return one


def line(request: Any, number: str) -> HttpResponse:
    """One line for everybody; for somebody of an enterprise also whether it has said that it can make the good."""
    found = line_at(number)
    edition = found.goods_list.edition
    context = {
        "line": found,
        "name": name_of(found),
        "lines": lines_of(found),
        "force": force_tag(edition, request.day) if edition else None,
        "makers": makers_of(found.code),
        "count": _standing(found).count(),
        "signed_in": request.user.is_authenticated,
        **_own(request, found),
    }
    return render(request, "open/planning/line.html", context)


def _standing(line: Proposal) -> QuerySet[Interest]:
    return line.interests.filter(state=InterestState.STANDS)


def _own(request: Any, line: Proposal) -> dict[str, Any]:
    """What somebody who acts for an enterprise sees of its own."""
    actor = request.actor
    if actor is None or (actor.roles and not express.may(actor)):
        return {}
    return {
        "acts": True,
        "own": _standing(line).filter(organisation=actor.organisation_id).first(),
        "is_customer": line.customer_id == actor.organisation_id,
        "may_express": express.may(actor),
        "is_open": open_lines(request.day).filter(pk=line.pk).exists(),
    }


def specification(request: Any, number: str) -> FileResponse:
    """The technical specification of a line, which is open to all with it."""
    document = line_at(number).specification
    if document is None:
        raise NotFound
    response = FileResponse(
        content_of(document), as_attachment=True, filename=document.name, content_type=document.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response


class InterestForm(forms.Form):
    """What the enterprise can make."""

    use_required_attribute = False
    note = forms.CharField(
        label=gettext_lazy("What you can make"),
        help_text=gettext_lazy("How much a year, from when, where, and what you still need for it."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=5_000,
        required=False,
    )


@for_people
def interest(request: ActedRequest, number: str) -> HttpResponse:
    """Say for one's enterprise that it can make the good of a line."""
    found = line_at(number)
    form = InterestForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            express(request.actor, proposal=number, note=form.cleaned_data["note"])
        except BadInput as trouble:
            put_on(form, trouble)
        else:
            messages.success(request, _("It is said. The customer reads it; you find it among your interests."))
            return redirect("goods-line", number=number)
    context = {
        "line": found,
        "name": name_of(found),
        "lines": lines_of(found),
        "form": form,
        "back": reverse("goods-line", args=[number]),
    }
    return render(request, "open/planning/interest.html", context)
