"""Which commands are there?"""

import argparse

from ondiris.project.cli import (
    demo,
    docs,
    journal,
    judge,
    key,
    law,
    law_load,
    migrate,
    party,
    purchases,
    remind,
    replay,
    texts,
)

MODULES = (demo, migrate, judge, replay, journal, texts, docs, party, purchases, key, remind)


def add_all(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add every command to the parser; each sets `run` to the function that answers with an exit status."""
    for module in MODULES:
        module.add_arguments(subparsers)
    parser = subparsers.add_parser("law", help="the register of provisions, the official text, the law on a day")
    law_load.add_arguments(law.add_arguments(parser))
    parser.set_defaults(run=law.run)
