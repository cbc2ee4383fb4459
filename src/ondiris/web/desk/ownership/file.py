"""How does a keeper take in a file of shareholdings, and get back the rows that do not fit?"""

import csv
import io

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.tables.values import harmless
from ondiris.domains.parties.actions.shares_import import import_shares
from ondiris.domains.parties.models import SharesFile
from ondiris.domains.parties.permissions import may_keep_ownership
from ondiris.domains.parties.shares_file import COLUMNS, NOTES, REASONS
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import ActPage, DeskForm, carried_out, form_page, need_right, need_to_begin
from ondiris.web.desk.things import missing

MOST_SHOWN = 200


class FileForm(DeskForm):
    """The file."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy("UTF-8 or Windows-1251; commas, semicolons or tabs; at most 20 MB."),
    )

    def clean_file(self) -> object:
        """The upload; its size is checked before it is read."""
        upload = self.cleaned_data["file"]
        if upload.size > settings.LARGEST_DOCUMENT:
            raise forms.ValidationError(
                _("The file is larger than %(most)d MB.") % {"most": settings.LARGEST_DOCUMENT // 1_000_000}
            )
        return upload


@for_officials
def import_page(request: ActedRequest) -> HttpResponse:
    """Take in a file: what fits is kept, and the rest comes back with reasons."""
    need_to_begin(import_shares, request.actor)
    page = ActPage(
        title=import_shares.title,
        button=_("Take it in"),
        of=_("Ownership"),
        back=reverse("desk:ownership"),
        done="",
        lead=_("Good rows are kept at once; each other row is named with its reason, to be corrected and sent again."),
        template="desk/ownership/import.html",
        context={"columns": COLUMNS},
    )
    made: list[SharesFile] = []
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if request.method == "POST" and carried_out(
        form,
        lambda file: made.append(import_shares(request.actor, name=file.name, content=file.read())),
    ):
        return redirect("desk:shares-file", key=made[0].pk)
    return form_page(request, form, page, import_shares.provision)


def _said(row: dict[str, str]) -> str:
    sentence = REASONS[row["reason"]]
    return _(sentence)


def _file_at(request: ActedRequest, key: int) -> SharesFile:
    need_right(may_keep_ownership(request.actor), "46.2")
    return SharesFile.objects.filter(pk=key).first() or missing(request.actor, "sharesfile", str(key))


@for_officials
def file_page(request: ActedRequest, key: int) -> HttpResponse:
    """What became of a file: how many rows were kept, and why the others were not."""
    file = _file_at(request, key)
    rows = [(row, _said(row)) for row in file.refused[:MOST_SHOWN]]
    context = {"file": file, "rows": rows, "refused": len(file.refused), "more": len(file.refused) > MOST_SHOWN}
    return render(request, "desk/ownership/file.html", context)


@for_officials
def refused_file(request: ActedRequest, key: int) -> HttpResponse:
    """The refused rows as CSV with the reason of each, to be corrected and sent again as they are."""
    file = _file_at(request, key)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*NOTES, *COLUMNS])
    for row in file.refused:
        cells = [harmless(row["cells"].get(name, "")) for name in COLUMNS]
        writer.writerow([row["line"], row["column"], _said(row), *cells])
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="refused-rows.csv"'
    return response
