"""Which database does this process use?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from ondiris.project.postgres import DatabaseUnavailable, ensure_running


@dataclass(frozen=True)
class Connections:
    """Two addresses of one database: the application's, and that of the role that owns the tables."""

    app: str
    owner: str


def from_environment(environ: Mapping[str, str], folder: Path) -> Connections:
    """The server that DATABASE_URL names, or the folder's own, which is started where it is down.

    DATABASE_OWNER_URL is the address for migrations, the same by default. Raises DatabaseUnavailable.
    """
    app, owner = environ.get("DATABASE_URL"), environ.get("DATABASE_OWNER_URL")
    if app:
        return Connections(app, owner or app)
    if owner:
        raise DatabaseUnavailable("DATABASE_OWNER_URL is set and DATABASE_URL is not. Set both, or none.")
    server = ensure_running(folder)
    return Connections(server.url("ondiris_app"), server.url("ondiris_owner"))


def django_database(url: str) -> dict[str, Any]:
    """The address as one entry of Django's DATABASES.

    Raises DatabaseUnavailable when it cannot be read, without showing it, for it may hold a password.
    """
    try:
        parts = conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise DatabaseUnavailable(
            "The database's address cannot be read. It looks like postgresql://user:password@host:5432/name."
        ) from None
    if not parts.get("dbname"):
        raise DatabaseUnavailable(
            "The database's address names no database. It looks like postgresql://user@host:5432/name."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": parts,
    }
