"""`ondiris key`: a key by which a program acts as a person for an organisation."""

import argparse
import sys
from datetime import date

from ondiris.project.start import set_up

BAD_INPUT = 2


def add_arguments(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command; it sets `run`, a function of the parsed arguments that returns the exit status."""
    key = subparsers.add_parser("key", help="make a key for the API; its secret is printed once")
    key.add_argument("email", help="who the program acts as")
    key.add_argument("--organisation", required=True, metavar="BIN", help="whom it acts for")
    key.add_argument("--label", required=True, help="what the key is for, such as 'accounting system'")
    key.add_argument("--from", dest="first", type=date.fromisoformat, metavar="DAY", help="today where left out")
    key.add_argument("--until", type=date.fromisoformat, metavar="DAY", help="first day no longer; in a year's time")
    key.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the secret alone on stdout, what it may do on stderr. 0 where it was made, 2 where the input is bad."""
    set_up()
    from django.utils import timezone

    from ondiris.base.errors import BadInput
    from ondiris.domains.parties.keys import make_key
    from ondiris.domains.parties.models import Organisation, User

    user = User.objects.filter(email__iexact=args.email).first()
    organisation = Organisation.objects.filter(bin=args.organisation).first()
    if user is None or organisation is None:
        print(f"{args.organisation if user else args.email}: not known", file=sys.stderr)
        return BAD_INPUT
    first = args.first or timezone.localdate()
    try:
        key, secret = make_key(
            user, organisation, label=args.label, valid_from=first, valid_to=args.until or _in_a_year(first)
        )
    except BadInput as wrong:
        print(wrong, file=sys.stderr)
        return BAD_INPUT
    print(secret)
    print(
        f"{user.name} for {organisation.name}, from {key.valid_from} to before {key.valid_to}. Keep it: it is not shown again.",
        file=sys.stderr,
    )
    return 0


def _in_a_year(day: date) -> date:
    return date(day.year + 1, day.month, min(day.day, 28))
