"""Which settings, lists, and acts that amend the law or are made under it, wait for this official?"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.base.actors import Actor
from ondiris.domains.legislation.actions.amendment import confirm_act, hand_over
from ondiris.domains.legislation.actions.instrument import confirm as confirm_record
from ondiris.domains.legislation.actions.value import confirm, enter
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
from ondiris.law.parameters import Gap, Parameter, Parameters
from ondiris.web.desk.due.parts import Due, Row, days_since, due, newest_entry, some
from ondiris.web.showing import instruments as showing
from ondiris.web.showing import settings as words
from ondiris.web.showing.older import review_url
from ondiris.web.ui import figures

AHEAD = timedelta(days=30)


def keeping_due(actor: Actor) -> Iterator[Due]:
    """What waits among settings, lists, and acts that amend the law or are made under it."""
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
            reverse("desk:confirm-value", args=[one.parameter, one.number]),
            one.entered_by_name,
            days_since(getattr(one, "since", None), actor.on),
            _entered_words(one),
        )
        for one in some(entered.annotate(since=newest_entry("enteredvalue", "on")).order_by("pk"))
    ]
    return due(_("Settings to confirm"), confirm.provision, _("Days since it was entered"), rows)


def _entered_words(one: EnteredValue) -> str:
    """The base rate: 16.25% from 8 September 2026."""
    declared = Parameters.load().declared[one.parameter]
    return _("%(setting)s: %(value)s from %(day)s") % {
        "setting": words.label_of(declared, one.category),
        "value": words.value_words(declared, declared.type.parse(one.value)),
        "day": figures.day(one.valid_from),
    }


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
    """What is set for a time, with the day from which nothing is established, when that day is past or near."""
    rows = [
        Row(
            words.label_of(declared, category),
            reverse("desk:setting", args=[declared.name]),
            "",
            days_since(gap_from, actor.on) if gap_from <= actor.on else None,
            _("Nothing is established from %(day)s") % {"day": figures.day(gap_from)},
        )
        for declared, category, gap_from in _gaps(actor.on)
    ]
    return due(_("Settings to enter"), enter.provision, _("Days without a value"), rows)


def _gaps(on: date) -> Iterator[tuple[Parameter, str | None, date]]:
    parameters = parameters_on()
    for declared in parameters.declared.values():
        for category in (declared.categories or (None,)) if declared.is_for_a_time else ():
            until = parameters.value(declared.name, on, category).known_until
            if until and until <= on + AHEAD and isinstance(parameters.value(declared.name, until, category), Gap):
                yield declared, category, until


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
