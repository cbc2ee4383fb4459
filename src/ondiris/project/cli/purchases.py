"""`ondiris purchases import`: take in a file of plans and reports of purchases, as a person who may send it."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ondiris.project.start import set_up

if TYPE_CHECKING:
    from ondiris.base.actors import Actor

BAD_INPUT = 2
T = TypeVar("T")
DOING = {"read": "reading", "keep": "keeping"}


def add_arguments(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command with its part."""
    purchases = subparsers.add_parser("purchases", help="plans and reports of purchases (article 47)")
    parts = purchases.add_subparsers(dest="part", required=True, metavar="PART")
    one = parts.add_parser("import", help="take in an XLSX or CSV file; rows that do not fit are named")
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--as", dest="email", required=True, metavar="EMAIL", help="who sends it")
    one.add_argument("--for", dest="organisation", metavar="BIN", help="for whom, where the person acts for several")
    one.add_argument(
        "--refused", type=Path, metavar="FILE", help="write the rows that are not kept here, as .xlsx or .csv"
    )
    one.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 where the file was taken in, though rows of it may not be; 2 where nothing was."""
    set_up()
    from django.utils import translation

    from ondiris.base.errors import Trouble
    from ondiris.base.tables.report import as_csv, as_xlsx
    from ondiris.domains.planning.actions.purchases import import_purchases
    from ondiris.domains.planning.purchases_file import COLUMNS, REASONS

    with translation.override("en"):
        try:
            actor = _actor(args.email, args.organisation)
            file = import_purchases(actor, name=args.file.name, content=args.file.read_bytes(), watch=_shown)
            if args.refused and file.refused:
                write = as_xlsx if args.refused.suffix.lower() == ".xlsx" else as_csv
                args.refused.write_bytes(write(file.refused, COLUMNS, REASONS))
        except OSError as error:
            print(f"{error.filename}: {error.strerror}", file=sys.stderr)
            return BAD_INPUT
        except (Trouble, LookupError) as refused:
            print(refused, file=sys.stderr)
            return BAD_INPUT
    print(f"{file.kept} rows are kept, {len(file.refused)} are not.")
    if not args.refused:
        for row in file.refused:
            print(f"line {row['line']}, {row['column'] or 'row'}: {REASONS[row['reason']]}", file=sys.stderr)
    return 0


def _actor(email: str, bin: str | None) -> "Actor":
    """The person, acting today. LookupError where nobody of this e-mail acts for the organisation."""
    from django.utils import timezone

    from ondiris.domains.parties.models import Organisation, User
    from ondiris.domains.parties.queries import acting, actor_for

    on = timezone.localdate()
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        raise LookupError(f"{email}: nobody is known by this e-mail.")
    organisation = Organisation.objects.filter(bin=bin).first() if bin else None
    if bin and organisation is None:
        raise LookupError(f"{bin}: no organisation with this BIN is registered.")
    actor = actor_for(user, organisation, on) if organisation else acting(user, on)
    if actor is None:
        raise LookupError(f"{user.name} has no mandate for it today.")
    return actor


def _shown(rows: Iterable[T], what: str) -> Iterable[T]:
    """A bar while the rows are read, and another while they are kept."""
    from tqdm import tqdm

    bar: Iterable[T] = tqdm(rows, desc=DOING[what], unit=" rows", disable=not sys.stderr.isatty())
    return bar
