"""What is kept of a file that was taken in?"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from ondiris.base.tables.terms import Refused


class TakenFile(models.Model):
    """A file of rows that was taken in: how many of them were kept, and each row refused with its reason."""

    name = models.CharField(max_length=200)
    kept = models.PositiveIntegerField()
    refused = models.JSONField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


def fields_of(name: str, kept: int, refused: Iterable[Refused]) -> dict[str, Any]:
    """The fields of a taken file; of a long name its end stays."""
    rows = [
        {"line": one.line, "column": one.column, "reason": one.reason, "cells": dict(one.cells)}
        for one in sorted(refused, key=lambda one: one.line)
    ]
    return {"name": name[-200:], "kept": kept, "refused": rows}


def evidence_of(file: TakenFile) -> Mapping[str, Any]:
    """What the journal keeps of a file."""
    return {"file": file.name, "kept": file.kept, "refused": len(file.refused)}
