"""`ondiris docs`: does the documentation say what the code does?"""

import argparse
import os
import sys
from pathlib import Path

from ondiris.project.start import set_up

DOCS = Path(__file__).resolve().parents[4] / "docs"
STALE, NO_SOURCES = 1, 2


def add_arguments(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "docs", help="make from the code docs/law, docs/flows and where each provision is exercised"
    )
    parser.add_argument("--check", action="store_true", help="only say which pages are stale; exit status 1 if any is")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 where every page is as the code has it or was brought up to date, 1 where --check found stale ones.

    2 where there is no documentation, as beside an installed package.
    """
    if not DOCS.is_dir():
        print(f"{DOCS}: not there; pages are made among the sources", file=sys.stderr)
        return NO_SOURCES
    os.environ.setdefault("DATABASE_URL", "postgresql:///none")  # no database is asked, so none need be started
    set_up()
    from ondiris.project.docs import exercised, pages

    if not args.check:
        made = [f"docs/{name}" for name in pages.write(DOCS)] + ([exercised.FILE.name] if exercised.write() else [])
        for name in made:
            print(f"{name}: made anew")
        return 0
    stale = [f"docs/{name}" for name in pages.stale(DOCS)] + ([exercised.FILE.name] if exercised.is_stale() else [])
    for name in stale:
        print(f"{name} is stale; `ondiris docs` makes it anew")
    return STALE if stale else 0
