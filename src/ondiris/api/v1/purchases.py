"""How does a program send plans and reports of purchases, and learn which rows were not taken? (47.1)"""

from datetime import date

from django.utils.translation import gettext as _
from ninja import Router
from pydantic import BaseModel, Field

from ondiris.api.calling import Bearer, KeyedRequest
from ondiris.api.once import once
from ondiris.api.v1 import bodies
from ondiris.api.v1.examples import example
from ondiris.base.errors import NotFound
from ondiris.base.journal import access
from ondiris.domains.planning.actions.purchases import import_purchases
from ondiris.domains.planning.models import PurchasesFile
from ondiris.domains.planning.purchases import files_visible_to
from ondiris.domains.planning.purchases_file import REASONS

router = Router(auth=Bearer())


class RefusedOut(BaseModel):
    """A row that was not taken."""

    row: int = Field(
        description="Its place among the rows sent, the first being 1; of a file its line, the head being 1."
    )
    column: str = Field(
        description="The first column that is wrong; empty for the row as a whole.", examples=["volume"]
    )
    reason: str = Field(examples=["volume"])
    message: str = Field(examples=["A volume is above 0, with at most four decimals."])


class PurchasesFileOut(BaseModel):
    """What became of rows that were sent: the good ones are kept, the others are named."""

    id: int
    name: str
    taken_on: date
    kept: int
    refused: list[RefusedOut]


def _shown(file: PurchasesFile) -> PurchasesFileOut:
    said = {reason: _(sentence) for reason, sentence in REASONS.items()}
    rows = [
        RefusedOut(row=one["line"], column=one["column"], reason=one["reason"], message=said[one["reason"]])
        for one in file.refused
    ]
    return PurchasesFileOut(id=file.pk, name=file.name, taken_on=file.taken_on, kept=file.kept, refused=rows)


@router.post("", auth=Bearer(rows=True), response={201: PurchasesFileOut}, openapi_extra=example(bodies.Purchases))
@once(201)
def send_purchases(request: KeyedRequest, body: bodies.Purchases) -> BaseModel:
    """Send rows of plans and reports, up to 50,000 at once (47.1).

    Good rows are kept whatever is wrong with others. A row sent again with the same customer, kind, year and item
    replaces what it said before.
    """
    rows = [row.model_dump() for row in body.rows]
    return _shown(import_purchases(request.auth.actor, name=body.name, content=rows))


@router.get("/{key}", response=PurchasesFileOut)
def show_purchases_file(request: KeyedRequest, key: int) -> PurchasesFileOut:
    """What became of rows that the caller's organisation sent, here or as a file."""
    actor = request.auth.actor
    found = files_visible_to(actor).filter(pk=key).first() if 0 < key < 2**63 else None
    if found is None:
        access.refused(actor, "purchasesfile", str(key)[:40], "look", NotFound().message)
        raise NotFound
    return _shown(found)
