"""Does a process use the database that its environment names?"""

import shutil
import tempfile
from pathlib import Path

import pytest

from ondiris.project.database import Connections, django_database, from_environment
from ondiris.project.postgres import DatabaseUnavailable, stop

URL = "postgresql://ondiris:s3cret@db.example:6432/ondiris?sslmode=require"


def test_a_named_server_is_used_and_nothing_is_started(tmp_path: Path) -> None:
    assert from_environment({"DATABASE_URL": URL}, tmp_path / "data") == Connections(app=URL, owner=URL)
    assert not (tmp_path / "data").exists()


def test_migrations_may_have_an_address_of_their_own(tmp_path: Path) -> None:
    environ = {"DATABASE_URL": URL, "DATABASE_OWNER_URL": "postgresql://owner@db.example/ondiris"}
    assert from_environment(environ, tmp_path).owner == "postgresql://owner@db.example/ondiris"


def test_an_owner_without_an_application_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable, match="DATABASE_URL is not"):
        from_environment({"DATABASE_OWNER_URL": URL}, tmp_path)


def test_with_nothing_named_the_embedded_server_is_used() -> None:
    folder = Path(tempfile.mkdtemp(prefix="ondiris-test-"))
    folder.chmod(0o755)
    try:
        connections = from_environment({"DATABASE_URL": ""}, folder)
        app, owner = django_database(connections.app), django_database(connections.owner)
        assert (app["USER"], owner["USER"]) == ("ondiris_app", "ondiris_owner")
        assert app["HOST"] == str(folder / "postgres")
    finally:
        stop(folder)
        shutil.rmtree(folder)


def test_an_address_becomes_an_entry_of_djangos_databases() -> None:
    assert django_database(URL) == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "ondiris",
        "USER": "ondiris",
        "PASSWORD": "s3cret",
        "HOST": "db.example",
        "PORT": "6432",
        "OPTIONS": {"sslmode": "require"},
    }


@pytest.mark.parametrize("url", ["sqlite:///s3cret.db", "postgresql://me:s3cret@[::1/x", "postgresql://me:s3cret@host"])
def test_an_unreadable_address_is_refused_without_showing_its_password(url: str) -> None:
    with pytest.raises(DatabaseUnavailable, match="looks like") as refusal:
        django_database(url)
    assert "s3cret" not in str(refusal.value)
