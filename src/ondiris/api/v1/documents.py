"""Which files belong to a thing, and how is one handed to a program?"""

from datetime import date
from typing import Any

from django.http import FileResponse
from pydantic import BaseModel, Field

from ondiris.base.actors import Actor
from ondiris.base.errors import NotFound
from ondiris.base.journal import access
from ondiris.domains.documents.keeping import content_of
from ondiris.domains.documents.letters.write import letters_about
from ondiris.domains.documents.models import Document

FILE_ANSWER = {"responses": {200: {"content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}}}}


class DocumentOut(BaseModel):
    """A kept file; its content is known by its SHA-256."""

    number: str = Field(examples=["DOC-2026-00001"])
    name: str
    media_type: str
    size: int
    sha256: str
    uploaded_on: date

    @staticmethod
    def fields(document: Document) -> dict[str, Any]:
        """The fields of a document."""
        return {name: getattr(document, name) for name in DocumentOut.model_fields}


class LetterOut(DocumentOut):
    """A letter that was sent, as it was sent."""

    kind: str = Field(examples=["decision"])
    language: str = Field(description="kk, ru or en")


def letters_of(thing_kind: str, number: str) -> list[LetterOut]:
    """The letters about a thing, oldest first."""
    return [
        LetterOut(**DocumentOut.fields(letter.document), kind=letter.kind, language=letter.language)
        for letter in letters_about((thing_kind, number))
    ]


def content(actor: Actor, found: Document | None, thing_kind: str, thing: str, number: str) -> FileResponse:
    """The file that was found, or else the letter of this number about the thing. NotFound otherwise; both are logged."""
    if found is None:
        letter = letters_about((thing_kind, thing)).filter(document__number=number).first()
        found = letter.document if letter else None
    if found is None:
        access.refused(actor, "document", number, "download", NotFound().message)
        raise NotFound
    access.looked(actor, "document", number, "download")
    return FileResponse(content_of(found), as_attachment=True, filename=found.name, content_type=found.media_type)
