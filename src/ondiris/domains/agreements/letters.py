"""What does the agreement's text say when both sides have signed, and what a notice of shortfall?"""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from ondiris.base import figures
from ondiris.base.actors import Actor
from ondiris.domains.agreements.fulfilment import Fulfilment
from ondiris.domains.agreements.models import Agreement, Signature, Undertaking
from ondiris.domains.agreements.queries import fulfilment_of
from ondiris.domains.agreements.terms import WORDS, Side, Track
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
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import DIRECTIONS, Direction
from ondiris.domains.parties.terms import Capacity


def send_agreement(actor: Actor, agreement: Agreement) -> None:
    """Write the signed agreement's text to the recipient, in each language."""

    def compose() -> Content:
        return Content(
            title=_("Agreement on mutual obligations"),
            sender=words.organisation(agreement.authority),
            addressee=words.organisation(agreement.recipient),
            reference=agreement.number,
            day=figures.day(actor.on),
            footer=words.law(),
            blocks=tuple(_agreement(agreement)),
        )

    write(actor, LetterKind.AGREEMENT, agreement, agreement.recipient_id, compose)


def _agreement(agreement: Agreement) -> Iterator[Block]:
    chosen = measure(agreement.application.measure)
    yield paragraph(
        _("%(state)s and %(recipient)s take on the obligations below (art. 27.1).")
        % {"state": agreement.authority.name, "recipient": agreement.recipient.name}
    )
    yield lines(
        [
            (_("Measure"), f"{_(chosen.title)} ({words.article(chosen.provision)})"),
            (_("Application"), agreement.application.number),
            (_("Amount"), figures.tenge(agreement.amount)),
        ]
    )
    yield heading(_("Obligations of the State"))
    instalments = list(agreement.instalments.all())
    yield table(
        [_("Instalment"), _("Due on"), _("Amount")],
        [
            *([str(i.place), figures.day(i.due_on), figures.tenge(i.amount)] for i in instalments),
            [_("Together"), "", figures.tenge(agreement.amount)],
        ],
        figures=[2],
        last=True,
    )
    undertakings = list(agreement.undertakings.order_by("pk").prefetch_related("targets"))
    yield heading(_("Obligations of the recipient"))
    yield from _undertakings([one for one in undertakings if one.track == Track.OBLIGATION])
    goals = [one for one in undertakings if one.track == Track.GOAL]
    if goals:
        yield heading(_("Planned goals of the project"))
        yield note(
            _("The institute follows them apart from the obligations (%(article)s).")
            % {"article": words.article(chosen.goals_provision)}
        )
        yield from _undertakings(goals)
    yield heading(_("Where obligations are not fulfilled"))
    yield paragraph(
        _(
            "What was received is returned by the level of fulfilment reached, with regard to the base rate of the "
            "National Bank (art. 27.4)."
        )
    )
    yield heading(_("Signatures"))
    signed = list(agreement.signatures.order_by("pk"))
    yield signatures([_signature(agreement, one) for one in signed])
    yield note(_("SHA-256 of the terms that both sides signed: %(digest)s") % {"digest": signed[-1].digest})


def _undertakings(undertakings: list[Undertaking]) -> Iterator[Block]:
    for one in undertakings:
        direction = DIRECTIONS[Direction(one.direction)] if one.direction else None
        yield lines(
            [
                (_("Indicator"), f"{one.indicator}, {one.unit}"),
                *([(_("Direction"), f"{_(direction[1])} ({words.article(direction[0])})")] if direction else []),
                (_("Value today"), figures.number(one.baseline)),
                *((_("Target for %(year)d") % {"year": t.year}, figures.number(t.value)) for t in one.targets.all()),
                (_("Proved by"), one.evidence_asked),
            ]
        )


def _signature(agreement: Agreement, signature: Signature) -> Party:
    side = Side(signature.side)
    body = agreement.authority if side == Side.STATE else agreement.recipient
    return Party(
        _(WORDS[side]), (body.name, signature.user_name, figures.day(signature.on), words.method(signature.method))
    )


def send_notice(actor: Actor, agreement: Agreement) -> None:
    """Write the notice of shortfall to the recipient, in each language, with the level reached on the day."""
    reached = fulfilment_of(agreement, actor.on)

    def compose() -> Content:
        return Content(
            title=_("Notice of shortfall"),
            sender=words.acting_for(actor),
            addressee=words.organisation(agreement.recipient),
            reference=agreement.number,
            day=figures.day(actor.on),
            footer=words.law(),
            blocks=(*_notice(agreement, reached), signatures([words.signed_by(actor, Capacity.MONITOR)])),
        )

    write(actor, LetterKind.NOTICE, agreement, agreement.recipient_id, compose)


def _notice(agreement: Agreement, reached: Fulfilment) -> Iterator[Block]:
    yield paragraph(
        _("Under agreement %(number)s obligations were not fulfilled, or not reported (art. 27.4).")
        % {"number": agreement.number}
    )
    yield paragraph(agreement.notice_text)
    rows = [
        [
            f"{level.indicator.name}, {level.indicator.unit}",
            str(year.year),
            figures.number(year.target),
            _("not reported") if year.reached is None else figures.number(year.reached),
        ]
        for level in reached.indicators
        for year, _reached in level.by_year
    ]
    if rows:
        yield heading(_("How it stands on this day"))
        yield table([_("Indicator"), _("Year"), _("Target"), _("Reached")], rows, figures=[1, 2, 3])
    if reached.level is not None:
        share = Decimal(reached.level.numerator) * 100 / Decimal(reached.level.denominator)
        yield lines([(_("Level of fulfilment"), figures.percent(share.quantize(Decimal("0.01"))))])
    yield heading(_("What you can do"))
    yield paragraph(
        _(
            "Report what is not reported yet, or explain the shortfall to the institute; it lifts the notice where the "
            "shortfall is made good or explained. Otherwise a demand for the return of a part of the money may follow."
        )
    )
