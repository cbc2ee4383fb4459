"""`ondiris texts`: are the sentences of pages and rules there in Kazakh and Russian?"""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parents[2]
LOCALE = PACKAGE / "locale"
LANGUAGES = ("kk", "ru")
KEYWORDS: dict[str, Any] = {
    **DEFAULT_KEYWORDS,
    **dict.fromkeys(("_", "_now", "_lazy", "gettext_lazy", "N_")),
    "pgettext_lazy": ((1, "c"), 2),
}
METHODS = [
    ("**/rules.py", "ondiris.project.extraction:rules"),
    ("**.py", "python"),
    ("law/parameters/data/**.toml", "ondiris.project.extraction:parameters"),
    ("**/templates/**.html", "ondiris.project.extraction:templates"),
]


def add_arguments(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("texts", help="collect, check or compile the translations")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, text, run in (
        ("collect", "bring the catalogues up to date with the code", _collect),
        ("check", "say what is missing, stale or unsure", _check),
        ("compile", "make the files that the pages read", _compile),
    ):
        commands.add_parser(name, help=text).set_defaults(run=run)


def collected() -> Catalog:
    """Every sentence that the code and the templates mark, in English."""
    catalogue = Catalog(charset="utf-8")
    found = extract_from_dir(str(PACKAGE), METHODS, {}, KEYWORDS, ("Translators:",))
    for file, _line, message, comments, context in sorted(found, key=lambda row: (row[0], row[1])):
        catalogue.add(message, auto_comments=comments, context=context, locations=[(file, 0)])
    return catalogue


def kept(language: str) -> Catalog:
    """The catalogue of a language as it stands in the tree."""
    file = LOCALE / language / "LC_MESSAGES" / "django.po"
    if not file.exists():
        return Catalog(locale=language, charset="utf-8")
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def _collect(args: argparse.Namespace) -> int:
    template = collected()
    for language in LANGUAGES:
        catalogue = kept(language)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        file = LOCALE / language / "LC_MESSAGES" / "django.po"
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as out:
            write_po(
                out, catalogue, omit_header=False, no_location=False, include_lineno=False, sort_output=True, width=110
            )
        missing = sum(1 for message in catalogue if message.id and not _is_whole(message.string))
        print(f"{language}: {len(catalogue)} sentences, {missing} without a translation")
    return 0


def _is_whole(string: Any) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


def troubles() -> Iterator[str]:
    """What is missing, stale or unsure in the catalogues, a line each."""
    template = collected()
    wanted = {(message.id, message.context) for message in template if message.id}
    for language in LANGUAGES:
        catalogue = kept(language)
        there = {(message.id, message.context): message for message in catalogue if message.id}
        for key in sorted(wanted, key=str):
            message = there.get(key)
            if message is None or not _is_whole(message.string):
                yield f"{language}: not translated: {key[0]!r}"
            elif message.fuzzy:
                yield f"{language}: unsure: {key[0]!r}"
            else:
                yield from (f"{language}: {error}: {key[0]!r}" for error in message.check(catalogue))
        yield from (f"{language}: no longer said: {key[0]!r}" for key in sorted(there.keys() - wanted, key=str))


def _check(args: argparse.Namespace) -> int:
    found = list(troubles())
    for line in found:
        print(line)
    return 1 if found else 0


def compile_all() -> None:
    """Make each catalogue's machine-readable file where it is older than the catalogue.

    The file appears whole or not at all: other processes may be reading it, or making it, at the same moment.
    """
    for language in LANGUAGES:
        source = LOCALE / language / "LC_MESSAGES" / "django.po"
        target = source.with_suffix(".mo")
        if not source.exists() or (target.exists() and target.stat().st_mtime >= source.stat().st_mtime):
            continue
        with NamedTemporaryFile(dir=target.parent, prefix=".django-", suffix=".mo", delete=False) as out:
            try:
                write_mo(out, kept(language))
                os.fchmod(out.fileno(), 0o644)
            except BaseException:
                os.unlink(out.name)
                raise
        os.replace(out.name, target)


def _compile(args: argparse.Namespace) -> int:
    compile_all()
    return 0
