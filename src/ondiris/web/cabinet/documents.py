"""Which documents does an application carry, how are they handed in, and how does one get them back?"""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ondiris.base.errors import BadInput, NotPermitted
from ondiris.domains.applications.actions.attach import attach, detach
from ondiris.domains.applications.models import Application
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import RequiredDocument
from ondiris.web.acting import for_enterprises
from ondiris.web.cabinet.forms import RemoveForm, UploadForm, upload_of
from ondiris.web.cabinet.lookup import application_at
from ondiris.web.showing.files import download
from ondiris.web.trouble import put_on


@for_enterprises
def documents(request: Any, number: str) -> HttpResponse:
    """What the measure asks for, each with what was handed in; a file is added or taken out one at a time."""
    application = application_at(request.actor, number)
    required = measure(application.measure).documents
    if request.method != "POST":
        if attach.possible(request.actor, application):
            return _page(request, application, required)
        if not (answer := attach.may(request.actor, application)):
            raise NotPermitted(answer.reason, provision=attach.provision)
        return redirect("cabinet:application", number=number)
    if "document" in request.POST:
        return _remove(request, application)
    sent = next((one for one in required if f"{one.name}-version" in request.POST), None)
    if sent is None:
        return redirect("cabinet:documents", number=number)
    form = UploadForm(application, request.POST, request.FILES, prefix=sent.name)
    if form.is_valid():
        try:
            attach(
                request.actor,
                number,
                version=form.cleaned_data["version"],
                requirement=sent.name,
                upload=upload_of(form.cleaned_data["file"]),
            )
        except BadInput as trouble:
            put_on(form, trouble)
        else:
            messages.success(request, _("Handed in: %(document)s.") % {"document": _(sent.label)})
            return redirect("cabinet:documents", number=number)
    return _page(request, application, required, wrong=form)


def _remove(request: Any, application: Application) -> HttpResponse:
    form = RemoveForm(application, request.POST)
    if form.is_valid():
        data = form.cleaned_data
        detach(request.actor, application.number, version=data["version"], document=data["document"])
        messages.success(request, _("The document was removed."))
    return redirect("cabinet:documents", number=application.number)


def _page(
    request: Any,
    application: Application,
    required: tuple[RequiredDocument, ...],
    wrong: UploadForm | None = None,
) -> HttpResponse:
    attachments = list(application.attachments.select_related("document").order_by("pk"))
    context = {
        "application": application,
        "measure_title": _(measure(application.measure).title),
        "required": [
            {
                "name": one.name,
                "label": _(one.label),
                "provision": one.provision,
                "example": one.example,
                "documents": [each.document for each in attachments if each.requirement == one.name],
                "form": wrong if wrong and wrong.prefix == one.name else UploadForm(application, prefix=one.name),
            }
            for one in required
        ],
        "may_remove": detach.possible(request.actor, application),
        "wrong": wrong,
    }
    return render(request, "cabinet/documents.html", context)


@for_enterprises
def document(request: Any, number: str) -> FileResponse:
    """The file itself, for those who may see what it belongs to."""
    return download(request.actor, number)
