"""How does a process get ready to work with the database?"""

import os

import django


def set_up(*, owner: bool = False) -> None:
    """Load the settings and the applications; as the role that owns the tables where `owner` is given."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ondiris.project.settings")
    if owner:
        os.environ["ONDIRIS_ROLE"] = "owner"
    django.setup()
