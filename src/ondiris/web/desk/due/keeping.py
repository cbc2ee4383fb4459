"""Which rates, lists, and acts that amend the law or are made under it, wait for this official?"""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.domains.legislation.actions.amendment import confirm_act, hand_over
from ondiris.domains.legislation.actions.instrument import confirm as confirm_record
from ondiris.domains.legislation.actions.rate import confirm, enter
from ondiris.domains.legislation.models import AmendingAct, EnteredValue, InstrumentRecord
from ondiris.domains.legislation.permissions import may_enter
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.legislation.terms import AmendmentState, ValueState
from ondiris.domains.lists.actions.edition import agree, approve, publish
from ondiris.domains.lists.models import Edition
from ondiris.domains.lists.permissions import may_begin
from ondiris.domains.lists.queries import CONTRACT_GOODS
from ondiris.domains.lists.terms import EditionState
from ondiris.domains.measures.actions.review import review
from ondiris.domains.measures.changes import unreviewed
from ondiris.domains.parties.permissions import acts_as
from ondiris.domains.parties.terms import Capacity, Role
from ondiris.law.instruments.load import instruments
from ondiris.law.parameters import Gap
from ondiris.web.desk.due.parts import Due, Row, days_since, due, newest_entry, some
from ondiris.web.showing import instruments as showing
from ondiris.web.showing.older import review_url
from ondiris.web.ui import figures

AHEAD = timedelta(days=30)


def keeping_due(actor: Actor) -> Iterator[Due]:
    """What waits among rates, lists, and acts that amend the law or are made under it."""
    if may_enter(actor):
        yield _to_confirm(actor)
        yield _to_enter(actor)
        yield _records_to_confirm(actor)
        yield from _amendments(actor)
        yield _to_review(actor)
    if may_begin(actor):
        yield _editions(actor, _("Drafts of lists to finish"), agree.provision, EditionState.DRAFT)
        yield _editions(actor, _("Approved editions to publish"), publish.provision, EditionState.APPROVED)
    if acts_as(actor, Role.INDUSTRY_AUTHORITY, Capacity.DECISION_MAKER):
        yield _editions(actor, _("Editions of lists to approve"), approve.provision, EditionState.AGREED)


def _to_confirm(actor: Actor) -> Due:
    entered = EnteredValue.objects.filter(state=ValueState.ENTERED).exclude(entered_by=actor.user_id)
    rows = [
        Row(
            one.number,
            reverse("desk:confirm-rate", args=[one.number]),
            one.entered_by_name,
            days_since(getattr(one, "since", None), actor.on),
            _("%(rate)s from %(day)s")
            % {"rate": figures.percent(one.value.normalize()), "day": figures.day(one.valid_from)},
        )
        for one in some(entered.annotate(since=newest_entry("enteredvalue", "on")).order_by("pk"))
    ]
    return due(_("Rates to confirm"), confirm.provision, _("Days since it was entered"), rows)


def _records_to_confirm(actor: Actor) -> Due:
    entered = InstrumentRecord.objects.filter(state=ValueState.ENTERED).exclude(entered_by=actor.user_id)
    rows = [
        Row(
            one.number,
            reverse("desk:confirm-instrument", args=[one.number]),
            one.entered_by_name,
            days_since(getattr(one, "since", None), actor.on),
            showing.name_of(instruments()[one.instrument]),
        )
        for one in some(entered.annotate(since=newest_entry("instrumentrecord", "on")).order_by("pk"))
    ]
    return due(_("Acts under the law to confirm"), confirm_record.provision, _("Days since it was entered"), rows)


def _to_enter(actor: Actor) -> Due:
    """The day from which no base rate is established, when that day is past or near."""
    rows = []
    known = parameters_on().value("base_rate", actor.on)
    until = known.known_until
    if until is not None and until <= actor.on + AHEAD:
        age = days_since(until, actor.on) if isinstance(known, Gap) else None
        note = _("No base rate is established from %(day)s") % {"day": figures.day(until)}
        rows.append(Row(_("Base rate"), reverse("desk:rates"), "", age, note))
    return due(_("Rates to enter"), enter.provision, _("Days without a rate"), rows)


def _amendments(actor: Actor) -> Iterator[Due]:
    """Drafts to finish, and acts of other people to confirm."""
    dated = AmendingAct.objects.annotate(since=newest_entry("amendingact", "on")).order_by("pk")
    ours = [one for one in some(dated.filter(state=AmendmentState.ENTERED)) if actor.user_id not in one.writers]
    drafts = some(dated.filter(state__in=(AmendmentState.DRAFT, AmendmentState.REJECTED)))
    for title, step, found in (
        (_("Acts that amend the law, to confirm"), confirm_act, ours),
        (_("Acts that amend the law, to finish"), hand_over, drafts),
    ):
        rows = [
            Row(
                one.act_number,
                reverse("desk:amendment", args=[one.number]),
                one.entered_by_name,
                days_since(getattr(one, "since", None), actor.on),
                one.title,
            )
            for one in found
        ]
        yield due(title, step.provision, _("Days since the last step"), rows)


def _to_review(actor: Actor) -> Due:
    """Changes of the law against which a measure's configuration has not been confirmed."""
    rows = [
        Row(
            one.change.provision,
            review_url(one.change.act.number, one.change.pk, one.measure),
            _(one.measure.title),
            days_since(one.change.valid_from, actor.on) if one.change.valid_from <= actor.on else None,
            _("changed by act %(act)s from %(day)s")
            % {"act": one.change.act.act_number, "day": figures.day(one.change.valid_from)},
        )
        for one in unreviewed()
    ]
    return due(_("Changes of the law to review for a measure"), review.provision, _("Days since it took effect"), rows)


def _editions(actor: Actor, title: str, provision: str, state: EditionState) -> Due:
    own = Edition.objects.filter(state=state).exclude(list__code=CONTRACT_GOODS)  # planned, not drafted
    found = own.annotate(since=newest_entry("edition", "on")).order_by("pk")
    rows = [
        Row(
            one.number,
            reverse("desk:edition", args=[one.number]),
            one.title,
            days_since(getattr(one, "since", None), actor.on),
            _("in force from %(day)s") % {"day": figures.day(one.valid_from)},
        )
        for one in some(found)
    ]
    return due(title, provision, _("Days since the last step"), rows)
