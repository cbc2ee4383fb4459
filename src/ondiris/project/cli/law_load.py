"""`ondiris law load`: keep the official text, so that pages show it beside the summaries."""

import argparse
from datetime import date
from pathlib import Path

from ondiris.law.provisions.official import OfficialTextError, parse, units


def add_arguments(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Give `ondiris law` the command that stores a text."""
    loading = subparsers.add_parser("load", help="store the official text beside the register")
    loading.add_argument("file", type=Path, help="the official text, UTF-8")
    loading.add_argument("--language", choices=["ru"], default="ru")
    loading.set_defaults(law=_load)


def _load(args: argparse.Namespace) -> int:
    try:
        parse(text := args.file.read_text(encoding="utf-8"))
    except OSError as wrong:
        raise OfficialTextError(f"{args.file}: {wrong.strerror}") from None
    except UnicodeDecodeError:
        raise OfficialTextError(f"{args.file}: this is not text in UTF-8") from None
    from ondiris.project.start import set_up

    set_up()
    from ondiris.domains.legislation.loading import load_official

    count = load_official([(str(u.id), str(u.level), u.text) for u in units(text)], args.language, _today())
    print(f"{count} units of the official text are stored")
    return 0


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()
