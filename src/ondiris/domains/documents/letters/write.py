"""How is a letter written at the moment of an act, and kept as it was sent?"""

import io
from collections.abc import Callable

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation

from ondiris.base.actors import Actor
from ondiris.base.acts import Thing
from ondiris.base.numbering.next import next_number
from ondiris.base.things import about
from ondiris.domains.documents.keeping import store
from ondiris.domains.documents.letters.content import Content
from ondiris.domains.documents.letters.render import pdf
from ondiris.domains.documents.models import Document, Letter
from ondiris.domains.documents.terms import LetterKind


def write(actor: Actor, kind: LetterKind, thing: Thing, addressee: int, compose: Callable[[], Content]) -> list[Letter]:
    """Write one letter in each language of the system, inside the act's transaction.

    `compose` is called once for each language, with that language active; the document belongs to the organisation
    with the key `addressee`. What was composed is what was sent: it is kept, and never made again.
    """
    return [_in(code, actor, kind, thing, addressee, compose) for code, _name in settings.LANGUAGES]


def _in(
    code: str, actor: Actor, kind: LetterKind, thing: Thing, addressee: int, compose: Callable[[], Content]
) -> Letter:
    with translation.override(code):
        made = pdf(compose(), code, actor.on)
    document = Document.objects.create(
        number=next_number("DOC", actor.on.year),
        owner_id=addressee,
        name=f"{thing.number}-{kind}-{code}.pdf",
        media_type="application/pdf",
        size=len(made),
        sha256=store(io.BytesIO(made)),
        uploaded_by=actor.user_id,
        uploaded_on=actor.on,
    )
    return Letter.objects.create(
        kind=kind, thing_kind=_kind_of(thing), thing=thing.number, language=code, document=document, on=actor.on
    )


def letters_about(*things: tuple[str, str]) -> QuerySet[Letter]:
    """The letters about things, each (kind, number), oldest first, with their documents."""
    return Letter.objects.filter(about(*things)).select_related("document").order_by("pk")


def _kind_of(thing: Thing) -> str:
    return type(thing).__name__.lower()
