"""`ondiris demo`: the whole system with a made-up country, in a browser."""

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ondiris.project.cli.texts import compile_all
from ondiris.project.start import set_up

ROLES = (
    ("aigerim@demo.kz", "enterprise: kept its promises, and applies again"),
    ("nurlan@demo.kz", "enterprise: fell short, sees what would be due today"),
    ("dinara@demo.kz", "enterprise: has been asked for money back"),
    ("asel@demo.kz", "enterprise: is drafting an application"),
    ("gulzhan@demo.kz", "enterprise: has a question to answer and an agreement to sign"),
    ("arman@demo.kz", "customer under article 46: a mine, with an offtake contract of three years"),
    ("kaisar@demo.kz", "customer under article 46: a national company, with contract procurement"),
    ("moldir@demo.kz", "customer under article 46: an oil field"),
    ("zarina@demo.kz", "bank: has a contract in pledge"),
    ("daulet@demo.kz", "institute: case officer"),
    ("marat@demo.kz", "institute: expert"),
    ("botagoz@demo.kz", "institute: treasurer"),
    ("yerlan@demo.kz", "institute: monitor of obligations"),
    ("gulnar@demo.kz", "authority: decides and signs"),
    ("timur@demo.kz", "authority: keeps lists and settings"),
    ("madina@demo.kz", "authority: confirms what Timur enters"),
    ("kanat@demo.kz", "authority: auditor"),
    ("sanzhar@demo.kz", "authority for solid minerals: agrees the list of goods with customers"),
    ("marlen@demo.kz", "authority for hydrocarbons: the same for its customers"),
    ("aigul@demo.kz", "authority: follows its own duties"),
    ("aidar@demo.kz", "institute: follows its own duties"),
    ("ainur@demo.kz", "ministry of energy: follows its duties, and was late with one"),
    ("rustem@demo.kz", "region of Karagandy: follows its duties"),
)


def add_arguments(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("demo", help="the whole system with a made-up country")
    parser.add_argument("--enterprises", type=int, default=2000, help="how many enterprises (2000)")
    parser.add_argument("--applications", type=int, default=24, help="how many applications besides the story's (24)")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--no-serve", action="store_true", help="make the country and stop")
    parser.set_defaults(run=run)


def _bar(rows: Iterable[Any], total: int, unit: str) -> Iterable[Any]:
    from tqdm import tqdm

    bar: Iterable[Any] = tqdm(rows, total=total, unit=" " + unit, disable=not sys.stderr.isatty())
    return bar


def run(args: argparse.Namespace) -> int:
    """Make the country where there is none, print the address and the log-ins, and serve."""
    os.environ["ONDIRIS_DEMONSTRATION"] = "1"
    compile_all()
    set_up(owner=True)
    from django.core.management import call_command
    from django.utils import timezone, translation

    from ondiris.project.demonstration import load as demonstration

    call_command("migrate", verbosity=0, interactive=False)
    if not demonstration.is_loaded():
        print("Making the demonstration country …")
        with translation.override("kk"):
            demonstration.load(
                timezone.localdate(), enterprises=args.enterprises, applications=args.applications, progress=_bar
            )
    if args.no_serve:
        return 0
    _say(args.port)
    _serve(args.port)
    return 0


def _say(port: int) -> None:
    from ondiris.project.demonstration.country import PASSWORD

    print(f"\nÖndiris is at http://127.0.0.1:{port}/   (stop with Ctrl-C)\n")
    print(f"Everybody's password: {PASSWORD}\n")
    for email, who in ROLES:
        print(f"  {email:<18} {who}")
    print(flush=True)


def _serve(port: int) -> None:
    from django.db import connections

    connections.close_all()
    environment = {key: value for key, value in os.environ.items() if key != "ONDIRIS_ROLE"}
    granian = Path(sys.executable).with_name("granian")
    command = [
        str(granian), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "2",
        "--blocking-threads", "8", "--backpressure", "64", "--no-ws", "--log-level", "error", "ondiris.project.wsgi:application",
    ]  # fmt: skip
    os.execve(granian, command, environment)  # noqa: S606  (the server takes this process's place)
