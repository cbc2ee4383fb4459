"""An event begins a term for an organisation; the body that began it says how it ended. (62.4)"""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, Text
from ondiris.base.lines import trouble_with_line
from ondiris.base.numbering.next import next_number
from ondiris.domains.calendar.flow import TERM
from ondiris.domains.calendar.models import Term
from ondiris.domains.calendar.permissions import beginnable, may_begin, may_end
from ondiris.domains.calendar.queries import running
from ondiris.domains.calendar.terms import TermState
from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.terms import OrganisationKind
from ondiris.law.deadlines import deadlines


def _provision(term: Term) -> str:
    return str(deadlines()[term.deadline].provision)


@beginning("term.begin", _("Begin a term"), Term, "62.4", may_begin, cites=_provision)
def begin(actor: Actor, *, deadline: str, bin: str, happened_on: date, reference: str) -> tuple[Term, dict[str, Any]]:
    """The term runs from the day of the event, such as the sending of the notice. BadInput names what is wrong."""
    wrong: dict[str, Text] = {}
    if deadline not in {one.id for one in beginnable(actor)}:
        raise BadInput({"deadline": _("Your body begins no such term.")})
    organisation = Organisation.objects.filter(bin=bin.strip(), kind=OrganisationKind.ENTERPRISE).first()
    if organisation is None:
        wrong["bin"] = _("No enterprise with this BIN is registered.")
    if happened_on > actor.on:
        wrong["happened_on"] = _("This day is still ahead.")
    if trouble := trouble_with_line(reference, 200, _("Give the number and the day of the paper.")):
        wrong["reference"] = trouble
    if wrong or organisation is None:
        raise BadInput(wrong)
    try:
        with transaction.atomic():
            term = Term.objects.create(
                number=next_number("TERM", actor.on.year),
                state=TermState.RUNNING,
                deadline=deadline,
                organisation=organisation,
                body_id=actor.organisation_id,
                happened_on=happened_on,
                reference=reference.strip(),
            )
    except IntegrityError:
        raise BadInput({"reference": _("This term is begun already.")}) from None
    last_day = running(term, actor.on).occurrence.last_day
    return term, {
        "deadline": deadline,
        "bin": organisation.bin,
        "happened_on": happened_on,
        "reference": term.reference,
        "last_day": last_day,
    }


@act(TERM, "meet", _("It was put right"), Term, may_end)
def meet(actor: Actor, term: Term, *, ended_on: date, note: str) -> Outcome:
    """What the term was given for was done on a day."""
    _end(actor, term, ended_on, note)
    return Outcome({"ended_on": ended_on, "note": term.note}, provision=_provision(term))


@act(TERM, "follow", _("It was not put right, and what follows was done"), Term, may_end)
def follow(actor: Actor, term: Term, *, ended_on: date, note: str) -> Outcome:
    """What the law has follow is done, and not before the term has ended (62.4: the authority terminates)."""
    last_day = running(term, actor.on).occurrence.last_day
    if last_day is not None and ended_on <= last_day:
        raise BadInput({"ended_on": _("The term has not ended on that day: it may still be met.")})
    _end(actor, term, ended_on, note)
    return Outcome({"ended_on": ended_on, "note": term.note}, provision=_provision(term))


@act(TERM, "withdraw", _("Withdraw the term, begun by mistake"), Term, may_end)
def withdraw(actor: Actor, term: Term, *, reason: str) -> Outcome:
    """The term never ran; it is kept with the reason."""
    if trouble := trouble_with_line(reason, 300):
        raise BadInput({"reason": trouble})
    term.note = reason.strip()
    return Outcome({"reason": term.note}, provision=_provision(term))


def _end(actor: Actor, term: Term, ended_on: date, note: str) -> None:
    wrong: dict[str, Text] = {}
    if ended_on > actor.on:
        wrong["ended_on"] = _("This day is still ahead.")
    if ended_on < term.happened_on:
        wrong["ended_on"] = _("This day is before the term began.")
    if trouble := trouble_with_line(note, 300, _("Say what was handed over or done, with its number.")):
        wrong["note"] = trouble
    if wrong:
        raise BadInput(wrong)
    term.ended_on, term.note = ended_on, note.strip()
