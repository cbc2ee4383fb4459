"""Is everything whole: the journal, the ledger, and each thing beside its own entries?"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ondiris.base.acts import Thing
from ondiris.base.journal import chain
from ondiris.base.journal.models import Entry
from ondiris.domains.agreements.models import Agreement, Instalment
from ondiris.domains.applications.models import Application
from ondiris.domains.funds.models import Account, Transfer
from ondiris.domains.funds.terms import MAY_BE_NEGATIVE
from ondiris.project.docs.registered import acts

MODELS: list[type[Thing]] = list(dict.fromkeys(act.model for act in acts().values()))


def troubles(kept: list[chain.Head]) -> list[str]:
    """What is not whole, in words; `kept` are heads of the journal that have to be found in it."""
    verdict = chain.verify(kept)
    journal = [] if verdict.holds else [verdict.trouble]
    return [*journal, *_ledger(), *_things(), *_signatures(), *_payments(), *_submissions()]


def _ledger() -> Iterator[str]:
    moved: dict[int, Decimal] = defaultdict(Decimal)
    for source, target, amount in Transfer.objects.values_list("source", "target", "amount"):
        moved[source] -= amount
        moved[target] += amount
    for account in Account.objects.select_related("programme"):
        if account.balance != moved[account.pk]:
            yield f"{account} holds {account.balance}, its transfers say {moved[account.pk]}"
        if account.balance < 0 and account.kind not in MAY_BE_NEGATIVE:
            yield f"{account} is below zero"


def _things() -> Iterator[str]:
    """An act raises the version by one and writes one entry, with the state it led to."""
    states: dict[tuple[str, str], list[str]] = defaultdict(list)
    entries = Entry.objects.filter(act__in=acts()).order_by("pk")
    for kind, number, state in entries.values_list("thing_kind", "thing", "state"):
        states[kind, number].append(state)
    for model in MODELS:
        for thing in model._default_manager.all():
            written = states[model._meta.model_name or "", thing.number]
            if thing.version != 1 + len(written):
                yield f"{thing} has version {thing.version} and {len(written)} entries"
            if written and written[-1] != thing.state:
                yield f"{thing} is {thing.state}, its last entry says {written[-1]}"


def _signatures() -> Iterator[str]:
    sides = {"drawn": set(), "offered": set(), "signed_by_recipient": {"recipient"}}
    for agreement in Agreement.objects.prefetch_related("signatures"):
        signed = {signature.side for signature in agreement.signatures.all()}
        if signed != sides.get(agreement.state, {"recipient", "state"}):
            yield f"{agreement} is {agreement.state} and signed by {signed}"
        if (agreement.in_force_on is not None) != ("state" in signed):
            yield f"{agreement} is in force without the State's signature, or signed and not in force"


def _payments() -> Iterator[str]:
    made = Transfer.objects.filter(purpose="payment")
    if made.filter(instalment=None).exists():
        yield "a payment belongs to no instalment"
    if made.count() != Instalment.objects.exclude(transfer=None).count():
        yield "payments and paid instalments differ in number"
    if made.count() != Entry.objects.filter(act="agreement.pay").count():
        yield "payments and their entries differ in number"


def _submissions() -> Iterator[str]:
    for application in Application.objects.all():
        if (application.state == "draft") != (application.submitted_on is None):
            yield f"{application} is {application.state} and was submitted on {application.submitted_on}"
