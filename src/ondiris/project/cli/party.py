"""`ondiris party`: the first bodies, people, lists and accounts of an installation, before anybody can sign in."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ondiris.domains.parties.terms import Capacity, OrganisationKind, Role
from ondiris.project.start import set_up

if TYPE_CHECKING:
    from django.db.models import Model

    from ondiris.domains.parties.models import Organisation, User

BAD_INPUT = 2
LISTS = {"priority-goods": "9.28"}


class Refused(Exception):
    """What was asked for cannot be; the text says why."""


def add_arguments(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command with its parts."""
    party = subparsers.add_parser("party", help="the first bodies, people, lists and accounts of an installation")
    party.set_defaults(run=run)
    parts = party.add_subparsers(dest="part", required=True, metavar="PART")

    regions = parts.add_parser("regions", help="enter the regions of the shipped table")
    regions.set_defaults(do=_regions)

    body = parts.add_parser("body", help="a public body with a role of the law; again with another role adds that")
    body.add_argument("bin", metavar="BIN")
    body.add_argument("name", metavar="NAME")
    body.add_argument("--role", required=True, type=Role, choices=list(Role), metavar="ROLE", help=", ".join(Role))
    body.add_argument("--region", required=True, metavar="CODE", help="KATO code, such as 710000000")
    body.add_argument("--since", required=True, type=date.fromisoformat, metavar="DAY")
    body.set_defaults(do=_body)

    person = parts.add_parser("person", help="a person with a mandate; a new one gets an address to set the password")
    person.add_argument("email", metavar="EMAIL")
    person.add_argument("name", metavar="NAME", nargs="?", default="", help="of a person who is new")
    person.add_argument("--organisation", required=True, metavar="BIN")
    person.add_argument(
        "--capacity", required=True, type=Capacity, choices=list(Capacity), metavar="CAPACITY", help=", ".join(Capacity)
    )
    person.add_argument("--since", required=True, type=date.fromisoformat, metavar="DAY")
    person.set_defaults(do=_person)

    address = parts.add_parser("address", help="a new one-time address, also for a forgotten password")
    address.add_argument("email", metavar="EMAIL")
    address.set_defaults(do=_address)

    programme = parts.add_parser("programme", help="the account of a measure, held by a body")
    programme.add_argument("measure", metavar="MEASURE", help="such as industrial-grant")
    programme.add_argument("--holder", required=True, metavar="BIN")
    programme.set_defaults(do=_programme)

    approved = parts.add_parser("list", help="a list that the law calls for; its editions are made at the desk")
    approved.add_argument("code", choices=sorted(LISTS))
    approved.set_defaults(do=_list)

    shares = parts.add_parser(
        "shares", help="take in a CSV or XLSX file of shareholdings; rows that do not fit are named"
    )
    shares.add_argument("file", type=Path, metavar="FILE")
    shares.set_defaults(do=_shares)


def run(args: argparse.Namespace) -> int:
    """0 where it was done, 2 where the input is bad; then nothing is written."""
    set_up()
    from django.db import ProgrammingError, transaction
    from django.utils import translation

    from ondiris.base.errors import Trouble

    do: Callable[[argparse.Namespace], None] = args.do
    try:
        with translation.override("en"), transaction.atomic():
            do(args)
    except (Refused, Trouble) as refused:
        print(refused, file=sys.stderr)
    except ProgrammingError as missing:
        print(f"The database has no tables for this: run `ondiris migrate` first. {missing}", file=sys.stderr)
    else:
        return 0
    return BAD_INPUT


def _regions(args: argparse.Namespace) -> None:
    from ondiris.domains.classifiers.regions import load_regions

    print(f"{load_regions()} regions are there.")


def _body(args: argparse.Namespace) -> None:
    from ondiris.base.identifiers import trouble_with_bin
    from ondiris.base.periods import overlapping
    from ondiris.domains.classifiers.models import Region
    from ondiris.domains.parties.models import BodyRole, Organisation

    if trouble := trouble_with_bin(args.bin):
        raise Refused(str(trouble))
    region = Region.objects.filter(code=args.region).first()
    if region is None:
        raise Refused(f"{args.region}: no such region. `ondiris party regions` enters those of the shipped table.")
    name = " ".join(args.name.split())
    if not name:
        raise Refused("The body has no name.")
    body, new = Organisation.objects.get_or_create(
        bin=args.bin, defaults={"name": name, "region": region, "kind": OrganisationKind.PUBLIC_BODY}
    )
    if not new and (body.kind, body.name) != (OrganisationKind.PUBLIC_BODY, name):
        raise Refused(f"{args.bin} is registered as {body.kind} {body.name}.")
    if BodyRole.objects.filter(overlapping(args.since, None), organisation=body, role=args.role).exists():
        raise Refused(f"{body.name} has this role already.")
    role = BodyRole.objects.create(organisation=body, role=args.role, valid_from=args.since)
    _keep(body, "party.body", role, {"bin": body.bin, "role": args.role, "valid_from": args.since})
    print(f"{body.name}: {args.role} since {args.since}.")


def _person(args: argparse.Namespace) -> None:
    from ondiris.domains.parties.actions.mandate import evidence_of, new_mandate
    from ondiris.domains.parties.people import person_by

    organisation = _organisation(args.organisation)
    mandate = new_mandate(organisation, person_by(args.email, args.name), args.capacity, args.since, None)
    _keep(organisation, "mandate.give", mandate, evidence_of(mandate))
    person = mandate.user
    print(f"{person.name} for {organisation.name}: {args.capacity} since {args.since}.")
    if not person.has_usable_password():
        _say_address(person)


def _address(args: argparse.Namespace) -> None:
    from ondiris.domains.parties.models import User

    person = User.objects.filter(email__iexact=args.email).first()
    if person is None:
        raise Refused(f"{args.email}: nobody is known by this e-mail.")
    first = person.mandates.select_related("organisation").order_by("pk").first()
    if first is None:
        raise Refused(f"{person.name} has no mandate, and nothing to sign in for.")
    _keep(first.organisation, "person.invite", person, {"name": person.name})
    _say_address(person)


def _programme(args: argparse.Namespace) -> None:
    from ondiris.domains.funds.models import Programme
    from ondiris.domains.measures.catalogue import measure, names

    try:
        declared = measure(args.measure)
    except KeyError:
        raise Refused(f"{args.measure}: no such measure. There are {', '.join(names())}.") from None
    holder = _organisation(args.holder)
    if holder.kind != OrganisationKind.PUBLIC_BODY:
        raise Refused(f"{holder.name} is no public body or institute.")
    if Programme.objects.filter(code=declared.programme).exists():
        raise Refused(f"The account {declared.programme} is there already.")
    programme = Programme.objects.create(code=declared.programme, provision=declared.account_provision, holder=holder)
    _keep(holder, "party.programme", programme, {"holder": holder.bin}, declared.account_provision)
    print(f"{programme.code}, article {programme.provision}: held by {holder.name}.")


def _list(args: argparse.Namespace) -> None:
    from ondiris.domains.lists.models import ApprovedList
    from ondiris.domains.parties.queries import body_with

    authority = body_with(Role.INDUSTRY_AUTHORITY, _today())
    if authority is None:
        raise Refused("There is no industry authority yet, whose list it is: `ondiris party body` enters it.")
    if ApprovedList.objects.filter(code=args.code).exists():
        raise Refused(f"The list {args.code} is there already.")
    made = ApprovedList.objects.create(code=args.code, provision=LISTS[args.code])
    _keep(authority, "party.list", made, {"code": made.code}, made.provision)
    print(f"{made.code}, article {made.provision}. A keeper of the authority begins its first edition at the desk.")


def _shares(args: argparse.Namespace) -> None:
    from ondiris.base.tables.taken import evidence_of
    from ondiris.domains.parties.actions.shares_import import taken
    from ondiris.domains.parties.queries import body_with
    from ondiris.domains.parties.shares_file import REASONS

    authority = body_with(Role.INDUSTRY_AUTHORITY, _today())
    if authority is None:
        raise Refused("There is no industry authority yet, whose register it is: `ondiris party body` enters it.")
    try:
        content = args.file.read_bytes()
    except OSError as error:
        raise Refused(f"{args.file}: {error.strerror}") from None
    file = taken(args.file.name, content)
    _keep(authority, "shares.import", file, dict(evidence_of(file)), "46.2")
    print(f"{file.kept} rows are kept, {len(file.refused)} are not.")
    for row in file.refused:
        print(f"line {row['line']}, {row['column'] or 'row'}: {REASONS[row['reason']]}", file=sys.stderr)


def _organisation(bin: str) -> "Organisation":
    from ondiris.domains.parties.models import Organisation

    found = Organisation.objects.select_for_update().filter(bin=bin).first()
    if found is None:
        raise Refused(f"{bin}: no organisation with this BIN is registered.")
    return found


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()


def _keep(
    organisation: "Organisation", act: str, thing: "Model", evidence: dict[str, Any], provision: str = ""
) -> None:
    """The journal names the command line where nobody is signed in."""
    from ondiris.base.actors import Actor
    from ondiris.base.journal.write import write

    nobody = Actor(
        on=_today(),
        user_id=0,
        name="ondiris party",
        organisation_id=organisation.pk,
        organisation_name=organisation.name,
        organisation_bin=organisation.bin,
    )
    write(nobody, act, thing, provision, evidence)


def _say_address(person: "User") -> None:
    from django.conf import settings
    from django.utils import translation

    from ondiris.project.site import site_address
    from ondiris.web.showing.invitation import one_time_path

    with translation.override(settings.LANGUAGE_CODE):
        path = one_time_path(person)
    print(f"{person.email} sets the password at this address, once, within three days:")
    print(f"{site_address()}{path}")
