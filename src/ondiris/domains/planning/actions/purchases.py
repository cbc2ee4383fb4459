"""A customer or an official sends plans and reports of purchases: good rows are kept, each other one is named."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.tables import Watch, read, unwatched
from ondiris.base.tables.read import Given
from ondiris.base.tables.taken import evidence_of, fields_of
from ondiris.domains.planning.models import PurchasesFile
from ondiris.domains.planning.purchases import may_import, only_own
from ondiris.domains.planning.purchases_file import COLUMNS, Rows
from ondiris.domains.planning.taking_purchases import take


@beginning("purchases.import", _("Send plans and reports of purchases"), PurchasesFile, "47.1", may_import)
def import_purchases(
    actor: Actor, *, name: str, content: bytes | Given, watch: Watch = unwatched
) -> tuple[PurchasesFile, Mapping[str, Any]]:
    """The good rows of a file, or of what a program sent, at once; the others by name.

    BadInput beside `file` where none of it can be read. `watch` sees the rows go by as they are read and kept.
    """
    found = read(content, COLUMNS, Rows(actor.on, only_own(actor)), watch)
    kept, refused = take(found.rows, actor.on, watch)
    file = PurchasesFile.objects.create(
        **fields_of(name, kept, [*found.refused, *refused]), organisation_id=actor.organisation_id, taken_on=actor.on
    )
    return file, evidence_of(file)
