from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LegislationConfig(AppConfig):
    name = "ondiris.domains.legislation"
    label = "legislation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """After each migration the words of this version's register can be searched."""
        post_migrate.connect(_copy_summaries, sender=self)


def _copy_summaries(**_signal: Any) -> None:
    from ondiris.domains.legislation.searching import refresh

    refresh()
