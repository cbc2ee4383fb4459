"""Does the embedded PostgreSQL come up, keep its data through faults, and keep the roles apart?"""

import contextlib
import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import psycopg
import pytest

from ondiris.project import postgres_home
from ondiris.project.postgres import DatabaseUnavailable, Server, ensure_running, stop
from ondiris.project.postgres_home import Home, settle, socket_folder

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server under another account")


def make_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="ondiris-test-"))
    folder.chmod(0o755)  # for root: its server's account must pass
    return folder


def remove(folder: Path) -> None:
    stop(folder)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def shared_folder() -> Iterator[Path]:
    folder = make_folder()
    yield folder
    remove(folder)


@pytest.fixture
def folder() -> Iterator[Path]:
    folder = make_folder()
    yield folder
    remove(folder)


@pytest.fixture
def server(shared_folder: Path) -> Server:
    return ensure_running(shared_folder)


def ask(url: str, query: str) -> object:
    with psycopg.connect(url, autocommit=True) as connection:
        answer = connection.execute(query)
        row = answer.fetchone() if answer.description else None
    return row[0] if row else None


def launch(folder: Path) -> "subprocess.Popen[str]":
    """A process of its own that starts the server and prints its address."""
    call = "import sys, pathlib; from ondiris.project.postgres import ensure_running\n"
    call += "print(ensure_running(pathlib.Path(sys.argv[1])).url('ondiris_app'))"
    return subprocess.Popen([sys.executable, "-c", call, str(folder)], stdout=subprocess.PIPE, text=True)


def postmaster(folder: Path) -> psutil.Process:
    return psutil.Process(int((folder / "postgres" / "postmaster.pid").read_text().split()[0]))


# The roles


def test_the_application_works_with_rows_of_tables_made_later(server: Server) -> None:
    ask(server.url("ondiris_owner"), "CREATE TABLE measure (id serial PRIMARY KEY, name text)")
    app = server.url("ondiris_app")
    ask(app, "INSERT INTO measure (name) VALUES ('industrial grant')")
    ask(app, "UPDATE measure SET name = upper(name)")
    assert ask(app, "SELECT name FROM measure") == "INDUSTRIAL GRANT"
    ask(app, "DELETE FROM measure")
    assert ask(app, "SELECT count(*) FROM measure") == 0


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "CREATE DATABASE mine",
        "DROP TABLE kept",
        "TRUNCATE kept",
        "ALTER TABLE kept ADD COLUMN more int",
        "CREATE TRIGGER t BEFORE INSERT ON kept EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "SET ROLE ondiris_owner",
    ],
)
def test_the_application_may_not_change_the_schema(server: Server, statement: str) -> None:
    ask(server.url("ondiris_owner"), "CREATE TABLE IF NOT EXISTS kept (id int)")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        ask(server.url("ondiris_app"), statement)


def test_a_database_made_by_the_owner_gives_the_application_the_same_rights(server: Server) -> None:
    ask(server.url("ondiris_owner", "postgres"), "CREATE DATABASE another")
    ask(server.url("ondiris_owner", "another"), "CREATE TABLE fact (id int)")
    ask(server.url("ondiris_app", "another"), "INSERT INTO fact VALUES (1)")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        ask(server.url("ondiris_app", "another"), "CREATE TABLE mine (id int)")


@pytest.mark.parametrize("role", ["ondiris_owner", "ondiris_app"])
def test_no_role_of_ours_is_a_superuser(server: Server, role: str) -> None:
    powers = "SELECT rolsuper OR rolcreaterole OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    assert ask(server.url(role), powers) is False


# The server


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("timezone", "UTC"),
        ("fsync", "on"),
        ("synchronous_commit", "on"),
        ("listen_addresses", ""),
        ("max_connections", "150"),
        ("server_encoding", "UTF8"),
    ],
)
def test_its_settings(server: Server, setting: str, value: str) -> None:
    assert ask(server.url("ondiris_app"), f"SHOW {setting}") == value


def test_people_are_known_by_their_account_and_by_nothing_else(server: Server) -> None:
    rules = "SELECT string_agg(concat_ws(' ', type, auth_method, options), '; ') FROM pg_hba_file_rules"
    assert ask(server.url("postgres"), rules) == "local peer {map=ondiris}"
    assert stat.S_IMODE(Path(server.socket_folder).stat().st_mode) == 0o700


@only_root
def test_another_account_is_refused_even_at_the_socket(server: Server) -> None:
    sockets = Path(server.socket_folder)
    connect = "import os, sys, psycopg; os.setgid(1); os.setuid(1); psycopg.connect(sys.argv[1])"
    sockets.chmod(0o711)
    try:
        command = [sys.executable, "-c", connect, server.url("ondiris_app")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    finally:
        sockets.chmod(0o700)
    assert "Peer authentication failed" in done.stderr


def test_kazakh_and_russian_letters_are_letters(server: Server) -> None:
    app = server.url("ondiris_app")
    assert ask(app, "SELECT lower('ӨНДІРІС Қағаз')") == "өндіріс қағаз"
    stemmed = "SELECT to_tsvector('russian', 'с ПРЕДПРИЯТИЯМИ') @@ to_tsquery('russian', 'предприятие')"
    assert ask(app, stemmed) is True


def test_a_second_call_finds_the_same_server(shared_folder: Path, server: Server) -> None:
    before = postmaster(shared_folder)
    assert ensure_running(shared_folder) == server
    assert postmaster(shared_folder) == before


def test_many_processes_at_once_start_one_server(folder: Path) -> None:
    starters = [launch(folder) for _ in range(4)]
    urls = [starter.communicate(timeout=60)[0].strip() for starter in starters]
    assert urls == [ensure_running(folder).url("ondiris_app")] * 4


def test_stopping_keeps_the_data_and_may_be_repeated(folder: Path) -> None:
    ask(ensure_running(folder).url("ondiris_owner"), "CREATE TABLE kept AS SELECT 86 AS law")
    stop(folder)
    stop(folder)
    assert ask(ensure_running(folder).url("ondiris_app"), "SELECT law FROM kept") == 86


def test_stopping_what_never_ran_makes_nothing(tmp_path: Path) -> None:
    stop(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


def test_a_path_with_signs_that_clients_misread(folder: Path) -> None:
    server = ensure_running(folder / "комиссия, 'A'")
    try:
        assert ask(server.url("ondiris_app"), "SELECT 1") == 1
    finally:
        stop(folder / "комиссия, 'A'")
        shutil.rmtree(server.socket_folder)


# Faults


def test_after_a_kill_it_comes_back_with_what_was_committed(folder: Path) -> None:
    server = ensure_running(folder)
    ask(server.url("ondiris_owner"), "CREATE TABLE kept AS SELECT 86 AS law")
    postmaster(folder).kill()
    assert ask(ensure_running(folder).url("ondiris_app"), "SELECT law FROM kept") == 86


def test_what_outlives_a_killed_server_is_ended(folder: Path) -> None:
    with contextlib.closing(psycopg.connect(ensure_running(folder).url("ondiris_app"))) as busy:
        busy.pgconn.send_query(b"DO 'BEGIN LOOP END LOOP; END'")
        backend = psutil.Process(busy.info.backend_pid)
        postmaster(folder).kill()
        try:
            ensure_running(folder)
            assert not backend.is_running() or backend.status() == psutil.STATUS_ZOMBIE
        finally:
            with contextlib.suppress(psutil.NoSuchProcess):
                backend.kill()


@pytest.mark.parametrize("command", [["sleep", "10"], ["true"]], ids=["another program", "a zombie"])
def test_a_stale_note_that_names_another_process_is_no_obstacle(folder: Path, command: list[str]) -> None:
    ensure_running(folder)
    data = folder / "postgres"
    notes = [data / "postmaster.pid", data / ".s.PGSQL.5432.lock"]
    texts = [note.read_text() for note in notes]
    account = data.stat().st_uid if os.geteuid() == 0 else None
    with subprocess.Popen(command, user=account) as other:
        stop(folder)
        for note, text in zip(notes, texts, strict=True):
            note.write_text(text.replace(text.split()[0], str(other.pid), 1))
        assert ask(ensure_running(folder).url("ondiris_app"), "SELECT 1") == 1
        other.kill()


def test_data_left_half_made_are_made_anew(folder: Path) -> None:
    (folder / "postgres-unfinished").mkdir()
    (folder / "postgres-unfinished" / "PG_VERSION").write_text("18\n")
    assert ask(ensure_running(folder).url("ondiris_app"), "SELECT 1") == 1


@pytest.mark.parametrize("seconds", [0.2, 0.4, 0.6, 0.8])
def test_a_first_start_killed_in_the_middle_is_made_up_for(folder: Path, seconds: float) -> None:
    """What it set going (copying, `initdb`, `pg_ctl`, the making of the database) may still be at work."""
    with launch(folder) as launcher:
        time.sleep(seconds)
        launcher.kill()
    assert ask(ensure_running(folder).url("ondiris_app"), "SELECT 1") == 1


def test_a_server_without_its_database_gets_it(folder: Path) -> None:
    server = ensure_running(folder)
    ask(server.url("postgres", "postgres"), "DROP DATABASE ondiris")
    assert ask(ensure_running(folder).url("ondiris_app"), "SELECT 1") == 1


def test_what_cannot_start_says_why(folder: Path) -> None:
    ensure_running(folder)
    stop(folder)
    (folder / "postgres" / "global" / "pg_control").unlink()
    with pytest.raises(DatabaseUnavailable, match=r"did not start(.|\n)*pg_control"):
        ensure_running(folder)


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseUnavailable, match="cannot be used"):
        ensure_running(tmp_path / "file" / "folder")


# The home


@pytest.fixture
def far_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setattr(postgres_home, "SHORT", tmp_path)
    return settle_in(tmp_path / ("x" * 100))


def settle_in(folder: Path) -> Home:
    folder.mkdir()
    folder.chmod(0o755)
    return Home(folder, pwd.getpwuid(os.geteuid()))


def test_a_long_path_has_its_socket_in_a_short_closed_folder(far_home: Home, tmp_path: Path) -> None:
    chosen = socket_folder(far_home)
    assert chosen.parent == tmp_path
    assert stat.S_IMODE(chosen.stat().st_mode) == 0o700
    assert socket_folder(far_home) == chosen


def test_a_short_folder_open_to_others_is_refused(far_home: Home) -> None:
    socket_folder(far_home).chmod(0o777)
    with pytest.raises(DatabaseUnavailable, match="open to others"):
        socket_folder(far_home)


def test_a_link_in_place_of_the_short_folder_is_refused(far_home: Home, tmp_path: Path) -> None:
    (tmp_path / far_home.cluster).symlink_to(far_home.place)
    with pytest.raises(DatabaseUnavailable, match="open to others"):
        socket_folder(far_home)


@only_root
def test_root_under_closed_folders_keeps_them_closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres_home, "APART", folder)
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    server = ensure_running(closed)
    try:
        assert ask(server.url("ondiris_app"), "SELECT 1") == 1
        assert stat.S_IMODE(closed.stat().st_mode) == 0o700
        assert settle(closed).place.parent == folder
    finally:
        stop(closed)


@only_root
def test_a_new_edition_of_the_wheel_replaces_the_copy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(ensure_running(folder).url("ondiris_owner"), "CREATE TABLE kept AS SELECT 86 AS law")
    stop(folder)
    monkeypatch.setattr("importlib.metadata.version", lambda name: "99")
    assert ask(ensure_running(folder).url("ondiris_app"), "SELECT law FROM kept") == 86
    assert [copy.name for copy in (folder / "postgres-server").glob("binaries-*")] == ["binaries-99"]
