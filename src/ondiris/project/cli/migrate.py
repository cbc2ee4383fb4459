"""`ondiris migrate`: bring the database's tables to what this version needs."""

import argparse

from ondiris.project.start import set_up


def add_arguments(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("migrate", help="make or change the database's tables")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the migrations as the role that owns the tables."""
    set_up(owner=True)
    from django.core.management import call_command

    call_command("migrate", verbosity=1, interactive=False)
    return 0
