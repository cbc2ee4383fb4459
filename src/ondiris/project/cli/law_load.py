"""`ondiris law load`: keep an official text, so that pages show it beside the summaries."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.matching import LawText, match, read
from ondiris.law.provisions.official import OfficialTextError
from ondiris.law.provisions.terms import Language


def add_arguments(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Give `ondiris law` the command that stores a text."""
    loading = subparsers.add_parser("load", help="store an official text beside the register")
    loading.add_argument("file", type=Path, help="the text in Russian or English, UTF-8")
    loading.add_argument(
        "--language", choices=[Language.RU.value, Language.EN.value], help="known from its head where left out"
    )
    loading.set_defaults(law=_load)


def _load(args: argparse.Namespace) -> int:
    text = _read(args.file, Language(args.language) if args.language else None)
    from ondiris.project.start import set_up

    set_up()
    from ondiris.domains.legislation.loading import load_official

    loaded = load_official(text, _today())
    print(f"{loaded.stored} units of the text in {text.language.label} are stored")
    for line in _told(text):
        print(line)
    if loaded.gone:
        print(f"stored before, not in this file, and removed: {', '.join(loaded.gone)}")
    return 0


def _read(file: Path, language: Language | None) -> LawText:
    try:
        return read(file.read_text(encoding="utf-8"), language)
    except OSError as wrong:
        raise OfficialTextError(f"{file}: {wrong.strerror}") from None
    except UnicodeDecodeError:
        raise OfficialTextError(f"{file}: this is not text in UTF-8") from None
    except OfficialTextError as wrong:
        raise OfficialTextError(f"{file}: {wrong}") from None


def _told(text: LawText) -> Iterator[str]:
    """What of the text and the register does not meet, and what of the text is not stored."""
    found = match(text, register())
    if found.lacking:
        yield f"in the register, not in this text: {_list(found.lacking)}"
    if found.surplus:
        yield f"in this text, not described by the register: {_list(found.surplus)}"
    if found.twice:
        yield f"twice in this text, the first is stored: {_list(found.twice)}"
    for article, acts in found.unnamed:
        yield f"article {article}: the text does not name act {', '.join(acts)}; its wording may be an earlier one"
    yield from _references(text)
    for article, note in text.inner_notes:
        yield f"article {article}: a note, not stored: {note}"


def _references(text: LawText) -> Iterator[str]:
    if text.language is not Language.RU:
        return
    resolved = sum(bool(one.targets) for one in text.references)
    yield f"{len(text.references)} references, {resolved} of them to provisions of this law"
    for one in text.references:
        if one.foreign:
            yield f"  {one.source}: “{one.words}” is of another law"
        elif not one.targets:
            yield f"  {one.source}: “{one.words}” leads to no provision of this text"


def _list(units: Iterable[ProvisionId]) -> str:
    return ", ".join(map(str, units))


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()
