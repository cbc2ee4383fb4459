"""In which provisions do words occur, in our summaries or in the loaded official texts?

Summaries are data of the register, but PostgreSQL knows the forms of Russian and English words and we do not; so they
are copied into a table with its own index when a database is migrated, and again when the register changes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connection, transaction

from ondiris.domains.legislation.models import LawChange, Summary
from ondiris.domains.legislation.queries import amended_register
from ondiris.law.provisions.register import Register
from ondiris.law.provisions.terms import Language, Wording

START, STOP = "\x02", "\x03"  # around a word that was found; no text has these

_MARKS = f'StartSel="{START}", StopSel="{STOP}"'

# What is asked for in each language. Of Kazakh words PostgreSQL knows no forms, so their beginnings are looked for.
_ASKED = """
with asked (language, rules, query) as (values
    ('ru', 'russian'::regconfig, websearch_to_tsquery('russian', %(text)s)),
    ('en', 'english'::regconfig, websearch_to_tsquery('english', %(text)s)),
    ('kk', 'simple'::regconfig, to_tsquery('simple', %(beginnings)s)))"""
# The 1 divides by the logarithm of the length: a word weighs more in a short text.
FIND = (
    _ASKED
    + """
select unit, false, wording, found.language, ts_rank(words, query, 1), id
  from asked join legislation_summary as found on found.language = asked.language and words @@ query
union all
select unit, true, 'base', found.language, ts_rank(words, query, 1), id
  from asked join legislation_officialtext as found on found.language = asked.language and words @@ query"""
)
MARK = (
    _ASKED
    + """
select false, id, ts_headline(rules, text, query, %(marks)s || ', HighlightAll=true')
  from asked join legislation_summary as found on found.language = asked.language
 where id = any(%(summaries)s)
union all
select true, id, ts_headline(rules, text, query, %(marks)s || ', MaxFragments=2, MaxWords=40, MinWords=15')
  from asked join legislation_officialtext as found on found.language = asked.language
 where id = any(%(official)s)"""
)


@dataclass(frozen=True, slots=True)
class Match:
    """A text in which the words occur: of a unit, ours or official, of a wording, in a language; `rank`: how well."""

    unit: str
    official: bool
    wording: str
    language: str
    rank: float
    key: int


def search(text: str) -> list[Match]:
    """Every text in which all the words occur, in any of the three languages; unordered."""
    with connection.cursor() as cursor:
        cursor.execute(FIND, asked_for(text))
        return [Match(*row) for row in cursor.fetchall()]


def marked(text: str, matches: Iterable[Match]) -> dict[Match, str]:
    """The words found, between START and STOP: in the whole summary, in stretches of an official text."""
    chosen = {(match.official, match.key): match for match in matches}
    keys = {official: [key for of, key in chosen if of == official] for official in (False, True)}
    with connection.cursor() as cursor:
        cursor.execute(MARK, {**asked_for(text), "marks": _MARKS, "summaries": keys[False], "official": keys[True]})
        return {chosen[official, key]: said for official, key, said in cursor.fetchall()}


def asked_for(text: str) -> dict[str, str]:
    """What the searching statements take: the text, and the beginnings of its words of two letters or more."""
    beginnings = re.findall(r"[^\W_]{2,}", text.lower())
    return {"text": text, "beginnings": " & ".join(f"'{word}':*" for word in beginnings)}


def refresh() -> None:
    """Make what is searched what the law is, with the changes that officials confirmed."""
    there = connection.introspection.table_names()
    if LawChange._meta.db_table in there:  # else the database was migrated back to before there were any
        copy_summaries(amended_register())


def copy_summaries(register: Register) -> None:
    """Make the table of summaries what the register says; nothing is written where nothing changed."""
    if Summary._meta.db_table not in connection.introspection.table_names():
        return  # the database was migrated back to before there was a search
    wanted = set(_summaries(register))
    with transaction.atomic():
        held = {(one.unit, one.wording, one.language, one.text): one.pk for one in Summary.objects.defer("words")}
        if gone := [key for said, key in held.items() if said not in wanted]:
            Summary.objects.filter(pk__in=gone).delete()
        Summary.objects.bulk_create(
            Summary(unit=unit, wording=wording, language=language, text=text)
            for unit, wording, language, text in sorted(wanted - held.keys())
        )


def _summaries(register: Register) -> Iterator[tuple[str, str, str, str]]:
    for row in register.values():
        heading = register.articles[row.id].heading if row.id in register.articles else None
        own = {version.wording_name: version.words for version in row.versions if version.words}
        for wording, words in {str(Wording.BASE): row.summary, **own}.items():
            for language in Language:
                head = f"{heading.of(language)}\n" if heading else ""
                yield str(row.id), wording, str(language), head + words.of(language)
