"""A keeper takes in a file of shareholdings: what fits is kept, and each other row is named with its reason."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.tables import read
from ondiris.base.tables.taken import evidence_of, fields_of
from ondiris.domains.parties.models import SharesFile
from ondiris.domains.parties.permissions import may_keep_ownership
from ondiris.domains.parties.shares_file import COLUMNS, row_of
from ondiris.domains.parties.taking_shares import take


def taken(name: str, content: bytes) -> SharesFile:
    """The file as it was taken in, in the transaction at hand. BadInput where none of it can be read."""
    found = read(content, COLUMNS, row_of)
    kept, unfitting = take(found.rows)
    return SharesFile.objects.create(**fields_of(name, kept, [*found.refused, *unfitting]))


@beginning("shares.import", _("Take in a file of shareholdings"), SharesFile, "46.2", may_keep_ownership)
def import_shares(actor: Actor, *, name: str, content: bytes) -> tuple[SharesFile, Mapping[str, Any]]:
    """The good rows of a file at once, the others by name. BadInput where none of it can be read."""
    file = taken(name, content)
    return file, evidence_of(file)
