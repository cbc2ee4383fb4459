"""Processes killed in the middle of signing, paying and submitting leave no half act behind."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection, transaction

from ondiris.base.journal import chain
from ondiris.domains.agreements.actions.plan import offer, plan
from ondiris.domains.agreements.actions.sign import accept, sign
from ondiris.domains.agreements.models import Agreement, Instalment, Target
from ondiris.domains.applications.models import Application, Attachment
from tests.factories import DAY, Country, actor, agreement, application, country
from tests.faults.whole import troubles

KINDS = ("submit", "decide", "accept", "sign", "pay")

ROOT = Path(__file__).resolve().parents[2]
ROUNDS, AT_ONCE = 3, 2
EACH = 30  # drafts to submit, agreements to sign, and instalments to pay
PASSWORD = "a long password"


class Worker:
    """A process at work, and what it has said."""

    def __init__(self, module: str, *args: str) -> None:
        self.said: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", f"tests.faults.{module}", *args],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(["src", "."])},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def work(self, acts: int) -> None:
        """Wait until it has begun so many acts, or has no more to do."""
        for line in self.process.stdout:
            self.said.append(line.strip())
            if sum(one.startswith("begin ") for one in self.said) == acts:
                return

    def kill(self) -> None:
        self.process.kill()
        with self.process:  # closes its pipes
            self.said += self.process.stdout.read().splitlines()

    @property
    def was_in_the_middle(self) -> bool:
        return self.said[-1].startswith("begin ")


@pytest.fixture
def start(own_database) -> Iterator[Callable[[str], Worker]]:
    """Begin a process that works on the test's database; none outlives the test."""
    begun: list[Worker] = []

    def one_more(module: str) -> Worker:
        begun.append(Worker(module, own_database, str(len(begun))))
        return begun[-1]

    yield one_more
    for worker in begun:
        if not worker.process.stdout.closed:
            worker.kill()


def until_nobody_is_connected(database: str) -> None:
    """A server process ends a moment after the client that was killed."""
    with connection.cursor() as cursor:
        for _try in range(500):
            cursor.execute(
                "select count(*) from pg_stat_activity where datname = %s and pid <> pg_backend_pid()", [database]
            )
            if cursor.fetchone() == (0,):
                return
            time.sleep(0.02)
    raise AssertionError("somebody is still connected")


@transaction.atomic
def much_to_do(made: Country) -> None:
    """Drafts, offers, and one agreement with many small instalments; all but the first of a kind are copies."""
    draft, offered = application(made), agreement(made, "offered")
    granted = offered.application
    for place in range(1, EACH):
        copied = copy(draft, number=f"IG-2023-{place:05d}", version=1)
        Attachment.objects.bulk_create(
            Attachment(application=copied, requirement=a.requirement, document=a.document)
            for a in draft.attachments.all()
        )
        owner = copy(granted, number=f"IG-2022-{place:05d}", version=1)
        other = copy(offered, number=f"IG-A-2022-{place:05d}", version=1, application=owner)
        for undertaking in offered.undertakings.all():
            targets = list(undertaking.targets.all())
            under = copy(undertaking, agreement=other)
            Target.objects.bulk_create(Target(undertaking=under, year=t.year, value=t.value) for t in targets)
        Instalment.objects.create(agreement=other, place=1, due_on=DAY.replace(year=2030), amount=other.amount)
    number = agreement(made, "drawn").number
    small = [(DAY, Decimal("1000000.01"))] * (EACH - 1)
    rest = Decimal("100000000") - sum(amount for _day, amount in small)
    officer = actor(made, "officer", DAY)
    plan(officer, number, instalments=[*small, (DAY, rest)])
    offer(officer, number)
    accept(actor(made, "applicant", DAY), number, proof=PASSWORD)
    sign(actor(made, "decider", DAY), number, proof=PASSWORD)


def copy(thing, **changed):
    copied = type(thing).objects.get(pk=thing.pk)
    copied.pk = None
    for name, value in changed.items():
        setattr(copied, name, value)
    copied._state.adding = True
    copied.save()
    return copied


def test_killed_before_any_of_its_statements_an_act_leaves_nothing(own_database, start):
    made = country()
    application(made)
    application(made, "proposed")
    agreement(made, "offered")
    agreement(made, "in_force")
    dying = start("dying")
    before = chain.head()
    for line in dying.process.stdout:
        dying.said.append(line.strip())
        until_nobody_is_connected(own_database)
        if not line.startswith("killed"):
            assert troubles([before]) == [], line
        assert (chain.head() != before) == line.startswith("done"), line
        before = chain.head()
        dying.process.stdin.write("\n")
        dying.process.stdin.flush()
    assert [line.split()[1] for line in dying.said if line.startswith("done")] == list(KINDS)
    assert len(dying.said) > 30


def test_killed_again_and_again_no_act_is_half_done_and_all_can_be_finished(own_database, start):
    much_to_do(country())
    kept = [chain.head()]
    assert troubles(kept) == []
    killed: list[Worker] = []
    for _round in range(ROUNDS):
        workers = [start("worker") for _n in range(AT_ONCE)]
        for worker in workers:
            worker.work(acts=random.randint(4, 9))
        for worker in workers:
            time.sleep(random.uniform(0, 0.01))
            worker.kill()
        until_nobody_is_connected(own_database)
        assert troubles(kept) == []
        kept.append(chain.head())
        killed += workers
    assert {line for worker in killed for line in worker.said} >= {
        "done submit",
        "done accept",
        "done sign",
        "done pay",
    }
    assert sum(worker.was_in_the_middle for worker in killed) >= len(killed) // 2

    last = start("worker")
    last.work(acts=10_000)
    assert last.said[-1] == "finished"
    assert troubles(kept) == []
    assert not Application.objects.filter(state="draft").exists()
    assert set(Agreement.objects.values_list("state", flat=True)) == {"in_force"}
    assert not Instalment.objects.filter(due_on__lte=DAY, transfer=None).exists()
