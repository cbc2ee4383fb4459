"""What every test may rely on."""

import os
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import ProgrammingError, connection, connections
from django.test.utils import setup_databases, teardown_databases
from hypothesis import settings as hypothesis_settings

from ondiris.project.cli.texts import compile_all

# How long an example takes says more about the machine than about the code.
hypothesis_settings.register_profile("ondiris", deadline=None)
hypothesis_settings.load_profile("ondiris")


def pytest_configure(config: pytest.Config) -> None:
    """The catalogues that pages read are made anew where they are older than their sources, as `ondiris demo` does."""
    compile_all()


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """A database of one's own, so that several runs do not meet."""
    from django.conf import settings

    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    name = os.environ.get("ONDIRIS_TEST_DATABASE", "test_ondiris") + (f"_{worker}" if worker else "")
    settings.DATABASES["default"]["TEST"] = {**settings.DATABASES["default"].get("TEST", {}), "NAME": name}
    connection.settings_dict["TEST"]["NAME"] = name


@pytest.fixture(scope="session")
def migrated(django_db_setup, django_db_keepdb, django_db_createdb, django_db_blocker) -> Iterator[str]:
    """The name of the migrated database, which is made by itself only where a test is marked to use it."""
    name = connection.settings_dict["TEST"]["NAME"]
    if connection.settings_dict["NAME"] == name:
        yield name
        return
    keep = django_db_keepdb and not django_db_createdb
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, aliases=["default"], keepdb=keep)
    yield name
    if not django_db_keepdb:
        with django_db_blocker.unblock():
            teardown_databases(made, verbosity=0)


@pytest.fixture
def own_database(migrated, django_db_blocker) -> Iterator[str]:
    """The name of a database of the test's own, where acts commit and other threads and processes see them.

    It is a copy of the migrated one and is dropped afterwards. Django's own transactional tests empty all tables when
    they end, which the journal and the ledger refuse; so this comes instead of `transactional_db`.
    """
    copy = f"{migrated}_copy"
    with django_db_blocker.unblock():
        _remake(f'drop database if exists "{copy}" with (force)', f'create database "{copy}" template "{migrated}"')
        connection.settings_dict["NAME"] = copy
        try:
            yield copy
        finally:
            connection.settings_dict["NAME"] = migrated
            _remake(f'drop database "{copy}" with (force)')


def _remake(*statements: str) -> None:
    connections.close_all()  # a database with somebody in it is neither copied nor dropped
    with connection._nodb_cursor() as cursor:
        for statement in statements:
            _patiently(cursor, statement)


def _patiently(cursor: Any, statement: str) -> None:
    """Run a statement again while a worker of the server's own cleans up in the database, whom we may not send away."""
    for left in reversed(range(50)):
        try:
            cursor.execute(statement)
        except ProgrammingError as error:
            if not left or "terminate process" not in str(error):
                raise
            time.sleep(0.1)
        else:
            return


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Tests read English; those about languages choose another."""
    from django.utils import translation

    with translation.override("en"):
        yield
