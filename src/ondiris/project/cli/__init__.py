"""What can one ask Öndiris on the command line?"""

import argparse
import os
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, or 1 for a negative answer, or 2 for bad input."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ondiris.project.settings")
    from ondiris.project.cli import commands

    parser = argparse.ArgumentParser(prog="ondiris", description="Kazakhstan's Law on Industrial Policy, carried out.")
    commands.add_all(parser.add_subparsers(dest="command", required=True, metavar="COMMAND"))
    args = parser.parse_args(argv)
    return int(args.run(args))


if __name__ == "__main__":
    sys.exit(main())
