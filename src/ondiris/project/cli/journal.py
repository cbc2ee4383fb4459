"""`ondiris journal`: is the journal whole, and what is its head today?"""

import argparse
from pathlib import Path

from ondiris.project.start import set_up


def add_arguments(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("journal", help="verify the journal's chain, or keep its head outside the database")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, text, run in (
        ("verify", "say whether any entry was altered or is missing", _verify),
        ("anchor", "append the chain's head to the file of anchors", _anchor),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("--anchors", type=Path, help="the file of anchors; keep it away from the database")
        command.set_defaults(run=run)


def _file(args: argparse.Namespace) -> Path:
    from django.conf import settings

    return args.anchors or Path(settings.DATA) / "journal-anchors"


def _verify(args: argparse.Namespace) -> int:
    set_up()
    from ondiris.base.journal import chain

    verdict = chain.verify(chain.anchors(_file(args)))
    if not verdict.holds:
        print(f"The journal is broken: {verdict.trouble}.")
        return 1
    rest = verdict.head.position - verdict.anchored
    print(f"The journal holds: {verdict.head.position} entries, none altered, none missing up to {verdict.anchored}.")
    if rest:
        print(f"{rest} later entries are linked and not yet anchored.")
    return 0


def _anchor(args: argparse.Namespace) -> int:
    set_up()
    from django.utils import timezone

    from ondiris.base.journal import chain

    kept = chain.anchor(_file(args), timezone.localdate().isoformat())
    print(f"Anchored position {kept.position} {kept.digest}")
    return 0
