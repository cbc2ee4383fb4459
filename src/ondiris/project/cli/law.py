"""`ondiris law`: is the register of provisions complete, and what was the law on a day?"""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ondiris.law.bodies.load import bodies
from ondiris.law.bodies.said import unmentioned
from ondiris.law.instruments.check import check as check_instruments
from ondiris.law.instruments.load import load as load_instruments
from ondiris.law.provisions.amendments import OfficialTextError
from ondiris.law.provisions.check import Report, articles_of, check
from ondiris.law.provisions.ids import ProvisionId, parse_articles
from ondiris.law.provisions.load import RegisterError, register
from ondiris.law.provisions.official import OfficialText, parse
from ondiris.law.provisions.standing import Standing, difference, standing
from ondiris.law.provisions.terms import Language, State, Wording
from ondiris.law.provisions.translation import translation

COMPLETE, DIFFERENCES, BAD_INPUT = 0, 1, 2


class BadInput(Exception):
    """What was typed cannot be used; the message says why."""


def add_arguments(parser: argparse.ArgumentParser) -> "argparse._SubParsersAction[argparse.ArgumentParser]":
    """Give `ondiris law` its commands, and return them so that others can join.

    Each names its function as the default `law`: it takes the arguments and returns the exit status.
    """
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    checking = commands.add_parser("check", help="compare the register with the official Russian text")
    checking.add_argument("file", type=Path, help="the official text, UTF-8")
    checking.add_argument("--articles", metavar="25-29,42", help="only these articles")
    checking.set_defaults(law=_check)

    naming = commands.add_parser("named", help="bodies and acts that the official Russian text names unnoticed")
    naming.add_argument("file", type=Path, help="the official text, UTF-8")
    naming.set_defaults(law=_named)

    showing = commands.add_parser("show", help="a provision, and what stands in it, as it was on a day")
    showing.add_argument("id", help="25, 25.5, 13.5.10-1, 5.2p3, 25.5:1")
    showing.add_argument("--on", type=_day, required=True, metavar="DAY")
    showing.add_argument("--language", choices=[language.value for language in Language], default="en")
    showing.set_defaults(law=_show)

    comparing = commands.add_parser("diff", help="what stands otherwise on the second day than on the first")
    comparing.add_argument("days", type=_day, nargs=2, metavar="DAY")
    comparing.add_argument("--language", choices=[language.value for language in Language], default="en")
    comparing.set_defaults(law=_diff)
    return commands


def run(args: argparse.Namespace) -> int:
    """The command's exit status: 0 done or complete, 1 differences found, 2 bad input (said on stderr)."""
    try:
        return int(args.law(args))
    except (BadInput, OfficialTextError, RegisterError) as wrong:
        print(wrong, file=sys.stderr)
        return BAD_INPUT


def _check(args: argparse.Namespace) -> int:
    text = _official(args.file)
    translation()  # its marks are of provisions that stand
    chosen = None
    if args.articles is not None:
        try:
            chosen = parse_articles(args.articles, articles_of(register(), text))
        except ValueError as wrong:
            raise BadInput(f"--articles: {wrong}") from None
    report = check(register(), text, chosen)
    _print_report(report)
    return COMPLETE if report.complete else DIFFERENCES


def _named(args: argparse.Namespace) -> int:
    gaps = list(_unnoticed(_official(args.file)))
    for gap in gaps:
        print(gap)
    print(f"{len(gaps)} to settle")
    return DIFFERENCES if gaps else COMPLETE


def _unnoticed(text: OfficialText) -> Iterator[str]:
    """Bodies and acts that a provision of the text names and the product does not have there."""
    for provision, body in unmentioned(bodies().values(), register(), text):
        yield f"{provision.id}: names the {body.bearer.label}, which is not said to be named there"
    for found in check_instruments(load_instruments(), register(), text):
        yield f"{found.provision}: {found.what}"


def _official(file: Path) -> OfficialText:
    try:
        return parse(file.read_text(encoding="utf-8"))
    except OSError as wrong:
        raise BadInput(f"{file}: {wrong.strerror}") from None
    except UnicodeDecodeError:
        raise BadInput(f"{file}: this is not text in UTF-8") from None
    except OfficialTextError as wrong:
        raise BadInput(f"{file}: {wrong}") from None


def _print_report(report: Report) -> None:
    for article in report.articles:
        if article.complete:
            print(f"article {article.article}: complete, {article.rows} rows")
        else:
            print(f"article {article.article}: {len(article.differences)} to settle, {article.rows} rows")
        for found in article.differences:
            print(f"  {found.provision}: {found.kind.value}{': ' if found.detail else ''}{found.detail}")
    print(f"{sum(a.complete for a in report.articles)} of {len(report.articles)} articles are complete")


def _show(args: argparse.Namespace) -> int:
    try:
        found = register().within(ProvisionId.parse(args.id))
    except ValueError as wrong:
        raise BadInput(str(wrong)) from None
    if not found:
        raise BadInput(f"{args.id} is not in the register")
    print(register().articles[found[0].id.article].heading.of(Language(args.language)))
    for provision in found:
        bearers = ", ".join(bearer.label for bearer in provision.bearers)
        print(f"\n{provision.id}  {provision.level.label}, {provision.kind.label}{': ' if bearers else ''}{bearers}")
        print(_sentence(standing(provision, args.on), args.language))
    return COMPLETE


def _diff(args: argparse.Namespace) -> int:
    first, second = args.days
    changes = difference(register().values(), first, second)
    for change in changes:
        print(f"{change.before.provision.id}")
        print(f"  {first}: {_sentence(change.before, args.language)}")
        print(f"  {second}: {_sentence(change.after, args.language)}")
    print(f"{len(changes)} of {len(register())} provisions stand otherwise on {second} than on {first}")
    return COMPLETE


def _sentence(at: Standing, language: str) -> str:
    version = at.version
    said = f"{at.state.label} [from {version.valid_from} by {version.act}: {version.certainty.label}]"
    if at.state is State.ENDED:
        said = f"{at.state.label} [from {version.valid_to}]"
    if version.wording is not Wording.BASE:
        said += f"; {version.wording.label} until {version.valid_to}"
    if version.known_since:
        said += f"; known since {version.known_since}: what was done before rested on the version before"
    return f"{said}: {at.words.of(Language(language))}" if at.words else said


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; a day is written as 2026-01-31")
    return day
