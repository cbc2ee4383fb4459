"""`ondiris docs`: does the documentation say what the code does?"""

import argparse
import os
import sys
from pathlib import Path

from ondiris.project.start import set_up

ROOT = Path(__file__).resolve().parents[4]
STALE, NO_SOURCES = 1, 2


def add_arguments(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("docs", help="make docs/law, docs/flows and the coverage of the law from the code")
    parser.add_argument("--check", action="store_true", help="only say what is stale; exit status 1 if any is")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 where all is as the code has it or was brought up to date, 1 where --check found something stale.

    2 where there is no documentation, as beside an installed package.
    """
    if not (ROOT / "docs").is_dir():
        print(f"{ROOT / 'docs'}: not there; pages are made among the sources", file=sys.stderr)
        return NO_SOURCES
    os.environ.setdefault("DATABASE_URL", "postgresql:///none")  # no database is asked, so none need be started
    set_up()
    from ondiris.project.docs import pages

    if not args.check:
        for name in pages.write(ROOT):
            print(f"{name}: made anew")
        return 0
    stale = pages.stale(ROOT)
    for name in stale:
        print(f"{name} is stale; `ondiris docs` makes it anew")
    return STALE if stale else 0
