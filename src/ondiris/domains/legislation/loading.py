"""How does the official text get beside the summaries?"""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from ondiris.domains.legislation.models import OfficialText


def load_official(units: Iterable[tuple[str, str, str]], language: str, on: date) -> int:
    """Replace the stored text of a language by these units (id, level, text); returns their number."""
    rows = [
        OfficialText(unit=unit, level=level, language=language, text=text, loaded_on=on) for unit, level, text in units
    ]
    with transaction.atomic():
        OfficialText.objects.filter(language=language).delete()
        OfficialText.objects.bulk_create(rows)
    return len(rows)
