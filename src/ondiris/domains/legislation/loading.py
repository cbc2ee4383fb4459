"""How does the official text get beside the summaries?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from ondiris.domains.legislation.models import OfficialText, Reference
from ondiris.law.provisions import references
from ondiris.law.provisions.matching import LawText
from ondiris.law.provisions.terms import Language


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many units are stored now, and which, stored before, the new text no longer has."""

    stored: int
    gone: tuple[str, ...]


def load_official(text: LawText, on: date) -> Loaded:
    """Put a text in the place of the stored one of its language; of a unit that stands twice the first is kept.

    With the Russian text come the references that it makes between provisions.
    """
    units = {str(unit.id): unit for unit in reversed(text.units)}
    rows = [
        OfficialText(unit=unit, level=str(one.level), language=str(text.language), text=one.text, loaded_on=on)
        for unit, one in reversed(units.items())
    ]
    with transaction.atomic():
        before = OfficialText.objects.filter(language=str(text.language))
        gone = _missing(before.order_by("pk").values_list("unit", flat=True), units)
        before.delete()
        OfficialText.objects.bulk_create(rows)
        if text.language is Language.RU:
            _replace_references(text.references)
    return Loaded(len(rows), gone)


def _missing(before: Iterable[str], now: Iterable[str]) -> tuple[str, ...]:
    here = set(now)
    return tuple(unit for unit in before if unit not in here)


def _replace_references(found: Iterable[references.Reference]) -> None:
    Reference.objects.all().delete()
    Reference.objects.bulk_create(
        [
            Reference(source=str(one.source), start=one.start, end=one.end, target=str(target))
            for one in found
            for target in one.targets
        ],
        ignore_conflicts=True,  # a unit that stands twice in the text makes its references twice
    )
