"""The applicant hands in a document, or takes one back from a draft."""

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act
from ondiris.base.errors import BadInput, NotFound
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.models import Application, Attachment
from ondiris.domains.applications.permissions import may_attach, may_detach
from ondiris.domains.applications.terms import ApplicationState
from ondiris.domains.documents.keeping import Upload, keep
from ondiris.domains.measures.catalogue import measure


@act(FLOW, "attach", _("Attach a document"), Application, may_attach)
def attach(actor: Actor, application: Application, *, requirement: str, upload: Upload) -> Outcome:
    """Keep the file and count it for the requirement. BadInput where the file or the requirement is wrong."""
    if requirement not in {d.name for d in measure(application.measure).documents}:
        raise BadInput({"requirement": _("This measure asks for no such document.")})
    document = keep(actor, upload)
    Attachment.objects.create(application=application, requirement=requirement, document=document)
    return Outcome(
        {"requirement": requirement, "document": document.number, "sha256": document.sha256},
        to=ApplicationState(application.state),
    )


@act(FLOW, "detach", _("Remove a document"), Application, may_detach)
def detach(actor: Actor, application: Application, *, document: str) -> Outcome:
    """Take a document out of the draft; the file itself is kept."""
    attachment = application.attachments.filter(document__number=document).select_related("document").first()
    if attachment is None:
        raise NotFound
    attachment.delete()
    return Outcome({"requirement": attachment.requirement, "document": document})
