"""How is a file of rows sent, and how do the rows that do not fit come back? The same pages for every kind of file.

Who declares a Kind gets the addresses: a page with the form, one of what became of a file, and the refused rows as a file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.actors import Actor
from ondiris.base.acts import Beginning
from ondiris.base.errors import BadInput, NotFound, NotPermitted
from ondiris.base.journal import access
from ondiris.base.tables import Columns
from ondiris.base.tables.report import as_csv, as_xlsx
from ondiris.base.tables.taken import TakenFile
from ondiris.base.words import N_
from ondiris.web.trouble import put_on

MOST_SHOWN = 200
HOMES = {"desk": N_("Due today"), "cabinet": N_("My cases")}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Guard = Callable[..., Any]


@dataclass(frozen=True)
class Kind:
    """One kind of file: the act that takes it in, its columns and reasons, and which files somebody may see.

    `name` stands in the names of its addresses; `register` is the name of the page where its rows are found, `of` its
    title; `how` is a template that says how such a file looks, and `then` what follows from what is kept.
    """

    name: str
    take_in: Beginning[Any]
    columns: Columns
    reasons: Mapping[str, str]
    visible: Callable[[Actor], QuerySet[Any]]
    register: str
    of: str
    how: str
    then: str = ""


def file_paths(kind: Kind, guard: Guard) -> list[URLPattern]:
    """The addresses of a kind of file, each behind the audience's guard."""
    more = {"kind": kind}
    return [
        path("import/", guard(send), more, name=f"import-{kind.name}"),
        path("files/<int:key>/", guard(became), more, name=f"{kind.name}-file"),
        path("files/<int:key>/refused/", guard(refused), {**more, "form": "csv"}, name=f"refused-{kind.name}"),
        path(
            "files/<int:key>/refused/xlsx/", guard(refused), {**more, "form": "xlsx"}, name=f"refused-{kind.name}-xlsx"
        ),
    ]


class FileForm(forms.Form):
    """The file."""

    use_required_attribute = False
    file = forms.FileField(
        label=gettext_lazy("XLSX or CSV file"),
        help_text=gettext_lazy("CSV in UTF-8 or Windows-1251, with commas, semicolons or tabs; at most 20 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_file(self) -> object:
        """The upload; its size is checked before it is read."""
        upload = self.cleaned_data["file"]
        if upload.size > settings.LARGEST_DOCUMENT:
            raise forms.ValidationError(
                _("The file is larger than %(most)d MB.") % {"most": settings.LARGEST_DOCUMENT // 1_000_000}
            )
        return upload


def send(request: Any, kind: Kind) -> HttpResponse:
    """Send a file: what fits is kept, and the rest comes back with reasons."""
    may = kind.take_in.may(request.actor)
    if not may:
        raise NotPermitted(may.reason, provision=kind.take_in.provision)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_bound and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            file = kind.take_in(request.actor, name=upload.name, content=upload.read())
        except BadInput as trouble:
            put_on(form, trouble)
        else:
            return redirect(_url(request, f"{kind.name}-file", file.pk))
    context = {"form": form, "title": kind.take_in.title, "provision": kind.take_in.provision}
    return render(request, "web/tables/send.html", {**_around(request, kind), **context})


def became(request: Any, kind: Kind, key: int) -> HttpResponse:
    """What became of a file: how many rows were kept, and why the others were not."""
    file = _file_at(request.actor, kind, key)
    said = _said(kind)
    context = {
        "file": file,
        "rows": [(row, said[row["reason"]], _typed(row, kind)) for row in file.refused[:MOST_SHOWN]],
        "refused": len(file.refused),
        "more": len(file.refused) > MOST_SHOWN,
        "csv_url": _url(request, f"refused-{kind.name}", key),
        "xlsx_url": _url(request, f"refused-{kind.name}-xlsx", key),
        "send_url": _url(request, f"import-{kind.name}") if kind.take_in.may(request.actor) else "",
        "then": _(kind.then) if kind.then else "",
    }
    return render(request, "web/tables/became.html", {**_around(request, kind), **context})


def refused(request: Any, kind: Kind, key: int, form: str) -> HttpResponse:
    """The refused rows with the reason of each, to be corrected and sent again as they are."""
    file = _file_at(request.actor, kind, key)
    write, media_type = {"csv": (as_csv, "text/csv; charset=utf-8"), "xlsx": (as_xlsx, XLSX)}[form]
    response = HttpResponse(write(file.refused, kind.columns, _said(kind)), content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="refused-rows.{form}"'
    return response


def _around(request: Any, kind: Kind) -> dict[str, Any]:
    audience = request.resolver_match.namespace
    return {
        "home": _(HOMES[audience]),
        "home_url": reverse(f"{audience}:home"),
        "register": _(kind.of),
        "register_url": _url(request, kind.register),
        "how": kind.how,
    }


def _typed(row: Mapping[str, Any], kind: Kind) -> str:
    """The cells of a row side by side, in the order of the file."""
    cells = (row["cells"].get(name, "") for name in kind.columns.names)
    return " · ".join(cell for cell in cells if cell)


def _said(kind: Kind) -> dict[str, str]:
    return {reason: _(sentence) for reason, sentence in kind.reasons.items()}


def _file_at(actor: Actor, kind: Kind, key: int) -> TakenFile:
    found: TakenFile | None = kind.visible(actor).filter(pk=key).first()
    if found is None:
        access.refused(actor, kind.take_in.model.__name__.lower(), str(key), "look", NotFound().message)
        raise NotFound
    return found


def _url(request: Any, name: str, *args: Any) -> str:
    return reverse(f"{request.resolver_match.namespace}:{name}", args=args)
