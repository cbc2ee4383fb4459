"""The journal is one chain: what is altered, removed, added past it or cut off is found."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection
from psycopg.errors import InsufficientPrivilege

from ondiris.base.journal import access, chain
from ondiris.base.journal.models import Entry, Link, Look
from tests.databases import connect

COLUMNS = [field.column for field in Entry._meta.fields if field.name != "id"]
OTHER = {
    "actor": "7",
    "organisation_bin": "'150140000022'",
    "on": "date '2020-01-01'",
    "at": "now() - interval '1 microsecond'",
    "evidence": """'{"amount": "2"}'::jsonb""",
}


def entry(place: int) -> Entry:
    return Entry(
        act="trial.act",
        thing_kind="trial",
        thing=f"T-{place}",
        actor=1,
        actor_name="Aigerim",
        deputy_for="",
        organisation_bin="150140000012",
        organisation_name="Ақ Диірмен",
        on=date(2024, 3, 1),
        provision="27.1",
        state="drawn",
        evidence={"amount": "1", "names": ["ә", "б"]},
    )


@pytest.fixture
def journal(db) -> list[int]:
    """Five linked entries, by id; the triggers that hold them are off, as only the tables' owner can do."""
    written = [entry(place) for place in range(5)]
    for one in written:
        one.save()
    connection.check_constraints()  # as a commit would: the entries join the chain
    run("alter table journal_entry disable trigger user", "alter table journal_link disable trigger user")
    return [one.pk for one in written]


def run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def test_an_empty_journal_holds(db):
    assert chain.verify([]) == chain.Verdict(chain.Head(0, ""), 0)


def test_every_entry_has_its_place_in_the_chain(journal):
    assert list(Link.objects.order_by("position").values_list("position", "entry")) == list(enumerate(journal, 1))
    verdict = chain.verify([])
    assert verdict.holds
    assert verdict.head.position == 5


@pytest.mark.parametrize("column", COLUMNS)
def test_a_change_in_any_column_is_found(journal, column):
    other = OTHER.get(column, f"\"{column}\" || 'x'")
    run(f'update journal_entry set "{column}" = {other} where id = {journal[2]}')
    assert chain.verify([]).trouble == "the entry at position 3 was altered or removed"


def test_two_entries_exchanged_are_found(journal):
    first, second = journal[1:3]
    run(
        f"update journal_entry set id = -1 where id = {first}",
        f"update journal_entry set id = {first} where id = {second}",
        f"update journal_entry set id = {second} where id = -1",
    )
    assert chain.verify([]).trouble == "the entry at position 2 was altered or removed"


def test_a_missing_entry_is_found(journal):
    run(f"delete from journal_entry where id = {journal[3]}")
    assert chain.verify([]).trouble == "the entry at position 4 was altered or removed"


def test_a_removed_link_is_found(journal):
    run(f"delete from journal_link where entry = {journal[3]}")
    assert chain.verify([]).trouble == "a link is missing before position 5"


def test_an_entry_removed_with_its_link_is_found(journal):
    run(f"delete from journal_link where entry = {journal[0]}", f"delete from journal_entry where id = {journal[0]}")
    assert chain.verify([]).trouble == "a link is missing before position 2"


def test_an_altered_digest_is_found(journal):
    run("update journal_link set digest = sha256('x') where position = 5")
    assert chain.verify([]).trouble == "the entry at position 5 was altered or removed"


def test_an_entry_written_past_the_chain_is_found(journal):
    forged = entry(9)
    forged.save()
    assert chain.verify([]).trouble == f"entry {forged.pk} is not in the chain"


def test_a_tail_cut_off_is_found_by_an_anchor_alone(journal):
    kept = chain.head()
    run("delete from journal_link where position > 3", f"delete from journal_entry where id > {journal[2]}")
    assert chain.verify([]).holds
    assert chain.verify([kept]).trouble == "position 5, kept as an anchor, is missing"


def test_a_chain_forged_anew_is_found_by_an_anchor_alone(journal):
    kept = chain.head()
    run(
        f"""update journal_entry set evidence = '{{"amount": "2"}}' where id = {journal[1]}""",
        "delete from journal_link",
        "alter table journal_entry enable trigger user",
        "create temporary table copied on commit drop as select * from journal_entry order by id",
        "alter table journal_entry disable trigger user",
        "delete from journal_entry",
        "alter table journal_entry enable trigger user",
        "insert into journal_entry select * from copied order by id",
    )
    connection.check_constraints()
    assert chain.verify([]).holds
    assert chain.verify([kept]).trouble == "position 5 is not what the anchor kept"


def test_what_came_after_the_last_anchor_is_not_yet_vouched_for(journal):
    verdict = chain.verify([chain.Head(3, Link.objects.get(position=3).digest.hex())])
    assert (verdict.holds, verdict.anchored, verdict.head.position) == (True, 3, 5)


def test_anchors_are_kept_line_by_line(journal, tmp_path: Path):
    file = tmp_path / "anchors"
    assert chain.anchors(file) == []
    assert [chain.anchor(file, "2024-03-01"), chain.anchor(file, "2024-03-02")] == chain.anchors(file)
    assert file.read_text().splitlines()[0] == f"2024-03-01 5 {chain.head().digest}"


def test_an_anchor_of_an_empty_journal_asks_for_nothing(db, tmp_path: Path):
    chain.anchor(tmp_path / "anchors", "2024-03-01")
    assert chain.anchors(tmp_path / "anchors") == []


@pytest.mark.parametrize("table", ["journal_entry", "journal_link", "journal_look"])
@pytest.mark.parametrize("what", ["update {} set id = id", "delete from {}", "truncate {}"])
def test_even_the_owner_of_the_tables_is_refused_by_their_triggers(db, table, what):
    what = what.replace("id = id", "position = position") if table == "journal_link" else what
    with pytest.raises(Exception, match="the journal only grows"):
        run(what.format(table))


INSERT = (
    "insert into journal_entry (act, thing_kind, thing, actor, actor_name, deputy_for, organisation_bin,"
    ' organisation_name, "on", provision, state, evidence)'
    " values ('trial.act', 'trial', %s, 1, 'A', '', '', '', '2024-03-01', '27.1', '', '{}')"
)


@pytest.mark.usefixtures("own_database")
def test_the_chain_has_the_order_of_commits():
    with connect() as first, connect() as second:
        first.execute(INSERT, ["written first"])
        second.execute(INSERT, ["written second"])
        second.commit()
        first.commit()
    entries = dict(Entry.objects.values_list("pk", "thing"))
    assert [entries[one] for one in Link.objects.order_by("position").values_list("entry", flat=True)] == [
        "written second",
        "written first",
    ]
    assert chain.verify([]).holds


@pytest.mark.usefixtures("own_database")
def test_an_act_that_is_rolled_back_leaves_no_link():
    with connect() as one:
        one.execute(INSERT, ["rolled back"])
        one.rollback()
        one.execute(INSERT, ["kept"])
    assert list(Entry.objects.values_list("thing", flat=True)) == ["kept"]
    assert Link.objects.get().position == 1


@pytest.fixture
def app(db) -> Iterator[psycopg.Connection[Any]]:
    """A connection as `ondiris_app`, with which an installation works; what it writes is rolled back."""
    with connection.cursor() as cursor:
        cursor.execute("select 1 from pg_roles where rolname = 'ondiris_app'")
        if cursor.fetchone() is None:
            pytest.skip("this server has no role ondiris_app")
    with connect("ondiris_app") as connected:
        yield connected
        connected.rollback()


def test_what_the_application_adds_joins_the_chain(app):
    app.execute(INSERT, ["by the application"])
    app.execute("set constraints all immediate")
    (thing,) = app.execute("select thing from journal_entry e join journal_link l on l.entry = e.id").fetchone()
    assert thing == "by the application"


@pytest.mark.parametrize("table", ["journal_entry", "journal_link", "journal_look"])
@pytest.mark.parametrize("what", ["update {0} set {1} = {1}", "delete from {0}", "truncate {0}"])
def test_the_application_changes_and_removes_nothing(app, table, what):
    with pytest.raises(InsufficientPrivilege):
        app.execute(what.format(table, "position" if table == "journal_link" else "id"))


@pytest.mark.parametrize(
    "what",
    [
        "insert into journal_link values (1, 1, '')",
        "alter table journal_entry disable trigger user",
        "drop trigger journal_entry_joins_chain on journal_entry",
        "set session_replication_role = replica",
        "create or replace function journal_digest(previous bytea, e journal_entry) returns bytea"
        " language sql as $$ select ''::bytea $$",
    ],
)
def test_the_application_cannot_put_the_guards_aside(app, what):
    with pytest.raises(InsufficientPrivilege):
        app.execute(what)


def test_a_look_is_kept_with_its_reason_and_cut_to_its_columns(db):
    access.refused(None, "application", "x" * 500, "look", "y" * 500)
    look = Look.objects.get()
    assert (len(look.thing), len(look.reason), look.actor) == (200, 300, None)
