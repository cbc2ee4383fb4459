"""How is shown whether an organisation is a customer under 46.2, with the chain that led to the answer?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.domains.customers.public import chain_is_public, counts_in_full_from
from ondiris.domains.customers.rules import SINCE
from ondiris.domains.customers.standing import Standing, Step, Unrecorded, standing_on
from ondiris.domains.customers.terms import REASONS, WORDS, Answer
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.terms import WORDS as PARTIES
from ondiris.domains.parties.terms import Owner
from ondiris.web.showing.findings import all_shown, shown
from ondiris.web.ui import figures
from ondiris.web.ui.fields import DayField
from ondiris.web.ui.listing import Kind, tags
from ondiris.web.ui.parts import Colour, Finding, Tag

COLOURS = {Answer.CUSTOMER: Colour.GREEN, Answer.NOT_CUSTOMER: Colour.GREY, Answer.UNDETERMINED: Colour.YELLOW}
TAGS = {answer.value: Tag(gettext_lazy(WORDS[answer]), COLOURS[answer]) for answer in Answer}
ANSWER = tags(TAGS)


def _reason(name: str) -> str:
    return _(REASONS[name])


REASON = Kind(_reason, _reason)


class OnForm(forms.Form):
    """On which day it is asked."""

    use_required_attribute = False
    on = DayField(label=gettext_lazy("On the day"), first=SINCE, required=False)


@dataclass(frozen=True, slots=True)
class Row:
    """One parcel of a chain: whose shares, who holds them, how much, since when; `together` with the last of a step.

    `status` is what the holder is, where the chain begins with it.
    """

    held: Organisation
    holder: str
    status: str
    share: Decimal
    since: date
    together: Decimal | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page says of one organisation on a day; `missing` names whose holders are not recorded, to officials.

    `counts_from`: the share from which what an organisation holds counted in full; None where no setting said so.
    """

    on: date
    tag: Tag
    because: Sequence[Finding]
    every: Sequence[Finding]
    chain: Sequence[Row]
    missing: Sequence[Unrecorded]
    is_open: bool
    counts_from: Decimal | None


def asked(organisation: Organisation, query: Any, today: date) -> tuple[OnForm, Standing]:
    """The form with the day that an address asks for, and the answer on it; today's where it asks for none or a wrong one."""
    form = OnForm(query if "on" in query else None, initial={"on": today})
    day = form.cleaned_data["on"] if form.is_valid() else None
    return form, standing_on(organisation, day or today)


def for_officials(standing: Standing) -> Shown:
    """All of it: every rule with its evidence, the chain, and what is not recorded."""
    return Shown(
        standing.on,
        TAGS[standing.answer.value],
        all_shown(standing.because),
        all_shown(standing.findings),
        [row for step in standing.chain for row in _rows(step)],
        standing.missing,
        standing.answer is Answer.UNDETERMINED,
        counts_in_full_from(standing.on),
    )


def for_everybody(standing: Standing) -> Shown:
    """What is public by our house rule: the answer, the rules without their figures, and the chain that led to it."""
    whole = for_officials(standing)
    return replace(
        whole,
        because=[replace(shown(finding), evidence=()) for finding in standing.because],
        every=[replace(finding, evidence=()) for finding in whole.every],
        chain=whole.chain if chain_is_public(standing.on) else (),
        missing=(),
    )


def holder_of(owner_kind: str, owner: Organisation | None, manager: Organisation | None) -> str:
    """In words, whose a parcel is, and in whose trust."""
    name = owner.name if owner else _(PARTIES[Owner(owner_kind)])
    if manager is None:
        return name
    return _("%(owner)s, in trust with %(manager)s") % {"owner": name, "manager": manager.name}


def _rows(step: Step) -> Sequence[Row]:
    last = len(step.parts) - 1
    return [
        Row(
            step.held,
            holder_of(part.held.owner_kind, part.owner, part.manager),
            _(PARTIES[part.begins]) if part.begins else "",
            part.share.normalize(),
            part.held.since,
            step.share.normalize() if place == last else None,
        )
        for place, part in enumerate(step.parts)
    ]


def share_text(share: Decimal) -> str:
    """A share as it is read, without the zeros that storage adds."""
    return figures.percent(share.normalize())
