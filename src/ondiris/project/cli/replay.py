"""`ondiris replay CASE`: does a decision come out the same when its facts go through its rules again?"""

import argparse
import sys

from ondiris.law.rulebook import Replayed, Result
from ondiris.project.start import set_up


def add_arguments(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("replay", help="judge a decided case again by the editions it rested on")
    parser.add_argument("case", help="the application's number, such as IG-2026-00001")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 where every rule answers as it did, 1 where one does not, 2 where there is no such decision."""
    set_up()
    from ondiris.domains.applications.models import Decision
    from ondiris.domains.applications.replaying import replay_decision

    decision = Decision.objects.filter(application__number=args.case).exclude(decided_on=None).order_by("pk").last()
    if decision is None:
        print(f"{args.case}: there is no decision to replay", file=sys.stderr)
        return 2
    print(f"{args.case}: {decision.kind}, decided on {decision.decided_on}, judged on {decision.judged_on}")
    replayed = replay_decision(decision)
    for one in replayed:
        print(_line(one))
    return 0 if all(one.result is Result.SAME for one in replayed) else 1


def _line(one: Replayed) -> str:
    now = one.answer.label if one.answer else "-"
    line = f"  {one.rule}, edition {one.edition}: {one.result.label.lower()}; then {one.stored.label}, now {now}"
    if one.corrected_by is not None:
        corrected = one.corrected.label if one.corrected else "-"
        line += f"; by its correction, edition {one.corrected_by}: {corrected}"
    return line
