"""How is a file taken in, so that it is what it says it is and nothing else?"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

import puremagic
from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.errors import BadInput
from ondiris.base.numbering.next import next_number
from ondiris.domains.documents.models import Document

TAKEN = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
BEGINS_WITH = {
    "pdf": b"%PDF-",
    "png": b"\x89PNG\r\n\x1a\n",
    "jpg": b"\xff\xd8\xff",
    "jpeg": b"\xff\xd8\xff",
    "xlsx": b"PK\x03\x04",
    "docx": b"PK\x03\x04",
}
PART = 64 * 1024


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it comes in: its name as typed, its size in bytes, and its content."""

    name: str
    size: int
    content: BinaryIO


def trouble_with(upload: Upload) -> str | Promise | None:
    """Why the file cannot be taken; None where it can. The content decides, not the name alone."""
    if upload.size == 0:
        return _("The file is empty.")
    if upload.size > settings.LARGEST_DOCUMENT:
        return _("The file is larger than %(most)d MB.") % {"most": settings.LARGEST_DOCUMENT // 1_000_000}
    ending = upload.name.rpartition(".")[2].lower()
    if ending not in TAKEN:
        return _("Files of this kind are not taken. Send PDF, PNG, JPEG, XLSX or DOCX.")
    upload.content.seek(0)
    first = upload.content.read(PART)
    upload.content.seek(0)
    if not first.startswith(BEGINS_WITH[ending]) or not _really(first, ending):
        return _("The name says .%(ending)s, but the content is something else.") % {"ending": ending}
    return None


def _really(first: bytes, ending: str) -> bool:
    if ending not in ("xlsx", "docx"):
        return True
    try:
        kinds = {match.extension.lstrip(".") for match in puremagic.magic_string(first)}
    except puremagic.PureError:
        return False
    return ending in kinds or "zip" in kinds


def _parts(content: BinaryIO) -> Iterator[bytes]:
    content.seek(0)
    while part := content.read(PART):
        yield part


def keep(actor: Actor, upload: Upload, field: str = "file") -> Document:
    """Store the file under its SHA-256 and register it for the actor's organisation. BadInput names what is wrong.

    A file of the same content is stored once; a transaction that fails leaves at most a file nobody points to.
    """
    if trouble := trouble_with(upload):
        raise BadInput({field: trouble})
    digest = hashlib.sha256()
    for part in _parts(upload.content):
        digest.update(part)
    sha256 = digest.hexdigest()
    place = place_of(sha256)
    if not default_storage.exists(place):
        upload.content.seek(0)
        default_storage.save(place, File(upload.content))
    return Document.objects.create(
        number=next_number("DOC", actor.on.year),
        owner_id=actor.organisation_id,
        name=upload.name.replace("\\", "/").rpartition("/")[2][:200],
        media_type=TAKEN[upload.name.rpartition(".")[2].lower()],
        size=upload.size,
        sha256=sha256,
        uploaded_by=actor.user_id,
        uploaded_on=actor.on,
    )


def place_of(sha256: str) -> str:
    """Where a file of this digest lies in the storage."""
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def content_of(document: Document) -> BinaryIO:
    """The file's content, opened for reading; the caller closes it."""
    return cast(BinaryIO, default_storage.open(place_of(document.sha256)).file)
