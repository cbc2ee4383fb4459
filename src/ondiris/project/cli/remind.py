"""`ondiris remind`: who has a duty near its last day, or just past it, is told by mail, once."""

import argparse
import sys
from datetime import date

from ondiris.project.start import set_up

NOT_TAKEN = 1


def add_arguments(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("remind", help="mail each body's people what is due soon or late, each thing once")
    parser.add_argument("--on", type=date.fromisoformat, metavar="DAY", help="the calendar's day in Kazakhstan")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 where every mail was taken, 1 where one was not; the next run tries it again."""
    set_up()
    from django.utils import timezone

    from ondiris.domains.calendar.reminders import send
    from ondiris.project.site import site_address
    from ondiris.web.showing.reminder import reminder

    site = site_address()
    sent = send(args.on or timezone.localdate(), lambda waiting: reminder(waiting, site))
    print(f"People reminded: {sent.people}; of duties: {sent.items}.")
    for failed in sent.failed:
        print(f"Not taken: {failed}", file=sys.stderr)
    return NOT_TAKEN if sent.failed else 0
