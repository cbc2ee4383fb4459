"""Who is to be reminded today of which duties, and how is each reminder sent once?"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction

from ondiris.base.periods import in_force
from ondiris.domains.calendar.models import Reminder
from ondiris.domains.calendar.queries import Duty, duties
from ondiris.domains.calendar.terms import Occasion
from ondiris.domains.parties.models import Delegation, Mandate, User
from ondiris.domains.parties.terms import Capacity
from ondiris.law.deadlines import State

BEFORE = timedelta(days=14)  # from so many days before the last day
AFTER = timedelta(days=30)  # that it has passed is said within so many days, once


@dataclass(frozen=True, slots=True)
class Item:
    """A duty and why its body is reminded of it now."""

    duty: Duty
    occasion: Occasion


@dataclass(frozen=True, slots=True)
class Waiting:
    """A person and everything to be said to them today."""

    user: User
    items: tuple[Item, ...]


def waiting(on: date) -> list[Waiting]:
    """Who follows the duties of a body with something near or just late, and their deputies; what was said is left out.

    Six queries, however many people there are.
    """
    items = [Item(one, occasion) for one in _open(on) if (occasion := _occasion(one, on))]
    people = _people({one.duty.organisation.pk for one in items}, on)
    said = set(
        Reminder.objects.filter(on__gte=on - BEFORE - AFTER).values_list(
            "organisation", "deadline", "period", "user", "occasion"
        )
    )
    found: dict[User, list[Item]] = defaultdict(list)
    for item in items:
        for user in people[item.duty.organisation.pk]:
            if (*_key(item), user.pk, item.occasion.value) not in said:
                found[user].append(item)
    return [Waiting(user, tuple(owed)) for user, owed in sorted(found.items(), key=lambda pair: pair[0].pk)]


def _open(on: date) -> list[Duty]:
    every = (*duties(on.year - 1, on), *duties(on.year, on))
    return [one for one in every if one.at.state in (State.DUE, State.LATE)]


def _occasion(one: Duty, on: date) -> Occasion | None:
    last = one.last_day
    if last is None:
        return None
    if one.at.state is State.LATE:
        return Occasion.LATE if on <= last + AFTER else None
    return Occasion.SOON if on >= last - BEFORE else None


def _people(bodies: Iterable[int], on: date) -> dict[int, list[User]]:
    """The active holders of the capacity at each body, and those to whom they have lent it that day."""
    mandates = Mandate.objects.filter(in_force(on), organisation__in=bodies, capacity=Capacity.FOLLOWER)
    lent = Delegation.objects.filter(in_force(on), mandate__in=mandates).select_related("deputy", "mandate")
    found: dict[int, dict[int, User]] = defaultdict(dict)
    for mandate in mandates.select_related("user"):
        found[mandate.organisation_id][mandate.user_id] = mandate.user
    for one in lent:
        found[one.mandate.organisation_id][one.deputy_id] = one.deputy
    people = {body: [user for user in users.values() if user.is_active] for body, users in found.items()}
    return defaultdict(list, people)


def _key(item: Item) -> tuple[int, str, str]:
    occurrence = item.duty.occurrence
    return item.duty.organisation.pk, occurrence.deadline.id, occurrence.period


@dataclass(frozen=True, slots=True)
class Sent:
    """How many people were reminded of how many things, and whose mail was not taken, with the reason."""

    people: int
    items: int
    failed: tuple[str, ...]


def send(on: date, write: Callable[[Waiting], EmailMessage]) -> Sent:
    """Remind everybody once, one mail a person; what is not taken is tried again by the next run.

    A mail and the word that it was sent stand or fall together; only a database that fails between the two makes a
    mail come twice. Of two runs at once, the second one's mail to a person is not sent.
    """
    people = items = 0
    failed = []
    for one in waiting(on):
        try:
            with transaction.atomic():
                _remember(one, on)
                write(one).send()
        except IntegrityError:  # another run was quicker
            continue
        except OSError as trouble:  # what mail servers refuse is one too
            failed.append(f"{one.user.email}: {trouble}")
            continue
        people, items = people + 1, items + len(one.items)
    return Sent(people, items, tuple(failed))


def _remember(one: Waiting, on: date) -> None:
    Reminder.objects.bulk_create(
        Reminder(
            organisation=item.duty.organisation,
            deadline=item.duty.deadline.id,
            period=item.duty.occurrence.period,
            user=one.user,
            occasion=item.occasion,
            on=on,
        )
        for item in one.items
    )
