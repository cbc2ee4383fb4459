"""Which duties of this official's body are due or late, and which of its terms have ended?"""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.domains.calendar.permissions import beginnable, may_mark
from ondiris.domains.calendar.queries import Duty, duties, terms_of
from ondiris.domains.calendar.terms import TermState
from ondiris.law.deadlines import State
from ondiris.web.desk.due.parts import Due, Row, due
from ondiris.web.showing.calendar import names, titled, what
from ondiris.web.ui import citation, figures


def duties_due(actor: Actor) -> Iterator[Due]:
    """What the body owes these days, what it owed last year and did not do, and terms to be answered (62.4)."""
    if not may_mark(actor):
        return
    mine = [actor.organisation_id]
    last_year = [one for one in duties(actor.on.year - 1, actor.on, mine) if one.at.state is State.LATE]
    this_year = [one for one in duties(actor.on.year, actor.on, mine) if one.at.state in (State.DUE, State.LATE)]
    rows = [_row(one) for one in (*last_year, *this_year)]
    yield due(_("Duties of your body"), "", _("Days late"), rows, reverse("desk:duties"))
    if beginnable(actor):
        yield _ended(actor)


def _row(one: Duty) -> Row:
    note = _("%(what)s, by %(day)s") % {"what": titled(one.occurrence), "day": figures.day(one.last_day)}
    return Row(
        citation.label(str(one.deadline.provision)),
        reverse("desk:duty", args=[one.deadline.id, one.occurrence.period]),
        names(one.deadline.to),
        one.at.days or None,
        note,
    )


def _ended(actor: Actor) -> Due:
    ended = [
        one
        for one in terms_of(actor.organisation_id, actor.on)
        if one.term.state == TermState.RUNNING and one.at.state is State.LATE
    ]
    rows = [
        Row(
            one.term.number,
            reverse("desk:term", args=[one.term.number]),
            one.term.organisation.name,
            one.at.days,
            what(one.follows or one.occurrence.deadline),
        )
        for one in ended
    ]
    return due(_("Terms that have ended: say how"), "62.4", _("Days since the term ended"), rows)
