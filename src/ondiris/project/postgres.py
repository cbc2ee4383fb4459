"""Is the embedded PostgreSQL running, and how does one reach it?"""

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil
import psycopg

from ondiris.project.postgres_home import (
    DatabaseUnavailable,
    Home,
    binaries,
    fresh,
    make_open,
    settle,
    socket_folder,
    write_settings,
)

__all__ = ["DatabaseUnavailable", "Server", "ensure_running", "stop"]

PATIENCE = 300  # seconds; after a crash the log of changes is replayed before the server answers

# Written into template1, so that `ondiris` and every database of the tests begin with the same grants.
ROLES = """
CREATE ROLE ondiris_owner LOGIN CREATEDB;
CREATE ROLE ondiris_app LOGIN;
GRANT USAGE ON SCHEMA public TO ondiris_app;
ALTER DEFAULT PRIVILEGES FOR ROLE ondiris_owner GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ondiris_app;
ALTER DEFAULT PRIVILEGES FOR ROLE ondiris_owner GRANT USAGE, SELECT ON SEQUENCES TO ondiris_app;
"""


@dataclass(frozen=True)
class Server:
    """A running server, reached through a socket in a folder that is closed to other people."""

    socket_folder: str

    def url(self, role: str, database: str = "ondiris") -> str:
        """The address for psycopg: `ondiris_owner` changes the schema, `ondiris_app` works with its rows."""
        return f"postgresql://{role}@/{database}?host={quote(self.socket_folder, safe='')}&port=5432"


def ensure_running(folder: Path) -> Server:
    """Make the folder's server where there is none, start it where it is down, and say how to reach it.

    May be called by many processes at once. Raises DatabaseUnavailable with the end of the server's log.
    """
    with _alone(folder) as lock:
        home = settle(folder)
        if _is_ready(home):
            with contextlib.suppress(psycopg.OperationalError):  # it may be dying while it is asked
                return _with_database(home)
        if _postmaster(home) is None:
            _start(home, lock)
        return _with_database(home)


def stop(folder: Path) -> None:
    """Stop the folder's server, rolling back what is unfinished; nothing happens where none runs."""
    if not (folder / "postgres").exists():
        return
    with _alone(folder):
        home = settle(folder)
        process = _postmaster(home)
        if process is not None:
            process.send_signal(signal.SIGINT)  # PostgreSQL's "fast" way down
            _until(lambda: _postmaster(home) is None, home, "stop")


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[int]:
    """Let one process at a time start or stop the folder's server; the lock goes when its last holder does."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "postgres.lock"
        path.touch(mode=0o600)
        with path.open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield lock.fileno()
    except PermissionError as error:
        raise DatabaseUnavailable(
            f"The embedded database in {folder} is somebody else's ({error}). "
            "Run as the one who made it, or name another folder."
        ) from error
    except (OSError, psycopg.Error) as error:
        raise DatabaseUnavailable(f"The embedded database in {folder} cannot be used: {error}") from error


def _start(home: Home, lock: int) -> None:
    sockets = socket_folder(home)
    _clear_leftovers(home, sockets)
    make_open(home.beside)
    write_settings(home, sockets)
    programs = binaries(home)
    if not home.data.exists():
        _make_data(home, programs, lock)
    options = f"-c config_file={home.beside.name}/postgresql.conf -c cluster_name={home.cluster}"
    wait = ("--wait", f"--timeout={PATIENCE}", "--silent")
    _run(home, "start", programs / "pg_ctl", "start", "-D", home.data.name, "-o", options, *wait)


def _make_data(home: Home, programs: Path, lock: int) -> None:
    """Make the data under another name first, so that a half-made folder is never taken for a database.

    `initdb` holds the lock as well, for it goes on when its caller is killed.
    """
    unfinished = home.place / "postgres-unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    home.give(unfinished)
    locale = ("--locale-provider=builtin", "--locale=C.UTF-8", "--encoding=UTF8")
    access = ("--username=postgres", "--auth-local=peer", "--auth-host=reject")
    _run(home, "get made", programs / "initdb", "-D", unfinished.name, *locale, *access, holding=(lock,))
    unfinished.rename(home.data)


def _run(home: Home, what: str, *command: str | Path, holding: tuple[int, ...] = ()) -> None:
    """Run one of PostgreSQL's programs as the account.

    It names its files relative to the home, because `pg_ctl` hands them to a shell without quoting them.
    """
    account: dict[str, Any] = {}
    if os.geteuid() == 0:
        account = {"user": home.account.pw_uid, "group": home.account.pw_gid, "extra_groups": []}
    with fresh(home.beside / "start.log").open("wb") as log:
        done = subprocess.run(  # noqa: S603 - the programs of the wheel
            command,
            cwd=home.place,
            env={"PATH": os.defpath, "LC_ALL": "C"},  # none of the caller's PG* settings
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            umask=0o077,
            pass_fds=holding,
            check=False,
            **account,
        )
    if done.returncode != 0:
        raise _unavailable(home, what)


@dataclass(frozen=True)
class _Noted:
    """What a server notes of itself in `postmaster.pid`."""

    pid: int
    socket_folder: str
    status: str


def _noted(home: Home) -> _Noted:
    try:
        lines = (home.data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        lines = []
    lines += [""] * 8  # the server writes them one after another
    return _Noted(int(lines[0]) if lines[0].isdigit() else 0, lines[4], lines[7].strip())


def _postmaster(home: Home) -> Any:
    """The server's first process (psutil.Process), or None.

    The note alone proves nothing: it outlives a kill, and its number may be a zombie's or another program's.
    """
    try:
        process = psutil.Process(_noted(home).pid)
    except psutil.NoSuchProcess:
        return None
    return process if _serves(process, home) else None


def _serves(process: Any, home: Home) -> bool:
    """Whether it is the server, one of its processes, or `pg_ctl` and its shell on the way to the server."""
    try:
        line = " ".join(process.cmdline())
    except psutil.Error:  # a zombie, gone, or not ours to see
        return False
    return f"cluster_name={home.cluster}" in line or line.startswith(f"postgres: {home.cluster}: ")


def _is_ready(home: Home) -> bool:
    """Whether the server runs, after waiting out one that is just coming up or going down."""
    _until(lambda: _noted(home).status == "ready" or _postmaster(home) is None, home, "become ready")
    return _postmaster(home) is not None


def _clear_leftovers(home: Home, sockets: Path) -> None:
    """End what a kill left behind, and remove the server's notes: PostgreSQL trusts any living number there."""

    def cleared() -> bool:
        left = [process for process in psutil.process_iter() if _serves(process, home)]
        for process in left:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        return not left

    _until(cleared, home, "end")
    (home.data / "postmaster.pid").unlink(missing_ok=True)
    (sockets / ".s.PGSQL.5432.lock").unlink(missing_ok=True)


def _with_database(home: Home) -> Server:
    """Make the roles and the database unless they are there."""
    server = Server(_noted(home).socket_folder)
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        # The server may still be at work for a caller that was killed, and whose lock on the file is gone.
        connection.execute("SELECT pg_advisory_lock(1)")
        known = set(connection.execute("SELECT datname FROM pg_database UNION SELECT rolname FROM pg_roles"))
        if ("ondiris_app",) not in known:
            with psycopg.connect(server.url("postgres", "template1")) as template:
                template.execute(ROLES)
        if ("ondiris",) not in known:
            connection.execute("CREATE DATABASE ondiris OWNER ondiris_owner")
    return server


def _until(done: Callable[[], bool], home: Home, what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > deadline:
            raise _unavailable(home, what)
        time.sleep(0.02)


def _unavailable(home: Home, what: str) -> DatabaseUnavailable:
    """Say what failed, with the end of the log of the start and of the newest log after it."""
    logs = [home.beside / "start.log"]
    logs += sorted((home.data / "log").glob("*.log"), key=os.path.getmtime)[-1:]
    lines = [line for log in logs if log.exists() for line in log.read_text(errors="replace").splitlines()[-15:]]
    told = "\n".join(f"  {line}" for line in lines) or "  (nothing)"
    return DatabaseUnavailable(f"The embedded PostgreSQL in {home.data} did not {what}. Its log says:\n{told}")
