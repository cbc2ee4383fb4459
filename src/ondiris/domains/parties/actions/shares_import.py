"""A keeper takes in a file of shareholdings: what fits is kept, and each other row is named with its reason."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.domains.parties.models import SharesFile
from ondiris.domains.parties.permissions import may_keep_ownership
from ondiris.domains.parties.shares_file import read
from ondiris.domains.parties.taking_shares import take


def taken(name: str, content: bytes) -> SharesFile:
    """The file as it was taken in, in the transaction at hand. BadInput where none of it can be read."""
    found = read(content)
    kept, unfitting = take(found.rows)
    refused = [
        {"line": one.line, "column": one.column, "reason": one.reason, "cells": dict(one.cells)}
        for one in sorted([*found.refused, *unfitting], key=lambda one: one.line)
    ]
    return SharesFile.objects.create(name=name[-200:], kept=kept, refused=refused)


@beginning("shares.import", _("Take in a file of shareholdings"), SharesFile, "46.2", may_keep_ownership)
def import_shares(actor: Actor, *, name: str, content: bytes) -> tuple[SharesFile, dict[str, Any]]:
    """The good rows of a CSV file at once, the others by name. BadInput where none of it can be read."""
    file = taken(name, content)
    return file, evidence_of(file)


def evidence_of(file: SharesFile) -> dict[str, Any]:
    """What the journal keeps of a file."""
    return {"file": file.name, "kept": file.kept, "refused": len(file.refused)}
