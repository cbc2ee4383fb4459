"""What does a concluded contract's text say, and what are the sides and their lenders told of a change?"""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ondiris.base import figures
from ondiris.base.actors import Actor
from ondiris.domains.contracts.content import GoodTerms, Terms, lowered
from ondiris.domains.contracts.models import Contract, Version, VersionSignature
from ondiris.domains.contracts.queries import lasting_pledges
from ondiris.domains.contracts.terms import CONDITIONS, WORDS, Side
from ondiris.domains.contracts.versions import amount_of, terms_of
from ondiris.domains.documents.letters import words
from ondiris.domains.documents.letters.content import (
    Block,
    Content,
    Party,
    heading,
    lines,
    note,
    paragraph,
    signatures,
    table,
)
from ondiris.domains.documents.letters.write import write
from ondiris.domains.documents.terms import LetterKind
from ondiris.domains.parties.models import Organisation
from ondiris.domains.planning.terms import WORDS as PLANNED
from ondiris.domains.planning.terms import ContractKind


def send_contract(actor: Actor, contract: Contract, version: Version) -> None:
    """Write the text that both sides signed to each of them, in each language."""
    terms, signed = terms_of(version), list(version.signatures.order_by("pk"))
    for side in (contract.customer, contract.supplier):

        def compose(addressee: Organisation = side) -> Content:
            kind = _(PLANNED[ContractKind(contract.kind)])
            return _letter(actor, contract, addressee, kind, [*_contract(contract, terms), *_signed(contract, signed)])

        write(actor, LetterKind.CONTRACT, contract, side.pk, compose)


def send_proposed(actor: Actor, contract: Contract, version: Version, before: Terms) -> None:
    """Tell the lenders whose pledge lasts that a change is proposed: a house rule, to which no article obliges."""
    terms = terms_of(version)
    for lender in _lenders(contract, actor):

        def compose(addressee: Organisation = lender) -> Content:
            lead = _(
                "A change of contract %(number)s, which you have in pledge, is proposed. It has no effect until the other "
                "side signs it (art. 48.2)."
            )
            blocks = [paragraph(lead % {"number": contract.number}), *_change(contract, version, before, terms)]
            return _letter(actor, contract, addressee, _("Amendment proposed"), blocks)

        write(actor, LetterKind.AMENDMENT_PROPOSED, contract, lender.pk, compose)


def send_amendment(actor: Actor, contract: Contract, version: Version, before: Terms) -> None:
    """Write the new wording to both sides and to the lenders whose pledge lasts, in each language."""
    terms, signed = terms_of(version), list(version.signatures.order_by("pk"))
    for reader in (contract.customer, contract.supplier, *_lenders(contract, actor)):

        def compose(addressee: Organisation = reader) -> Content:
            lead = _("Both sides signed a change of contract %(number)s; it is in force from this day (art. 48.2).")
            blocks = [
                paragraph(lead % {"number": contract.number}),
                *_change(contract, version, before, terms),
                *_signed(contract, signed),
            ]
            return _letter(actor, contract, addressee, _("Amendment in force"), blocks)

        write(actor, LetterKind.AMENDMENT, contract, reader.pk, compose)


def _lenders(contract: Contract, actor: Actor) -> list[Organisation]:
    """Each once, even with two pledges."""
    return list({one.lender_id: one.lender for one in lasting_pledges(contract, actor.on)}.values())


def _letter(actor: Actor, contract: Contract, addressee: Organisation, title: str, blocks: list[Block]) -> Content:
    return Content(
        title=title,
        sender=words.acting_for(actor),
        addressee=words.organisation(addressee),
        reference=contract.number,
        day=figures.day(actor.on),
        footer=words.law(),
        blocks=tuple(blocks),
    )


def _contract(contract: Contract, terms: Terms) -> Iterator[Block]:
    yield lines(
        [
            (_("Subject"), contract.title),
            (_("The customer"), contract.customer.name),
            (_("The supplier"), contract.supplier.name),
            *([(_("Line of the list of goods"), contract.line.number)] if contract.line else []),
        ]
    )
    yield from _wording(terms)


def _change(contract: Contract, version: Version, before: Terms, terms: Terms) -> Iterator[Block]:
    proposer = contract.customer if version.proposed_by == Side.CUSTOMER else contract.supplier
    yield lines([(_("Proposed by"), proposer.name), (_("Reason"), version.reason)])
    rows = [
        [_name(one.good), str(one.year), _("Volume") if one.what == "volume" else _("Price"),
         figures.number(one.before), figures.number(one.after)]
        for one in lowered(before, terms)
    ]  # fmt: skip
    if rows:
        yield heading(_("What this lowers"))
        yield table([_("Good"), _("Year"), "", _("Before"), _("After")], rows, figures=[1, 3, 4])
    yield heading(_("The contract in this wording"))
    yield from _wording(terms)


def _wording(terms: Terms) -> Iterator[Block]:
    yield lines(
        [
            (_("Term"), f"{figures.day(terms.starts_on)} – {figures.day(terms.ends_on)}"),
            (_("Sum of the contract"), figures.tenge(amount_of(terms))),
            *([(_("Least in-country value"), figures.percent(terms.least_value))] if terms.least_value else []),
            *(
                [(_("Programme of in-country value due on"), figures.day(terms.programme_due_on))]
                if terms.programme_due_on
                else []
            ),
            *([(_("Penalty"), terms.penalty)] if terms.penalty else []),
        ]
    )
    yield heading(_("Goods"))
    for good in terms.goods:
        yield from _good(good)
    if terms.conditions:
        yield heading(_("Further conditions"))
        yield table(
            [_("Condition"), _("Due on"), _("Value")],
            [
                [f"{_(WORDS[one.kind])} ({words.article(CONDITIONS[one.kind])}): {one.text}", figures.day(one.due_on),
                 figures.tenge(one.value)]
                for one in terms.conditions
            ],
            figures=[1, 2],
        )  # fmt: skip


def _good(good: GoodTerms) -> Iterator[Block]:
    described = [
        (_("Good"), f"{_name(good)} ({good.code})"),
        (_("Technical characteristics"), good.characteristics),
        (_("Physical and chemical properties"), good.properties),
        (_("Composition of the set"), good.composition),
    ]
    yield lines([(label, said) for label, said in described if said.strip()])
    rows = [[str(one.year), figures.number(one.volume), figures.tenge(one.price)] for one in good.years]
    yield table([_("Year"), f"{_('Volume')}, {good.unit}", _("Price of a unit")], rows, figures=[0, 1, 2])


def _name(good: GoodTerms) -> str:
    return good.name_kk if get_language() == "kk" else good.name_ru


def _signed(contract: Contract, signed: list[VersionSignature]) -> Iterator[Block]:
    yield heading(_("Signatures"))
    yield signatures([_signature(contract, one) for one in signed])
    yield note(_("SHA-256 of the terms that both sides signed: %(digest)s") % {"digest": signed[-1].digest})


def _signature(contract: Contract, one: VersionSignature) -> Party:
    body = contract.customer if one.side == Side.CUSTOMER else contract.supplier
    return Party(_(WORDS[Side(one.side)]), (body.name, one.user_name, figures.day(one.on), words.method(one.method)))
