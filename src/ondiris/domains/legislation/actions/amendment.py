"""An act that amends the law is drafted, handed over, and confirmed or rejected by a second person."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, NotFound, Text
from ondiris.base.lines import said, trouble_with_line
from ondiris.base.numbering.next import next_number
from ondiris.domains.legislation import searching
from ondiris.domains.legislation.actions.checking import check_change, check_changes
from ondiris.domains.legislation.flow import AMENDMENT
from ondiris.domains.legislation.models import AmendingAct, LawChange
from ondiris.domains.legislation.permissions import may_enter, may_settle, may_write
from ondiris.domains.legislation.terms import AmendmentState
from ondiris.law.provisions.amendments import Commencement
from ondiris.law.provisions.official import NUMBER_OF_THE_LAW
from ondiris.law.provisions.terms import Certainty, Effect

LAW_SIGNED = date(2021, 12, 27)
ENTERED_ALREADY = _("This act is entered already.")
_NUMBER = re.compile(r"[1-9][0-9]{0,5}-[IVXLC]{1,8}")


@beginning("amendment.begin", _("Enter an act that amends the law"), AmendingAct, "2.1", may_enter)
def begin_act(
    actor: Actor, *, act_number: str, signed_on: date, title: str, source: str, published_on: date | None = None
) -> tuple[AmendingAct, dict[str, Any]]:
    """A draft without changes. BadInput for a number that is none or is entered already, or a day that cannot be."""
    head = _head(actor, act_number, signed_on, title, source, published_on)
    amending = AmendingAct.objects.create(
        number=next_number("ACT", actor.on.year), state=AmendmentState.DRAFT, writers=[actor.user_id], **head
    )
    return amending, head


@act(AMENDMENT, "edit", _("Correct the act"), AmendingAct, may_write)
def edit_act(
    actor: Actor,
    amending: AmendingAct,
    *,
    act_number: str,
    signed_on: date,
    title: str,
    source: str,
    published_on: date | None = None,
) -> Outcome:
    """Other words or days of the act itself; days counted from its publication follow. BadInput as at the beginning."""
    head = _head(actor, act_number, signed_on, title, source, published_on, amending.pk)
    for name, value in head.items():
        setattr(amending, name, value)
    for change in amending.changes.exclude(clause_days=None):
        change.valid_from, change.certainty = _counted(amending, change.clause_days or 0)
        change.save()
    _wrote(actor, amending)
    return Outcome(head)


def _head(
    actor: Actor,
    act_number: str,
    signed_on: date,
    title: str,
    source: str,
    published_on: date | None,
    own: int = 0,
) -> dict[str, Any]:
    wrong: dict[str, Text] = {}
    act_number = act_number.strip()
    others = AmendingAct.objects.filter(act_number=act_number).exclude(pk=own)
    if not _NUMBER.fullmatch(act_number):
        wrong["act_number"] = _("Write the number as 223-VII: digits, a hyphen, Roman digits.")
    elif act_number == NUMBER_OF_THE_LAW:
        wrong["act_number"] = _("This is the number of the law itself.")
    elif others.exclude(state=AmendmentState.REJECTED).exists():
        wrong["act_number"] = ENTERED_ALREADY
    if not LAW_SIGNED < signed_on <= actor.on:
        wrong["signed_on"] = _("The act is signed after the law itself, and not later than today.")
    if published_on is not None and not signed_on <= published_on <= actor.on:
        wrong["published_on"] = _("An act is published on the day it is signed or later, and not after today.")
    if trouble := trouble_with_line(title, 300, _("Write the title of the act.")):
        wrong["title"] = trouble
    if trouble := trouble_with_line(source, 300, _("Say where the text of the act is published.")):
        wrong["source"] = trouble
    if wrong:
        raise BadInput(wrong)
    return {
        "act_number": act_number,
        "signed_on": signed_on,
        "published_on": published_on,
        "title": title.strip(),
        "source": source.strip(),
    }


@act(AMENDMENT, "put", _("Put a change into the act"), AmendingAct, may_write)
def put(
    actor: Actor,
    amending: AmendingAct,
    *,
    provision: str,
    effect: str,
    held: bool = True,
    valid_from: date | None = None,
    certainty: str = "",
    clause_days: int | None = None,
    texts: Mapping[str, str] | None = None,
    level: str = "",
    kind: str = "",
    bearers: Sequence[str] = (),
    systems: Sequence[str] = (),
    key: int | None = None,
) -> Outcome:
    """A new change, or in the place of the one with this key. BadInput names each field that cannot be so.

    The first day is `valid_from`, with how sure it is, or is counted from the act's publication by the `clause_days`
    of its clause; where no day of publication is established, from its signing, and is then the earliest possible.
    `texts` has summary_kk, summary_ru, summary_en, official_ru and official_en.
    """
    change = LawChange(
        pk=_own(amending, key).pk if key is not None else None,
        act=amending,
        provision=provision.strip(),
        effect=effect,
        certainty=certainty,
        clause_days=clause_days,
        held=held or effect == Effect.EXCLUDED,  # where nothing is left to be read, nothing lacks
        level=level,
        kind=kind,
        bearers=list(bearers),
        systems=list(systems),
        **{name: text.strip() for name, text in (texts or {}).items()},
    )
    if valid_from is not None:
        change.valid_from = valid_from
    elif clause_days is not None:
        change.valid_from, change.certainty = _counted(amending, clause_days)
    check_change(change, day_typed=valid_from is not None)
    change.save()
    _wrote(actor, amending)
    return Outcome(evidence_of(change))


def _counted(amending: AmendingAct, days: int) -> tuple[date, Certainty]:
    """The first day after a term of days from publication; the earliest possible where only the signing is known."""
    term = Commencement(days=days)
    if amending.published_on is None:
        return term.after(amending.signed_on), Certainty.EARLIEST
    return term.after(amending.published_on), Certainty.ESTABLISHED


def _own(amending: AmendingAct, key: int) -> LawChange:
    change = amending.changes.filter(pk=key).first()
    if change is None:
        raise NotFound
    return change


@act(AMENDMENT, "remove", _("Take a change out of the act"), AmendingAct, may_write)
def remove(actor: Actor, amending: AmendingAct, *, key: int) -> Outcome:
    """The change is not in the draft any more. NotFound where it is not in it."""
    change = _own(amending, key)
    evidence = evidence_of(change)
    change.delete()
    _wrote(actor, amending)
    return Outcome(evidence)


@act(AMENDMENT, "hand_over", _("Hand the act over for confirmation"), AmendingAct, may_write)
def hand_over(actor: Actor, amending: AmendingAct) -> Outcome:
    """The act waits for its second person. BadInput where it changes nothing, or a change cannot be laid over the law."""
    changes = check_changes(amending)
    amending.entered_by_name = actor.name
    _wrote(actor, amending)
    return Outcome({"changes": [change.provision for change in changes]})


@act(AMENDMENT, "confirm", _("Confirm the act"), AmendingAct, may_settle)
def confirm_act(actor: Actor, amending: AmendingAct) -> Outcome:
    """The register has the changes from now on. BadInput where another act has been confirmed that stands against one."""
    with connection.cursor() as cursor:  # one at a time: each is checked against the register that the other has made
        cursor.execute("select pg_advisory_xact_lock(hashtext('amended register'))")
    changes = check_changes(amending)
    transaction.on_commit(searching.refresh)
    return Outcome({"act": amending.act_number, "changes": [evidence_of(change) for change in changes]})


@act(AMENDMENT, "reject", _("Reject the act"), AmendingAct, may_settle)
def reject_act(actor: Actor, amending: AmendingAct, *, reason: str) -> Outcome:
    """The act changes nothing as it was entered."""
    return Outcome({"reason": said("reason", reason)})


@act(AMENDMENT, "reopen", _("Open the act again"), AmendingAct, may_write)
def reopen_act(actor: Actor, amending: AmendingAct) -> Outcome:
    """Back to drafting, everything typed kept. BadInput where the same act has been entered anew."""
    others = AmendingAct.objects.filter(act_number=amending.act_number).exclude(pk=amending.pk)
    if others.exclude(state=AmendmentState.REJECTED).exists():
        raise BadInput({"act_number": ENTERED_ALREADY})
    _wrote(actor, amending)
    return Outcome()


def _wrote(actor: Actor, amending: AmendingAct) -> None:
    if actor.user_id not in amending.writers:
        amending.writers = [*amending.writers, actor.user_id]


def evidence_of(change: LawChange) -> dict[str, Any]:
    """A change as the journal keeps it: every field that says something."""
    fields = [field.attname for field in LawChange._meta.concrete_fields if field.attname not in ("id", "act_id")]
    return {name: value for name in fields if (value := getattr(change, name)) not in ("", None, [])}
