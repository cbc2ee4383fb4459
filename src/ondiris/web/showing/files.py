"""How is a kept file handed out, and only to those who may see what it belongs to?"""

from django.db.models import Exists, OuterRef, Q
from django.http import FileResponse

from ondiris.base.actors import Actor
from ondiris.base.errors import NotFound
from ondiris.base.journal import access
from ondiris.domains.agreements import permissions as agreements
from ondiris.domains.agreements.models import Proof
from ondiris.domains.applications import permissions as applications
from ondiris.domains.applications.models import Attachment
from ondiris.domains.calendar.models import Mark
from ondiris.domains.contracts import permissions as contracts
from ondiris.domains.contracts.models import Penalty, Performance, Programme, ValueYear
from ondiris.domains.documents.keeping import content_of
from ondiris.domains.documents.models import Document
from ondiris.domains.planning import permissions as planning
from ondiris.domains.planning.models import Proposal
from ondiris.domains.recovery import permissions as recovery


def document_for(actor: Actor, number: str) -> Document:
    """The document, if it belongs to a case, a report, a line or a letter that the actor may see; NotFound otherwise, logged."""
    attached = Attachment.objects.filter(document=OuterRef("pk"), application__in=applications.visible_to(actor))
    proves = Proof.objects.filter(document=OuterRef("pk"), report__agreement__in=agreements.visible_to(actor))
    marks = Mark.objects.filter(document=OuterRef("pk"), organisation=actor.organisation_id)
    specifies = Proposal.objects.filter(specification=OuterRef("pk"), pk__in=planning.visible_to(actor).values("pk"))
    seen = Q(Exists(attached)) | Q(Exists(proves)) | Q(Exists(marks)) | Q(Exists(specifies)) | _under_contracts(actor)
    for kind, things in (
        ("application", applications.visible_to(actor)),
        ("agreement", agreements.visible_to(actor)),
        ("claim", recovery.visible_to(actor)),
    ):
        seen |= Q(letter__thing_kind=kind, letter__thing__in=things.values("number"))
    found = Document.objects.filter(seen, number=number).first()
    if found is None:
        access.refused(actor, "document", number, "download", NotFound().message)
        raise NotFound
    return found


def _under_contracts(actor: Actor) -> Q:
    """What belongs to contracts that the actor may see: proofs, claims, and letters, of which each side has its own."""
    seen = contracts.visible_to(actor)
    by_programme = Programme.objects.filter(document=OuterRef("pk"), contract__in=seen)
    by_year = ValueYear.objects.filter(document=OuterRef("pk"), programme__contract__in=seen)
    by_condition = Performance.objects.filter(document=OuterRef("pk"), contract__in=seen)
    told = Q(letter__thing_kind="contract", letter__thing__in=seen.values("number"))
    if not actor.roles:
        told &= Q(owner=actor.organisation_id)
    penalties = Penalty.objects.filter(contract__in=seen).values("number")
    claimed = Q(letter__thing_kind="penalty", letter__thing__in=penalties)
    return Q(Exists(by_programme)) | Q(Exists(by_year)) | Q(Exists(by_condition)) | told | claimed


def download(actor: Actor, number: str) -> FileResponse:
    """The file as an attachment, never shown in place; who took it goes to the access log. NotFound as above."""
    document = document_for(actor, number)
    access.looked(actor, "document", number, "download")
    response = FileResponse(
        content_of(document), as_attachment=True, filename=document.name, content_type=document.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
