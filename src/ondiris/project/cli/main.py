"""What can one ask Öndiris on the command line?"""

import argparse
import os
import sys
from collections.abc import Sequence

from ondiris.project.cli import commands


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, or 1 for a negative answer, or 2 for bad input."""
    parser = argparse.ArgumentParser(prog="ondiris", description="Kazakhstan's Law on Industrial Policy, carried out.")
    commands.add_all(parser.add_subparsers(dest="command", required=True, metavar="COMMAND"))
    args = parser.parse_args(argv)
    try:
        return int(args.run(args))
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
