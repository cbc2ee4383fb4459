"""How is a file taken in, so that it is what it says it is and nothing else?"""

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

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
LONGEST_TYPES = 1_000_000  # bytes; a workbook of a thousand sheets names them in a fifth of it


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
    if not first.startswith(BEGINS_WITH[ending]) or not _really(upload.content, ending):
        return _("The name says .%(ending)s, but the content is something else.") % {"ending": ending}
    return None


def _really(content: BinaryIO, ending: str) -> bool:
    """An office file is a zip that names the type of its main part; a program or another zip is not one."""
    if ending not in ("xlsx", "docx"):
        return True
    try:
        with zipfile.ZipFile(content) as packed, packed.open("[Content_Types].xml") as types:
            return f'"{TAKEN[ending]}.main+xml"'.encode() in types.read(LONGEST_TYPES)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, RuntimeError, EOFError, OSError):
        return False


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
    sha256 = store(upload.content)
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


def store(content: BinaryIO) -> str:
    """Put a file into the storage under its SHA-256, which is returned; content that is there already is left."""
    digest, size = hashlib.sha256(), 0
    for part in _parts(content):
        digest.update(part)
        size += len(part)
    sha256 = digest.hexdigest()
    place = place_of(sha256)
    if default_storage.exists(place) and default_storage.size(place) != size:
        default_storage.delete(place)  # a process that was killed left it half-written
    if not default_storage.exists(place):
        content.seek(0)
        default_storage.save(place, File(content))
    return sha256


def place_of(sha256: str) -> str:
    """Where a file of this digest lies in the storage."""
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def content_of(document: Document) -> BinaryIO:
    """The file's content, opened for reading; the caller closes it."""
    return cast(BinaryIO, default_storage.open(place_of(document.sha256)).file)
