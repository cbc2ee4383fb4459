"""Is the journal whole: none altered, none missing up to the last anchor?"""

from dataclasses import dataclass
from pathlib import Path

from django.db import connection

WALK = """
select position, entry, digest = journal_digest(previous, entry_row) as holds
from (
    select l.position, l.entry, l.digest,
           coalesce(lag(l.digest) over (order by l.position), ''::bytea) as previous,
           e as entry_row
    from journal_link l left join journal_entry e on e.id = l.entry
) walked
where entry_row is null or digest is distinct from journal_digest(previous, entry_row)
order by position limit 1
"""
GAP = """
select position from (
    select position, row_number() over (order by position) as place from journal_link
) numbered where position <> place order by position limit 1
"""
UNLINKED = "select id from journal_entry e where not exists (select from journal_link l where l.entry = e.id) limit 1"


@dataclass(frozen=True, slots=True)
class Head:
    """The last link of the chain at some time: what an anchor keeps outside the database."""

    position: int
    digest: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found; `trouble` is empty where the chain holds."""

    head: Head
    anchored: int
    trouble: str = ""

    @property
    def holds(self) -> bool:
        return not self.trouble


def head() -> Head:
    """The chain's last link; position 0 for an empty journal."""
    with connection.cursor() as cursor:
        cursor.execute("select position, encode(digest, 'hex') from journal_link order by position desc limit 1")
        row = cursor.fetchone()
    return Head(*row) if row else Head(0, "")


def anchor(file: Path, day: str) -> Head:
    """Append today's head to a file that is kept outside the database."""
    now = head()
    with file.open("a", encoding="utf-8") as out:
        out.write(f"{day} {now.position} {now.digest}\n")
    return now


def anchors(file: Path) -> list[Head]:
    """The heads kept in an anchor file, oldest first; none where there is no file."""
    if not file.exists():
        return []
    rows = (line.split(" ") for line in file.read_text(encoding="utf-8").splitlines() if line)
    return [Head(int(position), digest) for _day, position, digest in rows if position != "0"]


def verify(kept: list[Head]) -> Verdict:
    """Walk the whole chain and compare it with the kept heads; the first break found is said."""
    now = head()
    with connection.cursor() as cursor:
        for head_kept in kept:
            cursor.execute("select encode(digest, 'hex') from journal_link where position = %s", [head_kept.position])
            row = cursor.fetchone()
            if row is None:
                return Verdict(now, 0, f"position {head_kept.position}, kept as an anchor, is missing")
            if row[0] != head_kept.digest:
                return Verdict(now, 0, f"position {head_kept.position} is not what the anchor kept")
        anchored = kept[-1].position if kept else 0
        for query, sentence in (
            (GAP, "a link is missing before position {0}"),
            (WALK, "the entry at position {0} was altered or removed"),
            (UNLINKED, "entry {0} is not in the chain"),
        ):
            cursor.execute(query)
            if row := cursor.fetchone():
                return Verdict(now, anchored, sentence.format(row[0]))
    return Verdict(now, anchored)
