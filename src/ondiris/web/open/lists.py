"""Which lists were approved under the law, what stands on an edition, and what changed between two?

The public sees what was published; drafts are the authority's own.
"""

from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar

from django import forms
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ondiris.domains.lists.models import ApprovedList, Edition, Line
from ondiris.domains.lists.queries import changes
from ondiris.domains.lists.terms import EditionState
from ondiris.web.showing.lists import force_tag, title_of
from ondiris.web.showing.states import tag_of
from ondiris.web.ui import figures
from ondiris.web.ui.listing import Column, Filter, Listing, respond
from ondiris.web.ui.listing.declare import Rows
from ondiris.web.ui.parts import Tag


def published() -> QuerySet[Edition]:
    """The editions that everybody may see, newest first."""
    return Edition.objects.filter(state=EditionState.PUBLISHED).select_related("list").order_by("list", "-valid_from")


@dataclass(frozen=True, slots=True)
class Row:
    """An edition in the table of its list; `changes_url` compares it with the one before."""

    edition: Edition
    state: Tag
    force: Tag
    period: str
    url: str
    changes_url: str


def lists(request: Any) -> HttpResponse:
    """Every list with its editions."""
    shown = []
    for approved, run in groupby(published(), key=lambda edition: edition.list):
        editions = list(run)
        rows = [_row(edition, before, request) for edition, before in zip(editions, [*editions[1:], None], strict=True)]
        form = ChangesForm(editions) if len(editions) > 1 else None
        shown.append((approved, title_of(approved), rows, form))
    return render(request, "open/lists/lists.html", {"lists": shown})


def _row(edition: Edition, before: Edition | None, request: Any) -> Row:
    code = edition.list.code
    between = f"{reverse('list-changes', args=[code])}?older={before.number}&newer={edition.number}" if before else ""
    return Row(
        edition=edition,
        state=tag_of(EditionState, edition.state),
        force=force_tag(edition, request.day),
        period=figures.period(edition.valid_from, edition.valid_to),
        url=reverse("list-edition", args=[code, edition.number]),
        changes_url=between,
    )


def _by_code_or_name(rows: Rows, typed: str) -> Rows:
    """Lines whose code begins with what was typed, or that cover the longer code typed; or by a part of the name."""
    digits = typed.replace(" ", "")
    if digits.isascii() and digits.isdigit():
        heads = [digits[:length] for length in range(2, len(digits) + 1)]
        return rows.filter(Q(prefix__startswith=digits) | Q(prefix__in=heads))
    return rows.filter(Q(name_kk__icontains=typed) | Q(name_ru__icontains=typed) | Q(name_en__icontains=typed))


class Lines(Listing):
    """The goods of one edition."""

    caption = _("Goods on the list")
    columns: ClassVar[list[Column]] = [
        Column("prefix", _("Commodity code begins with"), sort="prefix"),
        Column("good", _("Good")),
    ]
    filters: ClassVar[dict[str, Filter]] = {
        "good": Filter(
            forms.CharField(
                label=_("Code or name"),
                help_text=_("A whole code finds the line that covers it."),
                max_length=100,
            ),
            _by_code_or_name,
        )
    }
    sort = "prefix"
    nothing = _("No good stands on this edition.")
    file_name = "priority-goods"

    def __init__(self, actor: Any, edition: Edition) -> None:
        super().__init__(actor)
        self.edition = edition

    def visible_to(self, actor: Any) -> Rows:
        """All lines: a published list is public."""
        return Line.objects.filter(edition=self.edition).annotate(
            good=Coalesce(NullIf(f"name_{figures.language()}", Value("")), "name_ru")
        )


def edition(request: Any, code: str, number: str) -> HttpResponse | StreamingHttpResponse:
    """One edition with its goods, to be searched and taken away."""
    found = get_object_or_404(published(), list__code=code, number=number)
    before = published().filter(list=found.list, valid_from__lt=found.valid_from).first()
    context = {"row": _row(found, before, request), "list_title": title_of(found.list)}
    return respond(request, Lines(request.actor, found), "open/lists/edition.html", context)


class ChangesForm(forms.Form):
    """Two editions of one list, the second the newer one."""

    def __init__(self, editions: list[Edition], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_number = {edition.number: edition for edition in editions}
        choices = [(e.number, f"{e.title}, {figures.period(e.valid_from, e.valid_to)}") for e in editions]
        newest_two = [edition.number for edition in editions[:2]]
        self.fields["older"] = forms.ChoiceField(
            label=_("From the edition"), choices=choices, initial=newest_two[-1] if newest_two else None
        )
        self.fields["newer"] = forms.ChoiceField(label=_("to the edition"), choices=choices)

    def clean(self) -> dict[str, Any]:
        chosen = {name: self.by_number[number] for name, number in self.cleaned_data.items()}
        if len(chosen) == 2 and chosen["newer"].valid_from <= chosen["older"].valid_from:
            self.add_error("newer", _now("Choose an edition that came after the first one."))
        return chosen


def between(request: Any, code: str) -> HttpResponse:
    """What one edition has that an earlier one had not, and the other way round."""
    approved = get_object_or_404(ApprovedList, code=code)
    form = ChangesForm(list(published().filter(list=approved)), request.GET or None)
    context: dict[str, Any] = {"form": form, "list_title": title_of(approved)}
    if form.is_valid():
        older, newer = form.cleaned_data["older"], form.cleaned_data["newer"]
        found = changes(older, newer)
        context |= {"older": older, "newer": newer, "added": found.added, "removed": found.removed}
    return render(request, "open/lists/changes.html", context)
