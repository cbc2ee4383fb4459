"""What every test may rely on."""

import os
from collections.abc import Iterator

import pytest
from django.db import connection, connections
from hypothesis import settings as hypothesis_settings

# How long an example takes says more about the machine than about the code.
hypothesis_settings.register_profile("ondiris", deadline=None)
hypothesis_settings.load_profile("ondiris")


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """A database of one's own, so that several runs do not meet."""
    from django.conf import settings

    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    name = os.environ.get("ONDIRIS_TEST_DATABASE", "test_ondiris") + (f"_{worker}" if worker else "")
    settings.DATABASES["default"]["TEST"] = {**settings.DATABASES["default"].get("TEST", {}), "NAME": name}
    connection.settings_dict["TEST"]["NAME"] = name


@pytest.fixture
def own_database(django_db_setup, django_db_blocker) -> Iterator[str]:
    """The name of a database of the test's own, where acts commit and other threads and processes see them.

    It is a copy of the migrated one and is dropped afterwards. Django's own transactional tests empty all tables when
    they end, which the journal and the ledger refuse; so this comes instead of `transactional_db`.
    """
    with django_db_blocker.unblock():
        template = connection.settings_dict["NAME"]
        copy = f"{template}_copy"
        _remake(f'drop database if exists "{copy}" with (force)', f'create database "{copy}" template "{template}"')
        connection.settings_dict["NAME"] = copy
        try:
            yield copy
        finally:
            connection.settings_dict["NAME"] = template
            _remake(f'drop database "{copy}" with (force)')


def _remake(*statements: str) -> None:
    connections.close_all()  # a database with somebody in it is neither copied nor dropped
    with connection._nodb_cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Tests read English; those about languages choose another."""
    from django.utils import translation

    with translation.override("en"):
        yield
