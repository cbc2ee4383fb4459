"""What every test may rely on."""

import os
from collections.abc import Iterator

import pytest
from django.db import connection


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """A database of one's own, so that several runs do not meet."""
    from django.conf import settings

    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    name = os.environ.get("ONDIRIS_TEST_DATABASE", "test_ondiris") + (f"_{worker}" if worker else "")
    settings.DATABASES["default"]["TEST"] = {**settings.DATABASES["default"].get("TEST", {}), "NAME": name}
    connection.settings_dict["TEST"]["NAME"] = name


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Tests read English; those about languages choose another."""
    from django.utils import translation

    with translation.override("en"):
        yield
